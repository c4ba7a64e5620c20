import { STATUS_WORDS } from '../../../core/standards/words.ts';
import type { CitedStandard, StandardView } from '../../../core/unit/services.ts';
import { MOST_MARKS } from '../../messages/settings.ts';
import type { Mark } from '../../messages/to-page.ts';
import { COMMON } from '../../ui/words.ts';

/** What is marked, as the panel calls it: one standard of these, or all that ended. */
const CITED = 'cited:';
export const ENDED = `${CITED}*`;
export const keyOf = ({ designation }: CitedStandard): string => `${CITED}${designation}`;
export const isCitedKey = (marked: string): boolean => marked.startsWith(CITED);

/** No longer in force, and somebody looked it up. */
export const isEnded = ({ answer }: Pick<StandardView, 'answer'>): boolean =>
  answer.verified && (answer.status === 'withdrawn' || answer.status === 'replaced');

/** What asks for something stands first: what ended, then what a person should look at, each in the order that it had. */
export function inOrder<One extends StandardView & Partial<CitedStandard>>(standards: readonly One[]): One[] {
  const isFine = ({ answer, advice, held }: One): boolean =>
    held === undefined && (advice ? advice.outcome === 'keep' : answer.status === 'current');
  const rank = (one: One): number => (isEnded(one) ? 0 : isFine(one) ? 2 : 1);
  return standards.toSorted((left, right) => rank(left) - rank(right));
}

/** The places of these standards, each with what the standard's state is called: it is told without the panel, and without colour. */
export function marksOfCited(cited: readonly CitedStandard[]): Mark[] {
  const marks = cited.flatMap(({ places, answer }, index) => {
    const sign = answer.row && !answer.verified ? COMMON.unverified : STATUS_WORDS[answer.status];
    return places.map(({ source, words }): Mark => ({ number: index + 1, source, words, sign }));
  });
  return marks.slice(0, MOST_MARKS);
}

/** How often they are named on the page. */
export const timesOf = (cited: readonly CitedStandard[]): number =>
  cited.flatMap(({ places }) => places).reduce((sum, { times }) => sum + times, 0);
