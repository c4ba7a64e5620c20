import { describe, expect, test } from 'vitest';
import { fc } from '../base/testing.ts';
import type { CataloguePack, CatalogueRow } from './catalogue.ts';
import { BUILT_IN_CATALOGUE } from './pack.ts';
import { statusOn } from './status.ts';

const row = (designation: string, more: Partial<CatalogueRow> = {}): CatalogueRow => ({
  designation,
  title: '某规范',
  verified: true,
  source: '测试',
  checkedOn: '2026-01-01',
  ...more,
});
const pack = (...rows: CatalogueRow[]): CataloguePack => ({
  schema: 'duibiao/catalogue@1',
  id: 'test',
  version: '1',
  issuedOn: '2026-01-01',
  lapsesOn: '2027-01-01',
  rows,
});
const status = (catalogue: CataloguePack, designation: string, on: string) =>
  statusOn(catalogue, designation, on).status;

describe('the built-in catalogue', () => {
  test.each([
    ['GB/T 24421.2—2009', '2022-09-14', 'current'],
    ['GB/T 24421.2—2009', '2023-03-16', 'current'],
    ['GB/T 24421.2—2009', '2023-03-17', 'replaced'],
    ['GB/T24421.2-2009', '2026-11-23', 'replaced'],
    ['GB/T 24421.2—2023', '2022-09-14', 'upcoming'],
    ['GB/T 24421.2', '2022-09-14', 'current'],
    ['GB/T 24421', '2026-11-23', 'current'],
    ['GB/T 24421—2023', '2026-11-23', 'current'],
    ['GB/T 24421—2009', '2022-09-14', 'current'],
    ['GB/T 24421—2009', '2026-11-23', 'replaced'],
    ['GB/T 24421—2015', '2026-11-23', 'not-in-catalogue'],
    ['GB/T 1.1—2009', '2026-11-23', 'replaced'],
    ['GB/T 1.1—2020', '2020-09-30', 'upcoming'],
    ['GB/T 1.1—2020', '2020-10-01', 'current'],
    ['GB/T 9704—1999', '2026-11-23', 'replaced'],
    ['GB/T 9704—2022', '2026-11-23', 'not-in-catalogue'],
    ['GB/T 7408—2005', '2026-11-23', 'replaced'],
    ['GB/T 7408—2005', '2021-01-01', 'unknown'],
    ['GB/T 33190—2016', '2022-09-14', 'unknown'],
    ['GB/T 33190—2016', '2026-11-23', 'current'],
    ['DB34/T 3229—2018', '2026-11-23', 'unknown'],
    ['GB/T 36112—2018', '2027-11-01', 'unknown'],
    ['不是标准号', '2026-11-23', 'not-in-catalogue'],
  ])('%s on %s is %s', (designation, on, expected) => {
    expect(status(BUILT_IN_CATALOGUE, designation, on)).toBe(expected);
  });

  test('the edition that an undated reference means', () => {
    expect(statusOn(BUILT_IN_CATALOGUE, 'GB/T1.1', '2020-09-30')).toMatchObject({
      designation: 'GB/T 1.1',
      row: { designation: 'GB/T 1.1—2009' },
    });
    expect(statusOn(BUILT_IN_CATALOGUE, 'GB/T1.1', '2020-10-01').row?.designation).toBe('GB/T 1.1—2020');
  });

  test('what took the place of a replaced edition', () => {
    const answer = statusOn(BUILT_IN_CATALOGUE, 'GB/T 24421.2—2009', '2026-11-23');
    expect(answer.replacedBy.map(({ designation }) => designation)).toEqual(['GB/T 24421.2—2023']);
    expect(answer.verified).toBe(true);
  });
});

test('withdrawn without a successor', () => {
  const catalogue = pack(row('GB/T 900—2000', { effectiveOn: '2001-01-01', withdrawnOn: '2015-06-01' }));
  expect(status(catalogue, 'GB/T 900—2000', '2015-05-31')).toBe('current');
  expect(status(catalogue, 'GB/T 900—2000', '2015-06-01')).toBe('withdrawn');
  expect(status(catalogue, 'GB/T 900', '2020-01-01')).toBe('withdrawn');
});

