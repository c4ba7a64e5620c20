import { canonicalJson } from '../base/canonical.ts';
import type { UnitProfile } from './profile.ts';
import { UNIT_TABLES } from './tables/index.ts';
import type { RowChange, RowTexts, UnitTable } from './tables/unit-table.ts';

/** Rows of a part that something concerns. */
export interface RowsOfPart {
  /** What people call the part. */
  name: string;
  rows: number;
}

/** A profile with one row changed, and what changed with it. */
export interface Edited {
  profile: UnitProfile;
  /** Other rows that are otherwise now, or gone: what named the thing of the row. */
  along: RowsOfPart[];
  /** Rows that name what is gone, and stay as they are. */
  stays: RowsOfPart[];
}

/** The rows of a part as a form has them. */
export const rowsIn = ({ form, rowsOf }: UnitTable, profile: UnitProfile): RowTexts[] =>
  form === undefined ? rowsOf(profile) : [form.rowOf(profile)];

/** Rows of each part that are in one profile and not in another, beside those of `own` that are expected. */
function differing(before: UnitProfile, after: UnitProfile, own?: { table: UnitTable; rows: number }): RowsOfPart[] {
  return UNIT_TABLES.flatMap((table): RowsOfPart[] => {
    const there = Map.groupBy(rowsIn(table, after), canonicalJson);
    const gone = rowsIn(table, before).filter((row) => there.get(canonicalJson(row))?.pop() === undefined).length;
    const rows = gone - (table === own?.table ? own.rows : 0);
    return rows > 0 ? [{ name: table.type.name, rows }] : [];
  });
}

/** A profile with everything that names a thing of a part by its new name; without it where there is none. */
export const renamedAll = (profile: UnitProfile, part: string, from: string, to?: string): UnitProfile =>
  UNIT_TABLES.reduce(
    (result, table) => table.renamed?.(result, { part, from, ...(to !== undefined && { to }) }) ?? result,
    profile,
  );

/** A name that nothing has. */
const NOBODY = '\uFFFF';

/**
 * A profile with a row changed, added (`at` undefined) or taken away (`change` undefined), and with everything that names the
 * thing of this row by its new name, or without it. Pure.
 */
export function editRow(
  profile: UnitProfile,
  table: UnitTable,
  at: number | undefined,
  change: RowChange | undefined,
): Edited {
  const next = table.put(profile, at, change);
  const part = table.type.id;
  const rows = rowsIn(table, next);
  const from = at === undefined ? '' : (table.nameIn?.(rowsIn(table, profile)[at] ?? {}) ?? '');
  const to = change && at !== undefined ? table.nameIn?.(rows[at] ?? {}) : undefined;
  // Two may have one name: as long as one of them is left, what names it is right.
  const isOld = from === '' || from === to || rows.some((row) => table.nameIn?.(row) === from);
  const after = isOld ? next : renamedAll(next, part, from, to);
  const along = differing(profile, after, { table, rows: at === undefined ? 0 : 1 });
  const named = isOld || to !== undefined ? [] : differing(next, renamedAll(next, part, from, NOBODY));
  const stays = named.flatMap(({ name, rows: all }): RowsOfPart[] => {
    const left = all - (along.find((one) => one.name === name)?.rows ?? 0);
    return left > 0 ? [{ name, rows: left }] : [];
  });
  return { profile: after, along, stays };
}

/** Where a row is that a person began to change a while ago. */
export type Met =
  /** Changed meanwhile, in columns that the person changed too: as it is now, with the heads of these. */
  | { at: number; now: RowTexts; heads: string[] }
  | { at: number; now?: undefined }
  /** It is called otherwise now, or is gone. */
  | { at?: undefined; now?: undefined };

/** What a row is about, in the words that stand in it. */
const keyIn = ({ type, keyOf }: UnitTable, row: RowTexts): string =>
  keyOf(Object.fromEntries(type.columns.map(({ key, head }) => [key, row[head] ?? ''])));

/**
 * Finds a row again in a profile that others may have changed.
 * @param at where it stood; `was` how it read then; `heads` those of the columns that are to be changed
 */
export function meetAgain(
  profile: UnitProfile,
  table: UnitTable,
  { at, was, heads }: { at: number; was: RowTexts; heads: readonly string[] },
): Met {
  const rows = rowsIn(table, profile);
  const same = canonicalJson(was);
  if (canonicalJson(rows[at] ?? {}) === same) return { at };
  const again = rows.findIndex((row) => canonicalJson(row) === same);
  if (again >= 0) return { at: again };
  const key = keyIn(table, was);
  const place = table.form === undefined ? rows.findIndex((row) => keyIn(table, row) === key) : 0;
  const now = rows[place];
  if (now === undefined) return {};
  const both = heads.filter((head) => (now[head] ?? '') !== (was[head] ?? ''));
  return both.length === 0 ? { at: place } : { at: place, now, heads: both };
}
