import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readBundle } from '../../core/ledger/bundle/read.ts';
import { writeSecondBundle } from '../../core/ledger/bundle/testing.ts';
import { writeBundle } from '../../core/ledger/bundle/write.ts';
import { digestPayload } from '../../core/ledger/chain.ts';
import type { EntryDraft } from '../../core/ledger/entry.ts';
import { sampleNote, steadyClock } from '../../core/ledger/testing.ts';
import { verifyChain } from '../../core/ledger/verify.ts';
import { openDatabase } from './database.ts';
import { fillLedger } from './fill.ts';
import { createLedgerReader } from './ledger-reader.ts';
import { createLedgerWriter } from './ledger-writer.ts';
import type { RestoreTarget } from './restoring.ts';
import type { Database } from './schema.ts';
import { emptyStorage } from './testing.ts';

const ABOUT = { exportedAt: '2026-11-23T00:00:00.000Z', unit: '青禾镇便民服务中心' };
const NAME = '证据包-2026-11-23.jsonl';
const now = steadyClock();
let database: Database;
const connect = async (): Promise<Database> => database;
const reader = () => createLedgerReader(connect);
const writer = () => createLedgerWriter(connect, undefined, now);

/** A bundle of a ledger, in pieces, and where it ends. */
interface Bundled {
  pieces: Uint8Array[];
  target: RestoreTarget;
}

/** Another computer: an empty profile. */
async function anotherComputer(): Promise<void> {
  database.close();
  emptyStorage();
  database = await openDatabase();
}

/** In lines it can be read up to any place: what stops in the middle is shown with it. */
async function exportAll(write: typeof writeBundle = writeSecondBundle): Promise<Bundled> {
  const head = await reader().head();
  const pieces: Uint8Array[] = [];
  const sources = [{ head, records: reader().stored(head) }];
  const fingerprint = await write(sources, ABOUT, (bytes) => void pieces.push(bytes));
  return { pieces, target: { ...head, name: NAME, fingerprint } };
}

async function* piecesOf({ pieces }: Bundled, most = pieces.length): AsyncGenerator<Uint8Array> {
  for (const [at, piece] of pieces.entries()) {
    if (at >= most) throw new DOMException('pulled out', 'NotReadableError');
    yield piece;
  }
}

const noteOf =
  ({ target }: Bundled) =>
  (added: number): EntryDraft => ({
    ...sampleNote(0),
    kind: 'import',
    payload: {
      way: 'restore',
      sources: [{ name: NAME, fingerprint: target.fingerprint, exportedAt: '', unit: '', count: target.sequence }],
      chains: [{ chain: target.chain, sequence: target.sequence, hash: target.hash }],
      added,
      agreed: [],
    },
  });
const restore = (bundle: Bundled, most?: number) =>
  writer().restore(readBundle(piecesOf(bundle, most), NAME), bundle.target, noteOf(bundle));

/** What stands in this ledger: every hash and content, and what verification says. */
async function contents() {
  const head = await reader().head();
  const records = [];
  for await (const record of reader().records(head)) records.push(record);
  const { fault, count, redacted } = await verifyChain(head.chain, reader().stored(head), { expected: head });
  return { head, records, fault, count, redacted };
}

const withBlobs = (number: number): EntryDraft => ({
  ...sampleNote(number),
  blobs: [new Uint8Array([number % 256, 1, 2]), new Uint8Array([9])],
});
const redaction = (number: number): EntryDraft => ({
  ...sampleNote(0),
  kind: 'redaction',
  payload: { digests: [digestPayload(sampleNote(number).payload)], reason: '含个人信息' },
});
const exported: EntryDraft = {
  ...sampleNote(0),
  kind: 'export',
  payload: { name: NAME, form: 'bundle', fingerprint: 'a'.repeat(64) },
};

beforeEach(async () => {
  emptyStorage();
  database = await openDatabase();
});
afterEach(() => {
  vi.restoreAllMocks();
  database.close();
});

/** 600 notes and a few of other kinds, some with blobs, one redacted. */
async function aLedger(): Promise<void> {
  await fillLedger(database, 600, (number) => (number % 50 === 0 ? withBlobs(number) : sampleNote(number)));
  const { append, settled } = writer();
  for (const draft of [exported, redaction(3), sampleNote(603)]) await append(draft);
  await settled();
}

