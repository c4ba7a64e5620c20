import { beforeEach, describe, expect, it } from 'vitest';
import { documentFrom, runOf } from '../../core/rules/testing.ts';
import type { ReadyView } from '../messages/view.ts';
import { createLedgerReader } from '../storage/ledger-reader.ts';
import { emptyStorage } from '../storage/testing.ts';
import { type Ledger, openLedger } from './ledger.ts';

const document = documentFrom({ title: '关于开展培训的通知', pairs: { 拟稿人: '王芳' } });
const run = { ...runOf([], document), runId: 'run' };
const view: ReadyView = {
  ...{ tabId: 1, url: '', state: 'ready', standing: false, pageTitle: '', document, run, muted: [], verdicts: [] },
  standards: { hasUnit: false, services: [], cited: [], serviceName: '', catalogueOn: '', seat: '' },
};
const SEAT = '综合窗口1';

let ledger: Ledger;
let kept: number;

emptyStorage();
beforeEach(async () => {
  ledger = openLedger(
    () => {},
    () => {},
  );
  kept = (await ledger.keep(view, { runId: 'run', seat: SEAT, confirmed: false })).sequence;
});
const read = (sequence: number) => createLedgerReader().read(sequence);

it('keeps with an entry the services that it is about for certain', async () => {
  const match = (name: string, how: 'part' | 'near') => ({
    item: { name, standards: [] },
    match: how,
    standards: [],
    windows: [],
  });
  const services = [match('临时救助申请', 'part'), match('生育登记', 'near')];
  const about = { ...view, standards: { ...view.standards, services } };
  const { sequence } = await ledger.keep(about, { runId: 'run', seat: SEAT, confirmed: false });
  expect(await read(sequence)).toMatchObject({ payload: { services: ['临时救助申请'] } });
});

describe('what is said of an entry later', () => {
  it('is an entry of its own that names it', async () => {
    const back = await ledger.correct({ sequence: kept, withdrawn: true, reason: '留错了' }, SEAT);
    expect(await read(back.sequence)).toMatchObject({
      entry: { kind: 'correction', subject: `撤回第 ${kept} 号：关于开展培训的通知`, actor: SEAT, factOn: '' },
      payload: { sequence: kept, withdrawn: true, reason: '留错了' },
    });
    const again = await ledger.correct({ sequence: kept, withdrawn: false, reason: '没有留错' }, SEAT);
    expect(again.subject).toBe(`恢复第 ${kept} 号：关于开展培训的通知`);
    const moved = await ledger.correct({ sequence: kept, indicators: ['C4'], reason: '归错了' }, SEAT);
    expect(moved).toMatchObject({ subject: `改指标，第 ${kept} 号：关于开展培训的通知`, indicators: ['C4'] });
    const noted = await ledger.annotate(kept, '附件已补交，电话13800000000', SEAT);
    expect(await read(noted.sequence)).toMatchObject({
      entry: { kind: 'note', kindVersion: 2, subject: `备注，第 ${kept} 号：关于开展培训的通知` },
      payload: { about: kept, text: expect.not.stringContaining('13800000000') },
    });
  });

  it('of a sample takes it back, and gives it no indicator', async () => {
    const sample = await ledger.keep(view, { runId: 'run', seat: SEAT, confirmed: false, sample: true });
    expect(sample).toMatchObject({ subject: expect.stringMatching(/^示例 · /), indicators: [] });
    const { sequence } = sample;
    await expect(ledger.correct({ sequence, indicators: ['C4'], reason: '归错了' }, SEAT)).rejects.toMatchObject({
      problem: { code: 'ledger-sample' },
    });
    expect(await ledger.correct({ sequence, withdrawn: true, reason: '试过了' }, SEAT)).toMatchObject({
      indicators: [],
    });
  });

  it('is refused of what is not there, and a correction of what is no evidence', async () => {
    const rejects = (work: Promise<unknown>, code: string) =>
      expect(work).rejects.toMatchObject({ problem: { code, message: expect.stringMatching(/第 \d+ 号/u) } });
    await rejects(ledger.correct({ sequence: 9_999, withdrawn: true, reason: '留错了' }, SEAT), 'ledger-no-entry');
    await rejects(ledger.annotate(9_999, '补一句', SEAT), 'ledger-no-entry');
    const noted = await ledger.annotate(kept, '补一句', SEAT);
    await rejects(
      ledger.correct({ sequence: noted.sequence, withdrawn: true, reason: '错' }, SEAT),
      'ledger-not-evidence',
    );
    // Whoever submitted all the same may take that back, and let it stand again.
    const waived = await ledger.append({
      ...{
        kind: 'waiver',
        factOn: '',
        capturedAt: '2026-03-02T01:00:00.000Z',
        actor: SEAT,
        subject: '仍要提交',
        indicators: [],
      },
      payload: { findings: [], reason: '急件', once: '' },
    });
    for (const withdrawn of [true, false])
      expect((await ledger.correct({ sequence: waived.sequence, withdrawn, reason: '改好了' }, SEAT)).kind).toBe(
        'correction',
      );
    await rejects(
      ledger.correct({ sequence: waived.sequence, indicators: ['C1'], reason: '错' }, SEAT),
      'ledger-not-evidence',
    );
    expect((await ledger.annotate(noted.sequence, '再补一句', SEAT)).subject).toContain(`第 ${noted.sequence} 号`);
  });
});
