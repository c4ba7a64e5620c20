import type { UnitProfile } from '../../unit/profile.ts';
import { UNIT_TABLES } from '../../unit/tables/index.ts';
import type { UnitTable } from '../../unit/tables/unit-table.ts';
import { writeWorkbook } from '../xlsx.ts';
import { typeSheet } from './type-sheet.ts';

const WORDS = { title: '单位资料', sheet: '单位资料：{name}' } as const;

const sheetOf = ({ type, rowsOf }: UnitTable, profile: UnitProfile | undefined) =>
  typeSheet(type, WORDS.sheet.replace('{name}', type.name), profile === undefined ? [] : rowsOf(profile));

/**
 * The workbook in which a unit's profile is filled in, a sheet for each of its parts; with a profile it stands there, and taken
 * again it changes nothing. @param createdAt ISO date-time
 */
export const unitWorkbook = (createdAt: string, profile?: UnitProfile): Promise<Uint8Array> =>
  writeWorkbook(
    UNIT_TABLES.map((table) => sheetOf(table, profile)),
    { title: WORDS.title, createdAt },
  );
