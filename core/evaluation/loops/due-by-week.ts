import { addDays } from '../../base/dates.ts';
import type { Place } from '../../ledger/entry.ts';
import type { Lapse } from './lapses.ts';
import type { OpenLoop } from './open-loops.ts';

/** What falls due: evidence that runs out, or a loop that will be open. */
export type Due =
  | { what: 'lapse'; place: Place; title: string; who: string; due: string }
  | { what: 'loop'; place: Place; type: string; message: string; who: string; due: string };

/** A week from Monday to Sunday, ISO days, with what falls due in it; the first one begins today. */
export interface DueWeek {
  from: string;
  to: string;
  due: Due[];
}

/** Days from one to the Sunday of its week. */
const toSunday = (day: string): number => (7 - new Date(Date.parse(day)).getUTCDay()) % 7;

const keyOf = ({ place, message }: OpenLoop): string => `${place.chain} ${place.sequence} ${message}`;

/**
 * What falls due in this week and those after it. A loop is due in the week at whose end it is open and at whose beginning it
 * was not: so whatever sets its day, a box, a number of months or a rule, is asked as it will be asked then. Weeks with nothing
 * in them are left out.
 * @param today ISO day
 * @param openOn what is not closed on a day, if nothing more is entered until then
 */
export function dueByWeek(
  lapses: readonly Lapse[],
  openOn: (day: string) => readonly OpenLoop[],
  today: string,
  weeks: number,
): { over: Lapse[]; weeks: DueWeek[] } {
  const known = new Set(openOn(today).map(keyOf));
  const found: DueWeek[] = [];
  let from = today;
  for (let week = 0; week < weeks; week += 1) {
    const to = addDays(from, toSunday(from));
    // What may be closed by something else is asked about on its own day, and not before.
    const loops = openOn(addDays(to, 1)).filter((loop) => loop.maybe.length === 0 && !known.has(keyOf(loop)));
    for (const loop of loops) known.add(keyOf(loop));
    const due: Due[] = [
      ...lapses
        .filter(({ validTo }) => validTo >= from && validTo <= to)
        .map(({ validTo, ...rest }) => ({ what: 'lapse' as const, ...rest, due: validTo })),
      ...loops.map(({ place, type, message, who, due: day }) => ({
        ...{ what: 'loop' as const, place, type, message, who },
        // A day of an earlier week was not what it waited for.
        due: day >= from ? day : '',
      })),
    ];
    if (due.length > 0)
      found.push({ from, to, due: due.sort((one, other) => (one.due || to).localeCompare(other.due || to)) });
    from = addDays(to, 1);
  }
  return { over: lapses.filter(({ validTo }) => validTo < today), weeks: found };
}