test('replaced by what the pack does not name', () => {
  const catalogue = pack(row('GB/T 900—2000', { status: 'replaced', withdrawnOn: '2015-06-01' }));
  expect(status(catalogue, 'GB/T 900—2000', '2020-01-01')).toBe('replaced');
  expect(status(pack(row('GB/T 900—2000', { status: 'replaced' })), 'GB/T 900—2000', '2026-06-01')).toBe('replaced');
});

test('an undated reference to a standard whose only edition is not in force yet', () => {
  const catalogue = pack(row('GB/T 900—2026', { publishedOn: '2026-01-05', effectiveOn: '2026-12-01' }));
  expect(status(catalogue, 'GB/T 900', '2026-11-23')).toBe('upcoming');
  expect(status(catalogue, 'GB/T 900', '2026-12-01')).toBe('current');
});

test('a series is current only when each part is', () => {
  const part = (number: string, more: Partial<CatalogueRow>) => row(number, { effectiveOn: '2010-01-01', ...more });
  const both = [part('GB/T 900.1—2010', {}), part('GB/T 900.2—2010', { withdrawnOn: '2020-01-01' })];
  expect(status(pack(...both), 'GB/T 900', '2015-01-01')).toBe('current');
  expect(status(pack(...both), 'GB/T 900', '2020-01-01')).toBe('unknown');
  const ended = [part('GB/T 900.1—2010', { withdrawnOn: '2019-01-01' }), both[1] ?? part('GB/T 900.2—2010', {})];
  expect(status(pack(...ended), 'GB/T 900', '2020-01-01')).toBe('withdrawn');
});

/** A chain of editions, each in force until the next; `loop` closes it on the first. */
const chains = fc
  .record({
    years: fc.uniqueArray(fc.integer({ min: 1990, max: 2025 }), { minLength: 1, maxLength: 12 }),
    loop: fc.boolean(),
    explicit: fc.boolean(),
  })
  .map(({ years, loop, explicit }) => {
    const sorted = years.toSorted();
    const names = sorted.map((year) => `GB/T 900—${year}`);
    const rows = names.map((name, index) => {
      const next = names[index + 1] ?? (loop ? names[0] : undefined);
      const end = sorted[index + 1];
      return row(name, {
        effectiveOn: `${sorted[index]}-07-01`,
        ...(next === undefined ? {} : { replacedBy: [next] }),
        ...(end === undefined || !explicit ? {} : { withdrawnOn: `${end}-07-01` }),
      });
    });
    return { rows, loop };
  });
const days = fc
  .integer({ min: 0, max: 365 * 40 })
  .map((day) => new Date(Date.UTC(1988, 0, 1 + day)).toISOString().slice(0, 10));

test('property: on any day at most one edition of a chain is current, and an undated reference means that one', () => {
  fc.assert(
    fc.property(
      chains.filter(({ loop }) => !loop),
      days,
      ({ rows }, on) => {
        const catalogue = pack(...rows);
        const answers = rows.map(({ designation }) => statusOn(catalogue, designation, on));
        const current = answers.filter((answer) => answer.status === 'current');
        if (on >= catalogue.lapsesOn) {
          expect(answers.every((answer) => answer.status === 'unknown')).toBe(true);
          return;
        }
        expect(current.length).toBe(on >= (rows[0]?.effectiveOn ?? '') ? 1 : 0);
        const undatedAnswer = statusOn(catalogue, 'GB/T 900', on);
        if (current[0]) expect(undatedAnswer.row).toBe(current[0].row);
        else expect(undatedAnswer.status).toBe('upcoming');
      },
    ),
  );
});

test('property: the way from a replaced edition ends at the newest, each once, also where a chain bites its tail', () => {
  fc.assert(
    fc.property(chains, ({ rows, loop }) => {
      const catalogue = pack(...rows);
      for (const [index, { designation }] of rows.entries()) {
        const answer = statusOn(catalogue, designation, '2026-06-01');
        const chain = answer.replacedBy.map((one) => one.designation);
        expect(new Set(chain).size).toBe(chain.length);
        expect(chain).not.toContain(designation);
        const later = rows.slice(index + 1).map((one) => one.designation);
        if (!loop) expect(chain).toEqual(later);
        if (!loop) expect(answer.status).toBe(later.length > 0 ? 'replaced' : 'current');
      }
    }),
  );
});
