import { fillSlots } from '../base/text.ts';
import type { Place } from '../ledger/entry.ts';
import type { Standing } from '../ledger/standing.ts';

const WORDS = {
  withdrawn: '已撤回（{number}）',
  moved: '指标改过（{number}）',
  notes: '另见{numbers}',
  number: '第 {sequence} 号',
  numberOf: '{seat}第 {sequence} 号',
} as const;

/** How an entry is named for people: one of another chain than the first with its seat. */
export type NumberOf = (place: Place) => string;

/** Names entries: `here` is the first chain, `seats` tells whose each chain is. */
export const numbersOf =
  (here: string, seats: ReadonlyMap<string, string>): NumberOf =>
  ({ chain, sequence }) =>
    chain === here
      ? fillSlots(WORDS.number, { sequence })
      : fillSlots(WORDS.numberOf, { seat: seats.get(chain) ?? '', sequence });

/** What later entries made of an entry, in words. */
export function laterWords({ withdrawnBy, indicators, later }: Standing, numberOf: NumberOf): string[] {
  const others = later.filter((by) => by !== withdrawnBy && by !== indicators?.by);
  return [
    ...(withdrawnBy === undefined ? [] : [fillSlots(WORDS.withdrawn, { number: numberOf(withdrawnBy) })]),
    ...(indicators === undefined ? [] : [fillSlots(WORDS.moved, { number: numberOf(indicators.by) })]),
    ...(others.length === 0 ? [] : [fillSlots(WORDS.notes, { numbers: others.map(numberOf).join('、') })]),
  ];
}
