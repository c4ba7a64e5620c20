import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../base/canonical.ts';
import { ProblemError } from '../base/problems.ts';
import { fc } from '../base/testing.ts';
import { type Bundle, collectChain, parseBundle, verifyBundle, writeBundle } from './bundle.ts';
import { digestPayload, hashEntry } from './chain.ts';
import type { EntryDraft } from './entry.ts';
import { sampleLedger, sampleNote } from './testing.ts';
import { verifyEntries } from './verify.ts';

const ABOUT = { exportedAt: '2026-11-23T00:00:00.000Z', unit: '青禾镇便民服务中心' };

async function bundleText(count: number, drafts: readonly EntryDraft[] = []): Promise<string> {
  const store = await sampleLedger(count, drafts);
  return writeBundle([await collectChain('chain-1', store.records())], ABOUT);
}

/** Changes a bundle and writes it again with a fitting digest of the whole, as a careful forger would. */
async function forged(change: (bundle: Bundle) => void, drafts: readonly EntryDraft[] = []): Promise<string> {
  const bundle = parseBundle(await bundleText(8, drafts), 'a.json');
  change(bundle);
  return writeBundle(bundle.chains, { exportedAt: bundle.exportedAt, unit: bundle.unit });
}
const first = (bundle: Bundle) => bundle.chains[0] as Bundle['chains'][number];
const entry = (bundle: Bundle, sequence: number) =>
  first(bundle).entries[sequence - 1] as Bundle['chains'][number]['entries'][number];

describe('verifyBundle', () => {
  it('passes a bundle in order and says what it cannot show', async () => {
    const report = await verifyBundle(await bundleText(8), 'a.json');
    expect(report.ok).toBe(true);
    expect(report.message).toBe('核对通过：8 条记录首尾相接，内容都与指纹相符。');
    expect(report.limits).toContain('整条链从头重做');
    expect(report.witness).toBe('not-asked');
  });

  it('passes an empty ledger', async () => {
    expect((await verifyBundle(await bundleText(0), 'a.json')).ok).toBe(true);
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
    [
      'a payload that nothing names',
      (bundle) => Object.assign(first(bundle).payloads, { [digestPayload('x')]: 'x' }),
      'payload-stray',
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
    const report = await verifyBundle(await forged(change), 'a.json');
    expect(report.ok).toBe(false);
    expect(report.fault).toMatchObject({ code, sequence });
    expect(report.message).toContain(report.fault?.message);
    expect(report.message).not.toMatch(/\{\w+\}/);
  });

  it('names a changed and a missing attachment', async () => {
    const withBlob: EntryDraft = { ...sampleNote(9), blobs: [new Uint8Array([1, 2, 3])] };
    const digest = (bundle: Bundle): string => entry(bundle, 9).blobDigests[0] ?? '';
    expect((await verifyBundle(await forged(() => {}, [withBlob]), 'a.json')).ok).toBe(true);
    const changed = await forged(
      (bundle) => Object.assign(first(bundle).blobs, { [digest(bundle)]: btoa('\u0001\u0002\u0004') }),
      [withBlob],
    );
    expect((await verifyBundle(changed, 'a.json')).fault).toMatchObject({ code: 'blob-changed', sequence: 9 });
    const gone = await forged((bundle) => delete first(bundle).blobs[digest(bundle)], [withBlob]);
    expect((await verifyBundle(gone, 'a.json')).fault).toMatchObject({ code: 'blob-missing', sequence: 9 });
  });

  it('accepts a payload that a later entry says to be redacted, and counts it', async () => {
    const digest = digestPayload(sampleNote(4).payload);
    const redaction: EntryDraft = {
      ...sampleNote(9),
      kind: 'redaction',
      payload: { digests: [digest], reason: '含个人信息' },
    };
    const report = await verifyBundle(await bundleText(8, [redaction]), 'a.json');
    expect(report).toMatchObject({ ok: true, chains: [{ redacted: 1, count: 9 }] });
    expect(report.message).toContain('1 条的内容已按“隐去”记录删去');
  });

  it('does not see a chain that was rewritten as a whole, unless a witness was kept outside', async () => {
    const before = parseBundle(await bundleText(8), 'a.json');
    const witness = entry(before, 8).hash;
    const rewritten = await bundleText(7, [{ ...sampleNote(8), subject: '事后改写' }]);
    expect((await verifyBundle(rewritten, 'a.json')).ok).toBe(true);
    const report = await verifyBundle(rewritten, 'a.json', witness);
    expect(report).toMatchObject({ ok: false, witness: 'not-found' });
    expect(report.message).toContain('见证指纹');
    expect(await verifyBundle(canonicalJson(before), 'a.json', witness)).toMatchObject({ ok: true, witness: 'found' });
  });

  it('notices any change of any character: it names it, or refuses the file with a coded problem', async () => {
    const text = await bundleText(3, [{ ...sampleNote(4), blobs: [new Uint8Array([7, 8, 9])] }]);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(text.length - 1),
        fc.constantFrom('0', '1', 'a', 'f', ' ', '"', '{', ',', '甲', '\\', '\n', ''),
        async (at, character) => {
          const changed = text.slice(0, at) + character + text.slice(at + 1);
          fc.pre(changed !== text);
          const outcome = await verifyBundle(changed, 'a.json').catch((error: unknown) => error);
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
        const text = await forged((bundle) => {
          const [moved] = first(bundle).entries.splice(from - 1, 1);
          if (moved !== undefined) first(bundle).entries.splice(to - 1, 0, moved);
        });
        expect((await verifyBundle(text, 'a.json')).fault?.sequence).toBe(Math.min(from, to));
      }),
    );
  });
});

