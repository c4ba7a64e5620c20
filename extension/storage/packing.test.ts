import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fc } from '../../core/base/testing.ts';
import { digestPayload } from '../../core/ledger/chain.ts';
import type { EntryDraft, LedgerEntry } from '../../core/ledger/entry.ts';
import { sampleNote, steadyClock } from '../../core/ledger/testing.ts';
import { verifyChain } from '../../core/ledger/verify.ts';
import { openDatabase } from './database.ts';
import { fillLedger } from './fill.ts';
import { createLedgerReader } from './ledger-reader.ts';
import { createLedgerWriter } from './ledger-writer.ts';
import { packTail } from './packing.ts';
import type { Database, Schema } from './schema.ts';
import { pack, SEGMENT, unpack } from './segment.ts';
import { emptyStorage } from './testing.ts';

let database: Database;
const connect = async (): Promise<Database> => database;
const now = steadyClock();
const writer = () => createLedgerWriter(connect, undefined, now);
const reader = () => createLedgerReader(connect);

async function reported() {
  const head = await reader().head();
  return verifyChain(head.chain, reader().stored(head), { expected: head });
}

/** How many records stand in the tail and how many rows are packed. */
const counted = async () => ({
  tail: await database.count('tail'),
  rows: await database.count('entryRows'),
  indexes: await database.count('indexes'),
});

beforeEach(async () => {
  emptyStorage();
  database = await openDatabase();
});
afterEach(() => {
  vi.restoreAllMocks();
  database.close();
});

/** A ledger of so many entries, the last segment in the tail; `whole` leaves there what could be packed. */
async function fill(count: number, { whole = false } = {}): Promise<void> {
  await fillLedger(database, count, sampleNote);
  if (whole) for (const first of [1, 257]) await unpackTo(first);
}

/** Undoes the packing of a segment: a background that was killed before it packed leaves this. */
async function unpackTo(first: number): Promise<void> {
  const { chain } = await reader().head();
  const places = IDBKeyRange.bound([chain, first], [chain, first + SEGMENT - 1]);
  const [entries, payloads] = [
    await database.getAll('entryRows', places),
    await database.getAll('payloadRows', places),
  ];
  for (const [at, row] of entries.entries()) {
    const contents = payloads[at] === undefined ? [] : unpack(payloads[at]);
    for (const [index, entry] of unpack(row).entries()) {
      const payload = contents[index];
      if (entry === undefined || payload === undefined) continue;
      await database.put('tail', { chain, sequence: row.first + index, entry, payload });
    }
  }
  for (const name of ['entryRows', 'payloadRows', 'indexes'] as const) await database.delete(name, places);
}

