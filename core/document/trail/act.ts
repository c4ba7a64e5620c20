import { readDate, withoutDates } from '../../base/dates.ts';
import { splitNames } from '../../base/names.ts';
import type { Source } from '../../base/source.ts';
import { cleanText, halfWidth, labelKey, rowOf } from '../../base/text.ts';
import type { LabelledValue } from '../../pairing/pair.ts';
import { isKnownLabel, roleOfLabel, roleOfStep } from '../glossary.ts';
import type { TrailStep } from '../model.ts';
import { OPINION } from '../values.ts';
import { isPeopleRole, type PeopleRole } from '../vocabulary.ts';
import { type StepNames, stepRole } from './step.ts';

export const ACTIONS =
  '审批通过|审核通过|审批拒绝|审核拒绝|审批驳回|审核驳回|审批退回|审核退回|审批不通过|审核不通过|不同意|不通过|原则同意|拟同意|同意|通过|驳回|退回修改|退回|拒绝|提交|发起|批准|签发|核稿|审核|会签|已阅|阅|转办|加签|拟稿|办结|受理|归档|登记|校对|撤回';
/** 姓名[部门] in front, then 动作, the time anywhere behind. */
const NAME = String.raw`(?<name>[\p{Script=Han}·]{2,15}?)\s*(?:[\[（(【][^\])）】]{1,20}[\])）】])?[\s:：，,]*`;
/** 『审核通过』了此申请: the action may be quoted, and what was acted on may follow it. */
const OBJECT = '(?:了)?(?:此|本|该)?(?:申请|流程|审批|公文|文件|文稿|单据|任务)';
const DEED = String.raw`(?:(?<action>${ACTIONS})(?:${OBJECT})?)?(?=[\s\d,，。;；:：(（]|$)(?<rest>.*)$`;
const QUOTED = new RegExp(`[『「“"'‘【](${ACTIONS})[』」”"'’】]`, 'gu');
const ACT = new RegExp(`^${NAME}${DEED}`, 'u');
const NAMELESS_ACT = new RegExp(`^${DEED}`, 'u');

/** One sentence a step: 周三『提交』了此申请, 钱一同意申请. */
const SENTENCE = new RegExp(
  `^(?<name>[\\p{Script=Han}·]{2,15}?)\\s*(?:[『「“"'‘【](?:${ACTIONS})[』」”"'’】]|(?:${ACTIONS})${OBJECT})`,
  'u',
);

export interface Act {
  actors: string[];
  action?: string;
  opinion?: string;
  time?: string;
}

/** An act with its action and its time: one that stands for itself, wherever it is written. */
function wholeAct(text: string, pattern = ACT): (Act & Required<Pick<Act, 'action' | 'time'>>) | undefined {
  const act = readAct(text, pattern);
  return act?.time !== undefined && act.action !== undefined
    ? { ...act, action: act.action, time: act.time }
    : undefined;
}

/**
 * One act written as a sentence: `张建国 同意 2026-06-18 09:54 请尽快印发`, `李明 2026-11-20 15:02`.
 * Undefined unless a name and a time, or a name and an action, stand there.
 */
export function readAct(text: string, pattern = ACT): Act | undefined {
  const plain = halfWidth(cleanText(text)).replace(QUOTED, ' $1');
  const date = readDate(plain);
  const timeless = date ? cleanText(`${plain.slice(0, date.start)} ${plain.slice(date.end)}`) : plain;
  const match = pattern.exec(timeless)?.groups;
  const names = match?.name ? splitNames(match.name).filter((name) => !isDuty(name)) : [];
  if ((names.length === 0 && pattern === ACT) || (!date?.iso && !match?.action)) return undefined;
  // Without an action the name must stand apart: 本通知自2026-11-20起 is a sentence.
  if (!match?.action && !/^[\s:：，,[(（【]/u.test(plain.slice(match?.name?.length ?? 0))) return undefined;
  const opinion = cleanText(match?.rest ?? '')
    .replace(/^[\s,，。:：;；]+|回复 ?\( ?\) ?\d*$/gu, '')
    .replace(OPINION_LABEL, '')
    .trim();
  return {
    actors: names,
    ...(match?.action ? { action: match.action } : {}),
    ...(opinion === '' ? {} : { opinion }),
    ...(date?.iso ? { time: date.iso } : {}),
  };
}

/** 审批意见：同意. */
const OPINION_LABEL = /^(?:审批意见|审核意见|处理意见|办理意见|签署意见|意见|批注|备注)[:：]\s*/u;

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
  const lines = text.split('\n').map(cleanText);
  const acts: Act[] = [];
  let opinion: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (FRAME.test(line)) continue;
    const whole = wholeAct(line);
    if (whole) {
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
  const last = parts.at(-1);
  const before = parts.slice(0, -1);
  if (!named(last) || last.length > 3 || !before.some((part) => OPINION.test(part))) return undefined;
  return { actors: [last], ...time, before: [before.join('，')] };
}

/** Whose box a label names, by its own word or by the step of a workflow. */
function roleOfRow(label: string, names: StepNames | undefined): { role: PeopleRole } | undefined {
  const role = rowOf(names, labelKey(label)) ?? roleOfLabel(label)?.role;
  if (role !== undefined) return isPeopleRole(role) ? { role } : undefined;
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
  const role = roleOfRow(row.label, names);
  if (role === undefined) return [];
  const base = { step: cleanText(row.label), ...role, state: 'done' as const, source: row.source };
  const acts = actsOfBox(row.value);
  const lines = row.value.split('\n');
  if (acts.length > 1 || lines.some((line) => wholeAct(line))) return acts.map((act) => ({ ...base, ...act }));
  return lines.flatMap((line): TrailStep[] => {
    const nameless = row.picture ? wholeAct(line, NAMELESS_ACT) : undefined;
    return nameless ? [{ ...base, ...nameless, unverified: true }] : [];
  });
}

/**
 * The act that one item of a record tells in a sentence, its time in the sentence or on a line of its own; undefined where its
 * lines are step, person and state apart.
 */
export function actOfSentence(lines: readonly string[]): Act | undefined {
  const text = cleanText(lines.join(' '));
  if (text.length > LONGEST_SENTENCE) return undefined;
  const name = SENTENCE.exec(cleanText(withoutDates(halfWidth(text))))?.groups?.name;
  if (name === undefined || splitNames(name).length !== 1) return undefined;
  return wholeAct(text);
}

const LONGEST_SENTENCE = 300;

/** Who begins a flow, by what was done; any other act of a sentence has no step of its own. */
export function stepOfSentence(act: Act, source: Source): TrailStep {
  const drafts = /^(?:提交|发起|拟稿)$/u.test(act.action ?? '');
  return { step: '', ...(drafts ? { role: 'drafter' as const } : {}), ...act, state: 'done', source };
}

/** A line of a page that is an act: name, action and time all there; [] otherwise. The step is not known. */
export function trailOfSentence(text: string, source: Source): TrailStep[] {
  const act = text.length > LONGEST_SENTENCE ? undefined : wholeAct(text);
  return act ? [stepOfSentence(act, source)] : [];
}
