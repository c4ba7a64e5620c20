import { indicatorName } from '../../../../core/exports/indicator-name.ts';
import { ENTRY } from './words.ts';

/** Indicators with their names, for people. */
export const indicatorNames = (ids: readonly string[]): string =>
  ids.map(indicatorName).join('、') || ENTRY.noIndicators;
