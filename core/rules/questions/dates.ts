import { dayOf, findDates, type WrittenDate } from '../../base/dates.ts';
import type { Field } from '../../document/model.ts';
import { textOf } from './boxes.ts';

/** The date in a box as written: `iso` when it is complete and real, `flaw` when not; undefined when there is none. */
export function writtenDate(field: Field): WrittenDate | undefined {
  if (field.state !== 'present') return undefined;
  const dates = findDates(textOf(field));
  return dates.length > 0 ? dates[0] : findDates(field.written)[0];
}

/** The day in a box, when it is complete and real. */
export function dayIn(field: Field): string | undefined {
  const iso = writtenDate(field)?.iso;
  return iso === undefined ? undefined : dayOf(iso);
}
