import { findDates } from '../base/dates.ts';
import type { PageSource, Source } from '../base/source.ts';
import type { TrailStep } from '../document/model.ts';
import { stepOfItem, tellsAct } from '../document/trail/act.ts';
import { readItem } from '../document/trail/item.ts';
import { mergeTrails, oldestFirst } from '../document/trail/merge.ts';
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
  let found: DrawnItem[] = [];
  const seen = new Set<string>();
  for (const [at, one] of dated.entries()) {
    const next = dated[at + 1];
    const parent = next && next.frame === one.frame ? sharedPath(one.path, next.path) : undefined;
    if (parent === undefined || seen.has(`${one.frame} ${parent}`)) continue;
    seen.add(`${one.frame} ${parent}`);
    const acts = itemsOf(texts, one.frame, parent).flatMap((item) => actOfItem(item, one.frame, names) ?? []);
    // Items of one line are sentences.
    const drawn = acts.filter(({ step }) => step.time !== undefined).length > 1 && acts.some(({ lines }) => lines > 1);
    if (drawn) found.push(...withStepAtHand(acts).map((act) => ({ ...act, drawing: seen.size })));
  }
  // What holds several acts is a part of the page and none of them.
  found = found.filter(
    ({ frame, path }) => !found.some((act) => act.frame === frame && act.path.startsWith(`${path} `)),
  );
  // Beside steps with their names what only has a person, a time and words is a talk about them.
  const named = found.some(({ step }) => step.step !== '');
  if (named) found = found.filter(({ step }) => step.step !== '' || step.action !== undefined);
  return {
    steps: mergeTrails(drawingsOf(found)),
    holds: (source) =>
      source.from === 'page' &&
      found.some(({ frame, path }) => source.frame === frame && `${source.path} `.startsWith(`${path} `)),
  };
}

/** The steps of each drawing, those first that name them. */
function drawingsOf(found: readonly DrawnItem[]): TrailStep[][] {
  const drawings = [...Map.groupBy(found, ({ drawing }) => drawing).values()].map((items) =>
    oldestFirst(items.map(({ step }) => step)),
  );
  const named = (steps: readonly TrailStep[]): number => Number(steps.some(({ step }) => step !== ''));
  return drawings.sort((one, other) => named(other) - named(one));
}

/** Where steps have the time at which they began and that at which they ended, one that has a single time has only begun. */
function withStepAtHand(acts: readonly DrawnItem[]): DrawnItem[] {
  if (!acts.some(({ span }) => span)) return [...acts];
  return acts.map((act) => {
    if (act.span || act.step.time === undefined || act.step.action !== undefined) return act;
    const { time: _, ...step } = act.step;
    return { ...act, step: { ...step, state: 'current' } };
  });
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
  /** Its beginning and its end are told. */
  span: boolean;
  /** Which of the drawings of the page it is in. */
  drawing: number;
}

function actOfItem({ path, texts }: Child, frame: string, names: StepNames | undefined): DrawnItem | undefined {
  const lines = texts.map(({ text }) => text);
  if (!tellsAct(lines, true)) return undefined;
  const source: PageSource = { from: 'page', frame, label: '', path };
  const item = readItem(lines);
  return {
    step: stepOfItem(item, source, names),
    frame,
    path,
    lines: lines.length,
    span: item.span === true,
    drawing: 0,
  };
}
