import { describe, expect, it } from 'vitest';
import { fc } from '../base/testing.ts';
import type { Finding } from './run.ts';
import { type PersonVerdict, standingsOf, VERDICTS, verdictFlaw } from './verdicts.ts';

const ID = '0123456789abcdef01234567';

const finding = (id: string, rest: Partial<Finding> = {}): Finding => ({
  id,
  rule: 'drafter-required',
  title: '有拟稿人',
  reason: 'blank',
  outcome: 'failed',
  severity: 'error',
  message: '拟稿人是空的。',
  fields: ['drafter'],
  sources: [],
  basis: [],
  indicators: [],
  actor: 'author',
  ...rest,
});

const verdict = (id: string, word: PersonVerdict['verdict'], rest: Partial<PersonVerdict> = {}): PersonVerdict => ({
  ...{ finding: id, verdict: word, reason: '', who: '', until: '', message: '', uri: '' },
  ...rest,
});

describe('standingsOf', () => {
  const findings = [
    finding('a'),
    finding('b'),
    finding('c', { outcome: 'cannot-tell', severity: 'info' }),
    finding('d', { severity: 'info' }),
    finding('quiet', { outcome: 'cannot-tell', quiet: true }),
    finding('passed', { outcome: 'passed' }),
    finding('waits', { outcome: 'pending' }),
  ];

  it('counts what is shown, as it stands without a verdict', () => {
    expect(standingsOf(findings, [])).toMatchObject({
      totals: { found: 4, fixed: 0, accepted: 0, open: 3, unread: 1 },
      fixed: [],
      lapsed: [],
    });
  });

  it('honours each verdict, and tells which say nothing any longer', () => {
    const { of, totals, fixed, lapsed } = standingsOf(findings, [
      verdict('a', 'to-do', { who: '周文', until: '2026-12-01' }),
      verdict('b', 'not-applicable', { reason: '本类文件不用' }),
      verdict('c', 'false-alarm'),
      verdict('d', 'fixed'),
      verdict('gone', 'fixed'),
      verdict('lapsed', 'false-alarm'),
    ]);
    expect(Array.from(of, ([id, { standing }]) => [id, standing])).toEqual([
      ['a', 'to-do'],
      ['b', 'accepted'],
      ['c', 'accepted'],
      ['d', 'returned'],
    ]);
    expect(totals).toEqual({ found: 5, fixed: 1, accepted: 2, open: 2, unread: 0 });
    expect(fixed.map((one) => one.finding)).toEqual(['gone']);
    expect(lapsed.map((one) => one.finding)).toEqual(['lapsed']);
  });

  it('always comes to the same sum', () => {
    const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const some = fc.uniqueArray(
      fc.record({
        id: ids,
        outcome: fc.constantFrom<Finding['outcome']>('failed', 'cannot-tell', 'passed', 'pending', 'errored'),
        severity: fc.constantFrom<Finding['severity']>('error', 'warning', 'info'),
      }),
      { selector: ({ id }) => id },
    );
    const said = fc.uniqueArray(fc.record({ id: ids, word: fc.constantFrom(...VERDICTS) }), {
      selector: ({ id }) => id,
    });
    fc.assert(
      fc.property(some, said, (found, given) => {
        const { totals } = standingsOf(
          found.map(({ id, ...rest }) => finding(id, rest)),
          given.map(({ id, word }) => verdict(id, word)),
        );
        expect(totals.found).toBe(totals.fixed + totals.accepted + totals.open + totals.unread);
        expect(Math.min(...Object.values(totals))).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

it('asks for a reason with 不适用, and for a day that is still to come with 待办', () => {
  expect(verdictFlaw(verdict(ID, 'not-applicable', { reason: ' ' }), '2026-03-01')).toBe('no-reason');
  expect(verdictFlaw(verdict(ID, 'not-applicable', { reason: '不用' }), '2026-03-01')).toBeUndefined();
  expect(verdictFlaw(verdict(ID, 'to-do', { until: '2026-02-28' }), '2026-03-01')).toBe('past');
  expect(verdictFlaw(verdict(ID, 'to-do', { until: '2026-03-01' }), '2026-03-01')).toBeUndefined();
  expect(verdictFlaw(verdict(ID, 'false-alarm'), '2026-03-01')).toBeUndefined();
});
