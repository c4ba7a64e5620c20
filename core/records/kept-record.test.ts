import { expect, it } from 'vitest';
import { recordTypeOfId } from './index.ts';
import { aboutRecord, dayOfRecord, linesOf, textsIn, tidyBox } from './kept-record.ts';
import type { BoxType, RecordType } from './record-type.ts';

const ISSUE = recordTypeOfId('issue-record') as RecordType;
const RECORD = {
  values: [
    { box: '文件编号', text: 'Q/QH 101' },
    { box: '份数', text: '1' },
    { box: '接收人', text: '' },
  ],
  table: [
    ['接收部门', '份数', '发放日期'],
    ['社保窗口', '', '2026-03-12'],
    ['民政窗口', '2', '2026-03-10'],
  ],
};

it('says of each line what is said of all, unless the line says otherwise', () => {
  expect(linesOf(RECORD).map((line) => Object.fromEntries(line))).toEqual([
    { 文件编号: 'Q/QH 101', 份数: '1', 接收部门: '社保窗口', 发放日期: '2026-03-12' },
    { 文件编号: 'Q/QH 101', 份数: '2', 接收部门: '民政窗口', 发放日期: '2026-03-10' },
  ]);
  expect(linesOf({ values: RECORD.values })).toHaveLength(1);
  expect(linesOf({ values: [], table: [['份数']] })).toEqual([new Map()]);
  expect(textsIn(RECORD, '文件编号')).toEqual(['Q/QH 101']);
});

it('tells what it is about and on which day it was, the first of several', () => {
  expect(aboutRecord(ISSUE, RECORD)).toBe('Q/QH 101');
  expect(aboutRecord(ISSUE, { values: [] })).toBe('');
  expect(dayOfRecord(ISSUE, RECORD)).toBe('2026-03-10');
  expect(dayOfRecord(ISSUE, { values: [] })).toBe('');
});

it.each<[BoxType, string, string, string | undefined]>([
  ['date', '2026年3月2日', '2026-03-02', undefined],
  ['date', ' 2026/3/2 ', '2026-03-02', undefined],
  ['date', '2026-03-02 09:30', '2026-03-02 09:30', undefined],
  ['date', '3月2日', '3月2日', 'not-a-day'],
  ['date', '2026-02-30', '2026-02-30', 'not-a-day'],
  ['date', '2026-03-02前后', '2026-03-02前后', 'not-a-day'],
  ['date', '', '', undefined],
  ['number', '12 份', '12', undefined],
  ['number', '1.5', '1.5', undefined],
  ['number', '十二', '十二', 'not-a-number'],
  ['number', '-1', '-1', 'not-a-number'],
  ['text', ' =1+1 ', '=1+1', undefined],
  ['long', '一\n二 ', '一\n二', undefined],
  ['choice', '别的', '别的', undefined],
])('a box of %s keeps %j as %j', (type, written, text, fault) => {
  expect(tidyBox({ type }, written)).toEqual({ text, ...(fault === undefined ? {} : { fault }) });
});