describe('restoring a bundle into an empty ledger', () => {
  it.each([
    ['an archive', writeBundle],
    ['lines', writeSecondBundle],
  ])(
    'gives the same entries, contents and head out of %s, and the chain goes on',
    async (_name, write) => {
      await aLedger();
      const before = await contents();
      const bundle = await exportAll(write);
      await anotherComputer();
      expect((await reader().head()).chain).not.toBe(before.head.chain);
      const entry = await restore(bundle);
      expect(entry).toMatchObject({ kind: 'import', sequence: 604, previousHash: before.head.hash });
      const after = await contents();
      expect(after.records.slice(0, 603)).toEqual(before.records);
      expect(after).toMatchObject({ fault: undefined, count: 604, redacted: before.redacted });
      expect(after.head).toEqual({ chain: before.head.chain, sequence: 604, hash: entry.hash });
      expect(after.records[603]?.payload).toMatchObject({
        sources: [{ count: 603 }],
        added: 603,
        chains: [{ hash: before.head.hash }],
      });
      expect(after.records[2]).not.toHaveProperty('payload');
      expect(await reader().lastExport()).toMatchObject({ sequence: 601 });
      expect(await reader().restoring()).toBeUndefined();
      expect(await writer().append(sampleNote(1))).toMatchObject({ sequence: 605, previousHash: entry.hash });
      // It is found by its words in the segments that were packed, and they are packed as ever.
      expect((await reader().find({ words: '内容477' }, 9)).entries.map(({ sequence }) => sequence)).toEqual([477]);
      expect(await database.count('indexes')).toBe(2);
      expect(await database.count('tail')).toBe(605 - 512);
    },
    60_000,
  );

  it('exports the same records again', async () => {
    await aLedger();
    const bundle = await exportAll();
    const text = (pieces: Uint8Array[]): string => pieces.map((piece) => new TextDecoder().decode(piece)).join('');
    await anotherComputer();
    await restore(bundle);
    const lines = text(bundle.pieces).split('\n');
    const again = text((await exportAll()).pieces).split('\n');
    expect(again.slice(0, lines.length - 2)).toEqual(lines.slice(0, -2));
  }, 60_000);

  it('changes nothing when it is asked for once more', async () => {
    await aLedger();
    const bundle = await exportAll();
    await anotherComputer();
    await restore(bundle);
    const before = await contents();
    await expect(restore(bundle)).rejects.toMatchObject({ problem: { code: 'restore-refused' } });
    expect(await contents()).toEqual(before);
  }, 60_000);
});

describe('a restore that stops in the middle', () => {
  it('shows nothing, lets nothing be appended, and goes on where it stopped', async () => {
    await aLedger();
    const before = await contents();
    const bundle = await exportAll();
    await anotherComputer();
    const empty = await reader().head();
    for (const most of [0.6, 0.9].map((part) => Math.floor(bundle.pieces.length * part))) {
      await expect(restore(bundle, most)).rejects.toMatchObject({
        problem: { code: expect.stringMatching(/^restore-/) },
      });
      expect(await reader().head()).toEqual(empty);
      await expect(writer().append(sampleNote(1))).rejects.toMatchObject({ problem: { code: 'ledger-restoring' } });
    }
    const { done = 0, ...unfinished } = (await reader().restoring()) ?? {};
    expect(done).toBe(512);
    expect(unfinished).toEqual({ ...bundle.target, from: 0 });
    // In a background that was started anew.
    database.close();
    database = await openDatabase();
    const told: number[] = [];
    const again = createLedgerWriter(connect, undefined, now, (count) => told.push(count));
    await again.restore(readBundle(piecesOf(bundle), NAME), bundle.target, noteOf(bundle));
    expect(told).toEqual([603]);
    expect((await contents()).records.slice(0, 603)).toEqual(before.records);
    expect(await contents()).toMatchObject({ fault: undefined, count: 604 });
  }, 60_000);

  it('is taken back, and nothing of it is left', async () => {
    await aLedger();
    const bundle = await exportAll();
    await anotherComputer();
    const empty = await reader().head();
    await expect(restore(bundle, bundle.pieces.length - 1)).rejects.toThrow();
    await writer().dropRestore();
    expect(await reader().restoring()).toBeUndefined();
    for (const store of ['tail', 'entryRows', 'payloadRows', 'indexes', 'blobs'] as const)
      expect(await database.count(store), store).toBe(0);
    expect(await writer().append(sampleNote(1))).toMatchObject({ chain: empty.chain, sequence: 1 });
    // And then it is another ledger.
    await expect(restore(bundle)).rejects.toMatchObject({
      problem: { code: 'restore-refused', message: expect.stringContaining('已有别的证据') },
    });
  }, 60_000);

  it('must be done before another bundle', async () => {
    await aLedger();
    const bundle = await exportAll();
    await writer().append(sampleNote(604));
    const later = await exportAll();
    await anotherComputer();
    await expect(restore(bundle, bundle.pieces.length - 1)).rejects.toThrow();
    await expect(restore(later)).rejects.toMatchObject({ problem: { code: 'restore-refused' } });
    await restore(bundle);
    expect(await contents()).toMatchObject({ fault: undefined, count: 604 });
  }, 60_000);

  it('leaves the ledger as it was, whichever write finds no room, and is done in the end', async () => {
    await aLedger();
    const before = await contents();
    const bundle = await exportAll();
    await anotherComputer();
    const empty = await reader().head();
    const real = database.transaction.bind(database) as (...given: unknown[]) => unknown;
    let failures = 0;
    for (;;) {
      let writes = 0;
      const spy = vi.spyOn(database, 'transaction').mockImplementation(((...given: unknown[]) => {
        writes += given[1] === 'readwrite' ? 1 : 0;
        // One more write each time, and then the next one fails.
        if (writes === 2) throw new DOMException('no room', 'QuotaExceededError');
        return real(...given);
      }) as typeof database.transaction);
      const error: unknown = await restore(bundle).then(
        () => undefined,
        (reason) => reason,
      );
      spy.mockRestore();
      if (error === undefined) break;
      failures += 1;
      expect(await reader().head()).toEqual(empty);
      expect(error).toMatchObject({
        problem: { code: expect.stringMatching(/^(restore-stopped|ledger-storage-full)$/) },
      });
    }
    expect(failures).toBeGreaterThan(10);
    expect((await contents()).records.slice(0, 603)).toEqual(before.records);
    expect(await contents()).toMatchObject({ fault: undefined, count: 604 });
  }, 60_000);
});

