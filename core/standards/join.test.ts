import { describe, expect, it } from 'vitest';
import { joinPacks } from './join.ts';
import { statusOn } from './status.ts';
import { cataloguePack, catalogueRow } from './testing.ts';

const OLD = 'GB/T 1.1—2009';
const NEW = 'GB/T 1.1—2020';
const earlier = cataloguePack([catalogueRow(OLD), catalogueRow('GB/T 7714—2015')], { id: 'a', issuedOn: '2026-01-01' });
const later = (row: Parameters<typeof catalogueRow>[1], more = {}) =>
  cataloguePack([catalogueRow(OLD, row), catalogueRow(NEW)], {
    id: 'b',
    version: '2',
    issuedOn: '2026-06-01',
    ...more,
  });
const ended = { replacedBy: [NEW], withdrawnOn: '2020-10-01' };
const statusIn = (catalogue: Parameters<typeof statusOn>[0], on: string, number = OLD) =>
  statusOn(catalogue, number, on);

describe('packs as one', () => {
  it('leaves one pack as it is', () => {
    expect(joinPacks([earlier])).toBe(earlier);
  });

  it('takes the row of the pack that was issued last, in whatever order they come, and keeps the others', () => {
    for (const packs of [[earlier, later(ended)] as const, [later(ended), earlier] as const]) {
      const joined = joinPacks(packs);
      expect(joined).toMatchObject({ issuedOn: '2026-06-01', version: '1+2' });
      expect(joined.rows.map(({ designation }) => designation)).toEqual([OLD, 'GB/T 7714—2015', NEW]);
      expect(statusIn(joined, '2026-07-01')).toMatchObject({ status: 'replaced', verified: true });
    }
  });

  it('does not bring back to life by an unconfirmed row what is known to be over, and tells of an end unconfirmed', () => {
    const over = cataloguePack([catalogueRow(OLD, ended), catalogueRow(NEW)], { id: 'a' });
    const revived = joinPacks([over, later({ verified: false })]);
    expect(statusIn(revived, '2026-07-01')).toMatchObject({ status: 'replaced', verified: true });
    const ending = joinPacks([earlier, later({ ...ended, verified: false })]);
    expect(statusIn(ending, '2026-07-01')).toMatchObject({ status: 'replaced', verified: false });
  });

  it('keeps what was confirmed where the later row says the same', () => {
    const same = joinPacks([earlier, later({ verified: false })]);
    expect(statusIn(same, '2026-07-01')).toMatchObject({ status: 'current', verified: true });
    const again = joinPacks([earlier, later({ source: '别处' })]);
    expect(again.rows[0]?.source).toBe('测试');
  });

  it('lets each row lapse with its own pack', () => {
    const joined = joinPacks([earlier, later({ title: '新名称' }, { lapsesOn: '2028-01-01' })]);
    expect(statusIn(joined, '2027-06-01').status).toBe('current');
    expect(statusIn(joined, '2027-06-01', 'GB/T 7714—2015').status).toBe('unknown');
    expect(statusIn(joined, '2028-01-01').status).toBe('unknown');
  });

  it('has a digest that tells what it was made of', () => {
    const digest = (row: Parameters<typeof catalogueRow>[1]) => joinPacks([earlier, later(row)]).digest;
    expect(digest({})).toBe(digest({}));
    expect(digest({})).not.toBe(digest({ title: '别的' }));
  });
});
