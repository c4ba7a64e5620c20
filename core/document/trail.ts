import { findDates, readDate, withoutDates } from '../base/dates.ts';
import { isPersonName, splitNames } from '../base/names.ts';
import type { Source } from '../base/source.ts';
import { cleanText, halfWidth, labelKey, rowOf, squeeze } from '../base/text.ts';
import { type Column, columnOf } from '../pairing/columns.ts';
import type { LabelledValue } from '../pairing/pair.ts';
import { isKnownLabel, roleOfStep } from './glossary.ts';
import type { TrailStep } from './model.ts';
import type { TableText } from './parts.ts';
import { OPINION } from './values.ts';
import type { PeopleRole } from './vocabulary.ts';

/** Written where a step still waits for its person. */
const WAITING =
  /^(?:待处理|处理中|审批中|待审批|待审核|审核中|待办|待办理|办理中|未处理|未审批|未办理|进行中|当前|未读|已读|正在办理|等待中|待签发|待会签|待提交|待核稿)$/u;
/** Written where a step is only foreseen. */
const FORESEEN = /^(?:未开始|未到达|预计|待流转|未流转|未启动)$/u;
/** A step that went back, or gave no consent. */
const REFUSED = /不同意|不通过|未通过|驳回|退回|拒绝|撤回|否决|打回|撤销|作废/u;

const ACTIONS =
  '审批通过|审核通过|不同意|不通过|原则同意|拟同意|同意|通过|驳回|退回修改|退回|拒绝|提交|发起|批准|签发|核稿|审核|会签|已阅|阅|转办|加签|拟稿|办结|受理|归档|登记|校对|撤回';
/** 姓名[部门] in front, then 动作, the time anywhere behind. */
const NAME = String.raw`(?<name>[\p{Script=Han}·]{2,15}?)\s*(?:[\[（(【][^\])）】]{1,20}[\])）】])?[\s:：，,]*`;
const DEED = String.raw`(?<action>${ACTIONS})?(?=[\s\d,，。:：(（]|$)(?<rest>.*)$`;
const ACT = new RegExp(`^${NAME}${DEED}`, 'u');
const NAMELESS_ACT = new RegExp(`^${DEED}`, 'u');

export interface Act {
  actors: string[];
  action?: string;
  opinion?: string;
  time?: string;
}

/**
 * One act written as a sentence: `张建国 同意 2026-06-18 09:54 请尽快印发`, `李明 2026-11-20 15:02`.
 * Undefined unless a name and a time, or a name and an action, stand there.
 */
export function readAct(text: string): Act | undefined {
  return actOf(text, ACT);
}

