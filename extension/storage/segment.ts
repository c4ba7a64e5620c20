import { joinBytes } from '../../core/base/bytes.ts';
import type { StoredRecord } from '../../core/ledger/entry.ts';
import { GROUPS, indexRecords, type SearchIndex } from '../../core/ledger/search-index.ts';
import { readRecord } from '../../core/ledger/stored.ts';

/*
 * How packed records stand in the database. A segment is 256 records; it is packed at once and has one search index. Its
 * bytes stand in rows of 16 records, entries apart from payloads: rows under 64 kB are read quickly wherever they stand,
 * and a list reads no payloads.
 */

/** Records of one row, and of one segment. Segments begin with sequences 1, 257, 513, … */
export const ROW = 16;
export const SEGMENT = ROW * GROUPS;

/** The first sequence of the row, or of the segment, in which a record stands. */
export const firstOfRow = (sequence: number): number => sequence - ((sequence - 1) % ROW);
export const firstOfSegment = (sequence: number): number => sequence - ((sequence - 1) % SEGMENT);

/** Byte strings one behind the other. An empty one stands for what is not there. */
export interface Packed {
  /** Where each ends. */
  ends: Uint32Array;
  bytes: Uint8Array;
}

/** A record as it is stored, without its blobs: these stand under their digests. */
export type StoredPair = Pick<StoredRecord, 'entry' | 'payload'>;

const NOTHING = new Uint8Array();

export function pack(parts: readonly (Uint8Array | undefined)[]): Packed {
  let end = 0;
  const ends = Uint32Array.from(parts, (part) => {
    end += part?.length ?? 0;
    return end;
  });
  // Always of their own: a part of a larger buffer would be stored with all of it.
  return { ends, bytes: Uint8Array.from(joinBytes(parts.map((part) => part ?? NOTHING))) };
}

/** What was packed, undefined for what is not there. A row that is damaged gives as much as it has. */
export function unpack(row: Packed): (Uint8Array | undefined)[] {
  const { ends, bytes } = row;
  if (!(ends instanceof Uint32Array && bytes instanceof Uint8Array)) return [];
  return Array.from(ends, (end, index) => {
    const start = index === 0 ? 0 : (ends[index - 1] ?? 0);
    const part = bytes.subarray(start, end);
    return part.length > 0 ? part : undefined;
  });
}

/** The records of a packed row with their sequences; those of which nothing is there are left out. */
export function recordsOf(first: number, entries: Packed, payloads: Packed | undefined): (StoredPair & At)[] {
  const contents = payloads === undefined ? [] : unpack(payloads);
  return unpack(entries).flatMap((entry, index) => {
    const payload = contents[index];
    if (entry === undefined) return [];
    return [{ sequence: first + index, entry, ...(payload === undefined ? {} : { payload }) }];
  });
}
interface At {
  sequence: number;
}

/** A row under the sequence of its first record. */
interface RowAt {
  first: number;
  row: Packed;
}

/** A segment as it is written: rows of entries and of payloads, and what is found in it. */
export interface PackedSegment {
  entries: RowAt[];
  payloads: RowAt[];
  index: SearchIndex;
}

/** The first sequences of the rows of a segment. */
export const rowsOfSegment = (first: number): number[] =>
  Array.from({ length: SEGMENT / ROW }, (_, group) => first + group * ROW);

/** The index over the records of a segment, row by row. */
export const indexRows = (rows: readonly (readonly StoredPair[])[]): SearchIndex =>
  indexRecords(rows.map((records) => records.flatMap((record) => readRecord(record) ?? [])));

/** Packs the records of a segment, `SEGMENT` of them, the first with sequence `first`. Pure: same records, same bytes. */
export function packSegment(first: number, records: readonly StoredPair[]): PackedSegment {
  const rows = rowsOfSegment(first).map((at) => ({ at, records: records.slice(at - first, at - first + ROW) }));
  return {
    entries: rows.map(({ at, records: some }) => ({ first: at, row: pack(some.map(({ entry }) => entry)) })),
    payloads: rows.map(({ at, records: some }) => ({ first: at, row: pack(some.map(({ payload }) => payload)) })),
    index: indexRows(rows.map(({ records: some }) => some)),
  };
}
