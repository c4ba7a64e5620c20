import { ProblemError } from '../../core/base/problems.ts';
import type { BundleReading, ReadRecord } from '../../core/ledger/bundle/reading.ts';
import type { Head } from '../../core/ledger/entry.ts';
import { effectsOf } from '../../core/ledger/store.ts';
import { readContent } from '../../core/ledger/stored.ts';
import { HEAD_STORES, headOf, lastHead, whyFailed } from './database.ts';
import { allNames } from './others.ts';
import { packTail, RECORD_STORES } from './packing.ts';
import { dropContents } from './redact.ts';
import { type RestoreTarget, type Restoring, restoringOf } from './restoring.ts';
import {
  CHAIN,
  type Database,
  LAST_EXPORT,
  LAST_REDACTION,
  RESTORING,
  type TailRow,
  type Transaction,
  type WriteTransaction,
  wholeChain,
} from './schema.ts';
import { firstOfSegment, SEGMENT } from './segment.ts';
import { type Steps, transact } from './transact.ts';

/*
 * How a bundle comes back. Its records are appended in their order under the name of their own chain, some in a
 * transaction, so that what stands here is always a beginning of that chain; the first transaction also writes a mark, and
 * while that is there nothing else is appended. Where this installation had no entry, nobody sees the records until the last
 * transaction: it makes the bundle's chain this installation's, takes the mark away and appends the entry that tells of it.
 * A kill in the middle leaves the mark, and whoever restores the same bundle again goes on behind the last record.
 */

/** Why a bundle is not restored, as part of a sentence. */
const REFUSED = {
  other: '另一个证据包的恢复还没有做完',
  otherChain: '这台电脑上已有别的证据',
  nothing: '这台电脑上的证据不比它少',
  forked: '这台电脑上的证据和它不是同一个来历',
  elsewhere: '另一个页面动过证据库',
} as const;
const CHANGED = '证据包和核对时不一样了';

const refused = (why: keyof typeof REFUSED): ProblemError => new ProblemError('restore-refused', { why: REFUSED[why] });
const isAt = (head: Head, other: Head): boolean => head.sequence === other.sequence && head.hash === other.hash;

/** How far a restore has come. */
interface Place {
  from: number;
  at: Head;
  marked: boolean;
}

/** Where the restore of a bundle begins or goes on. Throws ProblemError where it may not. */
async function placeOf(transaction: Transaction, target: RestoreTarget): Promise<Place> {
  const own = await lastHead(transaction);
  const before = await restoringOf(transaction);
  const at = await headOf(transaction, target.chain);
  if (before !== undefined) {
    const same = before.chain === target.chain && before.fingerprint === target.fingerprint && isAt(before, target);
    if (!same) throw refused('other');
    return { from: before.from, at, marked: true };
  }
  if (own.sequence > 0 && own.chain !== target.chain) throw refused('otherChain');
  if (own.sequence >= target.sequence) throw refused('nothing');
  return { from: own.sequence, at, marked: false };
}

/** The same inside a transaction that writes: nobody else has come in between, and from now on nobody does. */
async function enter(
  transaction: WriteTransaction,
  steps: Steps,
  target: RestoreTarget,
  expected: Head,
): Promise<number> {
  const { from, at, marked } = await placeOf(transaction, target);
  if (!isAt(at, expected)) throw refused('elsewhere');
  const { name, fingerprint, chain, sequence, hash } = target;
  const mark: Restoring = { name, fingerprint, chain, sequence, hash, from };
  if (!marked) steps.add(transaction.objectStore('names').put(JSON.stringify(mark), RESTORING));
  return from;
}

/** Bytes of their own: a part of a larger buffer would be stored with all of it. */
const ownBytes = (bytes: Uint8Array): Uint8Array => (bytes.length === bytes.buffer.byteLength ? bytes : bytes.slice());

function rowOf({ entry, stored, payload }: ReadRecord): TailRow {
  const { chain, sequence } = entry;
  return {
    ...{ chain, sequence, entry: ownBytes(stored) },
    ...(payload === undefined ? {} : { payload: ownBytes(payload) }),
  };
}

const dropsOf = ({ entry, payload }: ReadRecord): readonly string[] =>
  entry.kind === 'redaction' && payload !== undefined ? effectsOf(entry, readContent(payload)).drop : [];

/** Appends records right behind `at`, all of them or none. */
async function putRecords(
  database: Database,
  target: RestoreTarget,
  at: Head,
  records: readonly ReadRecord[],
): Promise<void> {
  await transact(database, ['names', ...RECORD_STORES, 'blobs'], async (transaction, steps) => {
    const from = await enter(transaction, steps, target, at);
    // The bundle has no more of it; what was kept here before still may.
    const drop = from === 0 ? [] : records.flatMap(dropsOf);
    if (drop.length > 0) await dropContents(transaction, target.chain, drop);
    for (const record of records) steps.add(transaction.objectStore('tail').add(rowOf(record)));
  });
}

