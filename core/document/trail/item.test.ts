import { describe, expect, it } from 'vitest';
import { fc } from '../../base/testing.ts';
import { tellsAct, trailOfSentence } from './act.ts';
import { type Item, readItem } from './item.ts';

const shown = ({ step, actors, action, opinion, time }: Item): string =>
  [step, actors.join('、'), action, opinion, time].map((part) => part || '-').join('|');

/** Ways to tell one act: step, who, what was done, opinion, time. */
it.each<[string | string[], string]>([
  ['同意 张三 2022-09-14 10:20', '-|张三|同意|-|2022-09-14T10:20:00'],
  ['张三：同意（2022-09-14）', '-|张三|同意|-|2022-09-14'],
  ['张三 [综合办公室] 已阅 09-14 10:20', '-|张三|已阅|-|-'],
  ['2026-10-08 09:00 周三提交了此申请', '-|周三|提交|-|2026-10-08T09:00:00'],
  ['2026-10-08 19:34周三『提交』了此申请。审批意见：提交申请。', '-|周三|提交|提交申请。|2026-10-08T19:34:00'],
  ['周三于2026-10-08 09:00提交申请', '-|周三|提交|-|2026-10-08T09:00:00'],
  ['钱一鸣（综合科）于2026年10月9日 15:02签署意见：文字已改', '-|钱一鸣|-|文字已改|2026-10-09T15:02:00'],
  ['【部门核稿】钱一鸣 2026-10-09 15:02 同意', '部门核稿|钱一鸣|同意|-|2026-10-09T15:02:00'],
  ['2026-10-10 16:30 领导签发 孙二：同意印发', '领导签发|孙二|-|同意印发|2026-10-10T16:30:00'],
  ['钱一鸣（核稿）：文字已改；2026-10-09 15:02', '核稿|钱一鸣|-|文字已改|2026-10-09T15:02:00'],
  ['孙二 签发同意 2026-10-10', '签发|孙二|同意|-|2026-10-10'],
  ['买买提·艾力 已同意 2026-10-10', '-|买买提·艾力|已同意|-|2026-10-10'],
  ['吴四（钱一鸣代） 同意 2026-10-10', '-|钱一鸣|同意|-|2026-10-10'],
  ['系统自动 归档 2026-10-10', '归档|-|-|-|2026-10-10'],
  ['表述修改了两处，请镇长签发。 石大川 2026-03-03', '-|石大川|-|表述修改了两处，请镇长签发。|2026-03-03'],
  ['签署意见：可以。 签署时间：2026-03-03 11:20 办理人：石大川', '-|石大川|-|可以。|2026-03-03T11:20:00'],
  [
    ['环节：核稿', '办理人：钱一鸣', '到达时间：2026-10-08 08:00', '办理时间：2026-10-09 15:02', '意见：已核'],
    '核稿|钱一鸣|-|已核|2026-10-09T15:02:00',
  ],
  [
    ['部门核稿', '钱', '钱一鸣', '文字已改，请签发。', '2026-10-09 15:02'],
    '部门核稿|钱一鸣|-|文字已改，请签发。|2026-10-09T15:02:00',
  ],
  [['签发', '孙二', '待审批'], '签发|孙二|待审批|-|-'],
  [['核稿', '钱一鸣', '耗时：1天6小时', '2026-10-09'], '核稿|钱一鸣|-|-|2026-10-09'],
])('%j', (lines, right) => {
  expect(shown(readItem(typeof lines === 'string' ? [lines] : lines))).toBe(right);
});

it.each([
  '本通知自2026-11-20起施行',
  '本办法自2026-10-09起由综合科负责解释。',
  '会议由钱一鸣主持，2026-10-09召开。',
  '石大川于3月3日审核，意见为表述修改了两处；孙二于3月4日签发。',
  '2026-03-03，石大川已审核；2026-03-04，孙二已签发。',
  '2026-10-08 办公室发布通知',
  '2026-03-03 石大川主任带队检查窗口',
  '县政府 2026-10-09 批准',
  '系统自动 归档 2026-10-10',
  '核稿：钱一鸣',
  '张三 未读',
])('takes no act out of %s', (text) => {
  expect(trailOfSentence(text, { from: 'page', frame: '', label: '', path: '' })).toEqual([]);
});

it.each([
  [['核稿：钱一鸣'], false],
  [['张三 未读'], false],
  [['拟稿：周三 [已提交]'], true],
  [['孙二', '审批中'], true],
  [['2026-10-08 办公室发布通知'], false],
])('%j tells an act: %s', (lines, right) => {
  expect(tellsAct(lines)).toBe(right);
});

it('gives the same act for any order of the lines', () => {
  const lines = ['部门核稿', '钱一鸣', '审批意见：文字已改', '2026-10-09 15:02', '已通过'];
  fc.assert(
    fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), (shuffled) => {
      expect(shown(readItem(shuffled))).toBe('部门核稿|钱一鸣|已通过|文字已改|2026-10-09T15:02:00');
    }),
  );
});

it('reads any text without end', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom(...'张同意签发：（）[]『』0129-: \n·代委托') }), { maxLength: 6 }),
      (lines) => {
        expect(readItem(lines).actors.every((name) => name.length > 1)).toBe(true);
      },
    ),
  );
  expect(readItem(['张'.repeat(50_000), '（'.repeat(20_000), '同意'.repeat(20_000)]).actors).toEqual([]);
});

describe('a step that began and ended', () => {
  it('takes its end for the time', () => {
    expect(readItem(['科室审核', '石大川', '科长', '2026-03-16 09:20:33丨2026-03-16 14:32:10'])).toMatchObject({
      step: '科室审核',
      actors: ['石大川'],
      time: '2026-03-16T14:32:10',
      span: true,
    });
    expect(readItem(['印发', '祝小满机要员', '2026-03-19 10:18 至 2026-03-19 16:00'])).toMatchObject({
      step: '印发',
      actors: ['祝小满'],
      time: '2026-03-19T16:00:00',
    });
  });

  it('needs a mark between the two', () => {
    expect(readItem(['石大川 同意 2026-03-16 09:20，2026-03-20 前印发'])).not.toHaveProperty('span');
    expect(readItem(['石大川 2026-03-16 09:20'])).not.toHaveProperty('span');
  });
});
