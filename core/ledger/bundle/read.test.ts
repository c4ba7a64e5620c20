import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../base/canonical.ts';
import { sha256Now } from '../../base/hash.ts';
import { fc } from '../../base/testing.ts';
import { digestPayload, sealEntry } from '../chain.ts';
import { EMPTY_HEAD, type EntryDraft, type Head, type StoredRecord } from '../entry.ts';
import { type memoryStore, sampleLedger, sampleNote } from '../testing.ts';
import { readBundle, verifyBundle } from './read.ts';
import type { BundlePart, BundleRead } from './reading.ts';
import { bytesOf, collectChain, writeFirstFormat, writeSecondBundle, writeSecondFormat } from './testing.ts';

const ABOUT = { exportedAt: '2026-11-23T00:00:00.000Z', unit: '青禾镇便民服务中心' };
const withBlobs: EntryDraft = { ...sampleNote(4), blobs: [new Uint8Array([7, 8, 9, 10]), new Uint8Array()] };
const redaction: EntryDraft = {
  ...sampleNote(5),
  kind: 'redaction',
  payload: { digests: [digestPayload(sampleNote(2).payload)], reason: '含个人信息' },
};
const FORMATS = { 1: writeFirstFormat, 2: writeSecondFormat };

async function readAll(text: string, size?: number): Promise<{ parts: BundlePart[]; read: BundleRead }> {
  const reading = readBundle(bytesOf(text, size), 'a.jsonl');
  const parts: BundlePart[] = [];
  let next = await reading.next();
  for (; !next.done; next = await reading.next()) parts.push(next.value);
  return { parts, read: next.value };
}

type Store = ReturnType<typeof memoryStore>;
const textOf = async (store: Store, format: keyof typeof FORMATS): Promise<string> =>
  FORMATS[format]([await collectChain('chain-1', store.stored())], ABOUT);

describe.each([1, 2] as const)('a bundle of format %s that is read back', (format) => {
  it('gives the records as they are stored, and each blob under its digest', async () => {
    const store = await sampleLedger(3, [withBlobs, redaction]);
    const text = await textOf(store, format);
    for (const size of [1, 50, 100_000]) {
      const { parts, read } = await readAll(text, size);
      const records = parts.flatMap((part) => (part.is === 'records' ? part.records : []));
      const stored = store.stored();
      expect(records.map((record) => record.stored)).toEqual(stored.map((record) => record.entry));
      expect(records.map((record) => record.payload)).toEqual(stored.map((record) => record.payload));
      expect(records.map((record) => record.entry)).toEqual(store.records().map((record) => record.entry));
      const blobs = parts.flatMap((part) => (part.is === 'blob' ? [part] : []));
      expect(blobs.map(({ blob }) => blob)).toEqual(withBlobs.blobs);
      expect(blobs.map(({ digest }) => digest)).toEqual(records[3]?.entry.blobDigests);
      expect(read).toMatchObject({
        about: ABOUT,
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
        report: { ok: true },
      });
      expect(text).toContain(`"digest":"${read.digest}"`);
    }
  });

  it('never hands on a record behind the first that is wrong, and says the same as verification', async () => {
    const store = await sampleLedger(600);
    const text = await textOf(store, format);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 600 }), async (number) => {
        const changed = text.replace(`"第${number}条记事"`, `"第${number}条记录"`);
        const { parts, read } = await readAll(changed);
        const handed = parts.flatMap((part) => (part.is === 'records' ? part.records : []));
        expect(read.report.fault).toMatchObject({ code: 'entry-changed', sequence: number });
        expect(read.report).toEqual(await verifyBundle(bytesOf(changed), 'a.jsonl'));
        expect(handed.every(({ entry }) => entry.sequence < number)).toBe(true);
        expect(handed.length).toBe(number - 1 - ((number - 1) % 256));
      }),
      { numRuns: 6 },
    );
  }, 60_000);
});

/** More entries of an ordinary size than a file of the first format could hold, every eighth with a blob. */
const MANY = 66_500;
const hasBlob = (number: number): boolean => number % 8 === 0;

function* manyRecords(): Generator<StoredRecord[], Head> {
  let head = EMPTY_HEAD;
  for (let from = 1; from <= MANY; from += 256) {
    yield Array.from({ length: Math.min(256, MANY - from + 1) }, (_, at): StoredRecord => {
      const { payload: content, ...draft } = sampleNote(from + at);
      const payload = new TextEncoder().encode(canonicalJson(content));
      const blob = new TextEncoder().encode(`附件${from + at}`);
      const blobDigests = hasBlob(from + at) ? [sha256Now(blob)] : [];
      const digests = { payloadDigest: sha256Now(payload), blobDigests };
      const { entry, stored } = sealEntry({ ...draft, payload: content }, head, {
        chain: 'chain-1',
        now: draft.capturedAt,
        ...digests,
      });
      head = { sequence: entry.sequence, hash: entry.hash };
      if (!hasBlob(from + at)) return { entry: stored, payload };
      async function* blobs(): AsyncGenerator<Uint8Array> {
        yield blob;
      }
      return { entry: stored, payload, blobs };
    });
  }
  return head;
}

it(`${MANY} entries are written, verified and read back`, async () => {
  const records = manyRecords();
  const batches: StoredRecord[][] = [];
  let next = records.next();
  for (; !next.done; next = records.next()) batches.push(next.value);
  const head = { chain: 'chain-1', ...next.value };
  const pieces: Uint8Array[] = [];
  const digest = await writeSecondBundle([{ head, records: batches }], ABOUT, (bytes) => void pieces.push(bytes));
  async function* file(): AsyncGenerator<Uint8Array> {
    yield* pieces;
  }
  const reading = readBundle(file(), 'a.jsonl');
  const wanted = batches.flat();
  let [count, blobs, largest] = [0, 0, 0];
  let part = await reading.next();
  for (; !part.done; part = await reading.next()) {
    if (part.value.is === 'blob') {
      blobs += 1;
      if (new TextDecoder().decode(part.value.blob) !== `附件${blobs * 8}`) throw new Error(`blob ${blobs} is another`);
      continue;
    }
    largest = Math.max(largest, part.value.records.length);
    for (const { stored, payload } of part.value.records) {
      const { entry, payload: content = new Uint8Array() } = wanted[count] ?? { entry: new Uint8Array() };
      if (Buffer.compare(stored, entry) !== 0 || payload === undefined || Buffer.compare(payload, content) !== 0)
        throw new Error(`record ${count + 1} is another`);
      count += 1;
    }
  }
  expect({ count, blobs, largest }).toEqual({ count: MANY, blobs: Math.floor(MANY / 8), largest: 256 });
  expect(part.value).toMatchObject({ digest, report: { ok: true, chains: [{ count: MANY, head: next.value }] } });
}, 120_000);
