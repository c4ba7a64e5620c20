import { dayOf, readDate } from '../base/dates.ts';
import type { PageSource } from '../base/source.ts';
import { fillSlots, squeeze } from '../base/text.ts';
import { type DocumentModel, fieldOf } from '../document/model.ts';
import {
  columnsInUse,
  keyOfRow,
  modelOfRow,
  type Register,
  type RegisterColumn,
  type RegisterRow,
  serialOf,
} from '../document/register.ts';
import type { Role } from '../document/vocabulary.ts';
import { RULES } from '../rules/index.ts';
import { besideOf, type Numbered } from '../rules/questions/numbers.ts';
import { type CheckOptions, checkDocument } from './check.ts';
import { type CheckedRegister, type CheckedRow, MOST_ROWS } from './checked-register.ts';
import { isDoubtful, isOfRow, rulesOfRows, UNIQUE_RULE } from './row-rules.ts';
import type { CheckRun, Finding } from './run.ts';
import { groupOf } from './summary.ts';

const WORDS = { row: '第{serial}行', rowOfPage: '第{page}页第{serial}行' } as const;

/** A row as a document with what was found in it, for reports that tell documents. */
export interface RowDocument {
  row: RegisterRow;
  serial: string;
  model: DocumentModel;
  run: CheckRun;
}

/**
 * Reads and checks the rows of a register, one document each. Of a row with a mark of secrecy the model says `classified`, and
 * its run is stopped: nothing of it may be told. Never throws because of a rule.
 */
export function checkRows(register: Register, options: CheckOptions): RowDocument[] {
  const inUse = columnsInUse(register);
  const rules = rulesOfRows(register.kind, options.rules);
  const documents = register.rows.map((row, at): RowDocument => {
    const model = modelOfRow(register, row, inUse);
    const stopping = (options.rules ?? RULES).filter(({ stops }) => stops);
    const run = checkDocument(model, { ...options, rules: model.classified ? stopping : rules, kept: false });
    const findings = run.findings.filter(
      (finding) => groupOf(finding) !== undefined && isOfRow(register.kind, finding),
    );
    return {
      row,
      serial: serialOf(register, row.cells, at),
      model,
      run: model.classified ? run : { ...run, findings: findings.map((finding) => atPlaces(finding, row)) },
    };
  });
  return withoutDoubtful(documents);
}

/** A finding without a place of its own is about the whole row. */
const atPlaces = (finding: Finding, { source }: RegisterRow): Finding =>
  finding.sources.length > 0 ? finding : { ...finding, sources: [source] };

function withoutDoubtful(documents: readonly RowDocument[]): RowDocument[] {
  const counts = new Map<string, number>();
  const kindOf = ({ rule, reason, fields }: Finding): string => `${rule} ${reason} ${fields.join()}`;
  for (const { run } of documents)
    for (const kind of new Set(run.findings.map(kindOf))) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const isSure = (finding: Finding): boolean =>
    !isDoubtful(finding.reason, counts.get(kindOf(finding)) ?? 0, documents.length);
  return documents.map((one) => ({ ...one, run: { ...one.run, findings: one.run.findings.filter(isSure) } }));
}

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
    ...versionsOf(documents[0]?.run, options),
    ...{ kind: register.kind, name: register.name, place: register.place, columns: register.columns },
    rows: [...rows.values()],
    ...(total === undefined ? {} : { total }),
    ...(pages === undefined ? {} : { pages }),
    read: read.sort((left, right) => left.page - right.page),
    page,
    ...(full ? { full } : {}),
    ...(ask ? { askBeforeKeeping: ask } : {}),
  };
  return { ...collected, rows: withSharedNumbers(collected, options) };
}

/** A row that stands on another page than the one that is shown: no place of it is there. */
const elsewhere = ({ source: _, findings, ...row }: CheckedRow): CheckedRow => ({
  ...row,
  findings: findings.map((finding) => ({ ...finding, sources: [] })),
});

function versionsOf(
  run: CheckRun | undefined,
  { today, catalogue, runId, at }: CheckOptions,
): Pick<CheckRun, 'runId' | 'at' | 'today' | 'rulePack' | 'catalogue'> {
  return {
    runId: runId ?? crypto.randomUUID(),
    at: at ?? new Date().toISOString(),
    today,
    rulePack: run?.rulePack ?? '',
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

/** What stands in a box of a row; '' where nothing does. */
function textOf({ fields }: DocumentModel, role: Role): string {
  const { state, value } = fieldOf({ fields }, role);
  return state === 'present' && typeof value === 'string' ? value : '';
}

function checkedRow(
  { row, serial, model, run }: RowDocument,
  { key, page, kind }: Pick<CheckedRow, 'key' | 'page'> & Pick<Register, 'kind'>,
): CheckedRow {
  const number = kind === 'outgoing' ? textOf(model, 'docNumber') : textOf(model, 'receiptNumber');
  return {
    ...{ key, page, serial, stage: model.stage, cells: row.cells, source: row.source },
    number: squeeze(number || textOf(model, 'docNumber')),
    title: (kind === 'case' && textOf(model, 'serviceName')) || model.title,
    findings: run.findings.filter((finding) => groupOf(finding) !== 'later'),
  };
}

/** Numbers that two documents of the register bear, over all pages that were read. */
function withSharedNumbers(register: CheckedRegister, options: CheckOptions): CheckedRow[] {
  const rules = (options.rules ?? RULES).filter(({ id }) => id === UNIQUE_RULE);
  const { rows } = register;
  const besides = besideOf(rows.map((row) => numberedOf(row, register)));
  return rows.map((row, at): CheckedRow => {
    const findings = row.findings.filter(({ rule }) => rule !== UNIQUE_RULE);
    const beside = besides[at] ?? {};
    if (Object.values(beside).every((others) => others.length === 0)) return { ...row, findings };
    const nowhere: PageSource = { from: 'page', frame: '', label: '', path: '' };
    const source = row.source ?? nowhere;
    const model = modelOfRow({ ...register, rows: [] }, { cells: row.cells, source, places: [] }, new Set());
    const { findings: found } = checkDocument(model, { ...options, rules, beside, kept: false });
    const twice = found.filter(({ outcome }) => outcome === 'failed');
    return {
      ...row,
      findings: [...twice.map((one) => ({ ...one, sources: row.source ? [source] : [] })), ...findings],
    };
  });
}

function numberedOf({ cells, title, serial, page, stage }: CheckedRow, register: CheckedRegister): Numbered {
  const cell = (role: Role): string => cells[register.columns.findIndex((column) => column.role === role)] ?? '';
  const day = readDate(cell('receivedOn'))?.iso;
  const word = register.read.length > 1 ? WORDS.rowOfPage : WORDS.row;
  return {
    name: fillSlots(word, { page, serial }),
    title,
    // The number on what came in was given elsewhere.
    numbers: register.kind === 'outgoing' ? { docNumber: cell('docNumber') } : { receiptNumber: cell('receiptNumber') },
    ...(day === undefined ? {} : { year: dayOf(day).slice(0, 4) }),
    ...(register.kind === 'outgoing' && stage !== 'unknown' && stage !== 'issued' && stage !== 'archived'
      ? { open: true }
      : {}),
  };
}
