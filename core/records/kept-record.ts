import { readDate } from '../base/dates.ts';
import { cleanText } from '../base/text.ts';
import type { RecordBox, RecordType } from './record-type.ts';

/** What stands in one box. */
export interface BoxValue {
  /** Stable name of the box. */
  box: string;
  text: string;
}

/** A record as it was filled in: the part of an entry's payload that is the record (core/ledger/kinds/evidence.ts). */
export interface FilledRecord {
  /** Id of the type. */
  type: string;
  /** What is said of all that the record tells of. */
  values: readonly BoxValue[];
  /** Names of boxes, and under them one line for each of several that it tells of. */
  table?: readonly (readonly string[])[] | undefined;
}

/** How a record belongs to an earlier entry: it follows on it, goes with it, or is a newer version of it. */
export const LINK_WAYS = ['follows', 'with', 'replaces'] as const;
export type LinkWay = (typeof LINK_WAYS)[number];

/** What stands in the boxes, by their names; '' is left out. */
export type Boxes = ReadonlyMap<string, string>;

/** The record line by line: what is said of all, and over it what the line says itself. One line where it has no table. */
export function linesOf({ values, table }: Omit<FilledRecord, 'type'>): Boxes[] {
  const shared = values.filter(({ text }) => text !== '').map(({ box, text }) => [box, text] as const);
  const [heads = [], ...lines] = table ?? [];
  if (lines.length === 0) return [new Map(shared)];
  return lines.map(
    (line) =>
      new Map([...shared, ...heads.map((box, at) => [box, line[at] ?? ''] as const).filter(([, text]) => text !== '')]),
  );
}

/** What stands in a box, over all lines, each text once. */
export const textsIn = (record: Omit<FilledRecord, 'type'>, box: string): string[] => [
  ...new Set(linesOf(record).flatMap((line) => line.get(box) ?? [])),
];

/** What the record is about, by the first of its boxes that tells it; '' where none does. */
export function aboutRecord(type: RecordType, record: Omit<FilledRecord, 'type'>): string {
  for (const box of type.about) {
    const texts = textsIn(record, box);
    if (texts.length > 0) return texts.slice(0, 3).join('、');
  }
  return '';
}

/** The fact's own day as the record tells it, the first of several; '' where it tells none. */
export function dayOfRecord(type: RecordType, record: Omit<FilledRecord, 'type'>): string {
  if (type.day === undefined) return '';
  const days = textsIn(record, type.day).flatMap((text) => readDate(text)?.iso?.slice(0, 10) ?? []);
  return days.sort()[0] ?? '';
}

/** Characters that a box holds at the most. */
export const LONGEST_BOX = 2_000;

/** Why a text cannot stand in a box; undefined where it can. An empty one always can: whether it may stay empty is asked by rules. */
export type BoxFault = 'not-a-day' | 'not-a-number' | 'too-long';

const COUNT = /^\d{1,7}(?:\.\d{1,2})?$/;

/** A text as it is kept in a box: days as `YYYY-MM-DD`, with the time where one is written; the units behind a number are dropped. */
export function tidyBox({ type = 'text' }: Pick<RecordBox, 'type'>, text: string): { text: string; fault?: BoxFault } {
  const plain = type === 'long' ? text.trim() : cleanText(text);
  if (plain === '') return { text: '' };
  if (plain.length > LONGEST_BOX) return { text: plain, fault: 'too-long' };
  if (type === 'date') {
    const day = readDate(plain);
    const whole = day?.iso !== undefined && day.start === 0 && day.end === plain.length;
    return whole
      ? { text: day.iso?.replace('T', ' ').replace(/(\d\d:\d\d):00$/, '$1') ?? plain }
      : { text: plain, fault: 'not-a-day' };
  }
  if (type === 'number') {
    const count = plain.replace(/[份人个次本套册件张名]$/u, '').trim();
    return COUNT.test(count) ? { text: count } : { text: plain, fault: 'not-a-number' };
  }
  return { text: plain };
}
