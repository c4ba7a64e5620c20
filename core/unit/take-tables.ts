import { findHead, linesOf } from '../tables/heads.ts';
import { readTable, type TableRead } from '../tables/read-table.ts';
import type { TableSheet, TableType } from '../tables/table-type.ts';
import { TABLE_WORDS } from '../tables/words.ts';
import { type ClaimedTotals, compareTotals, isClaimedTotals } from './claimed-totals.ts';
import { isDrawnStructure, readDrawnStructure } from './drawn-structure.ts';
import { emptyUnit, type UnitProfile } from './profile.ts';
import { UNIT_TABLES } from './tables/index.ts';
import type { Taken, UnitTable } from './tables/unit-table.ts';
import { twiceIn } from './twice.ts';

/** One kind of table that was found in a workbook, and what its rows would change. */
export interface TakenTable extends Omit<Taken, 'profile' | 'told'>, Pick<TableRead, 'remarks' | 'unknown'> {
  /** Id and name of the type. */
  id: string;
  name: string;
  /** Names of the sheets. */
  sheets: string[];
  /** Rows that were read. */
  rows: number;
}

/** A workbook beside a profile, before anything is kept. */
export interface TakenTables {
  profile: UnitProfile;
  tables: TakenTable[];
  /** What the office counted itself (标准汇总表), beside the profile with these tables in it. */
  claims: ClaimedTotals[];
  /** Sheets that are none of the tables that a profile has. */
  others: string[];
}

/** How well a sheet fits a type: the columns that its head names; a sheet that is called like the type needs no more to win. */
function fitOf(type: TableType, sheet: TableSheet): number {
  const head = findHead(type, linesOf(sheet), TABLE_WORDS.mark);
  if (head === undefined) return 0;
  return head.columns.size + (sheet.name.includes(type.name) ? 10 : 0);
}

const DRAWN = UNIT_TABLES.find(({ type }) => type.id === 'structure');

/** The table that a sheet is; undefined for none. Of two that fit alike the first one. */
function tableOf(sheet: TableSheet): UnitTable | undefined {
  let best: { table: UnitTable; fit: number } | undefined;
  for (const table of UNIT_TABLES) {
    const fit = fitOf(table.type, sheet);
    if (fit > (best?.fit ?? 0)) best = { table, fit };
  }
  return best?.table ?? (isDrawnStructure(sheet) ? DRAWN : undefined);
}

/** The rows of some sheets of one table: below its head, or drawn as boxes where there is none. */
function rowsIn(sheets: readonly TableSheet[], { type }: UnitTable): TableRead {
  const isDrawn = (sheet: TableSheet): boolean => type.id === DRAWN?.type.id && fitOf(type, sheet) === 0;
  const reads = [
    readTable(
      sheets.filter((sheet) => !isDrawn(sheet)),
      type,
    ),
    ...sheets.filter(isDrawn).map(readDrawnStructure),
  ];
  return {
    rows: reads.flatMap(({ rows }) => rows),
    remarks: reads.flatMap(({ remarks }) => remarks),
    unknown: reads.flatMap(({ unknown }) => unknown),
  };
}

/**
 * What the sheets of a workbook would make of a profile; nothing of it is kept yet. Every row is in the profile or has its
 * sentence in `remarks`. @param before the profile that there is, undefined where there is none
 */
export function takeTables(sheets: readonly TableSheet[], before: UnitProfile | undefined): TakenTables {
  const kinds = new Map(sheets.map((sheet) => [sheet, tableOf(sheet)]));
  let profile = before ?? emptyUnit('');
  const tables: TakenTable[] = [];
  for (const table of UNIT_TABLES) {
    const own = sheets.filter((sheet) => kinds.get(sheet) === table);
    if (own.length === 0) continue;
    const { rows: read, remarks, unknown } = rowsIn(own, table);
    const rows = read.filter(({ sheet, row, values }) => {
      const text = table.faultOf?.(values);
      if (text !== undefined) remarks.push({ sheet, row, what: 'lost', text });
      return text === undefined;
    });
    remarks.push(...twiceIn(rows, table), ...(table.remarksOn?.(rows) ?? []));
    const {
      profile: next,
      told = [],
      ...taken
    } = table.take(
      profile,
      rows.map(({ values }) => values),
    );
    remarks.push(...told.map((text) => ({ sheet: '', row: 0, what: 'look' as const, text })));
    profile = next;
    const { id, name } = table.type;
    tables.push({ ...{ id, name, remarks, unknown, ...taken }, sheets: own.map((one) => one.name), rows: rows.length });
  }
  const left = sheets.filter((sheet) => kinds.get(sheet) === undefined);
  const claims = left.filter((sheet) => isClaimedTotals(sheet));
  return {
    ...{ profile, tables, claims: claims.map((sheet) => compareTotals(sheet, profile)) },
    others: left.flatMap((sheet) => (claims.includes(sheet) ? [] : [sheet.name])),
  };
}
