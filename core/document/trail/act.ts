import { findDates, readDate } from '../../base/dates.ts';
import { isOffice, splitNames } from '../../base/names.ts';
import type { Source } from '../../base/source.ts';
import { isSureName } from '../../base/surnames.ts';
import { cleanText, halfWidth, labelKey, rowOf, squeeze } from '../../base/text.ts';
import type { LabelledValue } from '../../pairing/pair.ts';
import { isKnownLabel, roleOfLabel, roleOfStep } from '../glossary.ts';
import type { TrailStep } from '../model.ts';
import { OPINION } from '../values.ts';
import { isPeopleRole, type PeopleRole } from '../vocabulary.ts';
import { type Item, readItem } from './item.ts';
import { oldestFirst } from './merge.ts';
import { FORESEEN, type StepNames, stepRole, WAITING } from './step.ts';
import { ACTIONS, BEGINS, OPENS, STEP_DEED } from './words.ts';

export interface Act {
  actors: string[];
  action?: string;
  opinion?: string;
  time?: string;
}

/** What somebody did by an item; a word that names the step too is what was done: 孙二 签发. */
function actOfItem({ actors, action, opinion, time, step }: Item): Act {
  const done = action ?? (STEP_DEED.test(step) ? step : deedOf(opinion ?? '').action);
  return {
    actors,
    ...(done === undefined ? {} : { action: done }),
    ...(opinion === undefined ? {} : { opinion }),
    ...(time === undefined ? {} : { time }),
  };
}

/** An act with its action and its time: one that stands for itself, wherever it is written. A name behind its opinion signs. */
function wholeAct(text: string): (Act & Required<Pick<Act, 'action' | 'time'>>) | undefined {
  if (text.length > LONGEST_SENTENCE) return undefined;
  const act = actOfItem(readItem([text]));
  const signs =
    act.actors.length > 0 && !splitNames(text.slice(0, text.indexOf(act.action ?? ''))).includes(act.actors[0] ?? '');
  return act.time !== undefined && act.action !== undefined && !signs
    ? { ...act, action: act.action, time: act.time }
    : undefined;
}

/**
 * One act written as a sentence: `张建国 同意 2026-06-18 09:54 请尽快印发`, `李明 2026-11-20 15:02`, `同意 张建国 2026-06-18`.
 * Undefined unless a name and a time, or a name and an action, stand there.
 */
export function readAct(text: string): Act | undefined {
  const act = actOfItem(readItem([text]));
  return act.actors.length > 0 && (act.time !== undefined || act.action !== undefined) ? act : undefined;
}

/** Words that name a step or a box, and nobody: 部门审核 | 通过. */
const isDuty = (name: string): boolean => roleOfStep(name) !== undefined || isKnownLabel(name);

/** Marks between an opinion and a name. */
const APART = /[\s,，。.;；:：!！、]+/u;
const SIGNED = /(?:签字|签名|签章|签署)$/u;
/** Lines of a box that name nobody: (签字), 年 月 日. */
const FRAME = /^[\s()（）:：_＿年月日]*(?:签字|签名|签章|盖章|日期|时间)?[\s()（）:：_＿年月日]*$/u;

/**
 * The acts in a box of signatures, in their order: an opinion, below or before it who wrote it and when. `已核，请签发。` and
 * `钱一 2026-10-09 10:20` on lines of their own, `同意印发，孙二 2026-10-10`, name and day below one another, and one act a line.
 * What names nobody belongs to the act behind it. [] where nobody signed with a time.
 */
export function actsOfBox(text: string): Act[] {
  if (!MAY_HOLD_TIME.test(text)) return [];
  const lines = text.split('\n').map(cleanText);
  const acts: Act[] = [];
  let opinion: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (FRAME.test(line)) continue;
    const whole = wholeAct(line);
    if (whole && whole.actors.length > 0) {
      acts.push(whole);
      opinion = [];
      continue;
    }
    const signature = signatureOf(line);
    const below = signature && signature.time === undefined ? timeAlone(lines[at + 1] ?? '') : undefined;
    const time = signature?.time ?? below;
    if (signature === undefined || time === undefined) {
      opinion.push(line);
      continue;
    }
    if (below !== undefined) at += 1;
    const words = [...opinion, ...signature.before].join(' ');
    acts.push({ actors: signature.actors, ...(words === '' ? {} : { opinion: words, ...deedOf(words) }), time });
    opinion = [];
  }
  return acts;
}