describe('packing', () => {
  it('takes whole segments out of the tail once an entry follows them', async () => {
    await fill(SEGMENT - 1);
    const { append, settled } = writer();
    await append(sampleNote(256));
    await settled();
    expect(await counted()).toEqual({ tail: 256, rows: 0, indexes: 0 });
    await append(sampleNote(257));
    await settled();
    expect(await counted()).toEqual({ tail: 1, rows: 8, indexes: 1 });
    expect(await append(sampleNote(258))).toMatchObject({ sequence: 258 });
    expect(await reported()).toMatchObject({ count: 258, head: { sequence: 258 } });
  });

  it('is seen by no reader: before, after and on the way everything is there once', async () => {
    await fill(600, { whole: true });
    expect(await counted()).toEqual({ tail: 600, rows: 0, indexes: 0 });
    const before = createLedgerReader(connect);
    const all = async (from: typeof before): Promise<unknown[]> => {
      const records: unknown[] = [];
      for await (const record of from.records()) records.push(record);
      return records;
    };
    const records = await all(before);
    expect(records).toHaveLength(600);
    const reading = all(before);
    const packing = (async () => {
      for (const first of [1, 257]) expect(await packTail(database, (await reader().head()).chain, first)).toBe(true);
    })();
    expect(await reading).toEqual(records);
    await packing;
    expect(await counted()).toEqual({ tail: 88, rows: 16, indexes: 2 });
    expect(await all(before)).toEqual(records);
    expect(await all(reader())).toEqual(records);
    expect(await reported()).toMatchObject({ count: 600 });
  });

  it('that is killed at any moment loses nothing, and is done after the next start', async () => {
    await fill(514, { whole: true });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 18 }), fc.boolean(), async (dies, byError) => {
        let writes = 0;
        const kill = (store: IDBObjectStore): void => {
          writes += 1;
          if (writes !== dies) return;
          if (byError) throw new DOMException('full', 'QuotaExceededError');
          store.transaction.abort();
        };
        const { put, delete: remove } = IDBObjectStore.prototype;
        vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...given) {
          kill(this);
          return put.apply(this, given);
        });
        vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (this: IDBObjectStore, ...given) {
          kill(this);
          return remove.apply(this, given);
        });
        await expect(packTail(database, (await reader().head()).chain, 1)).rejects.toThrow();
        vi.restoreAllMocks();
        expect(writes).toBeGreaterThanOrEqual(dies);
        expect(await counted()).toEqual({ tail: 514, rows: 0, indexes: 0 });
      }),
      { numRuns: 20 },
    );
    expect(await reported()).toMatchObject({ count: 514 });
    const { append, settled } = writer();
    await append(sampleNote(515));
    await settled();
    expect(await counted()).toEqual({ tail: 3, rows: 16, indexes: 2 });
    expect((await reported()).fault).toBeUndefined();
  });

  it('that does not succeed keeps no append from being acknowledged', async () => {
    await fill(SEGMENT);
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const { append, settled } = writer();
    expect(await append(sampleNote(257))).toMatchObject({ sequence: 257 });
    await settled();
    expect(warn).toHaveBeenCalledOnce();
    expect(await counted()).toMatchObject({ tail: 257, rows: 0 });
    put.mockRestore();
    await append(sampleNote(258));
    await settled();
    expect(await counted()).toMatchObject({ tail: 2, rows: 8 });
  });

  it('leaves a segment of which something is missing, and the others are packed all the same', async () => {
    await fill(600, { whole: true });
    const { chain } = await reader().head();
    await database.delete('tail', [chain, 100]);
    const { append, settled } = writer();
    await append(sampleNote(601));
    await settled();
    expect(await counted()).toEqual({ tail: 255 + 89, rows: 8, indexes: 1 });
    expect((await reported()).fault).toMatchObject({ code: 'gap', sequence: 100 });
  });
});

describe('packed records', () => {
  it('are the head when the tail is gone, and the chain goes on behind them', async () => {
    await fill(258);
    await database.clear('tail');
    expect(await reader().head()).toMatchObject({ sequence: 256 });
    expect(await writer().append(sampleNote(257))).toMatchObject({ sequence: 257 });
    expect((await reported()).fault).toBeUndefined();
  });

  it('keep their places when they were emptied', async () => {
    await fill(258);
    await database.clear('tail');
    const { chain } = await reader().head();
    const row = await database.get('entryRows', [chain, 225]);
    if (row === undefined) throw new Error('no row');
    await database.put('entryRows', { ...row, ...pack(unpack(row).slice(0, 20)) });
    expect((await reported()).fault).toMatchObject({ code: 'tail-cut', sequence: 245 });
    await database.put('entryRows', { ...row, ...pack([]) });
    expect((await reported()).fault).toMatchObject({ code: 'tail-cut', sequence: 225 });
    expect(await writer().append(sampleNote(257))).toMatchObject({ sequence: 257 });
    expect((await reported()).fault).toMatchObject({ code: 'gap', sequence: 225 });
  });

  it.each<[string, (parts: (Uint8Array | undefined)[]) => (Uint8Array | undefined)[], string, number]>([
    [
      'a changed byte',
      (parts) =>
        parts.with(
          4,
          parts[4]?.map((byte, at) => (at === 70 ? byte ^ 1 : byte)),
        ),
      'entry-changed',
      37,
    ],
    [
      'a changed hash',
      (parts) =>
        parts.with(
          4,
          parts[4]?.map((byte, at) => (at === 0 ? 0x7a : byte)),
        ),
      'entry-changed',
      37,
    ],
    ['two swapped', (parts) => parts.with(4, parts[5]).with(5, parts[4]), 'order', 37],
    ['one gone', (parts) => parts.with(4, undefined), 'gap', 37],
    ['one twice', (parts) => parts.with(4, parts[3]), 'order', 37],
    ['all gone', () => [], 'gap', 33],
  ])('that were tampered with are named: %s', async (_name, change, code, sequence) => {
    await fill(300);
    const { chain } = await reader().head();
    const row = await database.get('entryRows', [chain, 33]);
    if (row === undefined) throw new Error('no row');
    await database.put('entryRows', { ...row, ...pack(change(unpack(row))) });
    expect((await reported()).fault).toMatchObject({ code, sequence });
  });

  it.each<[string, (parts: (Uint8Array | undefined)[]) => (Uint8Array | undefined)[], string]>([
    ['changed', (parts) => parts.with(4, new TextEncoder().encode('{"text":"改过"}')), 'payload-changed'],
    ['swapped', (parts) => parts.with(4, parts[5]).with(5, parts[4]), 'payload-changed'],
    ['gone', (parts) => parts.with(4, undefined), 'payload-missing'],
  ])('whose payload was %s are named', async (_name, change, code) => {
    await fill(300);
    const { chain } = await reader().head();
    const row = await database.get('payloadRows', [chain, 33]);
    if (row === undefined) throw new Error('no row');
    await database.put('payloadRows', { ...row, ...pack(change(unpack(row))) });
    expect((await reported()).fault).toMatchObject({ code, sequence: 37 });
  });

  it('whose row is gone, or none, are a gap and no failure', async () => {
    await fill(300);
    const { chain } = await reader().head();
    await database.put('entryRows', { chain, first: 65 } as Schema['entryRows']['value']);
    expect((await reported()).fault).toMatchObject({ code: 'gap', sequence: 65 });
    await database.delete('entryRows', [chain, 33]);
    expect((await reported()).fault).toMatchObject({ code: 'gap', sequence: 33 });
    expect(await reader().at([32, 33, 97])).toMatchObject([{ sequence: 32 }, undefined, { sequence: 97 }]);
  });
});

