import { fillSlots, shorten } from '../base/text.ts';
import { readSubject, withState } from './kept-state.ts';

/*
 * The last day on which a piece of evidence holds (a certificate, a lease, the label of a fire extinguisher). Like the state in
 * which something was kept it stands in the entry's subject: so every list shows it, and whoever looks for what runs out
 * reads the payloads of those entries alone. Nobody but the person says it; no kind of evidence is given a time by us.
 */

const WORDS = { until: '（有效期至{day}）', renewal: '（续期，没有写有效期）' } as const;
const MARKS = ['（有效期至', '（续期'];
/** Characters of a title to which a day and a state can still be added. */
const LONGEST_TITLE = 150;

/** A subject with the last day of what it is about; `renews`: whether it takes the place of an earlier one. */
export function withValidity(
  subject: string,
  { validTo = '', renews }: { validTo?: string; renews?: unknown },
): string {
  if (validTo === '' && renews === undefined) return subject;
  const { about, state } = readSubject(subject);
  const end = validTo === '' ? WORDS.renewal : fillSlots(WORDS.until, { day: validTo });
  return withState(shorten(about, LONGEST_TITLE) + end, state);
}

/** Whether an entry may have a last day, or renew one that has. */
export const mayLapse = ({ kind, subject }: { kind: string; subject: string }): boolean =>
  kind === 'evidence' && MARKS.some((mark) => subject.includes(mark));
