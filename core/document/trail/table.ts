import { readDate } from '../../base/dates.ts';
import { splitNames } from '../../base/names.ts';
import { cleanText, labelKey, squeeze } from '../../base/text.ts';
import { type Column, recordColumnOf } from '../../pairing/columns.ts';
import { roleOfLabel, roleOfStep } from '../glossary.ts';
import type { TrailStep } from '../model.ts';
import type { TableText } from '../parts.ts';
import { isPeopleRole, type PeopleRole, type Role } from '../vocabulary.ts';
import { recordsInEntries, stepOfEntry } from './entry.ts';
import { isDeed } from './item.ts';
import { recordsInLines, trailOfLinedRows } from './lined.ts';
import { FORESEEN, type StepNames, stepRole, WAITING } from './step.ts';

/** Heads under which each row has a thing of its own. */
const THINGS: ReadonlySet<Role | undefined> = new Set([
  'docNumber',
  'receiptNumber',
  'title',
  'serviceName',
  'serviceCode',
]);

/** True for the heads of a list of documents: its columns 办理人 and 操作 tell of each, and of no flow. 名称 alone may be anything. */
function listsThings(row: readonly string[]): boolean {
  const meanings = row.map((cell) => roleOfLabel(cell)).filter((meaning) => THINGS.has(meaning?.role));
  return meanings.length > 1 || meanings.some((meaning) => meaning?.confidence !== 'guessed');
}

/** Columns of a workflow record by its header row (its cells may be td); undefined when the table is none. */
function recordColumns(row: readonly string[]): Map<Column, number[]> | undefined {
  if (listsThings(row)) return undefined;
  const columns = new Map<Column, number[]>();
  row.forEach((cell, index) => {
    const column = recordColumnOf(cell);
    if (column) columns.set(column, [...(columns.get(column) ?? []), index]);
  });
  const has = (...wanted: Column[]): boolean => wanted.some((column) => columns.has(column));
  if (!has('person')) return undefined;
  if (has('step', 'action')) return has('time', 'opinion', 'action', 'state') ? columns : undefined;
  return has('time') && has('opinion', 'state') ? columns : undefined;
}

/** What a list offers to do with each of its rows: no act of a flow. */
const OFFERED = /^(?:(?:查看|详情|明细|修改|编辑|删除|打印|下载|预览|导出|跟踪|流程图|确定)\s*)+$/u;

/** The word of a column that may name anything, and names steps where it holds them. */
const ANY_NAME = '名称';

/** The heads of a record: without a column 操作 that only offers what can be done with its rows, 名称 of nothing but steps as what it is. */
function headsOf(rows: readonly (readonly string[])[], at: number): string[] {
  return (rows[at] ?? []).map((head, index) => {
    const named = labelKey(head) === ANY_NAME;
    if (!named && recordColumnOf(head) !== 'action') return head;
    const cells = rows.slice(at + 1).flatMap((row) => row[index] || []);
    if (cells.length === 0) return head;
    if (named) return cells.every((cell) => roleOfStep(cell) !== undefined) ? '步骤名称' : head;
    return cells.every((cell) => OFFERED.test(cell)) ? '' : head;
  });
}

/** Index of the header row of a workflow record, -1 when the table is none. */
function recordHeader(rows: readonly (readonly string[])[]): number {
  return rows.slice(0, 3).findIndex((_, at) => {
    const columns = recordColumns(headsOf(rows, at));
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

/** A record that is drawn with its heads in the first column, one step a column, turned; undefined for any other table. */
function acrossOf(rows: readonly (readonly string[])[]): string[][] | undefined {
  const [first] = rows;
  const width = first?.length ?? 0;
  if (rows.length < 2 || rows.length > MOST_HEADS || width < FEWEST_ACROSS || rows.some((row) => row.length !== width))
    return undefined;
  const columns = recordColumns(rows.map((row) => row[0] ?? ''));
  const [steps] = columns?.get('step') ?? [];
  if (!columns || steps === undefined || !rows[steps]?.slice(1).every((step) => roleOfStep(step) !== undefined))
    return undefined;
  const turned = (first ?? []).map((_, column) => rows.map((row) => row[column] ?? ''));
  return turned.slice(1).some((row) => isAct(row, columns)) ? turned : undefined;
}
const MOST_HEADS = 8;
/** A head and two steps: with one step it is a form. */
const FEWEST_ACROSS = 3;

/** True for a table that records a workflow, in columns, as rows of a name and what was done, or as entries without heads. */
export const isRecord = (rows: readonly (readonly string[])[]): boolean =>
  recordHeader(rows) >= 0 || acrossOf(rows) !== undefined || recordsInLines(rows) || recordsInEntries(rows);

/** The steps of a workflow record drawn as a table; [] when the table is none. */
export function trailOfTable(table: TableText, names?: StepNames): TrailStep[] {
  const rows = acrossOf(table.rows ?? []) ?? table.rows ?? [];
  if (recordsInLines(rows)) return trailOfLinedRows(table, names);
  if (recordsInEntries(rows))
    return rows.flatMap((row) => {
      const step = stepOfEntry(row, table.source, names);
      return step ? [table.hidden ? { ...step, hidden: true as const } : step] : [];
    });
  const header = recordHeader(rows);
  const columns = header < 0 ? undefined : recordColumns(headsOf(rows, header));
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

/** 钱一鸣[在办]: how it stands, in brackets behind the name. */
function besideName(person: string): string {
  const state = /[[［【（(]\s*([^[\]［］【】（()）]{2,6})\s*[\]］】)）]\s*$/u.exec(person)?.[1] ?? '';
  return WAITING.test(state) || FORESEEN.test(state) || isDeed(state) ? state : '';
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
  const written = cells('state')[0] || besideName(cells('person')[0] ?? '');
  // A program's number for how it ended tells a person nothing.
  const state = /^-?\d{1,3}$/u.test(written) ? '' : written;
  // Without a column of steps the action names the step (信呼: 动作 = 提交, 领导签发; 状态 = 通过).
  const named = cells('step')[0];
  const step = named ?? (isDeed(firstAction) && roleOfStep(firstAction) === undefined ? '' : firstAction);
  const action = named === undefined ? secondAction || state || firstAction : firstAction || state;
  if (step === '' && actors.length === 0) return undefined;
  const waits = WAITING.test(squeeze(action)) || WAITING.test(squeeze(state));
  const foreseen = FORESEEN.test(squeeze(action)) || FORESEEN.test(squeeze(state));
  const lasted = cells('duration').some((cell) => /\d/u.test(cell));
  const acted = columns.has('time') ? time !== undefined : squeeze(action) !== '' || opinion !== undefined || lasted;
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
