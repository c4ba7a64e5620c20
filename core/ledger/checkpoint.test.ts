import { beforeAll, describe, expect, it } from 'vitest';
import { isSignedRight, keyName, newSigningKey, signedCheckpoint } from './checkpoint.ts';
import type { ChainHead, EntryDraft } from './entry.ts';
import type { CheckpointPayload } from './kinds/index.ts';
import { reportOn } from './report.ts';
import { checkSm3, SM3_BEGIN, sm3Of } from './sm3.ts';
import { appendDraft } from './store.ts';
import { memoryStore, sampleNote, steadyClock } from './testing.ts';
import { verifyChain } from './verify.ts';

let key: CryptoKeyPair;
beforeAll(async () => {
  key = await newSigningKey();
});

const draftOf = (payload: CheckpointPayload): EntryDraft => ({
  ...sampleNote(0),
  kind: 'checkpoint',
  factOn: '',
  subject: '核对点',
  payload,
});

/** A ledger of notes with what `make` says of its head behind the third one, and two more notes. */
async function ledgerWith(
  make: (head: ChainHead, store: ReturnType<typeof memoryStore>) => Promise<CheckpointPayload>,
) {
  const store = memoryStore();
  const ports = { now: steadyClock(), mask: (draft: EntryDraft) => draft };
  for (let number = 1; number <= 3; number += 1) await appendDraft(store, sampleNote(number), ports);
  await appendDraft(store, draftOf(await make(store.head(), store)), ports);
  for (let number = 4; number <= 5; number += 1) await appendDraft(store, sampleNote(number), ports);
  return store;
}
const verified = async (store: ReturnType<typeof memoryStore>) =>
  reportOn([await verifyChain('chain-1', [store.stored()], { expected: store.head() })]);

describe('a checkpoint', () => {
  it('that is signed fits, and its key is named', async () => {
    const report = await verified(await ledgerWith((head) => signedCheckpoint(head, key)));
    expect(report).toMatchObject({ ok: true, chains: [{ checkpoints: { count: 1, signed: 1, reaches: 3 } }] });
    expect(report.notes.join()).toContain(report.chains[0]?.checkpoints.keys[0]?.name);
  });

  it('without a signature fits, and says so', async () => {
    const report = await verified(await ledgerWith(async ({ hash, sequence }) => ({ head: hash, count: sequence })));
    expect(report.ok).toBe(true);
    expect(report.notes.join()).toContain('没有签名');
  });

  it.each<[string, (right: CheckpointPayload) => CheckpointPayload, string]>([
    ['of another head', (right) => ({ ...right, head: 'a'.repeat(64) }), 'checkpoint-head'],
    ['of another count', (right) => ({ ...right, count: 2 }), 'checkpoint-head'],
    ['of a count to come', (right) => ({ ...right, count: 5 }), 'checkpoint-head'],
    ['with an SM3 put in later', (right) => ({ ...right, sm3: 'a'.repeat(64) }), 'checkpoint-signature'],
    [
      'with a signature that is none',
      ({ signature, ...right }) => ({ ...right, ...(signature && { signature: { ...signature, value: 'AAAA' } }) }),
      'checkpoint-signature',
    ],
    [
      'with a key that is none',
      ({ signature, ...right }) => ({ ...right, ...(signature && { signature: { ...signature, publicKey: 'AAAA' } }) }),
      'checkpoint-signature',
    ],
  ])('%s is doubtful', async (_name, change, code) => {
    const report = await verified(await ledgerWith(async (head) => change(await signedCheckpoint(head, key))));
    expect(report).toMatchObject({ ok: false, doubts: [{ code, sequence: 4 }] });
  });

  it('signed for another chain does not fit, and another key is told', async () => {
    const payload = await signedCheckpoint({ chain: 'other', sequence: 3, hash: 'b'.repeat(64) }, key);
    expect(await isSignedRight('other', payload)).toBe(true);
    expect(await isSignedRight('chain-1', payload)).toBe(false);
    const other = await newSigningKey();
    const store = await ledgerWith((head) => signedCheckpoint(head, key));
    const ports = { now: steadyClock('2026-03-03T01:00:00.000Z'), mask: (draft: EntryDraft) => draft };
    const second = await signedCheckpoint(store.head(), other);
    await appendDraft(store, draftOf(second), ports);
    const report = await verified(store);
    expect(report.ok).toBe(true);
    expect(report.notes.join()).toContain('密钥换过');
    expect(report.notes.join()).toContain(second.signature && keyName(second.signature));
  });

  it('has a key that cannot be taken out', async () => {
    expect(key.privateKey.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('pkcs8', key.privateKey)).rejects.toThrow();
  });
});

describe('the SM3 beside', () => {
  it('is computed on from where it was, and the same as all at once', async () => {
    const stored = (await ledgerWith(async ({ hash, sequence }) => ({ head: hash, count: sequence }))).stored();
    const half = await sm3Of([stored.slice(0, 2)]);
    expect(await sm3Of([stored.slice(2)], half)).toEqual(await sm3Of([stored]));
    expect(half.count).toBe(2);
  });

  it('is checked anew, and a wrong one is named', async () => {
    const right = await ledgerWith(async (head, store) =>
      signedCheckpoint(head, key, (await sm3Of([store.stored()], SM3_BEGIN)).sm3),
    );
    expect(await checkSm3([right.stored()])).toEqual({ checked: 1 });
    expect(await verified(right)).toMatchObject({ ok: true, chains: [{ checkpoints: { withSm3: 1 } }] });
    const wrong = await ledgerWith((head) => signedCheckpoint(head, key, 'c'.repeat(64)));
    expect(await checkSm3([wrong.stored()])).toEqual({ checked: 1, wrongAt: 4 });
  });
});