async function putBlob(
  database: Database,
  target: RestoreTarget,
  at: Head,
  { digest, blob }: { digest: string; blob: Uint8Array },
): Promise<void> {
  if ((await database.getKey('blobs', digest)) !== undefined) return;
  await transact(database, [...HEAD_STORES, 'blobs'], async (transaction, steps) => {
    await enter(transaction, steps, target, at);
    steps.add(transaction.objectStore('blobs').put(ownBytes(blob), digest));
  });
}

/** What restoring needs. */
interface Restore {
  connect: () => Promise<Database>;
  reading: BundleReading;
  target: RestoreTarget;
  /** Hears how many entries of the bundle stand here. */
  restored(done: number): void;
}

/** Records that stand here, all of them; `finish` is the first part of the transaction that appends the entry of it. */
interface Restored {
  added: number;
  finish(transaction: WriteTransaction, steps: Steps): Promise<void>;
}

/** The records behind a place. Throws ProblemError when the place is not one of the bundle's chain. */
function recordsBehind(at: Head, records: readonly ReadRecord[]): readonly ReadRecord[] {
  const known = records.find(({ entry }) => entry.sequence === at.sequence);
  if (known !== undefined && known.entry.hash !== at.hash) throw refused('forked');
  return records.filter(({ entry }) => entry.sequence > at.sequence);
}

/** Why a restore stopped: what has a sentence of its own keeps it, and the database's failures are told as one. */
const stopped = (error: unknown): ProblemError =>
  error instanceof ProblemError ? error : new ProblemError('restore-stopped', { why: whyFailed(error) }, error);

/** Appends what a bundle has more than this installation. Holds a batch of records, or one blob. Rejects with ProblemError. */
export async function restoreRecords({ connect, reading, target, restored }: Restore): Promise<Restored> {
  try {
    const database = await connect();
    const { from, at: start } = await placeOf(database.transaction(HEAD_STORES), target);
    let at: Head = start;
    let [lastExport, lastRedaction]: (number | undefined)[] = [];
    let next = await reading.next();
    for (; !next.done; next = await reading.next()) {
      const part = next.value;
      // What comes behind the end are the chains of others: these a merge brings.
      if (isAt(at, target)) continue;
      if (part.is === 'blob') {
        await putBlob(database, target, at, part);
        continue;
      }
      for (const { entry, payload } of part.records) {
        if (entry.chain !== target.chain) throw new ProblemError('restore-stopped', { why: CHANGED });
        if (entry.kind === 'redaction') lastRedaction = entry.sequence;
        if (entry.kind === 'export' && payload !== undefined && effectsOf(entry, readContent(payload)).wholeExport)
          lastExport = entry.sequence;
      }
      const records = recordsBehind(at, part.records);
      const last = records.at(-1)?.entry;
      if (last === undefined) continue;
      await putRecords(database, target, at, records);
      for (
        let first = firstOfSegment(Math.max(at.sequence, 1));
        first < firstOfSegment(last.sequence);
        first += SEGMENT
      )
        await packTail(database, target.chain, first);
      at = last;
      restored(at.sequence);
    }
    const { report, digest } = next.value;
    if (report.fault !== undefined) throw new ProblemError('restore-stopped', { why: report.fault.message });
    if (digest !== target.fingerprint || !isAt(at, target)) throw new ProblemError('restore-stopped', { why: CHANGED });
    const end = at;
    return {
      added: end.sequence - from,
      async finish(transaction, steps) {
        await enter(transaction, steps, target, end);
        const [names, marks] = [transaction.objectStore('names'), transaction.objectStore('marks')];
        steps.add(names.put(target.chain, CHAIN));
        steps.add(names.delete(RESTORING));
        if (lastExport !== undefined) steps.add(marks.put(lastExport, LAST_EXPORT));
        if (lastRedaction !== undefined) steps.add(marks.put(lastRedaction, LAST_REDACTION));
      },
    };
  } catch (error) {
    throw stopped(error);
  } finally {
    // The file is let go, whatever happened; what it would have said at its end is not asked for.
    await reading.return(undefined as never).catch(() => undefined);
  }
}

/**
 * Takes back a restore that is not done, all of it, where this installation had no entry before; else what was added is part
 * of its own chain and stays. From then on entries are appended again. Rejects with ProblemError.
 */
export async function dropRestore(database: Database): Promise<void> {
  try {
    await transact(database, ['names', ...RECORD_STORES, 'blobs'], async (transaction, steps) => {
      const restoring = await restoringOf(transaction);
      steps.add(transaction.objectStore('names').delete(RESTORING));
      if (restoring === undefined || restoring.from > 0) return;
      for (const name of RECORD_STORES) steps.add(transaction.objectStore(name).delete(wholeChain(restoring.chain)));
      // Nothing was here, and nothing was appended since: all blobs came with it, unless bundles of others were merged.
      if ((await allNames(transaction)).size === 0) steps.add(transaction.objectStore('blobs').clear());
    });
  } catch (error) {
    throw stopped(error);
  }
}