describe('restoring what is missing here', () => {
  it('adds the later entries only, and drops what a later redaction names', async () => {
    await fillLedger(database, 300, sampleNote);
    const { chain, ...kept } = await reader().head();
    const { append, settled } = writer();
    for (let number = 301; number <= 310; number += 1) await append(withBlobs(number));
    await append(redaction(7));
    await settled();
    const before = await contents();
    const bundle = await exportAll();
    // The same ledger, as it was after 300 entries.
    await anotherComputer();
    await database.put('names', chain, 'chain');
    await fillLedger(database, 300, sampleNote);
    expect(await reader().head()).toEqual({ chain, ...kept });
    expect((await reader().read(7))?.payload).toBeDefined();
    const entry = await restore(bundle);
    expect(entry).toMatchObject({ sequence: 312 });
    const after = await contents();
    expect(after.records.slice(0, 311)).toEqual(before.records);
    expect(after.records[311]?.payload).toMatchObject({ sources: [{ count: 311 }], added: 11 });
    expect(after).toMatchObject({ fault: undefined, redacted: 1 });
    expect((await reader().find({ words: '内容7' }, 99)).entries.map(({ sequence }) => sequence)).not.toContain(7);
  }, 60_000);

  it('lets a writer that knows where the chain ended append nothing in between', async () => {
    await fillLedger(database, 20, sampleNote);
    const { chain } = await reader().head();
    await writer().append(withBlobs(21));
    const bundle = await exportAll();
    await anotherComputer();
    await database.put('names', chain, 'chain');
    await fillLedger(database, 19, sampleNote);
    const { append } = writer();
    await append(sampleNote(20));
    // What was appended here has another time than what the bundle has: the two have parted.
    await expect(restore(bundle)).rejects.toMatchObject({ problem: { code: 'restore-refused' } });
    await writer().dropRestore();
    const { hash } = await append(sampleNote(21));
    await database.put('names', JSON.stringify({ ...bundle.target, from: 21 }), 'restoring');
    await expect(append(sampleNote(22))).rejects.toMatchObject({ problem: { code: 'ledger-restoring' } });
    await writer().dropRestore();
    expect(await append(sampleNote(22))).toMatchObject({ sequence: 22, previousHash: hash });
  }, 60_000);

  it('refuses a chain that went another way here', async () => {
    await fillLedger(database, 20, sampleNote);
    const { chain } = await reader().head();
    const bundle = await exportAll();
    await anotherComputer();
    await database.put('names', chain, 'chain');
    await fillLedger(database, 10, (number) => sampleNote(number + 1));
    const before = await contents();
    await expect(restore(bundle)).rejects.toMatchObject({
      problem: { code: 'restore-refused', message: expect.stringContaining('不是同一个来历') },
    });
    expect(await contents()).toEqual(before);
    expect(await writer().append(sampleNote(1))).toMatchObject({ sequence: 11 });
  }, 60_000);

  it('writes nothing of a bundle whose end is not the one that was agreed to', async () => {
    await fillLedger(database, 20, sampleNote);
    const bundle = await exportAll();
    await anotherComputer();
    const other = { ...bundle, target: { ...bundle.target, hash: 'b'.repeat(64) } };
    await expect(restore(other)).rejects.toMatchObject({ problem: { code: 'restore-stopped' } });
    expect((await reader().head()).sequence).toBe(0);
  }, 60_000);
});
