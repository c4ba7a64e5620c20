import { readDate, withoutDates } from '../../base/dates.ts';
import { isBodyName, isPersonName, splitNames } from '../../base/names.ts';
import type { Source } from '../../base/source.ts';
import { cleanText, halfWidth } from '../../base/text.ts';
import type { TrailStep } from '../model.ts';
import { OPINION } from '../values.ts';
import { type StepNames, stepRole } from './step.ts';

/** [核稿 / 批准]: the step of the flow and what was done in it, at the end of a line. */
const NODE = /(?:^|\s)\[\s*(?<step>[\p{Script=Han}\w]{1,20}?)\s*\/\s*(?<action>[\p{Script=Han}]{2,8})\s*\]$/u;
/** Whom it was sent to: 接收人：周志强. */
const RECEIVERS = /^(?:接收人|抄送人|流转给|提交给)\s*:/u;
/** An entry has a handful of lines. */
const MOST_LINES = 30;

/**
 * One entry of a list of opinions that has no heads: who, from which office, the opinion, the time, and the step with what was
 * done there: `李建国` `党政办公室` `同意呈签。` `2026-03-10 15:08:31 [核稿 / 批准]`. Undefined unless name, time and step all stand there.
 */
export function stepOfEntry(lines: readonly string[], source: Source, names?: StepNames): TrailStep | undefined {
  const texts = lines
    .flatMap((line) => line.split('\n'))
    .map(cleanText)
    .filter((line) => line !== '');
  if (texts.length < 2 || texts.length > MOST_LINES) return undefined;
  const at = texts.findLastIndex((line) => NODE.test(halfWidth(line)));
  const node = NODE.exec(halfWidth(texts[at] ?? ''))?.groups;
  if (node?.step === undefined || node.action === undefined) return undefined;
  const timed = [at, at - 1, at + 1].find((index) => readDate(texts[index] ?? '')?.iso !== undefined);
  const time = readDate(texts[timed ?? -1] ?? '')?.iso;
  const who = texts.findIndex((line) => isOneName(line));
  if (time === undefined || who < 0 || who >= Math.max(at, timed ?? 0)) return undefined;
  const opinion = opinionOf(texts.filter((_, index) => index !== who && index !== at && index !== timed));
  return {
    step: node.step,
    ...stepRole(node.step, names),
    actors: splitNames(texts[who] ?? ''),
    action: node.action,
    ...(opinion === '' ? {} : { opinion }),
    time,
    state: 'done',
    source,
  };
}

/** 李建国, 李建国[党政办公室], 李 李建国 with the letter of a picture in front. */
function isOneName(line: string): boolean {
  const bare = withoutDates(halfWidth(line)).replace(/[[(【][^\])】]{1,20}[\])】]/gu, ' ');
  return splitNames(line).length === 1 && bare.trim().split(/\s+/u).every(isPersonName);
}

/** What is left of an entry without the office and without those who got it next. */
function opinionOf(lines: readonly string[]): string {
  const kept: string[] = [];
  let receivers = false;
  for (const line of lines) {
    receivers = RECEIVERS.test(halfWidth(line)) || (receivers && splitNames(line).length > 0);
    if (!receivers) kept.push(line);
  }
  const [first = '', ...rest] = kept;
  const office = isBodyName(first) || (rest.length > 0 && !OPINION.test(first));
  return (office && !/[，。；,;]/u.test(first) ? rest : kept).join('\n');
}

/** True for a table without heads each of whose rows is such an entry. */
export function recordsInEntries(rows: readonly (readonly string[])[]): boolean {
  const filled = rows.filter((row) => row.some((cell) => cleanText(cell) !== ''));
  return filled.length > 0 && filled.every((row) => stepOfEntry(row, NOWHERE) !== undefined);
}

const NOWHERE: Source = { from: 'page', frame: '', label: '', path: '' };