/** A day, or an hour alone. */
const MAY_HOLD_TIME = /\d{4}[-./－—–‐‑−年\s]|\d[:：]\d|月|[\d０-９]{8}|[０-９]{4}/u;
const DECIDES = new RegExp(`^(?:${ACTIONS})`, 'u');

/** What an opinion decides: 不同意 sends back. */
function deedOf(opinion: string): Pick<Act, 'action'> {
  const action = DECIDES.exec(opinion)?.[0];
  return action === undefined ? {} : { action };
}

/** The time of a line that holds nothing else. */
function timeAlone(line: string): string | undefined {
  const date = readDate(line);
  return date?.iso !== undefined && FRAME.test(`${line.slice(0, date.start)}${line.slice(date.end)}`)
    ? date.iso
    : undefined;
}

interface Signature {
  actors: string[];
  time?: string;
  /** What stands in front of the name. */
  before: string[];
}

/** Brackets and marks around a name. */
const BETWEEN = /[()（）[\]【】,，、.·:：/-]/gu;

/** Who signed a line: a line of names alone, or an opinion with one name behind it. */
function signatureOf(line: string): Signature | undefined {
  const plain = halfWidth(line);
  const date = readDate(plain);
  const rest = date ? `${plain.slice(0, date.start)} ${plain.slice(date.end)}` : plain;
  const time = date?.iso === undefined ? {} : { time: date.iso };
  const parts = rest
    .replace(/[[(（【][^\])）】]{1,20}[\])）】]/gu, ' ')
    .split(APART)
    .map((part) => part.replace(SIGNED, ''))
    .filter((part) => part !== '');
  const named = (part: string | undefined): part is string =>
    part !== undefined && splitNames(part).length === 1 && !OPINION.test(part) && !isDuty(part);
  const alone = splitNames(parts.join(' '));
  if (
    alone.length > 0 &&
    alone.length <= 3 &&
    alone.every(named) &&
    alone.join('') === parts.join('').replaceAll(' ', '')
  )
    return { actors: alone, ...time, before: [] };
  // 综合科 科长（石大川）, 机关纪委柴立新: an office and a post beside the name, and nothing else.
  const [whose, ...others] = splitNames(rest);
  const beside = squeeze(rest)
    .replace(whose ?? '', '')
    .replace(BETWEEN, '');
  if (whose !== undefined && others.length === 0 && isSureName(whose) && isOffice(beside))
    return { actors: [whose], ...time, before: [] };
  const last = parts.at(-1);
  const before = parts.slice(0, -1);
  if (
    !named(last) ||
    !(isSureName(last) ? before.length > 0 : last.length <= 3 && before.some((part) => OPINION.test(part)))
  )
    return undefined;
  return { actors: [last], ...time, before: [before.join('，')] };
}

/** Whose box a label names, by its own word or by the step of a workflow. */
function roleOfRow(label: string, names: StepNames | undefined): { role: PeopleRole } | undefined {
  const role = rowOf(names, labelKey(label)) ?? roleOfLabel(label)?.role;
  if (role !== undefined) return isPeopleRole(role) ? { role } : undefined;
  if (RECORD.test(labelKey(label))) return undefined;
  const step = stepRole(label, names);
  return 'role' in step ? step : undefined;
}

/**
 * A form row whose label is a step and whose value holds acts: 领导签发 | 赵子龙 同意 2026-11-23 12:12:49，复稿无误, or several
 * signatures one below another. Where a picture stands for the name, action and time must be there. A single signature is the
 * value of its box and no act of a workflow.
 */
export function trailOfRow(
  row: Pick<LabelledValue, 'label' | 'value' | 'picture' | 'source'>,
  names?: StepNames,
): TrailStep[] {
  if (!MAY_HOLD_TIME.test(row.value)) return [];
  const role = roleOfRow(row.label, names);
  if (role === undefined) return RECORD.test(labelKey(row.label)) ? trailOfRecordRow(row.value, row.source, names) : [];
  const base = { step: cleanText(row.label), ...role, state: 'done' as const, source: row.source };
  const acts = actsOfBox(row.value);
  const lines = row.value.split('\n');
  const whole = lines.map(wholeAct);
  if (acts.length > 1 || whole.some((act) => act && act.actors.length > 0))
    return acts.map((act) => ({ ...base, ...act }));
  return whole.flatMap((act) => (act && row.picture ? [{ ...base, ...act, unverified: true as const }] : []));
}

