import { compareText } from '../../base/text.ts';
import type { ChainSurvey } from './survey.ts';

/** Seats that a sentence names. */
const NAMED = 3;

/** Labels of the seats of a chain, those with most entries first: what a person knows the chain by. */
export function seatsOf({ seats, chain }: Pick<ChainSurvey, 'seats' | 'chain'>): string {
  const all = [...seats]
    .sort(([left, many], [right, more]) => more - many || compareText(left, right))
    .map(([seat]) => seat)
    .filter((seat) => seat !== '');
  return all.length === 0 ? chain.slice(0, 8) : all.slice(0, NAMED).join('、');
}
