import type { LedgerRecord, StoredRecord } from '../../core/ledger/entry.ts';
import { hasWords, wordsOf } from '../../core/ledger/search.ts';
import { openDatabase } from '../../extension/storage/database.ts';
import { fillLedger } from '../../extension/storage/fill.ts';
import { createLedgerReader } from '../../extension/storage/ledger-reader.ts';
import type { Database } from '../../extension/storage/schema.ts';
import { createWork } from '../../extension/worker/work.ts';
import { draftOf, questions } from './ledger-draft.ts';

/** Blobs are of this size. */
const BLOB = 1_000_000;

/** Random bytes of any length. */
function noise(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let from = 0; from < length; from += 65_536) crypto.getRandomValues(bytes.subarray(from, from + 65_536));
  return bytes;
}

async function withDatabase<Answer>(name: string, work: (database: Database) => Promise<Answer>): Promise<Answer> {
  const database = await openDatabase(name);
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

/**
 * @public called inside the page
 *
 * Appends sealed entries to a database of this name, the first `blobs` of them with a blob each.
 */
export async function fill(name: string, count: number, blobs: number): Promise<void> {
  let left = blobs;
  await withDatabase(name, (database) =>
    fillLedger(database, count, (sequence) => {
      left -= 1;
      return left < 0 ? draftOf(sequence) : { ...draftOf(sequence), blobs: [noise(BLOB)] };
    }),
  );
}

const digest = (bytes: Uint8Array): Promise<ArrayBuffer> =>
  crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);

/**
 * @public called inside the page
 *
 * Milliseconds of each round: the ledger verified, and beside it the bare hashing of the same bytes, which lie in memory and
 * are hashed as many side by side as verification does. Also the tail of one segment behind a known entry.
 */
export async function verify(
  name: string,
  rounds: number,
): Promise<{ ours: number[]; hashing: number[]; tail: number[] }> {
  return withDatabase(name, async (database) => {
    const reader = createLedgerReader(async () => database);
    const work = createWork(reader);
    const head = await reader.head();
    const batches: StoredRecord[][] = [];
    for await (const batch of reader.stored(head)) batches.push(batch);
    const [ours, hashing, tail]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < rounds + 1; round += 1) {
      const start = performance.now();
      if (!(await work.verify()).ok) throw new Error('not in order');
      const middle = performance.now();
      for (const batch of batches) {
        await Promise.all(
          batch.flatMap(({ entry, payload }) => [digest(entry.subarray(64)), ...(payload ? [digest(payload)] : [])]),
        );
      }
      const end = performance.now();
      const [known] = await reader.at([head.sequence - 500]);
      if (!known || !(await work.verify(undefined, known)).ok) throw new Error('not in order');
      if (round > 0) {
        ours.push(middle - start);
        hashing.push(end - middle);
        tail.push(performance.now() - end);
      }
    }
    return { ours, hashing, tail };
  });
}

/** Waits until the browser has all of a file: its last byte comes back. */
async function settle(file: Blob): Promise<number> {
  await file.slice(-1).arrayBuffer();
  return file.size;
}

/**
 * @public called inside the page
 *
 * Milliseconds of each round: the bundle made, and as many bytes only written in pieces of the same size.
 */
export async function exportBundle(
  name: string,
  rounds: number,
): Promise<{ ours: number[]; writing: number[]; bytes: number }> {
  return withDatabase(name, async (database) => {
    const work = createWork(createLedgerReader(async () => database));
    const [ours, writing]: [number[], number[]] = [[], []];
    let bytes = 0;
    for (let round = 0; round < rounds; round += 1) {
      const start = performance.now();
      bytes = await settle((await work.exportFile('bundle', '')).content);
      const middle = performance.now();
      const piece = noise(4_000_000);
      const again = performance.now();
      const parts: Blob[] = [];
      for (let left = bytes; left > 0; left -= piece.length) parts.push(new Blob([piece.subarray(0, left)]));
      await settle(new Blob(parts));
      ours.push(middle - start);
      writing.push(performance.now() - again);
    }
    return { ours, writing, bytes };
  });
}

/**
 * @public called inside the page
 *
 * Milliseconds of each question for the first 50 hits, every question asked `rounds` times after a first one that warms up;
 * and of the same answered by reading everything, of the questions that the search answers slowest.
 */
export async function find(
  name: string,
  rounds: number,
): Promise<{ times: { frequency: string; words: string; hits: number; ms: number }[]; first: number; all: number }> {
  return withDatabase(name, async (database) => {
    const reader = createLedgerReader(async () => database);
    const start = performance.now();
    await reader.find({ words: questions()[0]?.words ?? '' }, 50);
    await reader.find({ words: '没有的词' }, 50);
    const first = performance.now() - start;
    const times: { frequency: string; words: string; hits: number; ms: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      for (const question of questions()) {
        const asked = performance.now();
        const { entries } = await reader.find({ words: question.words }, 50);
        times.push({ ...question, hits: entries.length, ms: performance.now() - asked });
      }
    }
    const reading = performance.now();
    const words = wordsOf({ words: '没有的词' });
    const found: LedgerRecord[] = [];
    for await (const record of reader.records()) if (hasWords(record, words)) found.push(record);
    return { times, first, all: performance.now() - reading };
  });
}