function actOf(text: string, pattern: RegExp): Act | undefined {
  const plain = halfWidth(cleanText(text));
  const date = readDate(plain);
  const timeless = date ? cleanText(`${plain.slice(0, date.start)} ${plain.slice(date.end)}`) : plain;
  const match = pattern.exec(timeless)?.groups;
  const names = match?.name ? splitNames(match.name) : [];
  if ((names.length === 0 && pattern === ACT) || (!date?.iso && !match?.action)) return undefined;
  // Without an action the name must stand apart: 本通知自2026-11-20起 is a sentence.
  if (!match?.action && !/^[\s:：，,[(（【]/u.test(plain.slice(match?.name?.length ?? 0))) return undefined;
  const opinion = cleanText(match?.rest ?? '')
    .replace(/^[\s,，。:：;；]+|回复 ?\( ?\) ?\d*$/gu, '')
    .trim();
  return {
    actors: names,
    ...(match?.action ? { action: match.action } : {}),
    ...(opinion === '' ? {} : { opinion }),
    ...(date?.iso ? { time: date.iso } : {}),
  };
}

/** What a family or form adds to the glossary's names of steps. */
export type StepNames = Readonly<Record<string, PeopleRole>>;

function stepRole(step: string, names: StepNames | undefined): { role: PeopleRole } | object {
  const role = rowOf(names, labelKey(step)) ?? roleOfStep(step);
  return role === undefined ? {} : { role };
}

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

/**
 * A form row whose label is a step and whose value is one act a line: 领导签发 | 赵子龙 同意 2026-11-23 12:12:49，复稿无误. Where a
 * picture stands for the name, action and time must be there.
 */
export function trailOfRow(
  row: Pick<LabelledValue, 'label' | 'value' | 'picture' | 'source'>,
  names?: StepNames,
): TrailStep[] {
  const role = stepRole(row.label, names);
  if (!('role' in role)) return [];
  const base = { step: cleanText(row.label), ...role, state: 'done' as const, source: row.source };
  return row.value.split('\n').flatMap((line): TrailStep[] => {
    const act = readAct(line);
    if (act?.time !== undefined && act.action !== undefined) return [{ ...base, ...act }];
    const nameless = row.picture ? actOf(line, NAMELESS_ACT) : undefined;
    return nameless?.time !== undefined && nameless.action !== undefined
      ? [{ ...base, ...nameless, unverified: true }]
      : [];
  });
}

/** A line of a page that is an act: name, action and time all there; [] otherwise. The step is not known. */
export function trailOfSentence(text: string, source: Source): TrailStep[] {
  const act = text.length > 300 ? undefined : readAct(text);
  return act?.time === undefined || act.action === undefined ? [] : [{ step: '', ...act, state: 'done', source }];
}

/** Labels in front of a line of a timeline: 审批意见：同意. */
const LINE_LABEL =
  /^(?:审批意见|处理意见|意见|审批人|处理人|办理人|审批建议|时间|审批时间|处理时间|理由|原因)[:：]\s*/u;
const OPINION_LABEL = /^(?:审批意见|处理意见|意见|审批建议|理由|原因)(?:[:：]|$)\s*/u;

/**
 * One item of a timeline, its texts in reading order: step, time, person (an avatar letter in front), opinion.
 * Undefined when it is no step of a workflow. @param mark how the page marks the item, where it does
 */
export function trailOfLines(
  lines: readonly string[],
  source: Source,
  names?: StepNames,
  mark?: 'done' | 'current' | 'waiting',
): TrailStep | undefined {
  const texts = lines
    .flatMap((line) => line.split('\n'))
    .map(cleanText)
    .filter((line) => line !== '');
  const [first = ''] = texts;
  const time = texts.flatMap((text) => findDates(text)).find((date) => date.iso !== undefined)?.iso;
  const isStep = (text: string): boolean =>
    !LINE_LABEL.test(text) && !/[，。；]/u.test(text) && roleOfStep(withoutDates(text)) !== undefined;
  const stepLine = texts.find(isStep) ?? first;
  const step = cleanText(withoutDates(stepLine)).split(/[\s:：(（]/u)[0] ?? '';
  let opinion: string | undefined;
  let state = '';
  let follows = false;
  const actors: string[] = [];
  for (const text of texts) {
    const rest = cleanText(withoutDates(text));
    if (OPINION_LABEL.test(rest)) {
      opinion = rest.replace(OPINION_LABEL, '');
      follows = opinion === '';
      continue;
    }
    const words = text === stepLine ? rest.slice(step.length).replace(/[:：]/gu, ' ') : rest.replace(LINE_LABEL, '');
    if (text !== stepLine && isOpinion(rest, follows)) opinion ||= rest;
    else actors.push(...splitNames(words).filter((name) => !OPINION.test(name) && !isKnownLabel(name)));
    state ||= stateWord(words);
    follows = false;
  }
  const role = stepRole(step, names);
  if (actors.length === 0 && !('role' in role)) return undefined;
  const waits = WAITING.test(state) || (mark === 'current' && time === undefined);
  const foreseen = FORESEEN.test(state) || mark === 'waiting';
  return {
    step,
    ...role,
    actors: withoutAvatars([...new Set(actors)]).filter((name) => stateWord(name) === ''),
    ...(state === '' ? {} : { action: state }),
    ...(opinion ? { opinion } : {}),
    ...(time === undefined ? {} : { time }),
    state: waits ? 'current' : time !== undefined && !foreseen ? 'done' : 'predicted',
    source,
  };
}

/** A line that says what somebody thinks, and not who they are. @param follows its label stands in front */
function isOpinion(line: string, follows: boolean): boolean {
  if (/[。；！？;!?]/u.test(line)) return true;
  const parts = line.split(/[\s，,]+/u);
  if (follows) return parts.some((part) => OPINION.test(part) || !isPersonName(part)) && !/[:：]$/u.test(line);
  return /[，,]/u.test(line) && parts.some((part) => OPINION.test(part) && !STATE_WORD.test(part));
}

const STATE_WORD = new RegExp(`^(?:${ACTIONS}|已通过|已同意|已驳回|已退回|已完成|已处理|已审批|已提交)$`, 'u');

function stateWord(text: string): string {
  return (
    text
      .split(/[\s()（）[\]，,]+/u)
      .find((part) => STATE_WORD.test(part) || WAITING.test(part) || FORESEEN.test(part)) ?? ''
  );
}

/** 张张建国 → 张建国 where the avatar letter ran into the name. */
function withoutAvatars(names: string[]): string[] {
  return names.map((name) =>
    name.length > 2 && name[0] === name[1] && isPersonName(name.slice(1)) ? name.slice(1) : name,
  );
}

/** 待李明处理: the person at whom the document waits. */
const WAITS_FOR = /^待([\p{Script=Han}·]{2,15}?)(?:处理|审批|审核|办理)$/u;

/**
 * `流程：拟稿(王芳) → 核稿(李明) → 签发`: the way that the flow foretells; a step is done only where an action stands with the
 * name, and the next one is at hand where it is called so: 待提交人处理(王芳). [] when the text draws no flow.
 */
export function trailOfArrows(text: string, source: Source, names?: StepNames): TrailStep[] {
  const parts = cleanText(text)
    .replace(/^(?:审批|处理)?流程(?:图|预览)?[:：]\s*/u, '')
    .split(/\s*(?:→|->|—>|➔|⇒)\s*/u);
  if (parts.length < 2 || parts.length > 30) return [];
  const steps = parts.map(
    (part) => /^(?<step>[^()（）]{1,20})(?:[(（](?<who>[^()（）]{1,30})[)）])?$/u.exec(part)?.groups,
  );
  if (
    steps.some(
      (groups) =>
        !groups?.step ||
        (groups.who === undefined &&
          roleOfStep(groups.step) === undefined &&
          !/^(?:结束|归档|完成)$/u.test(groups.step)),
    )
  )
    return [];
  const drawn = steps.map((groups): TrailStep => {
    const { step = '', who = '' } = groups ?? {};
    const [, name = '', action] =
      /^(.*?)(同意|通过|不同意|退回|驳回|提交|流转|处理|办理)?$/u.exec(cleanText(who)) ?? [];
    return {
      step: cleanText(step),
      ...stepRole(step, names),
      actors: splitNames(name),
      ...(action === undefined ? {} : { action }),
      state: action === undefined ? 'predicted' : 'done',
      source,
    };
  });
  const next = drawn.findIndex(({ state }) => state === 'predicted');
  return WAITS_FOR.test(squeeze(drawn[next]?.step ?? '')) ? atHand(drawn, next) : drawn;
}

const atHand = (trail: readonly TrailStep[], at: number): TrailStep[] =>
  trail.map((step, index) => (index === at ? { ...step, state: 'current' } : step));

/** No flow is longer; a page that repeats acts without end is cut here. */
const LONGEST_TRAIL = 500;

/** Words at the ends of a flow. */
const FLOW_START = /^(?:开始|提交(?:申请)?|发起(?:人|流程|申请)?|申请|拟稿|拟办|起草|登记)$/u;
const FLOW_END = /(?:结束|完成|归档|办结|分发|印发)$/u;

/** The way that the flow foretells, drawn as a strip: its steps in order, with a name below a step or none. [] when it is no flow. */
export function trailOfStrip(steps: readonly string[], source: Source, names?: StepNames): TrailStep[] {
  const nameOf = (step = ''): string => squeeze(step.split('\n', 1)[0] ?? '');
  if (!FLOW_START.test(nameOf(steps[0])) && !FLOW_END.test(nameOf(steps.at(-1)))) return [];
  return steps.flatMap((step) => trailOfLines([step], source, names) ?? []);
}

/**
 * The steps of one document, each once, in the order of the first drawing: a step that two drawings tell (table, form row,
 * arrows) is one. What the flow foretold and has happened since is dropped.
 */
export function mergeTrails(trails: readonly (readonly TrailStep[])[]): TrailStep[] {
  const steps: TrailStep[] = [];
  for (const step of trails.flat()) {
    const twin = steps.findIndex((known) => sameStep(known, step));
    const known = steps[twin];
    if (known) steps[twin] = joined(known, step);
    else if (steps.length < LONGEST_TRAIL) steps.push(step);
  }
  return steps;
}

/**
 * The trail with the step at hand: of the steps that the flow foretells, the first of the person for whom the document waits.
 * @param states words of tags, stamps and boxes: 待李明处理
 */
export function withStepAtHand(trail: readonly TrailStep[], states: readonly string[]): TrailStep[] {
  const names = states.flatMap((word) => WAITS_FOR.exec(squeeze(word))?.[1] ?? []);
  const at = trail.findIndex(
    ({ state, actors }) => state === 'predicted' && actors.some((name) => names.includes(name)),
  );
  if (at < 0 || trail.some(({ state }) => state === 'current')) return [...trail];
  return atHand(trail, at);
}

function sameStep(left: TrailStep, right: TrailStep): boolean {
  const nameless = left.actors.length === 0 || right.actors.length === 0;
  const shared = left.actors.some((name) => right.actors.includes(name));
  const sameRole = left.role !== undefined && left.role === right.role && !isReturn(left, right);
  const sameName = left.step === right.step || sameRole;
  const unnamed = left.step === '' || right.step === '';
  const times = left.time !== undefined && right.time !== undefined;
  if (times) return left.time?.slice(0, 16) === right.time?.slice(0, 16) && (shared || (nameless && sameName));
  // Without two times a twin is told by its name and person; of two drawings of what is to come, one is enough.
  return sameName ? shared || (nameless && left.state !== 'done' && right.state !== 'done') : shared && unnamed;
}

/** The drafter sent it, and has it again in a step of another name: it came back. */
function isReturn(left: TrailStep, right: TrailStep): boolean {
  const states = [left.state, right.state];
  return left.role === 'drafter' && states.includes('done') && states.includes('current');
}

const STATE_WEIGHT = { predicted: 0, current: 1, done: 2 } as const;

/** One step out of two drawings of it: the more advanced one, filled up from the other. */
function joined(one: TrailStep, other: TrailStep): TrailStep {
  const [left, right] = [begun(one, other), begun(other, one)];
  const [more, less] = STATE_WEIGHT[right.state] > STATE_WEIGHT[left.state] ? [right, left] : [left, right];
  const { hidden: _, ...step } = { ...less, ...more };
  const shown = [more, less].find((drawn) => drawn.state === more.state && !drawn.hidden);
  return {
    ...step,
    step: more.step || less.step,
    actors: more.actors.length > 0 ? more.actors : less.actors,
    ...(more.unverified || less.unverified ? { unverified: true } : {}),
    source: shown?.source ?? more.source,
    ...(shown ? {} : more.hidden ? { hidden: true } : {}),
  };
}

/**
 * A time alone may be the time at which a step began: timelines draw it so while it runs. Where the other drawing says that
 * the step still waits (审批中), nobody has acted.
 */
function begun(step: TrailStep, twin: TrailStep): TrailStep {
  const timed = step.state === 'done' && step.action === undefined && step.opinion === undefined;
  if (!timed || !WAITING.test(squeeze(twin.action ?? ''))) return step;
  const { time: _, ...rest } = step;
  return { ...rest, state: 'current' };
}

/** True for a step that consented: done, and neither sent back nor refused. */
export function consents(step: TrailStep): boolean {
  return step.state === 'done' && !isRefusal(step);
}

/** True for a step that sent the document back or refused it. */
export function isRefusal(step: TrailStep): boolean {
  return step.state === 'done' && REFUSED.test(step.action ?? '');
}
