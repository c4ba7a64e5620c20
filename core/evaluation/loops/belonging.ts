import { halfWidth, squeeze } from '../../base/text.ts';
import { linesOf, textsIn } from '../../records/kept-record.ts';
import type { RecordLink } from '../../records/record-type.ts';
import type { KeptRecord } from './kept-records.ts';

/** The form in which numbers and names of two records are compared. */
export const comparable = (text: string): string =>
  halfWidth(squeeze(text))
    .toLowerCase()
    .replace(/[—–−‐‑－-]+/gu, '-');

/** Shorter texts are the same only where they are equal. */
const TELLING = 4;

/** Whether two texts name the same thing. */
export function agrees(left: string, right: string): boolean {
  const [one, other] = [comparable(left), comparable(right)];
  if (one === '' || other === '') return false;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short === long || (short.length >= TELLING && /\p{Script=Han}{3}/u.test(short) && long.includes(short));
}

/** Whether one of the two says that it belongs to the other. */
export const isLinked = (left: KeptRecord, right: KeptRecord): boolean =>
  [...left.linked].some((hash) => right.versions.has(hash)) ||
  [...right.linked].some((hash) => left.versions.has(hash));

const YEAR = '年度';

/** Whether the other one may belong to this one by its day: it is no earlier, and of the year that this one is about. */
function isInTime(own: KeptRecord, other: KeptRecord, box: string): boolean {
  if (other.factOn === '') return true;
  if (own.factOn !== '' && other.factOn < own.factOn) return false;
  const year = box === YEAR ? undefined : /20\d\d/.exec(textsIn(own.record, YEAR)[0] ?? '')?.[0];
  return year === undefined || other.factOn.startsWith(year);
}

/** Whether what a line of the one names is what the other one names. */
export function agreesBy(text: string, own: KeptRecord, other: KeptRecord, by: RecordLink['by']): boolean {
  if (by === undefined || !isInTime(own, other, by[0])) return false;
  return textsIn(other.record, by[1]).some((there) => agrees(text, there));
}

/** What the boxes of a record name, line by line. */
export const namedIn = ({ record }: KeptRecord, box: string | undefined): string[] =>
  box === undefined ? [] : [...new Set(linesOf(record).flatMap((line) => line.get(box) ?? []))];

/** Whether the other one may belong to this one, though nothing says so: it names nothing that could be compared. */
export function mayBelong(own: KeptRecord, other: KeptRecord, by: RecordLink['by']): boolean {
  if (own.factOn !== '' && other.factOn !== '' && other.factOn < own.factOn) return false;
  return by === undefined || namedIn(own, by[0]).length === 0 || namedIn(other, by[1]).length === 0;
}
