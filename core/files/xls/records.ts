import type { Budget } from '../budget.ts';

/** The kinds of records that are read ([MS-XLS] 2.3). */
export const RECORD = {
  formula: 0x0006,
  end: 0x000a,
  note: 0x001c,
  dateMode: 0x0022,
  encryption: 0x002f,
  more: 0x003c,
  codePage: 0x0042,
  object: 0x005d,
  column: 0x007d,
  boundSheet: 0x0085,
  manyNumbers: 0x00bd,
  richLabel: 0x00d6,
  style: 0x00e0,
  merged: 0x00e5,
  drawing: 0x00ec,
  strings: 0x00fc,
  sharedLabel: 0x00fd,
  textBox: 0x01b6,
  number: 0x0203,
  label: 0x0204,
  boolOrError: 0x0205,
  string: 0x0207,
  row: 0x0208,
  packedNumber: 0x027e,
  format: 0x041e,
  begin: 0x0809,
} as const;
const HEADER = 4;

/** What is read ends before it should. */
export class Damaged extends Error {}

export interface BiffRecord {
  type: number;
  /** Its own bytes. */
  data: DataView;
  /** The records behind it that go on with it. */
  more: DataView[];
}

/** Records from a place in the stream on. Throws Damaged where one is cut off. */
export function* recordsFrom(stream: Uint8Array, from: number, budget: Budget): Generator<BiffRecord> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let at = from;
  const next = (): { type: number; data: DataView } => {
    budget.spend('nodes');
    const [type, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    if (at + HEADER + length > stream.length) throw new Damaged('record cut off');
    const data = new DataView(stream.buffer, stream.byteOffset + at + HEADER, length);
    at += HEADER + length;
    return { type, data };
  };
  const goesOn = (): boolean => at + HEADER <= stream.length && view.getUint16(at, true) === RECORD.more;
  while (at + HEADER <= stream.length) {
    const { type, data } = next();
    const more: DataView[] = [];
    while (goesOn()) more.push(next().data);
    yield { type, data, more };
  }
}

/** The records of one part of the stream, from its beginning to its end; those of a chart in it are left out. */
export function* partFrom(stream: Uint8Array, from: number, budget: Budget): Generator<BiffRecord> {
  let depth = 0;
  for (const record of recordsFrom(stream, from, budget)) {
    if (record.type === RECORD.begin) depth += 1;
    if (depth === 0) throw new Damaged('no beginning');
    if (depth === 1) yield record;
    if (record.type === RECORD.end) depth -= 1;
    if (depth === 0) return;
  }
  throw new Damaged('no end');
}
