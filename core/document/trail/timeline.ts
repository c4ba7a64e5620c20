import { withoutDates } from '../../base/dates.ts';
import type { Source } from '../../base/source.ts';
import { cleanText, squeeze } from '../../base/text.ts';
import type { TrailStep } from '../model.ts';
import { stepOfItem } from './act.ts';
import { endOfFlow, stepOfCaptions } from './captioned.ts';
import { stepOfEntry } from './entry.ts';
import { type Item, readItem } from './item.ts';
import type { StepNames } from './step.ts';

/**
 * One item of a timeline, its texts in reading order: step, time, person (an avatar letter in front), opinion, or a sentence.
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
  const told = stepOfItem(withFirstLine(readItem(lines), lines), source, names, mark);
  return told.actors.length === 0 && told.role === undefined ? undefined : told;
}

/** Where no word of the trade names the step, the words at the beginning of the first line may: 材料接收. */
function withFirstLine(item: Item, lines: readonly string[]): Item {
  const { opinion, ...rest } = item;
  if (item.step !== '' || item.action !== undefined || opinion === undefined) return item;
  const [line = ''] = lines.flatMap((text) => text.split('\n')).map((text) => cleanText(withoutDates(text)));
  const step = line.split(/[\s:：(（]/u)[0] ?? '';
  if (step === '' || step.length > LONGEST_STEP || /[，。；！]/u.test(step) || !opinion.startsWith(step)) return item;
  const left = cleanText(opinion.slice(step.length));
  return { ...rest, step, ...(left === '' ? {} : { opinion: left }) };
}
const LONGEST_STEP = 15;

/** Words at the ends of a flow. */
const FLOW_START = /^(?:开始|提交(?:申请)?|发起(?:人|流程|申请)?|申请|拟稿|拟办|起草|登记)$/u;
const FLOW_END = /(?:结束|完成|归档|办结|分发|印发)$/u;

/** The way that the flow foretells, drawn as a strip: its steps in order, with a name below a step or none. [] when it is no flow. */
export function trailOfStrip(steps: readonly string[], source: Source, names?: StepNames): TrailStep[] {
  const nameOf = (step = ''): string => squeeze(step.split('\n', 1)[0] ?? '');
  if (!FLOW_START.test(nameOf(steps[0])) && !FLOW_END.test(nameOf(steps.at(-1)))) return [];
  return steps.flatMap((step) => trailOfLines([step], source, names) ?? []);
}
