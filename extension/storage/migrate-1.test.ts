import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sha256Now } from '../../core/base/hash.ts';
import { fc } from '../../core/base/testing.ts';
import { verifyBundle } from '../../core/ledger/bundle/read.ts';
import { bytesOf, writeFirstFormat } from '../../core/ledger/bundle/testing.ts';
import { digestPayload } from '../../core/ledger/chain.ts';
import type { EntryDraft, EntryKind, LedgerEntry, LedgerRecord } from '../../core/ledger/entry.ts';
import { readPayload } from '../../core/ledger/kinds/index.ts';
import { sampleNote, steadyClock } from '../../core/ledger/testing.ts';
import { type ChainReport, verifyChain } from '../../core/ledger/verify.ts';
import { openDatabase } from './database.ts';
import { createLedgerReader } from './ledger-reader.ts';
import { createLedgerWriter } from './ledger-writer.ts';
import type { Database } from './schema.ts';
import { emptyStorage } from './testing.ts';
import { appendFirst, chainOfFirst, type FirstDatabase, openFirstDatabase } from './testing-1.ts';

const CHAIN = 'chain-of-old';
const VERSIONS = join(import.meta.dirname, '../../fixtures/ledgers/versions');
const now = steadyClock();

/** Every payload of a first version that there is a sample of, but those that redact. */
const samples: EntryDraft[] = (
  ['check', 'waiver', 'evidence', 'note', 'rating', 'correction', 'export', 'checkpoint'] satisfies EntryKind[]
).flatMap((kind) => {
  const file = JSON.parse(readFileSync(join(VERSIONS, `${kind}@1.json`), 'utf8')) as {
    samples: { payload: unknown }[];
  };
  return file.samples.map(({ payload }, index) => ({
    ...sampleNote(index),
    kind,
    subject: `${kind} ${index}`,
    payload,
  }));
});
const redactionOf = (...digests: string[]): EntryDraft => ({
  ...sampleNote(0),
  kind: 'redaction',
  payload: { digests, reason: '含个人信息' },
});
const notes = (count: number): EntryDraft[] => Array.from({ length: count }, (_, number) => sampleNote(number));

const SECRET: EntryDraft = { ...sampleNote(0), payload: { text: '误存' } };

/** All kinds, blobs, things redacted, over two segments and some. */
const DRAFTS: EntryDraft[] = [
  ...samples,
  { ...sampleNote(1_000), blobs: [new Uint8Array([1, 2, 3]), new Uint8Array([4])] },
  SECRET,
  ...notes(300),
  redactionOf(digestPayload(SECRET.payload), sha256Now(new Uint8Array([4]))),
  ...notes(5).map((draft) => ({ ...draft, subject: '同样的内容' })),
  ...samples,
  ...notes(280),
];

let old: FirstDatabase;
let opened: Database | undefined;
beforeEach(async () => {
  emptyStorage();
  old = await openFirstDatabase(CHAIN);
});
afterEach(() => {
  vi.restoreAllMocks();
  old.close();
  opened?.close();
  opened = undefined;
});

const connect = async (): Promise<Database> => {
  old.close();
  opened ??= await openDatabase();
  return opened;
};

/** What the old database says: its records, and what verification tells of them. */
async function oldState(): Promise<{ records: LedgerRecord[]; report: ChainReport | undefined }> {
  const chain = await chainOfFirst(old);
  const records = chain.entries.map((entry) => {
    const payload = chain.payloads[entry.payloadDigest];
    return { entry, ...(payload === undefined ? {} : { payload }) };
  });
  const text = writeFirstFormat([chain], { exportedAt: '', unit: '' });
  return { records, report: (await verifyBundle(bytesOf(text), 'old.json')).chains[0] };
}

async function newState(): Promise<{ records: LedgerRecord[]; report: ChainReport }> {
  const reader = createLedgerReader(connect);
  const records: LedgerRecord[] = [];
  for await (const record of reader.records()) records.push(record);
  const head = await reader.head();
  return { records, report: await verifyChain(head.chain, reader.stored(head), { expected: head }) };
}

describe('a database of the first version', () => {
  it('has lost nothing after it was opened: same entries, same hashes, same payloads, same report', async () => {
    await appendFirst(old, DRAFTS, now);
    const was = await oldState();
    expect(was.report).toMatchObject({ count: DRAFTS.length, redacted: 2 });
    expect(was.report?.fault).toBeUndefined();
    const is = await newState();
    expect(is.records).toEqual(was.records);
    expect(is.report).toEqual(was.report);
    expect(await (await connect()).count('entryRows')).toBe(16);
    expect(await (await connect()).get('names', 'chain')).toBe(CHAIN);
    expect([...(await connect()).objectStoreNames]).not.toContain('payloads');
  });

  it('has every payload read as one of today, of every kind that was written', async () => {
    await appendFirst(old, DRAFTS, now);
    const { records } = await newState();
    const unread = records.filter(({ entry, payload }) => payload !== undefined && !readPayload(entry, payload));
    expect(unread).toEqual([]);
    expect(new Set(records.map(({ entry }) => entry.kind)).size).toBe(9);
  });

  it('goes on: entries are appended behind, found, and packed with what was there', async () => {
    await appendFirst(old, notes(500), now);
    const { append, settled } = createLedgerWriter(connect, undefined, now);
    for (let number = 501; number <= 513; number += 1) {
      expect(await append(sampleNote(number))).toMatchObject({ sequence: number, chain: CHAIN });
    }
    await settled();
    expect(await (await connect()).count('tail')).toBe(1);
    const { report } = await newState();
    expect(report).toMatchObject({ count: 513 });
    expect(report.fault).toBeUndefined();
    const { entries } = await createLedgerReader(connect).find({ words: '内容499' }, 10);
    expect(entries.map(({ sequence }) => sequence)).toEqual([500]);
  });

  it('without any entry is one of today', async () => {
    expect(await newState()).toMatchObject({ records: [], report: { count: 0 } });
    expect(await createLedgerWriter(connect).append(sampleNote(1))).toMatchObject({ sequence: 1, chain: CHAIN });
  });

  it('of just whole segments leaves the last one where it goes on', async () => {
    await appendFirst(old, notes(512), now);
    expect(await (await connect()).count('tail')).toBe(256);
    expect((await newState()).report).toMatchObject({ count: 512 });
  });

  it('has its last export of the whole ledger marked', async () => {
    await appendFirst(old, [...notes(3), ...samples, ...notes(300), ...samples, ...notes(3)], now);
    const { records } = await oldState();
    const isBundle = ({ entry, payload }: LedgerRecord): boolean =>
      entry.kind === 'export' && (payload as { name: string }).name.startsWith('证据包');
    expect((await createLedgerReader(connect).lastExport())?.sequence).toBe(records.findLast(isBundle)?.entry.sequence);
  });

  it('that was never exported has no such mark', async () => {
    await appendFirst(old, notes(3), now);
    expect(await createLedgerReader(connect).lastExport()).toBeUndefined();
  });
});