/** A row whose label names a record, and no step: 流程记录, 办理意见. */
const RECORD =
  /^(?:流程|审批|审核|流转|办理|处理|签批|会签)?(?:记录|过程|情况|历史|经过|信息|意见)(?:区|栏)?$|^(?:处理人|办理人|领导)意见$/u;

/** The acts of a row that holds a record, one a line. */
function trailOfRecordRow(value: string, source: Source, names: StepNames | undefined): TrailStep[] {
  const items = value
    .split('\n')
    .filter((line) => cleanText(line) !== '')
    .map((line) => readItem([line]));
  return oldestFirst(items.filter(isAct).map((item) => stepOfItem(item, source, names)));
}

/** True for an item that tells by itself who did what and when, with no words that tell nothing but an opinion of some length. */
export function isAct(item: Item): boolean {
  const { actors, action, step, opinion, dated, unknown } = item;
  return (
    actors.length > 0 &&
    actors.length <= MOST_ACTORS &&
    dated &&
    (action !== undefined || step !== '' || opinion !== undefined) &&
    unknown <= LONGEST_OPINION
  );
}
const MOST_ACTORS = 8;
const LONGEST_OPINION = 120;

/** The step that an item tells. @param mark how the page marks it, where it does */
export function stepOfItem(
  item: Item,
  source: Source,
  names: StepNames | undefined,
  mark?: 'done' | 'current' | 'waiting',
): TrailStep {
  const { step, actors, action, opinion, time, dated } = item;
  const word = squeeze(action ?? '');
  const waits = WAITING.test(word) || (mark === 'current' && time === undefined);
  const foreseen = FORESEEN.test(word) || mark === 'waiting';
  const acted = dated || action !== undefined || (mark === 'done' && actors.length > 0);
  const begins = OPENS.test(word) || (step === '' && BEGINS.test(word));
  return {
    step,
    ...(begins ? { role: 'drafter' as const } : stepRole(step, names)),
    actors,
    ...(action === undefined ? {} : { action }),
    ...(opinion === undefined ? {} : { opinion }),
    ...(time === undefined ? {} : { time }),
    state: waits ? 'current' : acted && !foreseen ? 'done' : 'predicted',
    source,
  };
}

const LONGEST_SENTENCE = 300;

/**
 * True for the lines of an item that tell an act by themselves: who has a known surname, what they did or in which step, and
 * when; or that it waits for them. @param opinions true where an opinion with its name and time is enough
 */
export function tellsAct(lines: readonly string[], opinions = false): boolean {
  if (lines.join('').length > LONGEST_SENTENCE) return false;
  const item = readItem(lines);
  const { sure, action, step, opinion, unknown } = item;
  const named = roleOfStep(step) !== undefined || (step !== '' && item.span === true);
  if (!sure) return false;
  if (isAct(item))
    return action !== undefined || named || (opinions && opinion !== undefined && unknown <= LONGEST_SAID);
  return action !== undefined && unknown === 0 && (step !== '' || WAITS.test(action));
}
/** True for the lines of an item that say where in a flow they belong: in which step, or that it began. */
export function tellsStep(lines: readonly string[]): boolean {
  const { step, action = '' } = readItem(lines);
  return roleOfStep(step) !== undefined || BEGINS.test(action);
}

/** 已读 and 未读 stand beside names that only read. */
const WAITS = /^(?:待|审批中|审核中|办理中|处理中|未(?:开始|到达|审批|处理|办理))/u;

/** A line of a page that is an act: name, action or step, and time all there; [] otherwise. */
export function trailOfSentence(text: string, source: Source, names?: StepNames): TrailStep[] {
  if (text.length > LONGEST_SENTENCE || !/\d/u.test(text) || findDates(text).length > 1) return [];
  const item = readItem([text]);
  const named = item.action !== undefined || item.opinion !== undefined || roleOfStep(item.step) !== undefined;
  return item.sure && item.time !== undefined && named && isAct(item) && item.unknown <= LONGEST_SAID
    ? [stepOfItem(item, source, names)]
    : [];
}
/** A sentence with more words that tell nothing is prose. */
const LONGEST_SAID = 40;
