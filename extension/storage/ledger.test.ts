import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemError } from '../../core/base/problems.ts';
import { appendDraft, type LedgerStore } from '../../core/ledger/store.ts';
import { sampleNote, steadyClock } from '../../core/ledger/testing.ts';
import { verifyChain } from '../../core/ledger/verify.ts';
import { maskDraft } from '../../core/privacy/mask.ts';
import { openDatabase } from './database.ts';
import { createLedgerReader } from './ledger-reader.ts';
import { createLedgerWriter, databaseStore } from './ledger-writer.ts';
import type { Database } from './schema.ts';
import { emptyStorage } from './testing.ts';

const open: Database[] = [];
/** A connection of its own, as another page or a restarted background has it. */
function connection(): () => Promise<Database> {
  const opened = openDatabase();
  void opened.then((database) => open.push(database));
  return () => opened;
}
const now = steadyClock();
const writer = (connect = connection()) => createLedgerWriter(connect, undefined, now);

async function verified() {
  const reader = createLedgerReader(connection());
  const head = await reader.head();
  const report = await verifyChain(head.chain, reader.stored(head), { expected: head });
  expect(report.fault).toBeUndefined();
  return report;
}

beforeEach(emptyStorage);
afterEach(() => {
  for (const database of open.splice(0)) database.close();
  vi.restoreAllMocks();
});

describe('the ledger writer', () => {
  it('appends in the order asked for and tells each new head', async () => {
    const heads: number[] = [];
    const { append } = createLedgerWriter(connection(), ({ sequence }) => heads.push(sequence), now);
    const entries = await Promise.all([1, 2, 3].map((number) => append(sampleNote(number))));
    expect(entries.map(({ sequence, subject }) => [sequence, subject])).toEqual([
      [1, '第1条记事'],
      [2, '第2条记事'],
      [3, '第3条记事'],
    ]);
    expect(heads).toEqual([1, 2, 3]);
    expect(await verified()).toMatchObject({ count: 3 });
  });

  it('leaves no gap when two writers append 200 entries each at the same time', async () => {
    const writers = [writer(), writer()];
    const entries = await Promise.all(
      Array.from({ length: 400 }, (_, number) =>
        (writers[number % 2] as (typeof writers)[number]).append(sampleNote(number)),
      ),
    );
    expect(new Set(entries.map((entry) => entry.sequence)).size).toBe(400);
    expect(await verified()).toMatchObject({ count: 400, head: { sequence: 400 } });
  });

  it('writes every entry with strict durability in one transaction', async () => {
    const connect = connection();
    const transaction = vi.spyOn(await connect(), 'transaction');
    await writer(connect).append(sampleNote(1));
    const writes = transaction.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writes).toHaveLength(1);
    expect(writes[0]?.[2]).toEqual({ durability: 'strict' });
  });

  it('has every acknowledged entry and a whole chain after being killed at any step', async () => {
    const acknowledged: string[] = [];
    let lost = 0;
    for (let number = 1; number <= 21; number += 1) {
      // Each round is a background that was started anew, with a connection of its own.
      const inner = databaseStore(connection());
      const dies = (['between hash and write', 'after the write', 'never'] as const)[number % 3];
      const mortal: LedgerStore = {
        append: async (seal) => {
          const entry = await inner.append((head) => {
            const sealed = seal(head);
            if (dies === 'between hash and write') throw new Error('killed');
            return sealed;
          });
          if (dies === 'after the write') throw new Error('killed');
          return entry;
        },
      };
      const entry = await appendDraft(mortal, sampleNote(number), { now, mask: maskDraft }).catch(() => undefined);
      if (entry === undefined) lost += 1;
      else acknowledged.push(entry.hash);
    }
    expect([acknowledged.length, lost]).toEqual([7, 14]);
    // What was written but not acknowledged is there and harmless; what was acknowledged must be there.
    const kept = new Set<string>();
    for await (const { entry } of createLedgerReader(connection()).records()) kept.add(entry.hash);
    expect(acknowledged.filter((hash) => !kept.has(hash))).toEqual([]);
    expect(await verified()).toMatchObject({ count: 14 });
  });

  it('writes nothing of an entry whose transaction fails, says so, and goes on afterwards', async () => {
    const connect = connection();
    const { append } = writer(connect);
    await append(sampleNote(1));
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const withBlob = { ...sampleNote(2), blobs: [new Uint8Array([1])] };
    await expect(append(withBlob)).rejects.toMatchObject({ problem: { code: 'ledger-storage-full' } });
    put.mockRestore();
    expect(await append(sampleNote(3))).toMatchObject({ sequence: 2 });
    expect(await verified()).toMatchObject({ count: 2 });
  });

  it('says so when the database was closed', async () => {
    const connect = connection();
    const { append } = writer(connect);
    await append(sampleNote(1));
    (await connect()).close();
    const failure = await append(sampleNote(2)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ProblemError);
    expect(failure).toMatchObject({
      problem: { code: 'ledger-storage-failed', message: expect.stringContaining('连接已断开') },
    });
  });

  it('reads a database that a newer version made, and writes nothing into it', async () => {
    const { append, settled } = writer();
    const kept = await append(sampleNote(1));
    await settled();
    for (const database of open.splice(0)) database.close();
    await new Promise<void>((resolve) => {
      const request = indexedDB.open('duibiao', 99);
      request.onupgradeneeded = () => void request.result.createObjectStore('of-another-day');
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    });
    expect((await createLedgerReader(connection()).read(1))?.entry).toEqual(kept);
    await expect(writer().append(sampleNote(2))).rejects.toMatchObject({ problem: { code: 'ledger-newer' } });
    expect(await createLedgerReader(connection()).head()).toMatchObject({ sequence: 1, hash: kept.hash });
  });

  it('drops what a redaction names in the same step, and the chain stays whole', async () => {
    const { append } = writer();
    const kept = await append(sampleNote(1));
    const { payloadDigest } = await append(sampleNote(2));
    await append({ ...sampleNote(3), kind: 'redaction', payload: { digests: [payloadDigest], reason: '含个人信息' } });
    const reader = createLedgerReader(connection());
    expect((await reader.read(2))?.payload).toBeUndefined();
    expect((await reader.read(kept.sequence))?.payload).toEqual({ text: '内容1' });
    expect(await verified()).toMatchObject({ count: 3, redacted: 1 });
  });

  it('keeps attachments beside the entry', async () => {
    const entry = await writer().append({ ...sampleNote(1), blobs: [new Uint8Array([1, 2, 3])] });
    const reader = createLedgerReader(connection());
    const blobs: Uint8Array[] = [];
    for await (const [record] of reader.stored(await reader.head()))
      for await (const blob of record?.blobs?.() ?? []) blobs.push(blob);
    expect(blobs).toEqual([new Uint8Array([1, 2, 3])]);
    expect(entry.blobDigests).toHaveLength(1);
    expect(await verified()).toMatchObject({ count: 1 });
  });
});