describe('parseBundle', () => {
  it.each([
    ['no JSON', '{', 'bundle-invalid'],
    ['another JSON', '{"a":1}', 'bundle-invalid'],
    ['null', 'null', 'bundle-invalid'],
    ['a newer format', '{"format":"duibiao/ledger@2","new":true}', 'bundle-newer'],
    ['endless nesting', `{"format":"duibiao/ledger@1","chains":${'['.repeat(200_000)}`, 'bundle-invalid'],
  ])('refuses %s', (_name, text, code) => {
    expect(() => parseBundle(text, 'a.json')).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code }) }),
    );
  });

  it('refuses nesting inside a payload that no ledger has, however it is quoted and escaped', async () => {
    const nested = (levels: number): string => `${'['.repeat(levels)}"]\\"["${']'.repeat(levels)}`;
    const text = await bundleText(1);
    const refused = text.replace('"内容1"', nested(100_000));
    expect(() => parseBundle(refused, 'a.json')).toThrow('嵌套层数太多');
    expect(() => parseBundle(text.replace('"内容1"', nested(20)), 'a.json')).not.toThrow();
    expect(() => parseBundle(text.replace('内容1', '['.repeat(1_000)), 'a.json')).not.toThrow();
  });

  it('writes the same bytes for the same ledger', async () => {
    expect(await bundleText(5)).toBe(await bundleText(5));
  });
});

describe('verifyEntries', () => {
  it('tells where the clock was set back, as no fault', async () => {
    const store = await sampleLedger(2);
    const records = store.records();
    const late = {
      ...records[0]?.entry,
      registeredAt: '2030-01-01T00:00:00.000Z',
    } as Bundle['chains'][number]['entries'][number];
    const one = { ...late, hash: hashEntry(late) };
    const two = { ...records[1]?.entry, previousHash: one.hash } as typeof late;
    const report = await verifyEntries('chain-1', [
      { ...(records[0] as (typeof records)[number]), entry: one },
      { ...(records[1] as (typeof records)[number]), entry: { ...two, hash: hashEntry(two) } },
    ]);
    expect(report.clockSetBack).toEqual([2]);
    expect(report.fault).toBeUndefined();
  });

  it('reads one record at a time', async () => {
    let open = 0;
    let most = 0;
    async function* slowly() {
      for (const record of (await sampleLedger(20)).records()) {
        most = Math.max(most, ++open);
        yield record;
        open -= 1;
      }
    }
    expect((await verifyEntries('chain-1', slowly())).count).toBe(20);
    expect(most).toBe(1);
  });
});
