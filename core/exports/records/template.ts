import { fillSlots } from '../../base/text.ts';
import { typesBehind } from '../../records/index.ts';
import { LONGEST_BOX } from '../../records/kept-record.ts';
import type { RecordType } from '../../records/record-type.ts';
import { type FillInColumn, fillInSheet, type RowTexts } from '../tables/fill-in.ts';
import { writeWorkbook } from '../xlsx.ts';
import { columnsOf, hintOf, MOST_ROWS, type RecordColumn, TABLE_WORDS } from './columns.ts';

const hintIn = (column: RecordColumn): string => {
  if (column.kind === 'box') return hintOf(column.box);
  return column.kind === 'factOn' ? TABLE_WORDS.factOnHint : column.kind === 'follows' ? TABLE_WORDS.followsHint : '';
};

function fillInColumn(column: RecordColumn): FillInColumn {
  const { name } = column;
  const box = column.kind === 'box' ? column.box : undefined;
  return {
    name,
    head: box !== undefined && box.optional !== true ? name + TABLE_WORDS.required : name,
    hint: hintIn(column),
    long: box?.type === 'long',
    ...(box?.choices === undefined ? {} : { choices: box.choices.split(' ') }),
  };
}

/**
 * The table in which records of a type are filled in: heads, how each column is filled in, an example that is none, and rows.
 * @param rows what stands in it already; `createdAt` ISO date-time
 */
export function recordWorkbook(
  type: RecordType,
  createdAt: string,
  rows: readonly RowTexts[] = [],
): Promise<Uint8Array> {
  const title = fillSlots(TABLE_WORDS.title, { type: type.name });
  const table = fillInSheet({
    ...{ name: type.name, title, rows, most: MOST_ROWS, longest: LONGEST_BOX, sample: type.sample },
    how: fillSlots(TABLE_WORDS.how, { most: MOST_ROWS }),
    marks: { head: TABLE_WORDS.mark, hints: TABLE_WORDS.hints, example: TABLE_WORDS.example },
    columns: columnsOf(type, typesBehind(type).length > 0).map(fillInColumn),
  });
  return writeWorkbook([table], { title, createdAt });
}
