import { readDate } from '../../base/dates.ts';
import { splitNames } from '../../base/names.ts';
import { cleanText, squeeze } from '../../base/text.ts';
import { type Column, columnOf } from '../../pairing/columns.ts';
import { roleOfLabel } from '../glossary.ts';
import type { TrailStep } from '../model.ts';
import type { TableText } from '../parts.ts';
import { isPeopleRole, type PeopleRole, type Role } from '../vocabulary.ts';
import { recordsInEntries, stepOfEntry } from './entry.ts';
import { recordsInLines, trailOfLinedRows } from './lined.ts';
import { FORESEEN, type StepNames, stepRole, WAITING } from './step.ts';

/** Heads under which each row has a document of its own. */
const OF_DOCUMENTS: ReadonlySet<Role | undefined> = new Set(['docNumber', 'receiptNumber', 'title', 'serviceName']);
const FEWEST_OF_DOCUMENTS = 2;

/** True for the heads of a list of documents: its columns 办理人 and 操作 tell of each, and of no flow. */
const listsDocuments = (row: readonly string[]): boolean =>
  row.filter((cell) => OF_DOCUMENTS.has(roleOfLabel(cell)?.role)).length >= FEWEST_OF_DOCUMENTS;

/** Columns of a workflow record by its header row (its cells may be td); undefined when the table is none. */
function recordColumns(row: readonly string[]): Map<Column, number[]> | undefined {
  if (listsDocuments(row)) return undefined;
  const columns = new Map<Column, number[]>();
  row.forEach((cell, index) => {
    const column = columnOf(cell);
    if (column) columns.set(column, [...(columns.get(column) ?? []), index]);
  });
  const has = (...wanted: Column[]): boolean => wanted.some((column) => columns.has(column));
  if (!has('person')) return undefined;
  if (has('step', 'action')) return has('time', 'opinion', 'action', 'state') ? columns : undefined;
  return has('time') && has('opinion', 'state') ? columns : undefined;
}

/** 类型 | 标题 | 审核人 | 状态 | 操作: a list of documents, whatever else its head says. */
const isOfThings = (row: readonly string[]): boolean =>
  row.some((cell) => {
    const meaning = roleOfLabel(cell);
    return meaning?.role === 'title' && meaning.confidence !== 'guessed';
  });

/** Index of the header row of a workflow record, -1 when the table is none. */
function recordHeader(rows: readonly (readonly string[])[]): number {
  return rows.slice(0, 3).findIndex((row, at) => {
    const columns = isOfThings(row) ? undefined : recordColumns(row);
    if (columns === undefined || columns.has('step') || columns.has('action')) return columns !== undefined;
    // 审批意见 | 审批人 | 审批时间: a form has these words too; somebody has to have acted below them.
    return rows.slice(at + 1).some((below) => isAct(below, columns));
  });
}

/** A row with one name and a time, each in its column. */
function isAct(row: readonly string[], columns: ReadonlyMap<Column, number[]>): boolean {
  const holds = (column: Column, fits: (text: string) => boolean): boolean =>
    (columns.get(column) ?? []).some((index) => fits(row[index] ?? ''));
  return (
    holds('person', (text) => splitNames(text).length > 0) && holds('time', (text) => readDate(text)?.iso !== undefined)
  );
}

/** True for a table that records a workflow: in columns, as rows of a name and what was done, or as entries without heads. */
export const isRecord = (rows: readonly (readonly string[])[]): boolean =>
  recordHeader(rows) >= 0 || recordsInLines(rows) || recordsInEntries(rows);

/** The steps of a workflow record drawn as a table; [] when the table is none. */
export function trailOfTable(table: TableText, names?: StepNames): TrailStep[] {
  const rows = table.rows ?? [];
  if (recordsInLines(rows)) return trailOfLinedRows(table, names);
  if (recordsInEntries(rows))
    return rows.flatMap((row) => {
      const step = stepOfEntry(row, table.source, names);
      return step ? [table.hidden ? { ...step, hidden: true as const } : step] : [];
    });
  const header = recordHeader(rows);
  const columns = rows[header] && recordColumns(rows[header]);
  if (!columns) return [];
  const steps: TrailStep[] = [];
  for (const row of rows.slice(header + 1)) {
    const step = stepOfRow(row, columns, table, names);
    if (step) steps.push(step);
  }
  return columns.has('step') || columns.has('action')
    ? steps
    : steps.map((step) => ({ ...step, ...headRole(rows[header], columns) }));
}

/** What the people of a record without steps did, by the head of their column: 审批人, 审核人. */
function headRole(
  head: readonly string[] | undefined,
  columns: ReadonlyMap<Column, number[]>,
): { role: PeopleRole } | object {
  const role = roleOfLabel(head?.[columns.get('person')?.[0] ?? -1] ?? '')?.role;
  return role !== undefined && isPeopleRole(role) ? { role } : {};
}

function stepOfRow(
  row: readonly string[],
  columns: ReadonlyMap<Column, number[]>,
  table: TableText,
  names: StepNames | undefined,
): TrailStep | undefined {
  const cells = (column: Column): string[] => (columns.get(column) ?? []).map((index) => cleanText(row[index] ?? ''));
  const actors = [...new Set(cells('person').flatMap(splitNames))];
  const timeText = cells('time').find((cell) => cell !== '') ?? '';
  const time = readDate(timeText)?.iso;
  const opinion = cells('opinion').find((cell) => cell !== '');
  const [firstAction = '', secondAction = ''] = cells('action');
  const [written = ''] = cells('state');
  // A program's number for how it ended tells a person nothing.
  const state = /^-?\d{1,3}$/u.test(written) ? '' : written;
  // Without a column of steps the action names the step (信呼: 动作 = 提交, 领导签发; 状态 = 通过).
  const named = cells('step')[0];
  const step = named ?? firstAction;
  const action = named === undefined ? secondAction || state || firstAction : firstAction || state;
  if (step === '' && actors.length === 0) return undefined;
  const waits = WAITING.test(squeeze(action)) || WAITING.test(squeeze(state));
  const foreseen = FORESEEN.test(squeeze(action)) || FORESEEN.test(squeeze(state));
  const acted = columns.has('time') ? time !== undefined : squeeze(action) !== '' || opinion !== undefined;
  const started = cells('start').some((cell) => readDate(cell)?.iso !== undefined);
  return {
    step,
    ...stepRole(step, names),
    actors,
    ...(action === '' ? {} : { action }),
    ...(opinion === undefined ? {} : { opinion }),
    ...(time === undefined ? {} : { time }),
    state: foreseen ? 'predicted' : waits ? 'current' : acted ? 'done' : started ? 'current' : 'predicted',
    ...(table.hidden ? { hidden: true } : {}),
    source: table.source,
  };
}
