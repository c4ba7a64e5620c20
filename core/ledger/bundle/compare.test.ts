import { describe, expect, it } from 'vitest';
import { memoryBytes } from '../../base/byte-source.ts';
import { type ChainHead, EMPTY_HEAD } from '../entry.ts';
import { sampleLedger, sampleNote } from '../testing.ts';
import { compareBundle } from './compare.ts';
import type { BundleChain } from './format-1.ts';
import type { BundleAbout } from './format-2.ts';
import { readBundle } from './read.ts';
import { bytesOf, collectChain, writeFirstFormat, writeSecondFormat, writeThirdFormat } from './testing.ts';

const ABOUT = { exportedAt: '2026-11-23T00:00:00.000Z', unit: '青禾镇便民服务中心' };
const chainOf = async (count: number): Promise<BundleChain> =>
  collectChain('chain-1', (await sampleLedger(count, [{ ...sampleNote(0), actor: '综合窗口2' }])).stored());

/** What a bundle of these chains is beside a ledger that ends there and has these hashes. */
async function compared(chains: BundleChain[], own: ChainHead, hashes: Readonly<Record<number, string>> = {}) {
  const outcomes = [];
  for (const write of [writeFirstFormat, writeSecondFormat]) {
    const reading = readBundle(bytesOf(write(chains, ABOUT)), 'a.jsonl');
    outcomes.push(await compareBundle(reading, { head: own, hashAt: (sequence) => hashes[sequence] }));
  }
  const [first, second] = outcomes;
  if (first === undefined || second === undefined) throw new Error('nothing compared');
  // The same in both formats, but for the fingerprint of the file.
  expect({ ...first.bundle, fingerprint: '' }).toEqual({ ...second.bundle, fingerprint: '' });
  expect([first.standing, first.hindrance]).toEqual([second.standing, second.hindrance]);
  return second;
}

const NOTHING: ChainHead = { chain: 'own', sequence: 0, hash: '0'.repeat(64) };
const hashAt = (chain: BundleChain, sequence: number): string => chain.entries[sequence - 1]?.hash ?? '';

describe('compareBundle', () => {
  it('tells what a bundle holds', async () => {
    const chain = await chainOf(5);
    const { bundle, hindrance } = await compared([chain], NOTHING);
    expect(hindrance).toBeUndefined();
    expect(bundle).toMatchObject({
      about: ABOUT,
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      chains: 1,
      head: { chain: 'chain-1', sequence: 6, hash: hashAt(chain, 6) },
      count: 6,
      firstAt: chain.entries[0]?.registeredAt,
      lastAt: chain.entries[5]?.registeredAt,
      seats: ['综合窗口1', '综合窗口2'],
      seatCount: 2,
      report: { ok: true },
    });
  });

  it('tells how the ledger of this computer stands to it', async () => {
    const chain = await chainOf(5);
    const at = (sequence: number, hash = hashAt(chain, sequence)): ChainHead => ({ chain: 'chain-1', sequence, hash });
    const standing = async (own: ChainHead, hashes?: Readonly<Record<number, string>>) =>
      (await compared([chain], own, hashes)).standing;
    expect(await standing(NOTHING)).toBe('empty');
    expect(await standing({ ...NOTHING, chain: 'chain-1' })).toBe('empty');
    expect(await standing(at(3))).toBe('shorter');
    expect(await standing(at(6))).toBe('same');
    expect(await standing(at(9, 'a'), { 6: hashAt(chain, 6) })).toBe('longer');
    expect(await standing(at(3, 'a'))).toBe('forked');
    expect(await standing(at(6, 'a'))).toBe('forked');
    expect(await standing(at(9, 'a'), { 6: 'b' })).toBe('forked');
    expect(await standing(at(9, 'a'))).toBe('forked');
    expect(await standing({ ...at(3), chain: 'chain-2' })).toBe('other-chain');
  });

  it('tells of the first of several chains, which can be restored where it is written whose it is', async () => {
    const chains = [await chainOf(5), await collectChain('chain-2', (await sampleLedger(9, [], 'chain-2')).stored())];
    const both = async (about: BundleAbout) => {
      const bytes = await writeThirdFormat(chains, about);
      return compareBundle(readBundle(memoryBytes(bytes), 'a.zip'), { head: NOTHING, hashAt: () => undefined });
    };
    expect((await both(ABOUT)).hindrance).toBe('several-chains');
    expect((await both({ ...ABOUT, own: 'chain-2' })).hindrance).toBe('several-chains');
    const { bundle, hindrance, standing } = await both({ ...ABOUT, own: 'chain-1' });
    expect([hindrance, standing]).toEqual([undefined, 'empty']);
    expect(bundle).toMatchObject({ chains: 2, count: 6, head: { chain: 'chain-1', sequence: 6 }, seatCount: 2 });
  });

  it('names what stands in the way of restoring it', async () => {
    const chain = await chainOf(5);
    const hindrance = async (chains: BundleChain[]) => (await compared(chains, NOTHING)).hindrance;
    const empty: BundleChain = { ...chain, chain: 'chain-2', count: 0, head: EMPTY_HEAD, entries: [], payloads: {} };
    expect(await hindrance([chain, empty])).toBe('several-chains');
    expect(await hindrance([empty])).toBe('no-entries');
    expect(await hindrance([])).toBe('faulty');
    const entries = chain.entries.map((entry) => (entry.sequence === 4 ? { ...entry, subject: '改过' } : entry));
    const outcome = await compared([{ ...chain, entries }], NOTHING);
    expect(outcome).toMatchObject({ hindrance: 'faulty', bundle: { report: { fault: { sequence: 4 } } } });
  });

  it('tells how far it has read', async () => {
    const counts: number[] = [];
    const reading = readBundle(bytesOf(writeSecondFormat([await chainOf(599)], ABOUT)), 'a.jsonl');
    await compareBundle(reading, { head: NOTHING, hashAt: () => undefined, read: (count) => counts.push(count) });
    expect(counts).toEqual([256, 512, 600]);
  });
});
