import { describe, expect, it } from 'vitest';
import { clockLines } from './clocks.ts';

const unit = { systemEffectiveOn: '2024-09-01', pilot: { from: '2024-06-01', to: '2026-05-31' } };
const start = { record: 'systemEffectiveOn', on: '2024-09-01' };
const end = { record: 'pilotEnds', on: '2026-05-31' };

describe('clockLines', () => {
  it('tells of each how many days are left, and on which days of the profile it rests', () => {
    expect(clockLines(unit, '2025-02-17')).toEqual([
      { id: 'ran', on: '2025-03-01', left: 12, records: [start] },
      { id: 'before', on: '2026-02-28', left: 376, records: [end] },
      { id: 'from', on: '2026-02-28', left: 376, records: [start, end] },
      { id: 'ends', on: '2026-05-31', left: 468, records: [end] },
    ]);
  });

  it('is at 0 on the very day, and below it once that has passed', () => {
    const left = (today: string) => clockLines(unit, today).map((line) => line.left);
    expect(left('2025-03-01')[0]).toBe(0);
    expect(left('2025-03-02')[0]).toBe(-1);
  });

  it('leaves out what the profile does not tell', () => {
    expect(clockLines({}, '2025-01-01')).toEqual([]);
    expect(clockLines({ systemEffectiveOn: '2024-09-01' }, '2025-01-01').map(({ id }) => id)).toEqual(['ran']);
    expect(clockLines({ pilot: { to: '2026-05-31' } }, '2025-01-01').map(({ id }) => id)).toEqual(['before', 'ends']);
  });
});
