import { joinBytes } from '../../core/base/bytes.ts';
import type { StoredRecord } from '../../core/ledger/entry.ts';
import { INDEXED, indexRecords, type SearchIndex } from '../../core/ledger/search-index.ts';
import { readRecord } from '../../core/ledger/stored.ts';

/*
 * How packed records stand in the database. A segment is 256 records; it is packed at once and has one search index. Its
 * bytes stand in rows of 32 records, entries apart from payloads: so that a row wherever it stands is read quickly (what
 * the browser compresses to less than 64 kB is), all of them one after another too, and a list reads no payloads.
 */

/** Records of one row, and of one segment: segments begin with sequences 1, 257, 513, … */
export const ROW = 32;
export const SEGMENT = INDEXED;

/** The first sequence of the row, or of the segment, in which a record stands. */
export const firstOfRow = (sequence: number): number => sequence - ((sequence - 1) % ROW);
export const firstOfSegment = (sequence: number): number => sequence - ((sequence - 1) % SEGMENT);

/** A record as it is stored, without its blobs: these stand under their digests. */
export type StoredPair = Pick<StoredRecord, 'entry' | 'text' | 'payload'>;
/** The same with its place in the chain. */
export type Found = StoredPair & { sequence: number };

/** Records of a row as lines of bytes. Canonical JSON has no line feed in it; an empty line stands for what is not there. */
export interface Packed {
  lines: Uint8Array;
}

const LINE_END = 0x0a;
const NOTHING = new Uint8Array();
const END = Uint8Array.of(LINE_END);

/** Whether bytes can be packed: those that a line feed was put into cannot. */
export const isPackable = ({ entry, payload }: StoredPair): boolean =>
  !entry.includes(LINE_END) && payload?.includes(LINE_END) !== true;

export const pack = (parts: readonly (Uint8Array | undefined)[]): Packed => ({
  // Always bytes of their own: a part of a larger buffer would be stored with all of it.
  lines: joinBytes(parts.flatMap((part, at) => (at === 0 ? [part ?? NOTHING] : [END, part ?? NOTHING]))).slice(),
});

/** What was packed, undefined for what is not there. A row that is damaged gives as much as it has. */
export function unpack({ lines }: Packed): (Uint8Array | undefined)[] {
  if (!(lines instanceof Uint8Array)) return [];
  const parts: (Uint8Array | undefined)[] = [];
  for (let from = 0; from <= lines.length && parts.length < ROW; ) {
    const end = lines.indexOf(LINE_END, from);
    const part = lines.subarray(from, end < 0 ? lines.length : end);
    parts.push(part.length > 0 ? part : undefined);
    from = end < 0 ? lines.length + 1 : end + 1;
  }
  return parts;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The lines as text; none where a byte somewhere is no text: then each is decoded for itself. */
function textsOf({ lines }: Packed): string[] {
  try {
    return decoder.decode(lines).split('\n');
  } catch {
    return [];
  }
}

/** The records of a packed row with their sequences; those of which nothing is there are left out. */
export function recordsOf(first: number, entries: Packed, payloads: Packed | undefined): Found[] {
  const contents = payloads === undefined ? [] : unpack(payloads);
  const texts = textsOf(entries);
  const found: Found[] = [];
  for (const [index, entry] of unpack(entries).entries()) {
    if (entry === undefined) continue;
    const record: Found = { sequence: first + index, entry };
    const [text, payload] = [texts[index], contents[index]];
    if (text !== undefined) record.text = text;
    if (payload !== undefined) record.payload = payload;
    found.push(record);
  }
  return found;
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

/** The index over the records of a segment, undefined for one that is not there. */
export const indexSegment = (records: readonly (StoredPair | undefined)[]): SearchIndex =>
  indexRecords(records.map((record) => record && readRecord(record)));

/** Packs the records of a segment, `SEGMENT` of them, the first with sequence `first`. Pure: same records, same bytes. */
export function packSegment(first: number, records: readonly StoredPair[]): PackedSegment {
  const rows = rowsOfSegment(first).map((at) => ({ at, records: records.slice(at - first, at - first + ROW) }));
  return {
    entries: rows.map(({ at, records: some }) => ({ first: at, row: pack(some.map(({ entry }) => entry)) })),
    payloads: rows.map(({ at, records: some }) => ({ first: at, row: pack(some.map(({ payload }) => payload)) })),
    index: indexSegment(records),
  };
}
