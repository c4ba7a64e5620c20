import { readDate } from '../../base/dates.ts';
import { isPersonName, splitNames } from '../../base/names.ts';
import { cleanText, squeeze } from '../../base/text.ts';
import type { TrailStep } from '../model.ts';
import type { TableText } from '../parts.ts';
import { type StepNames, stepRole } from './step.ts';
import { ACTIONS } from './words.ts';

/** 第3步：发文审稿 */
const STEP_HEAD = /^第\s*[\d一二三四五六七八九十]{1,3}\s*(?:步|环节|节点)\s*[:：]?\s*(?<step>.{0,20})$/u;
const LABELLED = /^(?<label>[\p{Script=Han}]{2,6})\s*[:：]\s*(?<value>.*)$/u;
/** Labelled lines, also where a cell's text runs on in one line. */
const BETWEEN_LINES = /\s+(?=[\p{Script=Han}]{2,6}\s*[:：])/u;
const TIME = /^(?:(?:审批|审核|办理|处理|提交|操作)?(?:日期|时间))$/u;
const STATE = /^(?:(?:审批|审核|办理|处理)?(?:状态|结果|结论|操作|动作))$/u;
const OPINION = /^(?:批示|意见|附言|(?:审批|审核|办理|处理|批示)意见)$/u;
/** Beside the name of a step: who has it now. */
const AT_HAND =
  /^(?:(?:审批|审核|办理|处理|经办)人员?)?\s*[:：]?\s*(?<who>[^[［【（(]{2,40}?)\s*[[［【（(]\s*(?:等待|正在|待)/u;

interface LinedAct {
  actor: string;
  action?: string;
  opinion?: string;
  time?: string;
}

/** A name in one cell, and in the cell behind it labelled lines with a time and a state: 周三 | 日期：… 状态：通过 批示：…. */
function actOfRow(row: readonly string[]): LinedAct | undefined {
  const [who = '', what = '', ...others] = row.filter((cell) => cleanText(cell) !== '');
  if (others.length > 0) return undefined;
  const [actor, ...more] = splitNames(cleanText(who));
  if (actor === undefined || more.length > 0 || !isPersonName(actor)) return undefined;
  const lines = what.split(BETWEEN_LINES).map((line) => LABELLED.exec(cleanText(line))?.groups);
  const told = (label: RegExp): string | undefined => lines.find((line) => label.test(line?.label ?? ''))?.value;
  const [at, action, opinion] = [told(TIME), told(STATE), told(OPINION)];
  if (at === undefined || (action === undefined && opinion === undefined)) return undefined;
  const time = readDate(at)?.iso;
  return {
    actor,
    ...(action ? { action: squeeze(action) } : {}),
    ...(opinion ? { opinion } : {}),
    ...(time === undefined ? {} : { time }),
  };
}

/** True for a table whose rows are a name and labelled lines of what was done, somebody having acted: below the head of a step, or with a word of the trade. */
export function recordsInLines(rows: readonly (readonly string[])[]): boolean {
  let headed = false;
  return rows.some((row) => {
    if (row.length > MOST_CELLS) return false;
    headed ||= STEP_HEAD.test(cleanText(row[0] ?? ''));
    const act = actOfRow(row);
    return act?.time !== undefined && (headed || ACTED.test(act.action ?? ''));
  });
}

const ACTED = new RegExp(`^(?:${ACTIONS})$`, 'u');
const MOST_CELLS = 4;

/** The steps of such a table: those in which somebody acted, and the last one where its head says that it waits. */
export function trailOfLinedRows(table: TableText, names?: StepNames): TrailStep[] {
  const base = { source: table.source, ...(table.hidden ? { hidden: true as const } : {}) };
  const steps: TrailStep[] = [];
  let step = '';
  let waiting: TrailStep | undefined;
  for (const row of table.rows ?? []) {
    const cells = row.map(cleanText).filter((cell) => cell !== '');
    const head = STEP_HEAD.exec(cells[0] ?? '')?.groups?.step;
    if (head !== undefined) {
      step = head;
      const who = AT_HAND.exec(cells[1] ?? '')?.groups?.who;
      waiting =
        who === undefined
          ? undefined
          : { ...base, step, ...stepRole(step, names), actors: splitNames(who), state: 'current' };
      continue;
    }
    const act = actOfRow(row);
    if (act?.time === undefined) continue;
    const { actor, ...done } = act;
    steps.push({ ...base, step, ...stepRole(step, names), actors: [actor], ...done, state: 'done' });
  }
  return waiting ? [...steps, waiting] : steps;
}
