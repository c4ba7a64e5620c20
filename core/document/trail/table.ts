import { readDate } from '../../base/dates.ts';
import { splitNames } from '../../base/names.ts';
import { cleanText, squeeze } from '../../base/text.ts';
import { type Column, columnOf } from '../../pairing/columns.ts';
import type { TrailStep } from '../model.ts';
import type { TableText } from '../parts.ts';
import { FORESEEN, type StepNames, stepRole, WAITING } from './step.ts';

/** Columns of a workflow record by its header row (its cells may be td); undefined when the table is none. */
function recordColumns(row: readonly string[]): Map<Column, number[]> | undefined {
  const columns = new Map<Column, number[]>();
  row.forEach((cell, index) => {
    const column = columnOf(cell);
    if (column) columns.set(column, [...(columns.get(column) ?? []), index]);
  });
  const has = (...wanted: Column[]): boolean => wanted.some((column) => columns.has(column));
  return has('person') && has('step', 'action') && has('time', 'opinion', 'action', 'state') ? columns : undefined;
}

/** Index of the header row of a workflow record, -1 when the table is none. */
export function recordHeader(rows: readonly (readonly string[])[]): number {
  return rows.slice(0, 3).findIndex((row) => recordColumns(row) !== undefined);
}

/** The steps of a workflow record drawn as a table; [] when the table is none. */
export function trailOfTable(table: TableText, names?: StepNames): TrailStep[] {
  const rows = table.rows ?? [];
  const header = recordHeader(rows);
  const columns = rows[header] && recordColumns(rows[header]);
  if (!columns) return [];
  const steps: TrailStep[] = [];
  for (const row of rows.slice(header + 1)) {
    const step = stepOfRow(row, columns, table, names);
    if (step) steps.push(step);
  }
  return steps;
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
  const state = cells('state')[0] ?? '';
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
