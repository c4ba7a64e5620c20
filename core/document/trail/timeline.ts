import { findDates, withoutDates } from '../../base/dates.ts';
import { isPersonName, splitNames } from '../../base/names.ts';
import type { Source } from '../../base/source.ts';
import { cleanText, squeeze } from '../../base/text.ts';
import { isKnownLabel, roleOfStep } from '../glossary.ts';
import type { TrailStep } from '../model.ts';
import { OPINION } from '../values.ts';
import { ACTIONS, actOfSentence, stepOfSentence } from './act.ts';
import { endOfFlow, stepOfCaptions } from './captioned.ts';
import { stepOfEntry } from './entry.ts';
import { FORESEEN, type StepNames, stepRole, WAITING } from './step.ts';

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
  const captioned = stepOfCaptions(texts, source, names) ?? endOfFlow(texts, source);
  if (captioned) return captioned;
  const entry = stepOfEntry(texts, source, names);
  if (entry) return entry;
  const told = actOfSentence(texts);
  if (told) return stepOfSentence(told, source);
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

/** Words at the ends of a flow. */
const FLOW_START = /^(?:开始|提交(?:申请)?|发起(?:人|流程|申请)?|申请|拟稿|拟办|起草|登记)$/u;
const FLOW_END = /(?:结束|完成|归档|办结|分发|印发)$/u;

/** The way that the flow foretells, drawn as a strip: its steps in order, with a name below a step or none. [] when it is no flow. */
export function trailOfStrip(steps: readonly string[], source: Source, names?: StepNames): TrailStep[] {
  const nameOf = (step = ''): string => squeeze(step.split('\n', 1)[0] ?? '');
  if (!FLOW_START.test(nameOf(steps[0])) && !FLOW_END.test(nameOf(steps.at(-1)))) return [];
  return steps.flatMap((step) => trailOfLines([step], source, names) ?? []);
}
