import { itemsOf, PILOT_SCORECARD } from '../../../../core/evaluation/scorecard.ts';
import { ENTRY } from './words.ts';

/** Indicators with their names, for people. */
export const indicatorNames = (ids: readonly string[]): string =>
  ids.map((id) => `${id} ${itemsOf(PILOT_SCORECARD).find((item) => item.id === id)?.name ?? ''}`.trim()).join('、') ||
  ENTRY.noIndicators;
