import { describe, expect, it } from 'vitest';
import { sha256Now } from '../base/hash.ts';
import { ProblemError } from '../base/problems.ts';
import { fc } from '../base/testing.ts';
import { type Bundle, parseFirstFormat } from './bundle/format-1.ts';
import { verifyBundle } from './bundle/read.ts';
import { bytesOf, collectChain, writeFirstFormat, writeSecondFormat } from './bundle/testing.ts';
import { digestPayload, hashEntry } from './chain.ts';
import type { EntryDraft, LedgerEntry, StoredRecord } from './entry.ts';
import { hashedText, storeEntry } from './stored.ts';
import { sampleLedger, sampleNote } from './testing.ts';
import { verifyChain } from './verify.ts';

const ABOUT = { exportedAt: '2026-11-23T00:00:00.000Z', unit: '青禾镇便民服务中心' };
const FORMATS = { first: writeFirstFormat, second: writeSecondFormat } as const;
type Format = keyof typeof FORMATS;
const BOTH: readonly Format[] = ['first', 'second'];

async function bundleOf(count: number, drafts: readonly EntryDraft[] = []): Promise<Bundle> {
  const store = await sampleLedger(count, drafts);
  return parseFirstFormat(writeFirstFormat([await collectChain('chain-1', store.stored())], ABOUT), 'a.json');
}
const written = ({ chains, exportedAt, unit }: Bundle, format: Format): string =>
  FORMATS[format](chains, { exportedAt, unit });
const bundleText = async (format: Format, count: number, drafts: readonly EntryDraft[] = []): Promise<string> =>
  written(await bundleOf(count, drafts), format);

/** Changes a bundle and writes it again with a fitting digest of the whole, as a careful forger would. */
async function forged(
  format: Format,
  change: (bundle: Bundle) => void,
  drafts: readonly EntryDraft[] = [],
): Promise<string> {
  const bundle = await bundleOf(8, drafts);
  change(bundle);
  return written(bundle, format);
}
const verify = (text: string, witness?: string) => verifyBundle(bytesOf(text), 'a.json', { witness });
const first = (bundle: Bundle) => bundle.chains[0] as Bundle['chains'][number];
const entry = (bundle: Bundle, sequence: number) =>
  first(bundle).entries[sequence - 1] as Bundle['chains'][number]['entries'][number];

