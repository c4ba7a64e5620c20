import { findDates } from '../base/dates.ts';
import type { PageSource, Source } from '../base/source.ts';
import type { TrailStep } from '../document/model.ts';
import { stepOfItem, tellsAct } from '../document/trail/act.ts';
import { readItem } from '../document/trail/item.ts';
import { oldestFirst } from '../document/trail/merge.ts';
import type { StepNames } from '../document/trail/step.ts';
import type { Survey, SurveyText } from './survey/survey.ts';

/** Longest text of an item: a line with its time, or an opinion. */
const LONGEST_TEXT = 300;
const MOST_LINES = 12;

/** A record that is drawn with elements that mean nothing. */
export interface DrawnRecord {
  steps: TrailStep[];
  /** True for what stands in one of its items: it is no box of the form. */
  holds(source: Source): boolean;
}

/**
 * A workflow record drawn with elements that mean nothing (div in div): siblings of which each tells one act, its time among
 * several texts. One that has no time may wait. A single text that tells a whole act is a sentence, and read as such.
 */
export function drawnRecord(survey: Survey, names?: StepNames): DrawnRecord {
  const texts = survey.texts.filter(
    ({ hidden, inTable, inRecord, frame, text }) =>
      !hidden && !inTable && !inRecord && text.length <= LONGEST_TEXT && !survey.bodyFrames.has(frame),
  );
  const dated = texts.filter(({ text }) => /\d{4}/u.test(text) && findDates(text).some(({ iso }) => iso !== undefined));
  const found: DrawnItem[] = [];
  const seen = new Set<string>();
  for (const [at, one] of dated.entries()) {
    const next = dated[at + 1];
    const parent = next && next.frame === one.frame ? sharedPath(one.path, next.path) : undefined;
    if (parent === undefined || seen.has(`${one.frame} ${parent}`)) continue;
    seen.add(`${one.frame} ${parent}`);
    const acts = itemsOf(texts, one.frame, parent).flatMap((item) => actOfItem(item, one.frame, names) ?? []);
    // Items of one line are sentences.
    const drawn = acts.filter(({ step }) => step.time !== undefined).length > 1 && acts.some(({ lines }) => lines > 1);
    if (drawn) found.push(...acts);
  }
  return {
    steps: oldestFirst(found.map(({ step }) => step)),
    holds: (source) =>
      source.from === 'page' &&
      found.some(({ frame, path }) => source.frame === frame && `${source.path} `.startsWith(`${path} `)),
  };
}

/** The path of the element that holds both; undefined where that is the top of the page, or cannot be told. */
function sharedPath(one: string, other: string): string | undefined {
  const [left, right] = [one.split(' '), other.split(' ')];
  const end = left.findIndex((step, at) => step !== right[at]);
  return end > 0 ? left.slice(0, end).join(' ') : undefined;
}

interface Child {
  /** Whole path of the child. */
  path: string;
  texts: SurveyText[];
}

/** The texts inside an element, child by child. */
function itemsOf(texts: readonly SurveyText[], frame: string, parent: string): Child[] {
  const children = Map.groupBy(
    texts.filter((text) => text.frame === frame && text.path.startsWith(`${parent} `)),
    ({ path }) => path.slice(parent.length + 1).split(' ')[0],
  );
  return [...children]
    .map(([step, own]) => ({ path: `${parent} ${step}`, texts: own }))
    .filter((child) => child.texts.length <= MOST_LINES);
}

interface DrawnItem {
  step: TrailStep;
  frame: string;
  path: string;
  lines: number;
}

function actOfItem({ path, texts }: Child, frame: string, names: StepNames | undefined): DrawnItem | undefined {
  const lines = texts.map(({ text }) => text);
  if (!tellsAct(lines, true)) return undefined;
  const source: PageSource = { from: 'page', frame, label: '', path };
  return { step: stepOfItem(readItem(lines), source, names), frame, path, lines: lines.length };
}
