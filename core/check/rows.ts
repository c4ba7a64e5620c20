import { dayOf, readDate } from '../base/dates.ts';
import type { PageSource } from '../base/source.ts';
import { fillSlots, squeeze } from '../base/text.ts';
import { type DocumentModel, fieldOf } from '../document/model.ts';
import {
  cellOfRole,
  columnsInUse,
  modelOfRow,
  type Register,
  type RegisterRow,
  serialOf,
} from '../document/register.ts';
import type { Role } from '../document/vocabulary.ts';
import { RULES } from '../rules/index.ts';
import { besideOf, type Numbered } from '../rules/questions/numbers.ts';
import { type CheckOptions, checkDocument, rulePackOf, summarise } from './check.ts';
import type { CheckedRow } from './checked-register.ts';
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
      // What passed is told where documents are told; what is said of a row is of the table.
      (finding) => groupOf(finding) === undefined || isOfRow(register.kind, finding),
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
  finding.sources.length > 0 || groupOf(finding) === undefined ? finding : { ...finding, sources: [source] };

function withoutDoubtful(documents: readonly RowDocument[]): RowDocument[] {
  const counts = new Map<string, number>();
  const kindOf = ({ rule, reason, fields }: Finding): string => `${rule} ${reason} ${fields.join()}`;
  for (const { run } of documents)
    for (const kind of new Set(run.findings.map(kindOf))) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const isSure = (finding: Finding): boolean =>
    !isDoubtful(finding.reason, counts.get(kindOf(finding)) ?? 0, documents.length);
  return documents.map((one) => ({ ...one, run: { ...one.run, findings: one.run.findings.filter(isSure) } }));
}

/** What stands in a box of a row; '' where nothing does. */
function textOf({ fields }: DocumentModel, role: Role): string {
  const { state, value } = fieldOf({ fields }, role);
  return state === 'present' && typeof value === 'string' ? value : '';
}

/** What waits for a later step, and what is fine, is not collected. */
const SILENT: ReadonlySet<ReturnType<typeof groupOf>> = new Set([undefined, 'later']);

/** A row as it is collected: what it says, and what was found in it. */
export function checkedRow(
  { row, serial, model, run }: RowDocument,
  { key, page, kind }: Pick<CheckedRow, 'key' | 'page'> & Pick<Register, 'kind'>,
): CheckedRow {
  const number = kind === 'outgoing' ? textOf(model, 'docNumber') : textOf(model, 'receiptNumber');
  return {
    ...{ key, page, serial, stage: model.stage, cells: row.cells, source: row.source },
    number: squeeze(number || textOf(model, 'docNumber')),
    title: (kind === 'case' && textOf(model, 'serviceName')) || model.title,
    findings: run.findings.filter((finding) => !SILENT.has(groupOf(finding))),
  };
}

/**
 * The rows of a saved list page as so many documents, the rule over all of them included. Rows with a mark of secrecy are
 * stopped, as any document is.
 */
export function checkListed(register: Register, options: CheckOptions): RowDocument[] {
  const documents = checkRows(register, options);
  const open = documents.filter(({ run }) => !run.stopped);
  const rows = open.map((one) => checkedRow(one, { key: '', page: 1, kind: register.kind }));
  const shared = withSharedNumbers(rows, register, { ...options, several: false });
  return documents.map((one) => {
    const rulePack = rulePackOf(options.rules ?? RULES);
    if (one.run.stopped) return { ...one, run: { ...one.run, rulePack } };
    const twice = (shared[open.indexOf(one)]?.findings ?? []).filter(({ rule }) => rule === UNIQUE_RULE);
    const findings = [...twice, ...one.run.findings];
    return { ...one, run: { ...one.run, rulePack, findings, summary: summarise(findings) } };
  });
}

/** The rows with what the rule over all of them says: numbers that two documents bear. @param several rows of several pages */
export function withSharedNumbers(
  rows: readonly CheckedRow[],
  register: Pick<Register, 'kind' | 'columns' | 'name' | 'place'>,
  { several, ...options }: CheckOptions & { several: boolean },
): CheckedRow[] {
  const rules = (options.rules ?? RULES).filter(({ id }) => id === UNIQUE_RULE);
  const besides = besideOf(rows.map((row) => numberedOf(row, register, several)));
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

function numberedOf(
  { cells, title, serial, page, stage }: CheckedRow,
  register: Pick<Register, 'kind' | 'columns'>,
  several: boolean,
): Numbered {
  const cell = (role: Role): string => cellOfRole(register, cells, role);
  const day = readDate(cell('receivedOn'))?.iso;
  const word = several ? WORDS.rowOfPage : WORDS.row;
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
