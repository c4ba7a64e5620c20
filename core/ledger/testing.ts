import { fillSlots } from '../base/text.ts';
import { maskDraft } from '../privacy/mask.ts';
import {
  type ChainHead,
  EMPTY_HEAD,
  type EntryDraft,
  type Head,
  type LedgerEntry,
  type LedgerRecord,
  type StoredRecord,
} from './entry.ts';
import { appendDraft, type LedgerStore } from './store.ts';
import { readRecord } from './stored.ts';

/** A ledger in memory: for tests and for making sample bundles. */
export function memoryStore(chain = 'chain-1') {
  let head: Head = EMPTY_HEAD;
  const entries: { entry: LedgerEntry; stored: Uint8Array }[] = [];
  const payloads = new Map<string, Uint8Array>();
  const blobs = new Map<string, Uint8Array>();
  const store: LedgerStore = {
    append: async (seal) => {
      const { entry, stored, payload, blobs: bytes, drop } = seal({ chain, ...head });
      entries.push({ entry, stored });
      payloads.set(entry.payloadDigest, payload);
      for (const [index, digest] of entry.blobDigests.entries()) blobs.set(digest, bytes[index] ?? new Uint8Array());
      for (const digest of drop) {
        payloads.delete(digest);
        blobs.delete(digest);
      }
      head = { sequence: entry.sequence, hash: entry.hash };
      return entry;
    },
  };
  async function* blobsOf(digests: readonly string[]): AsyncGenerator<Uint8Array> {
    for (const digest of digests) {
      const blob = blobs.get(digest);
      if (blob !== undefined) yield blob;
    }
  }
  const stored = (): StoredRecord[] =>
    entries.map(({ entry: { payloadDigest, blobDigests }, stored: entry }) => {
      const payload = payloads.get(payloadDigest);
      return {
        entry,
        ...(payload === undefined ? {} : { payload }),
        ...(blobDigests.length === 0 ? {} : { blobs: () => blobsOf(blobDigests) }),
      };
    });
  return {
    ...store,
    head: (): ChainHead => ({ chain, ...head }),
    /** Every record as it is stored. */
    stored,
    /** Every record for reading. */
    records: (): LedgerRecord[] => stored().flatMap((record) => readRecord(record) ?? []),
  };
}

/** A note on the n-th of something, made at a fixed time. */
export function sampleNote(number: number): EntryDraft {
  return {
    kind: 'note',
    factOn: '2026-03-02',
    capturedAt: '2026-03-02T01:00:00.000Z',
    actor: '综合窗口1',
    subject: fillSlots('第{number}条记事', { number }),
    indicators: [`C${(number % 12) + 1}`],
    payload: { text: fillSlots('内容{number}', { number }) },
  };
}

/** A clock that moves on by a minute each time it is read. */
export function steadyClock(start = '2026-03-02T01:00:00.000Z'): () => Date {
  let time = Date.parse(start);
  return () => {
    time += 60_000;
    return new Date(time);
  };
}

/** A memory store with so many notes. */
export async function sampleLedger(
  count: number,
  drafts: readonly EntryDraft[] = [],
  chain?: string,
): Promise<ReturnType<typeof memoryStore>> {
  const store = memoryStore(chain);
  const now = steadyClock();
  for (let number = 1; number <= count; number += 1)
    await appendDraft(store, sampleNote(number), { now, mask: maskDraft });
  for (const draft of drafts) await appendDraft(store, draft, { now, mask: maskDraft });
  return store;
}