describe('the ledger reader', () => {
  it('pages newest first through everything, without gap or repetition', async () => {
    const { append } = writer();
    for (let number = 1; number <= 25; number += 1) await append(sampleNote(number));
    const reader = createLedgerReader(connection());
    const seen: number[] = [];
    let before: number | undefined;
    do {
      const page = await reader.find({}, 10, before);
      seen.push(...page.entries.map((entry) => entry.sequence));
      before = page.before;
    } while (before !== undefined);
    expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => 25 - index));
  });

  it('filters by kind, indicator, day and words', async () => {
    const { append } = writer();
    for (let number = 1; number <= 12; number += 1) await append(sampleNote(number));
    await append({
      ...sampleNote(13),
      kind: 'rating',
      indicators: ['C5'],
      payload: { scorecard: 's', indicator: 'C5', score: 1, reason: '' },
    });
    const reader = createLedgerReader(connection());
    const found = async (filter: Parameters<typeof reader.find>[0]) =>
      (await reader.find(filter, 100)).entries.map((entry) => entry.sequence);
    expect(await found({ kinds: ['rating'] })).toEqual([13]);
    expect(await found({ indicator: 'C5' })).toEqual([13, 4]);
    expect(await found({ words: '自报' })).toEqual([13]);
    expect(await found({ words: '第3条' })).toEqual([3]);
    expect(await found({ words: '综合窗口 ＃12' })).toEqual([12]);
    expect(await found({ from: '2099-01-01' })).toEqual([]);
    expect(await found({ to: '2099-01-01' })).toHaveLength(13);
  });

  it('looks for words in the payload too, digests left out', async () => {
    const { append } = writer();
    const digest = 'ab12'.repeat(16);
    for (let number = 1; number <= 3; number += 1) await append(sampleNote(number));
    await append({
      ...sampleNote(4),
      kind: 'export',
      subject: '导出',
      payload: { name: '证据目录.xlsx', form: 'ledger-xlsx', fingerprint: digest },
    });
    const reader = createLedgerReader(connection());
    const found = async (words: string) => (await reader.find({ words }, 100)).entries.map((entry) => entry.sequence);
    expect(await found('内容2')).toEqual([2]);
    expect(await found('记事 内容3')).toEqual([3]);
    expect(await found('证据目录')).toEqual([4]);
    expect(await found('ab12')).toEqual([]);
    expect((await reader.at([4, 9, 1])).map((entry) => entry?.sequence)).toEqual([4, undefined, 1]);
  });

  it('is empty and no error before the first entry', async () => {
    const reader = createLedgerReader(connection());
    expect(await reader.find({}, 10)).toEqual({ entries: [] });
    expect(await reader.read(1)).toBeUndefined();
  });

  it('gives a damaged payload as text, so that verification names it', async () => {
    const connect = connection();
    const { chain } = await writer(connect).append(sampleNote(1));
    const row = await (await connect()).get('tail', [chain, 1]);
    if (row === undefined) throw new Error('no row');
    await (await connect()).put('tail', { ...row, payload: new TextEncoder().encode('{"text":') });
    const reader = createLedgerReader(connect);
    expect((await reader.read(1))?.payload).toBe('{"text":');
    const head = await reader.head();
    expect((await verifyChain(head.chain, reader.stored(head), { expected: head })).fault).toMatchObject({
      code: 'payload-changed',
      sequence: 1,
    });
  });
});
