import type { PageSource } from '../base/source.ts';
import type { TrailStep } from '../document/model.ts';
import type { FamilyKnowledge } from '../document/parts.ts';
import { hasArrows, trailOfArrows } from '../document/trail/arrows.ts';
import { type Cards, trailOfCards } from '../document/trail/cards.ts';
import { oldestFirst } from '../document/trail/merge.ts';
import { stepRole } from '../document/trail/step.ts';
import { trailOfLines, trailOfStrip } from '../document/trail/timeline.ts';
import { stepsOfStrip } from '../pairing/strip.ts';
import type { Survey } from './survey/survey.ts';

/** Longest text that may draw a flow with arrows. */
const LONGEST_ARROWS = 400;

/** The workflow as a page draws it outside of tables and cards: timelines, bars and strips of steps, lines of arrows. */
export function trailOfPage(survey: Survey, family: FamilyKnowledge | undefined): TrailStep[] {
  const steps: TrailStep[] = [];
  for (const { list, label, items } of survey.lists) {
    if (list !== 'timeline' && list !== 'steps' && list !== 'record') continue;
    const found = items.flatMap((item) => {
      const step = trailOfLines(item.texts, item.source, family?.steps, item.state);
      if (step === undefined) return [];
      const unnamed = step.step === '' && label !== undefined;
      const named = unnamed ? { ...step, step: label, ...stepRole(label, family?.steps) } : step;
      return [item.hidden ? { ...named, hidden: true } : named];
    });
    // A timeline of news names no step of a flow.
    if (list === 'record' || found.some(({ role, action }) => role !== undefined || (action && items.length > 1)))
      steps.push(...oldestFirst(found));
  }
  for (const { rows, hidden, sort, source } of survey.tables)
    if (sort === 'strip' && !hidden) steps.push(...trailOfStrip(stepsOfStrip(rows) ?? [], source, family?.steps));
  for (const { text, hidden, frame, path } of survey.texts)
    if (!hidden && text.length <= LONGEST_ARROWS && hasArrows(text)) {
      const source: PageSource = { from: 'page', frame, label: '', path };
      steps.push(...trailOfArrows(text, source, family?.steps));
    }
  return steps;
}

/** A workflow record that a page draws as cards, and the lines that belong to it. */
export const cardsOfPage = (survey: Survey, family: FamilyKnowledge | undefined): Cards =>
  trailOfCards(
    survey.blocks.filter(({ region, rows }) => region === 'form' && !rows),
    family?.steps,
  );
