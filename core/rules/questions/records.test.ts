import { expect, it } from 'vitest';
import { tellsFault } from '../../records/fault.ts';
import { documentFrom } from '../testing.ts';
import { countIn, dayInText, recordTypeIn } from './records.ts';

it('tells a record by its title, its boxes in sight or the columns of a list', () => {
  expect(recordTypeIn(documentFrom({ title: '文件回收记录' }))?.id).toBe('recall-record');
  expect(recordTypeIn(documentFrom({ text: ['|题名|归档日期|保存期限|', '|甲|2026-01-10|10年|'] }))?.id).toBe(
    'archive-catalogue',
  );
  expect(recordTypeIn(documentFrom({ pairs: { '题名（全称）': '甲', 归档日期: '', 保存期限: '' } }))?.id).toBe(
    'archive-catalogue',
  );
  const unseen = { value: '甲', hidden: true };
  expect(recordTypeIn(documentFrom({ pairs: { 题名: unseen, 归档日期: unseen, 保存期限: unseen } }))).toBeUndefined();
  expect(recordTypeIn(documentFrom({ pairs: { 联系人: '甲' }, text: ['|题名|', '|甲|'] }))).toBeUndefined();
});

it.each<[string | undefined, number | undefined]>([
  ['12', 12],
  [' 12 份', 12],
  ['3人', 3],
  ['123456', 123_456],
  ['1234567', undefined],
  ['共12', undefined],
  ['12份左右', undefined],
  ['3组', undefined],
  ['', undefined],
  [undefined, undefined],
])('counts %j', (text, count) => expect(countIn(text)).toBe(count));

it('reads a whole day', () => {
  expect(dayInText('2026年3月2日 9:00')).toBe('2026-03-02');
  expect(dayInText('3月2日')).toBeUndefined();
  expect(dayInText('2026年2月30日')).toBeUndefined();
  expect(dayInText(undefined)).toBeUndefined();
});

it.each<[string, boolean | undefined]>([
  ['', false],
  ['无', false],
  ['未发现问题。', false],
  ['没有发现任何不合格项', false],
  ['整洁，规范；正常', false],
  ['仪容整洁，用语规范', undefined],
  ['95.5分', false],
  ['各项符合', false],
  ['一名工作人员未佩戴工作牌', true],
  ['仪容整洁，物品摆放杂乱', true],
  ['未发现脱岗，材料已归档', undefined],
  ['没有脱岗的问题，材料已归档', undefined],
  ['无着装异常，材料已归档', undefined],
  ['未发现脱岗，材料不全', true],
  ['没有脱岗的问题，材料不全', true],
  ['无着装异常，材料不全', true],
  ['材料已归档', undefined],
  [`${'材料已归档'.repeat(99)}甲乙丙丁戊不全`, undefined],
  [`${'材料已归档'.repeat(99)}甲乙丙不全`, true],
])('%s', (text, fault) => expect(tellsFault(text)).toBe(fault));
