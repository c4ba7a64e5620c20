import { blocksFrom, type DocumentSketch, describeRule } from '../testing.ts';
import { rewardsRecorded } from './rewards-recorded.ts';

const list = (
  rows: readonly string[],
  title = '2026年奖惩记录表',
  head = '|姓名|奖惩事由|依据条款|批准人|日期|',
): DocumentSketch => ({
  kind: 'record',
  title,
  blocks: blocksFrom([head, ...rows]).map((block) => ({ ...block, plain: true as const })),
});
const GOOD = '|孙丽|全年无投诉|奖惩办法第五条|周志强|2026-06-30|';
const form = (pairs: DocumentSketch['pairs'], more: DocumentSketch = {}): DocumentSketch => ({
  kind: 'record',
  title: '奖惩记录',
  pairs: { 奖惩对象: '孙丽', 奖惩事由: '全年无投诉', ...pairs },
  ...more,
});

describeRule(rewardsRecorded, [
  { name: 'by what rule', document: list([GOOD]), reasons: ['passed'] },
  { name: 'the same rule', document: list([GOOD, '|陈明|服务标兵|同上|周志强|2026-06-30|']), reasons: ['passed'] },
  {
    name: 'by no rule',
    document: list([GOOD, '|陈明|服务标兵||周志强|2026-06-30|']),
    reasons: ['no-basis'],
    told: [['奖惩“服务标兵”没有写依据的条款。', '', '1', '']],
  },
  { name: 'a form', document: form({ 依据条款: '奖惩办法第五条' }), reasons: ['passed'] },
  { name: 'a form with an empty box', document: form({ 依据条款: '' }), reasons: ['blank-basis'] },
  { name: 'a form without such a box', document: form({}), reasons: ['unnamed'] },
  {
    name: 'the rule stands in the reason',
    document: form({}, { text: ['根据《奖惩办法》给予奖励。'] }),
    reasons: ['passed'],
  },
  {
    name: 'days of another year',
    document: list([GOOD.replace('2026-', '2024-')]),
    reasons: ['other-year'],
    told: [['标题是2026年的奖惩记录，里面没有2026年的日期，请核对。', '', '1', '']],
  },
  {
    name: 'a title without a year',
    document: list([GOOD.replace('2026-', '2024-')], '奖惩记录表'),
    reasons: ['passed'],
  },
  { name: 'a part was not read', document: { ...list([GOOD]), notes: [{ kind: 'unreadable' }] }, reasons: ['unread'] },
  { name: 'another record', document: { kind: 'record', title: '培训记录' }, reasons: ['other-type'] },
  {
    name: 'reasons and no column of rules',
    document: list(['|陈明|服务标兵|周志强|2026-06-30|'], '2026年奖惩记录表', '|姓名|奖惩事由|批准人|日期|'),
    reasons: ['unnamed'],
    told: [['奖惩记录里没有写依据的是哪一条规定。', '', '', '']],
  },
  {
    name: 'no reasons and no column of rules',
    document: list(
      ['|陈明||周志强|2026-06-30|', '|孙丽||周志强|2026-06-30|'],
      '2026年奖惩记录表',
      '|姓名|奖惩事由|批准人|日期|',
    ),
    reasons: ['passed'],
  },
  {
    name: 'some reasons, no column of rules',
    document: list(
      ['|陈明||周志强|2026-06-30|', '|孙丽|甲|周志强|2026-06-30|'],
      '2026年奖惩记录表',
      '|姓名|奖惩事由|批准人|日期|',
    ),
    reasons: ['unnamed'],
  },
  {
    name: 'the rule stands in the first column',
    document: list(['||服务标兵|孙丽|2026-06-30|'], '2026年奖惩记录表', '|依据条款|奖惩事由|姓名|日期|'),
    reasons: ['no-basis'],
  },
  { name: 'a row without a reason', document: list([GOOD, '|陈明|||周志强|2026-06-30|']), reasons: ['passed'] },
  {
    name: 'a form with two empty boxes',
    document: { kind: 'record', title: '奖惩记录', pairs: { 奖惩对象: '孙丽', 奖惩事由: '', 依据条款: '' } },
    reasons: ['passed'],
  },
  {
    name: 'a form, the rule gives no text',
    document: form({ 依据条款: { state: 'unreadable' } }),
    reasons: ['unread'],
  },
  {
    name: 'a form, the rule is in the text below',
    document: form({}, { text: ['依据条款：奖惩办法第五条'] }),
    reasons: ['passed'],
  },
  {
    name: 'one day of the year of the title',
    document: list([GOOD.replace('2026-', '2024-'), GOOD]),
    reasons: ['passed'],
  },
  {
    name: 'days of another year, one not told',
    document: list([GOOD.replace('2026-', '2024-'), '|陈明|服务标兵|第五条|周志强||']),
    reasons: ['passed'],
  },
  { name: 'no day at all', document: list(['|陈明|服务标兵|第五条|周志强||']), reasons: ['passed'] },
  {
    name: 'a year of the title with a gap',
    document: list([GOOD.replace('2026-', '2024-')], '2026 年奖惩记录表'),
    reasons: ['other-year'],
  },
  { name: 'a record of no known type', document: { kind: 'record', title: '' }, reasons: ['other-type'] },
]);
