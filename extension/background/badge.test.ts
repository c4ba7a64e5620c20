import { expect, it, vi } from 'vitest';
import type { Finding } from '../../core/check/run.ts';
import { RULES } from '../../core/rules/index.ts';
import { documentFrom, runOf } from '../../core/rules/testing.ts';
import type { ReadyView } from '../messages/view.ts';
import { badgeOf } from './badge.ts';

vi.mock('../browser.ts', async () => (await import('../testing.ts')).fakeDoor());

const document = documentFrom({ fields: { title: '关于开展培训的通知', reviewer: '' } });
const run = runOf(RULES, document);
const ready: ReadyView = {
  ...{ tabId: 1, url: '', state: 'ready', standing: false, pageTitle: '', document, run, muted: [], verdicts: [] },
  standards: { hasUnit: false, services: [], cited: [], serviceName: '', catalogueOn: '', seat: '' },
};
const [must] = run.findings.filter(({ severity }) => severity === 'error');
const withErrors = (count: number): ReadyView => ({
  ...ready,
  run: { ...run, findings: Array.from({ length: count }, (_, index) => ({ ...(must as Finding), id: `${index}` })) },
});

it('tells how much must be changed, and is quiet where nothing must or nothing is known', () => {
  expect(run.summary.error).toBeGreaterThan(0);
  expect(badgeOf(ready)).toBe(String(run.summary.error));
  expect(badgeOf({ tabId: 1, url: '', state: 'reading', before: withErrors(3) })).toBe('3');
  expect(badgeOf(withErrors(0))).toBe('');
  expect(badgeOf(withErrors(120))).toBe('99+');
  expect(badgeOf({ tabId: 1, url: '', state: 'reading' })).toBe('');
  expect(badgeOf({ tabId: 1, url: '', state: 'stopped', standing: false, reasons: ['密'] })).toBe('');
  // What a person has muted is still to be changed; what was accepted is not.
  expect(badgeOf({ ...ready, muted: run.findings.map(({ id }) => id) })).toBe(String(run.summary.error));
  const accepted = { verdict: 'false-alarm' as const, reason: '', who: '', until: '', message: '', uri: '' };
  expect(badgeOf({ ...withErrors(3), verdicts: [{ finding: '1', ...accepted }] })).toBe('2');
});
