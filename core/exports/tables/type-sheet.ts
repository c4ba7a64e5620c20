import type { TableType } from '../../tables/table-type.ts';
import { TABLE_WORDS } from '../../tables/words.ts';
import type { Table } from '../xlsx.ts';
import { fillInSheet, type RowTexts } from './fill-in.ts';

/** Rows for which help is given, and characters of the longest text of a cell. */
const [MOST, LONGEST] = [5_000, 5_000];

/** The sheet in which a type of table is filled in, below this title; rows that there are already stand in it. */
export const typeSheet = (type: TableType, title: string, rows: readonly RowTexts[] = []): Table =>
  fillInSheet({
    ...{ name: type.name, title, how: TABLE_WORDS.how },
    ...{ most: MOST, longest: LONGEST, sample: type.sample, rows },
    marks: { head: TABLE_WORDS.mark, hints: TABLE_WORDS.hints, example: TABLE_WORDS.example },
    columns: type.columns.map(({ head, required, hint, kind = 'text', choices }) => ({
      name: head,
      head: required ? head + TABLE_WORDS.required : head,
      hint: hint ?? (choices === undefined ? TABLE_WORDS.kinds[kind] : choices.replaceAll(' ', '、')),
      long: kind === 'long',
      ...(choices === undefined ? {} : { choices: choices.split(' ') }),
    })),
  });