describe('a redaction', () => {
  const secret: EntryDraft = { ...sampleNote(0), payload: { text: '误存的内容：赵小红' } };
  const redaction: EntryDraft = {
    ...sampleNote(0),
    kind: 'redaction',
    payload: { digests: [digestPayload(secret.payload)], reason: '误存' },
  };

  it('drops its contents out of every form in which they stand, and out of what is found', async () => {
    // The same content packed twice and once in the tail.
    const at = new Set([40, 41, 250, 290]);
    await fillLedger(database, 300, (sequence) => (at.has(sequence) ? secret : sampleNote(sequence)));
    const found = async (words: string): Promise<number[]> =>
      (await reader().find({ words }, 100)).entries.map(({ sequence }) => sequence);
    expect(await found('误存的内容')).toEqual([290, 250, 41, 40]);
    const entry: LedgerEntry = await writer().append(redaction);
    expect(entry.sequence).toBe(301);
    expect(await found('误存的内容')).toEqual([]);
    expect(await found('内容39')).toEqual([39]);
    expect(await found('内容42')).toEqual([42]);
    expect((await reader().read(40))?.payload).toBeUndefined();
    expect((await reader().read(42))?.payload).toEqual({ text: '内容42' });
    expect(await reported()).toMatchObject({ count: 301, redacted: 4 });
    // Nothing of it is left on the disk, not even which characters it had.
    const { chain } = await reader().head();
    const index = await database.get('indexes', [chain, 1]);
    const codes = Array.from('赵小红', (character) => character.charCodeAt(0));
    expect(codes.filter((code) => index?.codes.includes(code))).toEqual([]);
    const rows = [await database.getAll('payloadRows'), await database.getAll('tail')].flat();
    const bytes = rows.flatMap((row) => ('lines' in row ? [row.lines] : [row.payload ?? new Uint8Array()]));
    expect(bytes.map((one) => new TextDecoder().decode(one)).join('')).not.toContain('赵小红');
  });

  it('and what it drops are one step: all of it or nothing', async () => {
    await fillLedger(database, 300, (sequence) => (sequence === 40 ? secret : sampleNote(sequence)));
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(writer().append(redaction)).rejects.toMatchObject({ problem: { code: 'ledger-storage-full' } });
    add.mockRestore();
    expect((await reader().read(40))?.payload).toEqual(secret.payload);
    expect(await reported()).toMatchObject({ count: 300, redacted: 0 });
  });
});

describe('the last export', () => {
  const exported = (form: 'bundle' | 'score-html'): EntryDraft => ({
    ...sampleNote(0),
    kind: 'export',
    subject: form,
    payload: { name: form, form, fingerprint: 'a'.repeat(64) },
  });

  it('is the newest entry that notes one of the whole ledger', async () => {
    expect(await reader().lastExport()).toBeUndefined();
    const { append } = writer();
    await append(exported('score-html'));
    expect(await reader().lastExport()).toBeUndefined();
    await append(exported('bundle'));
    await append(sampleNote(3));
    await append(exported('score-html'));
    expect(await reader().lastExport()).toMatchObject({ sequence: 2, kind: 'export' });
    await append(exported('bundle'));
    expect(await reader().lastExport()).toMatchObject({ sequence: 5 });
  });
});
