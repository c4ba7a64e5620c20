import { readDate } from '../../base/dates.ts';
import { cleanText } from '../../base/text.ts';
import { isRecord } from './table.ts';

const FEWEST_COLUMNS = 3;
const LONGEST_HEAD = 8;
/** Between the date and the time of one cell. */
const WITHIN_TIME = /(?<=\d)\s+(?=\d{1,2}[:：]\d{2})/gu;

/**
 * The rows of a workflow record that a page draws as a list, its columns made of spans: 类型 裁决人 日期 结果 意见 over
 * 裁决 王芳 2026-11-27 1 已核. Each item is given as its lines; the last column takes what is left of its text. Undefined
 * where the items are no such record, or where a cell may be missing, so that words would stand in another's column.
 */
export function rowsOfItems(items: readonly (readonly string[])[]): string[][] | undefined {
  const [first = [], ...others] = items;
  const head = first.flatMap((line) => cleanText(line).split(' '));
  if (head.length < FEWEST_COLUMNS || others.length === 0 || head.some((word) => word.length > LONGEST_HEAD))
    return undefined;
  const rows = others.map((lines) => cellsOf(lines, head.length));
  const dated = head.map((word) => /(?:时间|日期)$/u.test(word));
  const fits = rows.every(
    (row) => row.length === head.length && row.every((cell, at) => !dated[at] || readDate(cell)?.iso !== undefined),
  );
  return fits && dated.includes(true) && isRecord([head, ...rows]) ? [head, ...rows] : undefined;
}

/** The cells of an item: its lines, where they are as many, or the words of its text. */
function cellsOf(lines: readonly string[], count: number): string[] {
  if (lines.length === count) return lines.map(cleanText);
  const words = cleanText(lines.join(' ')).replace(WITHIN_TIME, 'T').split(' ');
  const rest = words.slice(count - 1).join(' ');
  return rest === '' ? words : [...words.slice(0, count - 1), rest];
}
