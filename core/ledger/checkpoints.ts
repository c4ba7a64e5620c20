import { isSignedRight, keyName } from './checkpoint.ts';
import { type Doubt, makeDoubt } from './doubts.ts';
import type { Head, LedgerEntry } from './entry.ts';
import type { CheckpointPayload } from './kinds/index.ts';

/** What the checkpoints of a chain amount to. */
export interface CheckpointReport {
  /** Checkpoints in order that fit the chain. */
  count: number;
  /** Of these: signed, and the signature fits. */
  signed: number;
  /** Of these: signed, and nothing here can check it. */
  unchecked: number;
  /** The keys that signed, by their short names, with the first checkpoint of each. */
  keys: { name: string; from: number }[];
  /** Of these: with an SM3, which is checked by itself (see sm3.ts). */
  withSm3: number;
  /** Up to where the last one reaches; left out without any. */
  reaches?: number;
}

/** Entries that may come between a checkpoint and what it covers: others write while it is made. */
export const RECENT = 1_000;

/** Follows the checkpoints of a chain whose entries are in order up to there. `after` is where the walk begins. */
export function trackCheckpoints(after: Head) {
  const report: CheckpointReport = { count: 0, signed: 0, unchecked: 0, keys: [], withSm3: 0 };
  const recent = new Map([[after.sequence, after.hash]]);
  return {
    report: (): CheckpointReport => ({ ...report, keys: [...report.keys] }),
    /** Any entry in order. */
    passed({ sequence, hash }: LedgerEntry): void {
      recent.set(sequence, hash);
      recent.delete(sequence - RECENT);
    },
    /** A checkpoint, before it is passed itself: what is doubtful about it. */
    async look(entry: LedgerEntry, payload: CheckpointPayload): Promise<Doubt | undefined> {
      const { sequence, chain } = entry;
      if (recent.get(payload.count) !== payload.head)
        return makeDoubt('checkpoint-head', entry, { count: payload.count });
      const right = await isSignedRight(chain, payload);
      if (payload.signature !== undefined && right === false) return makeDoubt('checkpoint-signature', entry, {});
      report.count += 1;
      report.reaches = payload.count;
      if (payload.sm3 !== undefined) report.withSm3 += 1;
      if (payload.signature !== undefined) {
        if (right) report.signed += 1;
        else report.unchecked += 1;
        const name = keyName(payload.signature);
        if (report.keys.every((key) => key.name !== name)) report.keys.push({ name, from: sequence });
      }
      return undefined;
    },
  };
}
