import { keyOfRow, type Register, type RegisterColumn } from '../document/register.ts';
import { RULES } from '../rules/index.ts';
import { type CheckOptions, rulePackOf } from './check.ts';
import { type CheckedRegister, type CheckedRow, MOST_ROWS } from './checked-register.ts';
import { checkedRow, checkRows, type RowDocument, withSharedNumbers } from './rows.ts';
import type { CheckRun } from './run.ts';

/**
 * A reading of a register, with what was read of it before. Another register, or the same one chosen by other conditions, begins
 * anew. @param before what was collected in this tab
 */
export function collectRegister(
  register: Register,
  before: CheckedRegister | undefined,
  options: CheckOptions,
): CheckedRegister {
  const documents = checkRows(register, options);
  const same = before !== undefined && isSame(before, register) ? before : undefined;
  const shown = documents.filter(({ model }) => model.classified === undefined);
  const keys = keysOf(register, shown);
  const page = pageOf(register, same, keys);
  const rows = new Map<string, CheckedRow>();
  for (const row of same?.rows ?? []) rows.set(row.key, elsewhere(row));
  const full = same?.full === true || rows.size + keys.filter((key) => !rows.has(key)).length > MOST_ROWS;
  shown.forEach((one, at) => {
    const key = keys[at] as string;
    if (rows.has(key) || rows.size < MOST_ROWS) rows.set(key, checkedRow(one, { key, page, kind: register.kind }));
  });
  const leftOut = documents.length - shown.length;
  const read = [...(same?.read ?? []).filter((one) => one.page !== page), { page, leftOut }];
  const ask = same?.askBeforeKeeping ?? shown.flatMap(({ model }) => model.askBeforeKeeping ?? []).at(0);
  const total = register.total ?? same?.total;
  const pages = register.pages ?? same?.pages;
  const collected: CheckedRegister = {
    ...versionsOf(options),
    ...{ kind: register.kind, name: register.name, place: register.place, columns: register.columns },
    rows: [...rows.values()],
    ...(total === undefined ? {} : { total }),
    ...(pages === undefined ? {} : { pages }),
    read: read.sort((left, right) => left.page - right.page),
    page,
    ...(full ? { full } : {}),
    ...(ask ? { askBeforeKeeping: ask } : {}),
  };
  return { ...collected, rows: withSharedNumbers(collected.rows, register, { ...options, several: read.length > 1 }) };
}

/** A row that stands on another page than the one that is shown: no place of it is there. */
const elsewhere = ({ source: _, findings, ...row }: CheckedRow): CheckedRow => ({
  ...row,
  findings: findings.map((finding) => ({ ...finding, sources: [] })),
});

function versionsOf({
  today,
  catalogue,
  runId,
  at,
  rules = RULES,
}: CheckOptions): Pick<CheckRun, 'runId' | 'at' | 'today' | 'rulePack' | 'catalogue'> {
  return {
    runId: runId ?? crypto.randomUUID(),
    at: at ?? new Date().toISOString(),
    today,
    rulePack: rulePackOf(rules),
    catalogue: { version: catalogue.version, issuedOn: catalogue.issuedOn },
  };
}

/** Rows that one page shows alike are told apart by their order. */
function keysOf(register: Register, documents: readonly RowDocument[]): string[] {
  const times = new Map<string, number>();
  return documents.map(({ row }) => {
    const key = keyOfRow(register, row) || row.cells.join('\t');
    const before = times.get(key) ?? 0;
    times.set(key, before + 1);
    return before === 0 ? key : `${key}\n${before}`;
  });
}

/** The total of a register moves by a few rows while its pages are turned. */
const MOVES = 3;

function isSame(before: CheckedRegister, register: Register): boolean {
  const titles = (columns: readonly RegisterColumn[]): string => columns.map(({ label }) => label).join('\t');
  return (
    before.kind === register.kind &&
    before.place === register.place &&
    before.name === register.name &&
    titles(before.columns) === titles(register.columns) &&
    (before.total === undefined || register.total === undefined || Math.abs(before.total - register.total) <= MOVES)
  );
}

/** The page of results: as it says itself, else the one on which its rows stood before, else the next. */
function pageOf(register: Register, before: CheckedRegister | undefined, keys: readonly string[]): number {
  if (register.page !== undefined) return register.page;
  if (before === undefined) return 1;
  const known = new Map(before.rows.map(({ key, page }) => [key, page]));
  const met = keys.map((key) => known.get(key)).find((page) => page !== undefined);
  return met ?? Math.max(...before.read.map(({ page }) => page)) + 1;
}
