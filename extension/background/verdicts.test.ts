import { beforeEach, describe, expect, it, vi } from 'vitest';
import { steadyClock } from '../../core/ledger/testing.ts';
import { drafterRequired } from '../../core/rules/signoff/drafter-required.ts';
import { documentFrom, runOf } from '../../core/rules/testing.ts';
import { browser } from '../browser.ts';
import type { ReadyView } from '../messages/view.ts';
import { openDatabase } from '../storage/database.ts';
import { createLedgerReader } from '../storage/ledger-reader.ts';
import { createLedgerWriter } from '../storage/ledger-writer.ts';
import type { Database } from '../storage/schema.ts';
import { emptyStorage } from '../storage/testing.ts';
import { fake } from '../testing.ts';
import { decisionOn, openVerdicts } from './verdicts.ts';

vi.mock('../browser.ts', async () => (await import('../testing.ts')).fakeDoor());

const BY = { actor: '综合窗口1', capturedAt: '2026-03-02T02:00:00.000Z' };
const NOTHING = { reason: '', who: '', until: '' };
const document = documentFrom({ key: 'k', title: '关于值班的通知', fields: { drafter: '' } });
const run = runOf([drafterRequired], document);
const [finding] = run.findings;
const id = finding?.id ?? '';
const view: ReadyView = {
  ...{ tabId: 1, url: '', state: 'ready', standing: false, pageTitle: '', document, run, muted: [], verdicts: [] },
  standards: { hasUnit: false, services: [], cited: [], serviceName: '', catalogueOn: '', seat: '' },
};

let connect: () => Promise<Database>;
beforeEach(() => {
  fake.reset();
  emptyStorage();
  const opened = openDatabase();
  connect = () => opened;
});
const verdicts = () => openVerdicts(createLedgerReader(connect));
const append = (...drafts: Parameters<ReturnType<typeof createLedgerWriter>['append']>[0][]) => {
  const writer = createLedgerWriter(connect, undefined, steadyClock());
  return drafts.reduce<Promise<unknown>>((before, draft) => before.then(() => writer.append(draft)), Promise.resolve());
};
const given = (verdict: 'fixed' | 'false-alarm') => decisionOn(view, id, { verdict, ...NOTHING }, BY);

describe('the verdicts on a document', () => {
  it('are the newest in the ledger, after a restart and without what was remembered too', async () => {
    const open = verdicts();
    expect(await open.on('k')).toEqual([]);
    await append(given('fixed'));
    expect(await open.on('k')).toMatchObject([
      { finding: id, verdict: 'fixed', message: '拟稿人是空的。', uri: 'test.docx' },
    ]);
    await append(given('false-alarm'));
    expect(await open.on('k')).toMatchObject([{ verdict: 'false-alarm' }]);
    expect(await verdicts().on('k')).toMatchObject([{ verdict: 'false-alarm' }]);
    await browser.storage.local.set({ verdicts: { chain: 'another', sequence: 1, documents: {} } });
    expect(await verdicts().on('k')).toMatchObject([{ verdict: 'false-alarm' }]);
    await browser.storage.local.set({ verdicts: 'x' });
    expect(await verdicts().on('k')).toMatchObject([{ verdict: 'false-alarm' }]);
    expect(await open.on('other')).toEqual([]);
    expect(await open.all()).toMatchObject([{ finding: id, verdict: 'false-alarm' }]);
  });

  it('are none once they were taken back', async () => {
    await append(given('fixed'));
    const known = await verdicts().on('k');
    await append(decisionOn({ ...view, verdicts: known }, id, { verdict: null, ...NOTHING }, BY));
    expect(await verdicts().on('k')).toEqual([]);
  });

  it('are none where the ledger cannot be read, and are there when it can again', async () => {
    await append(given('fixed'));
    let broken = true;
    const open = openVerdicts(createLedgerReader(() => (broken ? Promise.reject(new Error('no')) : connect())));
    expect(await open.on('k')).toEqual([]);
    broken = false;
    expect(await open.on('k')).toHaveLength(1);
  });
});

describe('decisionOn', () => {
  it.each([
    ['a finding that is not there', 'x', { verdict: 'fixed', ...NOTHING }, 'decision-no-finding'],
    ['不适用 without a reason', id, { verdict: 'not-applicable', ...NOTHING }, 'decision-no-reason'],
    ['a day that is over', id, { verdict: 'to-do', ...NOTHING, until: '2026-03-01' }, 'decision-past'],
    ['taking back what was not said', id, { verdict: null, ...NOTHING }, 'decision-no-finding'],
  ] as const)('refuses %s', (_, finding, decided, code) => {
    expect(() => decisionOn(view, finding, decided, BY)).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code }) }),
    );
  });

  it('takes back what was said of a finding that is found no more', () => {
    const before = {
      finding: 'gone',
      verdict: 'fixed' as const,
      ...NOTHING,
      message: '拟稿人是空的。',
      uri: 'test.docx',
    };
    const draft = decisionOn({ ...view, verdicts: [before] }, 'gone', { verdict: null, ...NOTHING }, BY);
    expect(draft.payload).toMatchObject({ finding: 'gone', verdict: null, message: '拟稿人是空的。' });
  });
});
