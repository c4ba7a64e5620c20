import { findDates, readDate, withoutDates } from '../../base/dates.ts';
import { splitNames } from '../../base/names.ts';
import type { Source } from '../../base/source.ts';
import { cleanText } from '../../base/text.ts';
import { type Column, columnOf } from '../../pairing/columns.ts';
import type { TrailStep } from '../model.ts';

import { isEndOfFlow, type StepNames, stepRole } from './step.ts';
import { ACTIONS } from './words.ts';

/** A line that a caption of a workflow record names: 实际办理：钱一, 办结时间：-. */
const CAPTIONED = /^(?<caption>\p{Script=Han}{2,8})\s*[:：]\s*(?<value>.*)$/u;
/** 通过 2026-10-09 15:02 on a line of its own, above what was written with it. */
const DEED = new RegExp(`^(?:已)?(?:${ACTIONS}|终止|委派)$`, 'u');

const isoOf = (text: string | undefined): string | undefined => readDate(text ?? '')?.iso;

/**
 * A step whose lines have the captions that a table of steps has over its columns: 实际办理：钱一, 接收时间：…, 办结时间：…. The
 * line in front of them names the step; what was done stands behind them, and of several acts (转办, 通过) the last one
 * counts. Where it began and did not end it is at hand. Undefined without the captions of a person and of a time.
 */
export function stepOfCaptions(texts: readonly string[], source: Source, names?: StepNames): TrailStep | undefined {
  const captions: Partial<Record<Column, string>> = {};
  const plain: string[] = [];
  for (const text of texts) {
    const { caption = '', value = '' } = CAPTIONED.exec(text)?.groups ?? {};
    const column = columnOf(caption);
    if (column === undefined || column === 'opinion' || captions[column] !== undefined) plain.push(text);
    else captions[column] = value;
  }
  const timed = captions.time !== undefined || captions.start !== undefined;
  if (!timed || (captions.person === undefined && captions.candidate === undefined)) return undefined;
  const step = captions.step ?? plain[0] ?? '';
  const { action, opinion, at } = lastDeed(captions.step === undefined ? plain.slice(1) : plain);
  const time = isoOf(captions.time) ?? (captions.time === undefined ? at : undefined);
  const told = action ?? (captions.action || captions.state);
  const actors = splitNames(captions.person ?? '');
  const waits = time === undefined && isoOf(captions.start) !== undefined;
  return {
    step,
    ...stepRole(step, names),
    actors: waits && actors.length === 0 ? splitNames(captions.candidate ?? '') : actors,
    ...(told ? { action: told } : {}),
    ...(opinion ? { opinion } : {}),
    ...(time === undefined ? {} : { time }),
    state: waits ? 'current' : time === undefined ? 'predicted' : 'done',
    source,
  };
}

/** Of the acts below one another the one with the latest time, and what was written below it. */
function lastDeed(lines: readonly string[]): { action?: string; opinion?: string; at?: string } {
  let deed: { action?: string; opinion?: string; at?: string } = {};
  let older = false;
  for (const line of lines) {
    const at = isoOf(line);
    const word = cleanText(withoutDates(line));
    if (at !== undefined && DEED.test(word)) {
      older = deed.at !== undefined && at < deed.at;
      if (!older) deed = { action: word, at };
    } else if (!older && deed.opinion === undefined) {
      const opinion = line.replace(/^\p{Script=Han}{0,2}意见\s*[:：]\s*/u, '');
      deed = { ...deed, opinion };
    }
  }
  return deed;
}

const ENDS = /^(?:(?:流程)?已?(?:结束|完成|办结)了?(?:流程)?)?$/u;

/** The end of a flow as an item of its own: 结束, below it its time and nobody. */
export function endOfFlow(texts: readonly string[], source: Source): TrailStep | undefined {
  const [step = '', ...more] = texts;
  const time = more.flatMap((text) => findDates(text)).find((date) => date.iso !== undefined)?.iso;
  if (time === undefined || !isEndOfFlow(step)) return undefined;
  return more.every((text) => ENDS.test(cleanText(withoutDates(text))))
    ? { step, actors: [], time, state: 'done', source }
    : undefined;
}
