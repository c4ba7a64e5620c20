import { itemsOf, PILOT_SCORECARD } from '../../../../core/evaluation/scorecard.ts';
import { hashOf } from '../../route.ts';

/** What can be added that stands on no page. */
export const ADDED = ['paper', 'file', 'note'] as const;
export type Added = (typeof ADDED)[number];

/** What an address asks for: a kind, or the item of the scorecard that lacks evidence; {} for neither. */
export function readAddPlace(parameter: string | undefined): { kind?: Added; indicator?: string } {
  const kind = ADDED.find((one) => one === parameter);
  if (kind !== undefined) return { kind };
  const item = itemsOf(PILOT_SCORECARD).find(({ id }) => id === parameter);
  return item === undefined ? {} : { indicator: item.id };
}

export const hashOfAdd = (place?: string): string => hashOf('add', place);
