import { expect, it } from 'vitest';
import { backupNeed } from './backup-due.ts';

const MORNING = '2026-03-02T01:00:00.000Z';

it.each([
  ['nothing new', { at: MORNING, sequence: 9 }, 0, '2027-03-02T01:00:00.000Z', 'nothing'],
  ['an empty ledger', undefined, 0, MORNING, 'nothing'],
  ['never backed up', undefined, 1, MORNING, 'late'],
  ['a little on the same day', { at: MORNING, sequence: 9 }, 49, '2026-03-02T09:00:00.000Z', 'none-yet'],
  ['much on the same day', { at: MORNING, sequence: 9 }, 50, '2026-03-02T09:00:00.000Z', 'due'],
  // The day is the one of the office, not of Greenwich.
  ['the next day here', { at: MORNING, sequence: 9 }, 1, '2026-03-02T16:00:00.000Z', 'due'],
  ['a week', { at: MORNING, sequence: 9 }, 1, '2026-03-09T01:00:00.000Z', 'late'],
  ['a backup of tomorrow: the clock was set back', { at: MORNING, sequence: 9 }, 1, '2026-03-01T01:00:00.000Z', 'late'],
  ['a time that is none', { at: 'gestern', sequence: 9 }, 1, MORNING, 'late'],
] as const)('%s', (_name, last, news, now, need) => {
  expect(backupNeed(last, news, now)).toBe(need);
});
