import { sm3Now } from '../base/sm3.ts';
import { RECENT } from './checkpoints.ts';
import { readPayload } from './kinds/index.ts';
import { readContent, readEntry } from './stored.ts';
import type { StoredBatches } from './verify.ts';

/** Where an SM3 over a chain has come. */
export interface Sm3State {
  /** Entries that it covers. */
  count: number;
  /** 64 hex digits; all 0 before the first entry. */
  sm3: string;
}

export const SM3_BEGIN: Sm3State = { count: 0, sm3: '0'.repeat(64) };

const encoder = new TextEncoder();

/** Covers one more entry: SM3 over the digits so far and the entry as it is stored (its SHA-256, then its canonical JSON). */
export function nextSm3({ count, sm3 }: Sm3State, stored: Uint8Array): Sm3State {
  const before = encoder.encode(sm3);
  const bytes = new Uint8Array(before.length + stored.length);
  bytes.set(before);
  bytes.set(stored, before.length);
  return { count: count + 1, sm3: sm3Now(bytes) };
}

/** The SM3 over a chain up to the end of what is given, on from a state whose entries are left out. */
export async function sm3Of(batches: StoredBatches, from: Sm3State = SM3_BEGIN): Promise<Sm3State> {
  let state = from;
  for await (const batch of batches) for (const { entry } of batch) state = nextSm3(state, entry);
  return state;
}

/** What a look at the SM3s of a chain gave: how many checkpoints have one, and the first that is wrong. */
export interface Sm3Report {
  checked: number;
  /** Sequence of the checkpoint whose SM3 does not fit. */
  wrongAt?: number;
}

/** Computes the SM3 over whole chains anew, one behind the other, and compares it with what their checkpoints say. Holds one batch. */
export async function checkSm3(batches: StoredBatches): Promise<Sm3Report> {
  let state = SM3_BEGIN;
  /** Of the last entries: a checkpoint tells of one that is just before it. */
  const recent = new Map<number, string>();
  let checked = 0;
  for await (const batch of batches)
    for (const record of batch) {
      const entry = readEntry(record);
      if (entry?.sequence === 1) {
        state = SM3_BEGIN;
        recent.clear();
      }
      if (entry?.kind === 'checkpoint' && record.payload !== undefined) {
        const read = readPayload(entry, readContent(record.payload));
        if (read?.kind === 'checkpoint' && read.payload.sm3 !== undefined) {
          checked += 1;
          if (recent.get(read.payload.count) !== read.payload.sm3) return { checked, wrongAt: entry.sequence };
        }
      }
      state = nextSm3(state, record.entry);
      recent.set(state.count, state.sm3);
      recent.delete(state.count - RECENT);
    }
  return { checked };
}
