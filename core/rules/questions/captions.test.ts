import { expect, it } from 'vitest';
import { documentFrom } from '../testing.ts';
import { captionsOf, pointedTo } from './captions.ts';

const standard = (...text: string[]) => documentFrom({ kind: 'standard', text: ['# 1 范围', ...text] });
const TABLE = ['|岗位|人数|', '|窗口|3|'];

it.each<[string, string[], string]>([
  ['with a gap', ['表1　甲', '图 2 乙', '表A1 丙', '表A．2 丁', '图B.10　戊'], '表1 图2 表A.1 表A.2 图B.10'],
  ['without a gap, above its table', ['表1甲', ...TABLE, '表2', '单位：天', ...TABLE], '表1 表2'],
  ['without a gap, not above a table', ['表1甲', '甲。', '乙。', ...TABLE, '图1甲', ...TABLE, '图2', '表2'], ''],
  ['sentences', ['表1　给出了甲', '表1　甲，乙', '表1 所示', '图1　甲：', '见表1　甲'], ''],
  [
    'what goes on',
    ['表1　（续）', '表1　甲（续）', '表1 (续)', '表1 续表', '表2　手续（甲）', '表3　（续）甲'],
    '表1 表2',
  ],
  ['no captions', ['表1.1　甲', '表 甲', '表格　甲', '图1234　甲', `表1　${'甲'.repeat(43)}`], ''],
  ['as long as may be', [`表1　${'甲'.repeat(42)}`], '表1'],
])('captions: %s', (_, text, expected) => {
  expect(
    captionsOf(standard(...text))
      .map(({ what, number }) => what + number)
      .join(' '),
  ).toBe(expected);
});

it.each<[string, string]>([
  ['见表1。', '表1'],
  ['见表1和图2、图3。', '表1 图2 图3'],
  ['见表1～表4。', '表1 表2 表3 表4'],
  ['见表8至11。', '表8 表9 表10 表11'],
  ['见图 A.1—A.3 和图B．2。', '图A.1 图A.2 图A.3 图B.2'],
  ['见表1、3。', '表1 表3'],
  ['见表1～表100。', `${Array.from({ length: 100 }, (_, at) => `表${at + 1}`).join(' ')}`],
  ['见表1～表101。', '表1 表101'],
  ['见表5～表3。', '表5 表3'],
  ['没有编号的表。', ''],
])('points: %s', (text, expected) => {
  expect([...pointedTo(standard(text))].join(' ')).toBe(expected);
});

it('takes no caption for a pointer', () => {
  expect([...pointedTo(standard('表1　甲', '图1　见表2', '见表3。'))]).toEqual(['表3']);
});
