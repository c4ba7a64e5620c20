import { sha256 } from '../../core/base/hash.ts';
import { ProblemError } from '../../core/base/problems.ts';
import type { Head, StoredRecord } from '../../core/ledger/entry.ts';
import { strandWalks } from '../../core/ledger/merge/write.ts';
import { effectsOf } from '../../core/ledger/store.ts';
import { hashOf, readContent, readEntry } from '../../core/ledger/stored.ts';
import { headOf, lastHead, whyFailed } from './database.ts';
import type { PreparedMerge, Taking } from './merging.ts';
import { packTail, RECORD_STORES } from './packing.ts';
import { dropContents } from './redact.ts';
import { type Database, LAST_MERGE, RESTORING, type TailRow, type WriteTransaction } from './schema.ts';
import { firstOfSegment, SEGMENT } from './segment.ts';
import { type Steps, transact } from './transact.ts';

/*
 * How the chains of others come in: appended in their order under their names, some records in a transaction, so that what
 * stands here is always a beginning of each. A kill in the middle leaves beginnings, and the same merge goes on behind
 * them. This installation's own chain is not touched, but for the one entry that tells of it at the end.
 */

const ELSEWHERE = '合并时另一个页面动过证据库';
const HERE = '这台电脑';

/** A record with its blobs at hand. */
interface Whole {
  row: TailRow;
  drop: readonly string[];
  blobs: [digest: string, blob: Uint8Array][];
}

/** Bytes of their own: a part of a larger buffer would be stored with all of it. */
const ownBytes = (bytes: Uint8Array): Uint8Array => (bytes.length === bytes.buffer.byteLength ? bytes : bytes.slice());

async function wholeOf(name: string, record: StoredRecord): Promise<Whole> {
  const { entry: stored, payload } = record;
  const entry = readEntry(record);
  if (entry === undefined) throw new TypeError('a record that cannot be read');
  const kept: Uint8Array[] = [];
  for await (const blob of record.blobs?.() ?? []) kept.push(ownBytes(blob));
  // Those that are there come in the order of their digests; which these are, their bytes tell.
  const blobs = await Promise.all(kept.map(async (blob): Promise<[string, Uint8Array]> => [await sha256(blob), blob]));
  return {
    row: {
      ...{ chain: name, sequence: entry.sequence, entry: ownBytes(stored) },
      ...(payload === undefined ? {} : { payload: ownBytes(payload) }),
    },
    drop: entry.kind === 'redaction' && payload !== undefined ? effectsOf(entry, readContent(payload)).drop : [],
    blobs,
  };
}

/** Appends records right behind `at`, all of them or none. */
async function putBehind(database: Database, name: string, at: Head, records: readonly Whole[]): Promise<void> {
  await transact(database, ['names', ...RECORD_STORES, 'blobs'], async (transaction, steps) => {
    if ((await transaction.objectStore('names').get(RESTORING)) !== undefined)
      throw new ProblemError('ledger-restoring');
    const head = await headOf(transaction, name);
    if (head.sequence !== at.sequence || head.hash !== at.hash)
      throw new ProblemError('merge-stopped', { name: HERE, why: ELSEWHERE });
    const drop = at.sequence === 0 ? [] : records.flatMap((one) => one.drop);
    if (drop.length > 0) await dropContents(transaction, name, drop);
    for (const { row, blobs } of records) {
      steps.add(transaction.objectStore('tail').add(row));
      for (const [digest, blob] of blobs) steps.add(transaction.objectStore('blobs').put(blob, digest));
    }
  });
}

/** Writes what is missing here of the chains of others. `told` hears how many records were written. Rejects with ProblemError. */
export async function takeIn(
  connect: () => Promise<Database>,
  { takings, sources, open }: PreparedMerge,
  told: (done: number) => void,
): Promise<void> {
  const { records, close } = strandWalks(sources, open);
  let done = 0;
  try {
    const database = await connect();
    for (const taking of takings) {
      for await (const count of takeChain(database, taking, records(taking.strand))) {
        done += count;
        told(done);
      }
    }
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError('merge-stopped', { name: HERE, why: whyFailed(error) }, error);
  } finally {
    await close();
  }
}

async function* takeChain(
  database: Database,
  { name, at: start }: Taking,
  records: AsyncIterable<StoredRecord[]>,
): AsyncGenerator<number> {
  let at: Head = start;
  let passed = 0;
  for await (const batch of records) {
    const missing = batch.slice(Math.max(0, start.sequence - passed));
    passed += batch.length;
    const last = missing.at(-1);
    if (last === undefined) continue;
    const whole: Whole[] = [];
    for (const record of missing) whole.push(await wholeOf(name, record));
    await putBehind(database, name, at, whole);
    for (let first = firstOfSegment(Math.max(at.sequence, 1)); first < firstOfSegment(passed); first += SEGMENT)
      await packTail(database, name, first);
    at = { sequence: passed, hash: hashOf(last.entry) };
    yield whole.length;
  }
}

/** The first part of the transaction that appends the entry of a merge: it is found again without looking for it. */
export async function markMerge(transaction: WriteTransaction, steps: Steps): Promise<void> {
  if ((await transaction.objectStore('names').get(RESTORING)) !== undefined) throw new ProblemError('ledger-restoring');
  const { sequence } = await lastHead(transaction);
  steps.add(transaction.objectStore('marks').put(sequence + 1, LAST_MERGE));
}
