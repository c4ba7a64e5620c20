import { beforeEach, describe, expect, it } from 'vitest';
import { sampleNote, steadyClock } from '../../core/ledger/testing.ts';
import { openDatabase } from '../storage/database.ts';
import type { device } from '../storage/device.ts';
import { createLedgerReader } from '../storage/ledger-reader.ts';
import { createLedgerWriter } from '../storage/ledger-writer.ts';
import type { Database } from '../storage/schema.ts';
import { emptyStorage } from '../storage/testing.ts';
import { createIntegrityWork, type IntegrityWork } from './integrity.ts';

let connect: () => Promise<Database>;
let work: IntegrityWork;
const append = createAppend();

/** Appends a note, or a checkpoint as the background does. */
function createAppend() {
  const now = steadyClock();
  return async (payload?: unknown) => {
    const writer = createLedgerWriter(connect, undefined, now);
    const draft = sampleNote(1);
    const entry = await writer.append(payload === undefined ? draft : { ...draft, kind: 'checkpoint', payload });
    await writer.settled();
    return entry;
  };
}

beforeEach(async () => {
  emptyStorage();
  const opened = openDatabase();
  connect = () => opened;
  // A key cannot be stored in the database of a test.
  const things = new Map<string, unknown>();
  const kept = {
    get: async (name: string) => things.get(name),
    change: async (name: string, change: (before: unknown) => unknown) => {
      things.set(name, change(things.get(name)));
      return things.get(name);
    },
  } as unknown as typeof device;
  work = createIntegrityWork(createLedgerReader(connect), { kept, now: () => new Date('2026-12-01T00:00:00.000Z') });
});

describe('checkpoints of an installation', () => {
  it('are made where something was kept since the last one, by one key', async () => {
    expect(await work.makeCheckpoint()).toBeUndefined();
    await append();
    const first = await work.makeCheckpoint();
    await append(first);
    expect(await work.makeCheckpoint()).toBeUndefined();
    await append();
    const second = await work.makeCheckpoint();
    expect(second).toMatchObject({ count: 3, signature: { publicKey: first?.signature?.publicKey } });
    await append(second);
    expect((await work.checkpoints(5)).map(({ payload }) => payload)).toEqual([second, first]);
  });

  it('let the check at opening begin behind the last one', async () => {
    for (let number = 0; number < 4; number += 1) await append();
    expect(await work.checkTail()).toMatchObject({ after: 0, report: { ok: true, chains: [{ count: 4 }] } });
    await append(await work.makeCheckpoint());
    await append();
    expect(await work.checkTail()).toMatchObject({ after: 4, report: { ok: true, chains: [{ count: 2 }] } });
  });

  it('carry an SM3 where that was chosen, on from the one before, and it is right', async () => {
    await append();
    await append(await work.makeCheckpoint());
    expect(await work.hasSm3()).toBe(false);
    await work.setSm3(true);
    for (let round = 0; round < 2; round += 1) {
      await append();
      await append(await work.makeCheckpoint());
    }
    expect((await work.checkpoints(5)).map(({ payload }) => payload.sm3 !== undefined)).toEqual([true, true, false]);
    expect(await work.checkSm3()).toEqual({ checked: 2 });
  });
});