describe('what was tampered with in a database of the first version', () => {
  type Tamper = (first: FirstDatabase, entries: LedgerEntry[]) => Promise<unknown>;
  const third = (entries: LedgerEntry[]): LedgerEntry => entries[2] as LedgerEntry;

  it.each<[string, Tamper]>([
    ['a changed entry', (first, entries) => first.put('entries', { ...third(entries), subject: '改过' })],
    ['a changed hash', (first, entries) => first.put('entries', { ...third(entries), hash: '0'.repeat(64) })],
    ['an entry gone', (first) => first.delete('entries', [CHAIN, 3])],
    ['the last entry gone', (first) => first.delete('entries', [CHAIN, 300])],
    ['a changed payload', (first, entries) => first.put('payloads', '{"text":"改过"}', third(entries).payloadDigest)],
    ['a damaged payload', (first, entries) => first.put('payloads', '{"text":', third(entries).payloadDigest)],
    ['a payload gone', (first, entries) => first.delete('payloads', third(entries).payloadDigest)],
    ['a changed blob', (first, entries) => first.put('blobs', new Uint8Array([9]), third(entries).blobDigests[0])],
    ['a blob gone', (first, entries) => first.delete('blobs', third(entries).blobDigests[0] ?? '')],
  ])('is named as it was before: %s', async (_name, tamper) => {
    const withBlob = { ...sampleNote(2), blobs: [new Uint8Array([1, 2, 3])] };
    const entries = await appendFirst(old, notes(300).with(2, withBlob), now);
    await tamper(old, entries);
    const was = await oldState();
    expect(was.report?.fault !== undefined || was.report?.count === 299).toBe(true);
    const { report } = await newState();
    expect(report).toEqual(was.report);
  });

  it('keeps from moving nothing, whatever somebody put there', async () => {
    const entries = await appendFirst(old, notes(300), now);
    const cyclic: Record<string, unknown> = {};
    cyclic.self = cyclic;
    await old.put('entries', { ...third(entries), subject: cyclic as unknown as string, hash: 5 as unknown as string });
    await old.put('entries', { ...third(entries), sequence: 4, extra: 1 } as LedgerEntry);
    await old.put('entries', { ...third(entries), chain: 'another' });
    await old.put('entries', { ...third(entries), sequence: 0.5 });
    await old.put('entries', { ...third(entries), sequence: 20, payloadDigest: {} as string });
    await old.put('payloads', 7 as unknown as string, entries[30]?.payloadDigest ?? '');
    const { report } = await newState();
    expect(report).toMatchObject({ count: 300, fault: { code: 'entry-changed', sequence: 3 } });
    const places = (await (await connect()).getAllKeys('tail')).map(([chain, sequence]) => `${chain} ${sequence}`);
    expect(places).toEqual(expect.arrayContaining(['another 3', `${CHAIN} 0.5`]));
  });

  it('leaves a trace of an entry that is gone: its payload', async () => {
    const entries = await appendFirst(old, notes(3), now);
    await old.delete('entries', [CHAIN, 3]);
    const { payloadDigest } = third(entries);
    const kept = await (await connect()).get('blobs', payloadDigest);
    expect(new TextDecoder().decode(kept)).toBe('{"text":"内容2"}');
  });
});

describe('moving a database of the first version', () => {
  it('that is killed at any moment leaves it as it was, and is done the next time', async () => {
    await appendFirst(old, notes(600), now);
    const was = await oldState();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 120 }), async (dies) => {
        old.close();
        let writes = 0;
        const { put } = IDBObjectStore.prototype;
        vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...given) {
          writes += 1;
          if (writes === dies) throw new DOMException('full', 'QuotaExceededError');
          return put.apply(this, given);
        });
        await expect(openDatabase()).rejects.toMatchObject({ problem: { code: 'ledger-storage-full' } });
        vi.restoreAllMocks();
        old = await openFirstDatabase('not made again');
        expect(await oldState()).toEqual(was);
      }),
      { numRuns: 8 },
    );
    expect(await newState()).toEqual(was);
  }, 60_000);

  it('waits for no other page, and says so', async () => {
    await appendFirst(old, notes(3), now);
    // The old page does not step aside.
    await expect(openDatabase()).rejects.toMatchObject({
      problem: { message: expect.stringContaining('占着旧版证据库') },
    });
  });
});
