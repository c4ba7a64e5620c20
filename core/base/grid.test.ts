import { expect, test } from 'vitest';
import { pairGrid } from './grid.ts';

const LABELS = new Set(['办理人', '办结时间', '办理结果', '受理人', '受理时间']);
const pairs = (...rows: string[][]) =>
  pairGrid(
    rows.map((row) => row.map((text) => ({ text }))),
    (text) => LABELS.has(text),
  ).map(({ label, value }) => `${label}=${value}`);

test('a row of a form that begins like the head of a list, and whose last box is empty', () => {
  expect(
    pairs(
      ['受理人', '孙丽', '受理时间', '2026-03-05 14:52'],
      ['办理人', '陈明', '办结时间', ''],
      ['办理结果', '准予登记', '', ''],
    ),
  ).toEqual(['受理人=孙丽', '受理时间=2026-03-05 14:52', '办理人=陈明', '办结时间=', '办理结果=准予登记']);
});

test('the head of a list of steps stays one', () => {
  expect(
    pairs(['序号', '环节', '办理人', '意见'], ['1', '受理', '孙丽', '同意'], ['2', '办结', '陈明', '同意']),
  ).toEqual([]);
});
