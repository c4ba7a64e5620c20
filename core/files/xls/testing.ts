import { compoundOf, gb18030 } from '../testing.ts';
import { RECORD } from './records.ts';

/** Builds old workbooks record by record, the same bytes each time. Imported by tests and fixtures only. */

export type Version = 8 | 5;

/** A text; a number and the style of a format; the value of a formula; a signature that is a picture; nothing. */
export type CellSketch =
  | string
  | number
  | readonly [value: number, style: number]
  | { formula: string | number | boolean | null }
  | { error: number }
  | { truth: boolean }
  | { picture: true }
  | null;

export interface SheetSketch {
  name: string;
  state?: 0 | 1 | 2;
  rows: readonly (readonly CellSketch[])[];
  /** First row, last row, first column, last column, from 0. */
  merged?: readonly (readonly [number, number, number, number])[];
  hiddenRows?: readonly number[];
  hiddenColumns?: readonly number[];
  comments?: number;
  box?: string;
}

export interface WorkbookSketch {
  sheets: readonly SheetSketch[];
  formats?: readonly string[];
  from1904?: boolean;
  version?: Version;
  /** Bytes after which the table of strings goes on in a further record. */
  stringsIn?: number;
  encrypted?: boolean;
}

const LONGEST = 8224;
const u8 = (...values: number[]): Buffer => Buffer.from(values);
const u16 = (...values: number[]): Buffer =>
  Buffer.concat(values.map((value) => u8(value & 0xff, (value >> 8) & 0xff)));
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const double = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
};
export const biffRecord = (type: number, ...parts: Uint8Array[]): Buffer => {
  const data = Buffer.concat(parts);
  return Buffer.concat([u16(type, data.length), data]);
};

const signsOf = (text: string): Buffer => Buffer.from(text, 'utf16le');
const longString = (text: string, version: Version): Buffer =>
  version === 8
    ? Buffer.concat([u16(text.length), u8(1), signsOf(text)])
    : Buffer.concat([u16(gb18030(text).length), gb18030(text)]);
const shortString = (text: string, version: Version): Buffer =>
  version === 8
    ? Buffer.concat([u8(text.length, 1), signsOf(text)])
    : Buffer.concat([u8(gb18030(text).length), gb18030(text)]);

/** The stream of a workbook. */
export function workbookStream(sketch: WorkbookSketch): Uint8Array {
  const { sheets, formats = [], from1904, version = 8, stringsIn = LONGEST, encrypted } = sketch;
  const strings: string[] = [];
  const bodies = sheets.map((sheet) => sheetBytes(sheet, version, strings));
  const globals = (places: readonly number[]): Buffer =>
    Buffer.concat([
      biffRecord(RECORD.begin, u16(version === 8 ? 0x0600 : 0x0500, 5, 0, 0)),
      ...(encrypted ? [biffRecord(RECORD.encryption, u16(1, 1, 1))] : []),
      biffRecord(RECORD.codePage, u16(version === 8 ? 1200 : 936)),
      biffRecord(RECORD.dateMode, u16(from1904 ? 1 : 0)),
      ...formats.map((code, index) =>
        biffRecord(
          RECORD.format,
          u16(164 + index),
          version === 8 ? longString(code, version) : shortString(code, version),
        ),
      ),
      ...[0, ...formats.map((_, index) => 164 + index)].map((format) =>
        biffRecord(RECORD.style, u16(0, format), Buffer.alloc(16)),
      ),
      ...sheets.map(({ name, state = 0 }, index) =>
        biffRecord(RECORD.boundSheet, u32(places[index] ?? 0), u8(state, 0), shortString(name, version)),
      ),
      ...(version === 8 ? stringRecords(strings, stringsIn) : []),
      biffRecord(RECORD.end),
    ]);
  const length = globals([]).length;
  let at = length;
  const places = bodies.map((body) => {
    at += body.length;
    return at - body.length;
  });
  return new Uint8Array(Buffer.concat([globals(places), ...bodies]));
}

/** An old workbook as a file. */
export function workbookFile(sketch: WorkbookSketch): Uint8Array {
  return compoundOf({ [sketch.version === 5 ? 'Book' : 'Workbook']: workbookStream(sketch) });
}