describe.each(BOTH)('verifyBundle of the %s format', (format) => {
  it('passes a bundle in order and says what it cannot show', async () => {
    const report = await verify(await bundleText(format, 8));
    expect(report.ok).toBe(true);
    expect(report.message).toBe('核对通过：8 条记录首尾相接，内容都与指纹相符。');
    expect(report.limits).toMatch(/^证据链是“可察觉改动”的.*不用见证就能发现：.*比对才能发现：.*怎样都发现不了：/);
    expect(report.notes).toEqual([]);
    expect(report.witness).toBe('not-asked');
  });

  it('passes an empty ledger', async () => {
    expect((await verify(await bundleText(format, 0))).ok).toBe(true);
  });

  it.each<[string, (bundle: Bundle) => void, string, number]>([
    ['a changed entry', (bundle) => Object.assign(entry(bundle, 3), { subject: '改过' }), 'entry-changed', 3],
    [
      'a changed payload',
      (bundle) => Object.assign(first(bundle).payloads[entry(bundle, 4).payloadDigest] as object, { text: '改过' }),
      'payload-changed',
      4,
    ],
    [
      'a payload that is gone',
      (bundle) => delete first(bundle).payloads[entry(bundle, 5).payloadDigest],
      'payload-missing',
      5,
    ],
    [
      'the same chain twice, one of them shorter',
      (bundle) => {
        const { entries, payloads } = first(bundle);
        const [kept, last] = [entries.slice(0, 5), entries[4]];
        if (!last) throw new Error('no fifth entry');
        bundle.chains.push({
          ...first(bundle),
          entries: kept,
          count: 5,
          head: { sequence: 5, hash: last.hash },
          payloads: Object.fromEntries(kept.map((one) => [one.payloadDigest, payloads[one.payloadDigest]])),
        });
      },
      'chain-twice',
      0,
    ],
    ['a gap', (bundle) => first(bundle).entries.splice(2, 1), 'gap', 3],
    ['the first entry gone', (bundle) => first(bundle).entries.splice(0, 1), 'gap', 1],
    [
      'two entries swapped',
      (bundle) => first(bundle).entries.splice(3, 2, entry(bundle, 5), entry(bundle, 4)),
      'order',
      4,
    ],
    ['an entry twice', (bundle) => first(bundle).entries.splice(3, 0, entry(bundle, 3)), 'order', 4],
    ['a cut tail', (bundle) => first(bundle).entries.splice(6), 'tail-cut', 7],
    ['everything cut', (bundle) => first(bundle).entries.splice(0), 'tail-cut', 1],
    [
      'a head that is not the last entry',
      (bundle) => Object.assign(first(bundle).head, { hash: '0'.repeat(64) }),
      'head-differs',
      8,
    ],
    ['a wrong count', (bundle) => Object.assign(first(bundle), { count: 9 }), 'count-differs', 0],
    [
      'an entry of another chain',
      (bundle) => {
        const strange = { ...entry(bundle, 2), chain: 'chain-2' };
        first(bundle).entries[1] = { ...strange, hash: hashEntry(strange) };
      },
      'other-chain',
      2,
    ],
    [
      'an entry changed and hashed again',
      (bundle) => {
        const again = { ...entry(bundle, 3), subject: '改过' };
        first(bundle).entries[2] = { ...again, hash: hashEntry(again) };
      },
      'link-broken',
      3,
    ],
  ])('names %s', async (_name, change, code, sequence) => {
    const report = await verify(await forged(format, change));
    expect(report.ok).toBe(false);
    expect(report.fault).toMatchObject({ code, sequence });
    expect(report.message).toContain(report.fault?.message);
    expect(report.message).not.toMatch(/\{\w+\}/);
  });

  it('names a changed and a missing attachment', async () => {
    const withBlob: EntryDraft = { ...sampleNote(9), blobs: [new Uint8Array([1, 2, 3])] };
    const digest = (bundle: Bundle): string => entry(bundle, 9).blobDigests[0] ?? '';
    expect((await verify(await forged(format, () => {}, [withBlob]))).ok).toBe(true);
    const changed = await forged(
      format,
      (bundle) => Object.assign(first(bundle).blobs, { [digest(bundle)]: btoa('\u0001\u0002\u0004') }),
      [withBlob],
    );
    expect((await verify(changed)).fault).toMatchObject({ code: 'blob-changed', sequence: 9 });
    const gone = await forged(format, (bundle) => delete first(bundle).blobs[digest(bundle)], [withBlob]);
    expect((await verify(gone)).fault).toMatchObject({ code: 'blob-missing', sequence: 9 });
  });

  it('accepts a payload that a later entry says to be redacted, and counts it', async () => {
    const digest = digestPayload(sampleNote(4).payload);
    const redaction: EntryDraft = {
      ...sampleNote(9),
      kind: 'redaction',
      payload: { digests: [digest], reason: '含个人信息' },
    };
    const report = await verify(await bundleText(format, 8, [redaction]));
    expect(report).toMatchObject({ ok: true, chains: [{ redacted: 1, count: 9 }] });
    expect(report.message).toContain('1 条的内容已按“隐去”记录删去');
  });

  it('does not see a chain that was rewritten as a whole, unless a witness was kept outside', async () => {
    const before = await bundleOf(8);
    const witness = entry(before, 8).hash;
    const rewritten = await bundleText(format, 7, [{ ...sampleNote(8), subject: '事后改写' }]);
    expect((await verify(rewritten)).ok).toBe(true);
    const report = await verify(rewritten, witness);
    expect(report).toMatchObject({ ok: false, witness: 'not-found' });
    expect(report.message).toContain('见证指纹');
    expect(await verify(written(before, format), witness)).toMatchObject({ ok: true, witness: 'found' });
  });

  it('notices any change of any character: it names it, or refuses the file with a coded problem', async () => {
    const text = await bundleText(format, 3, [{ ...sampleNote(4), blobs: [new Uint8Array([7, 8, 9])] }]);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(text.length - 1),
        fc.constantFrom('0', '1', 'a', 'f', ' ', '"', '{', ',', '甲', '\\', '\n', ''),
        async (at, character) => {
          const changed = text.slice(0, at) + character + text.slice(at + 1);
          fc.pre(changed !== text);
          const outcome = await verify(changed).catch((error: unknown) => error);
          if (outcome instanceof ProblemError) expect(outcome.problem.code).toMatch(/^bundle-/);
          else expect(outcome).toMatchObject({ ok: false });
        },
      ),
      { numRuns: 400 },
    );
  });

  it('names any entry that is taken away or moved, wherever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }), async (from, to) => {
        fc.pre(from !== to);
        const text = await forged(format, (bundle) => {
          const [moved] = first(bundle).entries.splice(from - 1, 1);
          if (moved !== undefined) first(bundle).entries.splice(to - 1, 0, moved);
        });
        expect((await verify(text)).fault?.sequence).toBe(Math.min(from, to));
      }),
    );
  });
});

