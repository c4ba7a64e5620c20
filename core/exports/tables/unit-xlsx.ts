import { TABLE_WORDS } from '../../tables/words.ts';
import type { UnitProfile } from '../../unit/profile.ts';
import { UNIT_TABLES } from '../../unit/tables/index.ts';
import type { UnitTable } from '../../unit/tables/unit-table.ts';
import { writeWorkbook } from '../xlsx.ts';
import { fillInSheet } from './fill-in.ts';

const WORDS = { title: '单位资料', sheet: '单位资料：{name}' } as const;
/** Rows for which help is given, and characters of the longest text of a cell. */
const [MOST, LONGEST] = [5_000, 5_000];

const sheetOf = ({ type, rowsOf }: UnitTable, profile: UnitProfile | undefined) =>
  fillInSheet({
    ...{ name: type.name, title: WORDS.sheet.replace('{name}', type.name), how: TABLE_WORDS.how },
    ...{ most: MOST, longest: LONGEST, sample: type.sample, rows: profile === undefined ? [] : rowsOf(profile) },
    marks: { head: TABLE_WORDS.mark, hints: TABLE_WORDS.hints, example: TABLE_WORDS.example },
    columns: type.columns.map(({ head, required, hint, kind = 'text', choices }) => ({
      name: head,
      head: required ? head + TABLE_WORDS.required : head,
      hint: hint ?? (choices === undefined ? TABLE_WORDS.kinds[kind] : choices.replaceAll(' ', '、')),
      long: kind === 'long',
      ...(choices === undefined ? {} : { choices: choices.split(' ') }),
    })),
  });

/**
 * The workbook in which a unit's profile is filled in, a sheet for each of its parts; with a profile it stands there, and taken
 * again it changes nothing. @param createdAt ISO date-time
 */
export const unitWorkbook = (createdAt: string, profile?: UnitProfile): Promise<Uint8Array> =>
  writeWorkbook(
    UNIT_TABLES.map((table) => sheetOf(table, profile)),
    { title: WORDS.title, createdAt },
  );