/** The table of strings; where it goes on inside a string, the next record says anew how wide its signs are. */
function stringRecords(strings: readonly string[], most: number): Buffer[] {
  const parts: Buffer[] = [Buffer.concat([u32(strings.length), u32(strings.length)])];
  const room = (): number => most - (parts.at(-1)?.length ?? 0);
  const put = (bytes: Buffer): void => {
    parts.push(Buffer.concat([parts.pop() ?? Buffer.alloc(0), bytes]));
  };
  for (const [index, text] of strings.entries()) {
    // Every other string has runs of its own format behind it, and readings.
    const rich = index % 2 === 1;
    const head = rich
      ? Buffer.concat([u16(text.length), u8(13), u16(1), u32(6)])
      : Buffer.concat([u16(text.length), u8(1)]);
    if (room() < head.length + 2) parts.push(Buffer.alloc(0));
    put(head);
    for (let from = 0; from < text.length; ) {
      if (room() < 2) parts.push(u8(1));
      const step = Math.max(1, Math.floor(room() / 2));
      put(signsOf(text.slice(from, from + step)));
      from += step;
    }
    if (rich)
      for (const byte of [0, 0, 1, 0, 1, 2, 3, 4, 5, 6]) {
        if (room() < 1) parts.push(Buffer.alloc(0));
        put(u8(byte));
      }
  }
  return parts.map((bytes, index) => biffRecord(index === 0 ? RECORD.strings : RECORD.more, bytes));
}

function sheetBytes(sheet: SheetSketch, version: Version, strings: string[]): Buffer {
  const records: Buffer[] = [biffRecord(RECORD.begin, u16(version === 8 ? 0x0600 : 0x0500, 0x10, 0, 0))];
  for (const column of sheet.hiddenColumns ?? [])
    records.push(biffRecord(RECORD.column, u16(column, column, 2048, 0, 1, 0)));
  for (const row of sheet.hiddenRows ?? []) records.push(biffRecord(RECORD.row, u16(row, 0, 9, 255, 0, 0), u32(0x120)));
  for (const [row, cells] of sheet.rows.entries())
    for (const [column, cell] of cells.entries())
      if (cell !== null) records.push(...cellRecords(row, column, cell, version, strings));
  if (sheet.merged)
    records.push(biffRecord(RECORD.merged, u16(sheet.merged.length), ...sheet.merged.map((range) => u16(...range))));
  if (sheet.box !== undefined)
    records.push(
      objectRecord(6),
      biffRecord(RECORD.textBox, u16(0, 0, 0, 0, 0, sheet.box.length, 16), u32(0)),
      biffRecord(RECORD.more, u8(1), signsOf(sheet.box)),
    );
  for (let note = 0; note < (sheet.comments ?? 0); note += 1) records.push(biffRecord(RECORD.note, u16(note, 0, 0, 1)));
  records.push(biffRecord(RECORD.end));
  return Buffer.concat(records);
}

const objectRecord = (kind: number): Buffer => biffRecord(RECORD.object, u16(0x15, 0x12, kind, 1), Buffer.alloc(18));

function cellRecords(
  row: number,
  column: number,
  cell: Exclude<CellSketch, null>,
  version: Version,
  strings: string[],
): Buffer[] {
  const place = (style = 0): Buffer => u16(row, column, style);
  if (typeof cell === 'string') {
    if (version === 5) return [biffRecord(RECORD.label, place(), longString(cell, version))];
    strings.push(cell);
    return [biffRecord(RECORD.sharedLabel, place(), u32(strings.length - 1))];
  }
  if (typeof cell === 'number')
    return Number.isInteger(cell) && Math.abs(cell) < 2 ** 29
      ? [biffRecord(RECORD.packedNumber, place(), u32(((cell << 2) | 2) >>> 0))]
      : [biffRecord(RECORD.number, place(), double(cell))];
  if ('truth' in cell) return [biffRecord(RECORD.boolOrError, place(), u8(cell.truth ? 1 : 0, 0))];
  if ('error' in cell) return [biffRecord(RECORD.boolOrError, place(), u8(cell.error, 1))];
  if ('picture' in cell) {
    const anchor = u16(0, column, 0, row, 0, column + 1, 0, row + 1, 0);
    const drawing = Buffer.concat([
      u16(0xf, 0xf004),
      u32(8 + anchor.length),
      u16(0, 0xf010),
      u32(anchor.length),
      anchor,
    ]);
    return [biffRecord(RECORD.drawing, drawing), objectRecord(8)];
  }
  if ('formula' in cell) return formulaRecords(place(), cell.formula, version);
  return [biffRecord(RECORD.number, place(cell[1]), double(cell[0]))];
}

function formulaRecords(place: Buffer, result: string | number | boolean | null, version: Version): Buffer[] {
  const rest = Buffer.alloc(8);
  if (typeof result === 'number') return [biffRecord(RECORD.formula, place, double(result), rest)];
  const [kind, value] = result === null ? [3, 0] : typeof result === 'string' ? [0, 0] : [1, result ? 1 : 0];
  const formula = biffRecord(RECORD.formula, place, u8(kind, 0, value, 0, 0, 0, 0xff, 0xff), rest);
  return typeof result === 'string' ? [formula, biffRecord(RECORD.string, longString(result, version))] : [formula];
}