describe('verifyChain', () => {
  const stored = (entry: Omit<LedgerEntry, 'hash'>, beside: StoredRecord | undefined): StoredRecord => ({
    ...beside,
    entry: storeEntry(hashEntry(entry), hashedText(entry)),
  });

  it('tells where the clock was set back, as no fault', async () => {
    const store = await sampleLedger(2);
    const [one, two] = store.records().map(({ entry }) => entry);
    const [beside, besideTwo] = store.stored();
    if (!one || !two) throw new Error('no entries');
    const late = { ...one, registeredAt: '2030-01-01T00:00:00.000Z' };
    const report = await verifyChain('chain-1', [
      [stored(late, beside), stored({ ...two, previousHash: hashEntry(late) }, besideTwo)],
    ]);
    expect(report.clockSetBack).toEqual([2]);
    expect(report.fault).toBeUndefined();
  });

  it('reads one batch at a time and says how far it is', async () => {
    const records = (await sampleLedger(20)).stored();
    let open = 0;
    let most = 0;
    async function* slowly() {
      for (let from = 0; from < 20; from += 4) {
        most = Math.max(most, ++open);
        yield records.slice(from, from + 4);
        open -= 1;
      }
    }
    const counts: number[] = [];
    expect((await verifyChain('chain-1', slowly(), { checked: (count) => counts.push(count) })).count).toBe(20);
    expect(most).toBe(1);
    expect(counts).toEqual([4, 8, 12, 16, 20]);
  });

  it('goes on behind an entry that is known to be in order', async () => {
    const store = await sampleLedger(9);
    const { hash = '' } = store.records()[5]?.entry ?? {};
    const options = { after: { sequence: 6, hash }, expected: store.head() };
    const tail = store.stored().slice(6);
    expect(await verifyChain('chain-1', [tail], options)).toMatchObject({ count: 3, head: { sequence: 9 } });
    expect((await verifyChain('chain-1', [tail.slice(1)], options)).fault).toMatchObject({ code: 'gap', sequence: 7 });
    const other = { ...options, after: { sequence: 6, hash: '0'.repeat(64) } };
    expect((await verifyChain('chain-1', [tail], other)).fault).toMatchObject({ code: 'link-broken', sequence: 6 });
  });

  it('counts nothing as redacted that was redacted before it came, and nothing twice', async () => {
    const digest = digestPayload(sampleNote(4).payload);
    const redaction = (number: number): EntryDraft => ({
      ...sampleNote(number),
      kind: 'redaction',
      payload: { digests: [digest], reason: `第${number}次` },
    });
    // The same content once more: redacted again, both entries lack it.
    const drafts = [redaction(5), { ...sampleNote(6), payload: sampleNote(4).payload }, redaction(7)];
    const records = (await sampleLedger(4, drafts)).stored();
    expect(await verifyChain('chain-1', [records])).toMatchObject({ redacted: 2, count: 7 });
    expect((await verifyChain('chain-1', [records.slice(0, 6)])).fault).toMatchObject({
      code: 'payload-missing',
      sequence: 6,
    });
  });

  it.each<[string, (text: string) => string]>([
    ['a space', (text) => text.replace('{', '{ ')],
    ['another order', (text) => text.replace(/^\{("actor":"[^"]*"),(.*)\}$/, '{$2,$1}')],
    ['a name twice', (text) => text.replace('{', '{"actor":"甲",')],
    ['a name that is not known', (text) => text.replace('{', '{"a":1,')],
    ['a kind that is not known', (text) => text.replace('"note"', '"poem"')],
    ['an escape that was not needed', (text) => text.replace('note', '\\u006eote')],
    ['no JSON', () => 'x'],
  ])('does not take for an entry what is written with %s, though its hash fits', async (_name, change) => {
    const store = await sampleLedger(1);
    const { entry } = store.records()[0] ?? {};
    if (!entry) throw new Error('no entry');
    const hashed = change(hashedText(entry));
    expect(hashed).not.toBe(hashedText(entry));
    const record = { ...store.stored()[0], entry: storeEntry(sha256Now(hashed), hashed) };
    expect((await verifyChain('chain-1', [[record]])).fault).toMatchObject({ code: 'entry-unreadable', sequence: 1 });
  });
});
