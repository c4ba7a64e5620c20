import { halfWidth, squeeze } from '../../base/text.ts';
import { textsIn } from '../../records/kept-record.ts';
import type { RecordLink } from '../../records/record-type.ts';
import type { KeptRecord } from './kept-records.ts';

/** The form in which numbers and names of two records are compared. */
export const comparable = (text: string): string =>
  halfWidth(squeeze(text))
    .toLowerCase()
    .replace(/[—–−‐‑－-]+/gu, '-');

/** Shorter texts are the same only where they are equal. */
const TELLING = 4;

/** Whether two texts, in the form in which they are compared, name the same thing. */
function isSame(one: string, other: string): boolean {
  if (one === '' || other === '') return false;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short === long || (short.length >= TELLING && /\p{Script=Han}{3}/u.test(short) && long.includes(short));
}

/** Whether two texts name the same thing. */
export const agrees = (left: string, right: string): boolean => isSame(comparable(left), comparable(right));

/** Which records say that they belong to each other, whichever of the two says it. */
export function neighboursIn(records: readonly KeptRecord[]): (record: KeptRecord) => ReadonlySet<KeptRecord> {
  const byHash = new Map(records.flatMap((one) => [...one.versions].map((hash) => [hash, one] as const)));
  const found = new Map<KeptRecord, Set<KeptRecord>>(records.map((one) => [one, new Set()]));
  for (const one of records)
    for (const hash of one.linked) {
      const other = byHash.get(hash);
      if (other === undefined || other === one) continue;
      found.get(one)?.add(other);
      found.get(other)?.add(one);
    }
  return (record) => found.get(record) ?? new Set();
}

const YEAR = '年度';

/** Whether the other one may belong to this one by its day: it is no earlier, and of the year that this one is about. */
function isInTime(own: KeptRecord, other: KeptRecord, box: string): boolean {
  if (other.factOn === '') return true;
  if (own.factOn !== '' && other.factOn < own.factOn) return false;
  const year = box === YEAR ? undefined : /20\d\d/.exec(textsIn(own.record, YEAR)[0] ?? '')?.[0];
  return year === undefined || other.factOn.startsWith(year);
}

/** What a box names, in the form in which it is compared: a box is compared with those of many records. */
function comparableIn(record: KeptRecord, box: string): readonly string[] {
  const known = COMPARABLE.get(record) ?? new Map<string, readonly string[]>();
  COMPARABLE.set(record, known);
  const texts = known.get(box) ?? textsIn(record.record, box).map(comparable);
  known.set(box, texts);
  return texts;
}
const COMPARABLE = new WeakMap<KeptRecord, Map<string, readonly string[]>>();

/** Whether what a line of the one names is what the other one names. */
export function agreesBy(text: string, record: KeptRecord, other: KeptRecord, by: RecordLink['by']): boolean {
  if (by === undefined || !isInTime(record, other, by[0])) return false;
  const own = comparable(text);
  return comparableIn(other, by[1]).some((there) => isSame(own, there));
}

/** What stands in a box of a record, over all its lines. */
export const namedIn = ({ record }: KeptRecord, box: string | undefined): string[] =>
  box === undefined ? [] : textsIn(record, box);

/** Whether the other one may belong to this one, though nothing says so: it names nothing that could be compared. */
export function mayBelong(own: KeptRecord, other: KeptRecord, by: RecordLink['by']): boolean {
  if (own.factOn !== '' && other.factOn !== '' && other.factOn < own.factOn) return false;
  return by === undefined || namedIn(own, by[0]).length === 0 || namedIn(other, by[1]).length === 0;
}
