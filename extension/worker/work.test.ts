import { beforeEach, describe, expect, it } from 'vitest';
import { readWorkbook } from '../../core/exports/xlsx.ts';
import { verifyBundle } from '../../core/ledger/bundle.ts';
import { sampleNote, steadyClock } from '../../core/ledger/testing.ts';
import { type Database, openDatabase } from '../storage/database.ts';
import { createLedgerReader } from '../storage/ledger-reader.ts';
import { createLedgerWriter } from '../storage/ledger-writer.ts';
import { emptyStorage } from '../storage/testing.ts';
import { createWork } from './work.ts';

let connect: () => Promise<Database>;
beforeEach(async () => {
  emptyStorage();
  const opened = openDatabase();
  connect = () => opened;
  const { append } = createLedgerWriter(connect, undefined, steadyClock());
  for (let number = 1; number <= 5; number += 1) await append(sampleNote(number));
});
const work = () => createWork(createLedgerReader(connect), () => new Date('2026-03-02T20:00:00.000Z'));

describe('createWork', () => {
  it('verifies the ledger, and names what was changed in the database', async () => {
    expect(await work().verify()).toMatchObject({ ok: true, chains: [{ count: 5 }] });
    const { entry } = (await createLedgerReader(connect).read(3)) ?? {};
    if (entry === undefined) throw new Error('no entry');
    await (await connect()).put('entries', { ...entry, subject: '改过' });
    expect(await work().verify()).toMatchObject({ ok: false, fault: { code: 'entry-changed', sequence: 3 } });
  });

  it('makes a bundle that verifies, whose last hash is the head', async () => {
    const file = await work().exportFile('bundle', '青禾镇便民服务中心');
    expect(file).toMatchObject({ name: '证据包-2026-03-03.json', type: 'application/json' });
    const head = await createLedgerReader(connect).head();
    const report = await work().verifyFile(new TextDecoder().decode(file.bytes), file.name, head.hash);
    expect(report).toMatchObject({ ok: true, witness: 'found' });
  });

  it.each(['ledger-xlsx', 'score-xlsx', 'score-html'] as const)('makes %s with the head on it', async (form) => {
    const file = await work().exportFile(form, '');
    const { hash } = await createLedgerReader(connect).head();
    const text =
      form === 'score-html' ? new TextDecoder().decode(file.bytes) : JSON.stringify(await readWorkbook(file.bytes));
    expect(text).toContain(hash);
    expect((await work().exportFile(form, '')).fingerprint).toBe(file.fingerprint);
  });

  it('evaluates what the ledger holds', async () => {
    expect((await work().sheet(10)).known).toMatchObject({ points: 40, unclear: 40 });
    const rating = { scorecard: 'pilot-2013-61', indicator: 'C1', score: 1.5, reason: '' };
    await createLedgerWriter(connect).append({ ...sampleNote(6), kind: 'rating', payload: rating });
    expect((await work().sheet(10)).known).toMatchObject({ points: 40, rated: 1.5, unclear: 38.5 });
  });

  it('refuses a file that is no bundle with a coded problem', async () => {
    await expect(work().verifyFile('{}', 'a.json')).rejects.toMatchObject({ problem: { code: 'bundle-invalid' } });
    await expect(verifyBundle('', 'a.json')).rejects.toMatchObject({ problem: { code: 'bundle-invalid' } });
  });
});
