import type { Budget } from '../budget.ts';
import { LIMITS } from '../limits.ts';
import { formatOfId, showNumber } from '../sheets/number-format.ts';
import { cellCollector, type Sheet, type SheetCell, type Span } from '../sheets/sheet.ts';
import { anchorIn } from './drawing.ts';
import { type BiffRecord, RECORD } from './records.ts';
import { RecordReader } from './strings.ts';

/** What all sheets of a workbook refer to. */
export interface Shared {
  name: string;
  budget: Budget;
  /** Written by Excel 97 or later. */
  modern: boolean;
  /** Encoding of strings of older versions. */
  encoding: string;
  strings: string[];
  /** Formats of numbers by their id, and the id of each style. */
  formats: { described: Map<number, string>; styled: number[] };
  from1904: boolean;
}

const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};
/** A row without height, a column without width. */
const HIDDEN_ROW = 0x20;
const HIDDEN_COLUMN = 1;
/** Kinds of objects that float over cells. */
const PICTURE = 8;
const COMMENT = 0x19;

/** What a formula shows when it is no number: where the last two bytes are all ones. */
const RESULT = { text: 0, truth: 1, error: 2, nothing: 3 } as const;

/** The cells of one sheet. Throws Damaged and RangeError for records that are cut short. */
export function readWorksheet(records: Iterable<BiffRecord>, shared: Shared): Omit<Sheet, 'name' | 'place' | 'hidden'> {
  const collector = cellCollector(shared.name, shared.budget);
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  const spans: Span[] = [];
  const boxes: string[] = [];
  let comments = 0;
  let pictures = 0;
  let anchor: Pick<SheetCell, 'row' | 'column'> | undefined;
  let object = 0;
  /** A formula whose text stands in the next record. */
  let waiting: Pick<SheetCell, 'row' | 'column'> | undefined;
  const show = (value: number, style: number): string =>
    showNumber(value, formatOfId(shared.formats.styled[style] ?? 0, shared.formats.described), shared.from1904);

  for (const record of records) {
    const { type, data } = record;
    switch (type) {
      case RECORD.row:
        if (data.getUint16(12, true) & HIDDEN_ROW) hiddenRows.add(data.getUint16(0, true));
        break;
      case RECORD.column:
        if (data.getUint16(8, true) & HIDDEN_COLUMN)
          for (
            let at = data.getUint16(0, true);
            at <= Math.min(data.getUint16(2, true), LIMITS.sheets.columns);
            at += 1
          )
            hiddenColumns.add(at);
        break;
      case RECORD.sharedLabel:
        collector.add({ ...placeOf(data), text: shared.strings[data.getUint32(6, true)] ?? '' });
        break;
      case RECORD.label:
      case RECORD.richLabel:
        collector.add({ ...placeOf(data), text: stringAt(record, 6, shared) });
        break;
      case RECORD.number:
        collector.add({ ...placeOf(data), text: show(data.getFloat64(6, true), styleOf(data)) });
        break;
      case RECORD.packedNumber:
        collector.add({ ...placeOf(data), text: show(unpacked(data.getUint32(6, true)), styleOf(data)) });
        break;
      case RECORD.manyNumbers: {
        const { row, column } = placeOf(data);
        for (let index = 0; 4 + 6 * (index + 1) + 2 <= data.byteLength; index += 1) {
          const at = 4 + 6 * index;
          const text = show(unpacked(data.getUint32(at + 2, true)), data.getUint16(at, true));
          collector.add({ row, column: column + index, text });
        }
        break;
      }
      case RECORD.boolOrError:
        collector.add({ ...placeOf(data), text: truthOrError(data.getUint8(6), data.getUint8(7) === 1) });
        break;
      case RECORD.formula: {
        const place = placeOf(data);
        waiting = undefined;
        if (data.getUint16(12, true) !== 0xffff) {
          collector.add({ ...place, text: show(data.getFloat64(6, true), styleOf(data)) });
          break;
        }
        const result = data.getUint8(6);
        if (result === RESULT.text) waiting = place;
        else if (result !== RESULT.nothing)
          collector.add({ ...place, text: truthOrError(data.getUint8(8), result === RESULT.error) });
        break;
      }
      case RECORD.string:
        if (waiting) collector.add({ ...waiting, text: stringAt(record, 0, shared) });
        waiting = undefined;
        break;
      case RECORD.merged:
        for (let at = 2; at + 8 <= data.byteLength && spans.length < LIMITS.sheets.spans; at += 8)
          spans.push(spanAt(data, at));
        break;
      case RECORD.note:
        comments += 1;
        break;
      case RECORD.drawing:
        anchor = anchorIn(data) ?? anchor;
        break;
      case RECORD.object:
        object = data.getUint16(4, true);
        if (object === PICTURE) {
          pictures += 1;
          if (anchor) collector.addPicture(anchor);
        }
        break;
      case RECORD.textBox: {
        const [text] = record.more;
        const length = data.getUint16(10, true);
        if (!text || length === 0 || object === COMMENT) break;
        const reader = new RecordReader({ data: text, more: record.more.slice(1) });
        boxes.push(reader.signs(length, reader.byte()).replace(/\r\n?/g, '\n'));
        break;
      }
    }
  }
  return {
    cells: collector.cells(),
    ...(shared.from1904 && { from1904: true }),
    spans,
    isHiddenRow: (row) => hiddenRows.has(row),
    isHiddenColumn: (column) => hiddenColumns.has(column),
    comments,
    pictures,
    boxes,
  };
}

function placeOf(data: DataView): Pick<SheetCell, 'row' | 'column'> {
  return { row: data.getUint16(0, true), column: data.getUint16(2, true) };
}

const styleOf = (data: DataView): number => data.getUint16(4, true);

function spanAt(data: DataView, at: number): Span {
  const [row = 0, last = 0, column = 0, right = 0] = [0, 2, 4, 6].map((step) => data.getUint16(at + step, true));
  return { row, column, rows: Math.max(1, last - row + 1), columns: Math.max(1, right - column + 1) };
}

/** A number in four bytes: whole or the front of a long one, and perhaps a hundredth. */
function unpacked(packed: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(4, packed & 0xfffffffc, true);
  const value = packed & 2 ? packed >> 2 : view.getFloat64(0, true);
  return packed & 1 ? value / 100 : value;
}

function truthOrError(value: number, isError: boolean): string {
  return isError ? (ERRORS[value] ?? '#N/A') : value === 1 ? 'TRUE' : 'FALSE';
}

function stringAt(record: BiffRecord, at: number, { modern, encoding }: Shared): string {
  const reader = new RecordReader(record, at);
  const length = reader.short();
  return modern ? reader.string(length) : reader.oldString(length, encoding);
}
