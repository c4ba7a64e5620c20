import { beforeEach, describe, expect, it } from 'vitest';
import { sha256Now } from '../../core/base/hash.ts';
import { readWorkbook } from '../../core/exports/xlsx.ts';
import { entryNames, openArchive } from '../../core/files/containers/zip.ts';
import type { EntryDraft } from '../../core/ledger/entry.ts';
import { hashedText, storeEntry } from '../../core/ledger/stored.ts';
import { sampleNote, steadyClock } from '../../core/ledger/testing.ts';
import { openDatabase } from '../storage/database.ts';
import { createLedgerReader } from '../storage/ledger-reader.ts';
import { createLedgerWriter } from '../storage/ledger-writer.ts';
import type { Database } from '../storage/schema.ts';
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
/** Evidence of a file that is kept. */
const sampleFile = (name: string, bytes: Uint8Array): EntryDraft => ({
  ...sampleNote(6),
  kind: 'evidence',
  payload: {
    document: {
      ...{ uri: name, sha256: sha256Now(bytes), key: '', kind: 'unknown', kindWord: '', stage: 'unknown' },
      ...{ title: '', reader: '' },
    },
    ...{ fields: [], trail: [], attachments: [], notRead: [] },
    file: { name, size: bytes.length, stored: true },
  },
  blobs: [bytes],
});
const work = () => createWork(createLedgerReader(connect), () => new Date('2026-03-02T20:00:00.000Z'));

describe('createWork', () => {
  it('verifies the ledger, and names what was changed in the database', async () => {
    const counts: number[] = [];
    expect(await work().verify((count) => counts.push(count))).toMatchObject({ ok: true, chains: [{ count: 5 }] });
    expect(counts).toEqual([5]);
    const { entry } = (await createLedgerReader(connect).read(3)) ?? {};
    if (entry === undefined) throw new Error('no entry');
    const changed = storeEntry(entry.hash, hashedText({ ...entry, subject: '改过' }));
    await (await connect()).put('tail', { chain: entry.chain, sequence: 3, entry: changed });
    expect(await work().verify()).toMatchObject({ ok: false, fault: { code: 'entry-changed', sequence: 3 } });
  });

  it('verifies only what comes behind an entry that is known to be in order', async () => {
    const [known] = await createLedgerReader(connect).at([3]);
    expect(await work().verify(undefined, known)).toMatchObject({ ok: true, chains: [{ count: 2 }] });
    const other = { sequence: 3, hash: '0'.repeat(64) };
    expect(await work().verify(undefined, other)).toMatchObject({ ok: false, fault: { code: 'link-broken' } });
  });

  it('makes a bundle that verifies, whose last hash is the head', async () => {
    const file = await work().exportFile('bundle', '青禾镇便民服务中心');
    expect(file).toMatchObject({ name: '证据包-2026-03-03.zip', type: 'application/zip' });
    const head = await createLedgerReader(connect).head();
    expect(await work().verifyFile(file.content, file.name, head.hash)).toMatchObject({ ok: true, witness: 'found' });
    expect(await file.content.text()).toContain(`"digest":"${file.fingerprint}"`);
    expect((await work().exportFile('bundle', '青禾镇便民服务中心')).fingerprint).toBe(file.fingerprint);
  });

  it.each(['ledger-xlsx', 'score-xlsx', 'score-html', 'evidence-html'] as const)(
    'makes %s with the head on it',
    async (form) => {
      const file = await work().exportFile(form, '');
      const { hash } = await createLedgerReader(connect).head();
      const bytes = new Uint8Array(await file.content.arrayBuffer());
      const text = form.endsWith('html') ? await file.content.text() : JSON.stringify(await readWorkbook(bytes));
      expect(file.fingerprint).toBe(sha256Now(bytes));
      expect(text).toContain(hash);
      expect((await work().exportFile(form, '')).fingerprint).toBe(file.fingerprint);
    },
  );

  it('makes an archive with the originals that are kept, found by its fingerprint', async () => {
    const bytes = new TextEncoder().encode('原件');
    await createLedgerWriter(connect).append(sampleFile('通知.txt', bytes));
    const file = await work().exportFile('archive', '');
    expect(file).toMatchObject({ name: '证据归档-2026-03-03.zip', type: 'application/zip' });
    const content = new Uint8Array(await file.content.arrayBuffer());
    expect(file.fingerprint).toBe(sha256Now(content));
    const archive = openArchive(content, file.name);
    const names = entryNames(content);
    expect(names).toContain('封面.html');
    expect(new TextDecoder().decode(archive.read(names.find((name) => name.endsWith('.txt')) ?? ''))).toBe('原件');
    const [sheet] = await readWorkbook(archive.read('卷内目录.xlsx') ?? new Uint8Array());
    expect(JSON.stringify(sheet)).toContain((await createLedgerReader(connect).head()).hash);
  });

  it('evaluates what the ledger holds', async () => {
    expect((await work().sheet(10)).known).toMatchObject({ points: 40, unclear: 40 });
    const rating = { scorecard: 'pilot-2013-61', indicator: 'C1', score: 1.5, reason: '' };
    await createLedgerWriter(connect).append({ ...sampleNote(6), kind: 'rating', payload: rating });
    expect((await work().sheet(10)).known).toMatchObject({ points: 40, rated: 1.5, unclear: 38.5 });
  });

  it('refuses a file that is no bundle with a coded problem', async () => {
    for (const content of ['{}', ''])
      await expect(work().verifyFile(new Blob([content]), 'a.json')).rejects.toMatchObject({
        problem: { code: 'bundle-invalid' },
      });
  });
});
