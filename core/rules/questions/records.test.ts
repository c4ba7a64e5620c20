import { expect, it } from 'vitest';
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
