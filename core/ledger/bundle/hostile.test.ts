import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { memoryBytes } from '../../base/byte-source.ts';
import { joinBytes } from '../../base/bytes.ts';
import { canonicalJson } from '../../base/canonical.ts';
import { crc32 } from '../../base/crc32.ts';
import { sha256Now } from '../../base/hash.ts';
import { ProblemError } from '../../base/problems.ts';
import { readMember, readZip } from '../../base/zip-reader.ts';
import { directory, localHeader, type ZipMember } from '../../base/zip-records.ts';
import { createZip } from '../../base/zip-writer.ts';
import { LIMITS } from '../limits.ts';
import type { VerifyReport } from '../report.ts';
import { sampleLedger } from '../testing.ts';
import { MANIFEST, type ManifestChain, makeManifest, partName } from './format-3.ts';
import { verifyBundle } from './read.ts';
import { collectChain, writeThirdFormat } from './testing.ts';

/*
 * Bundles made to harm: none crashes the reader, makes it hold more than its limits, or gets a name past it. Everything else in
 * them fits, as whoever knows the format would see to.
 */

const ABOUT = { exportedAt: '2026-11-23T00:00:00.000Z', unit: '青禾镇便民服务中心' };
const PART = partName(0, 0);
const encoder = new TextEncoder();
const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

type Members = Map<string, Uint8Array>;

let good: Members;
beforeAll(async () => {
  const store = await sampleLedger(3);
  const bytes = await writeThirdFormat([await collectChain('chain-1', store.stored())], ABOUT);
  const source = memoryBytes(bytes);
  good = new Map();
  for (const member of (await readZip(source, 100)).members)
    good.set(member.name, (await readMember(source, member)) ?? new Uint8Array());
});

async function zipOf(members: Iterable<readonly [string, Uint8Array]>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const zip = createZip((bytes) => void parts.push(bytes));
  for (const [name, bytes] of members) await zip.add(name, bytes, name === PART);
  await zip.end();
  return joinBytes(parts);
}

/** What is said of a bundle: the code of its first fault, of the problem with which it is refused, or `passes`. */
async function outcomeOf(bytes: Uint8Array): Promise<{ outcome: string; report?: VerifyReport }> {
  try {
    const report = await verifyBundle(memoryBytes(bytes), 'a.zip');
    for (const sentence of [report.message, ...report.notes]) expect(sentence).not.toMatch(/\{\w+\}|undefined/);
    return { outcome: report.fault?.code ?? report.doubts[0]?.code ?? 'passes', report };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    expect(error.problem.message).not.toMatch(/\{\w+\}|undefined/);
    return { outcome: error.problem.code };
  }
}

/** The members with another part, and a manifest that fits it. */
function withPart(part: Uint8Array, entries: number, head: { sequence: number; hash: string }): Members {
  const parts = [{ name: PART, entries, sha256: sha256Now(part) }];
  const chain: ManifestChain = { branch: 0, chain: 'chain-1', count: entries, ...head, parts };
  const manifest = makeManifest(ABOUT, { blobs: { bytes: 0, count: 0 }, chains: [chain], pages: [] });
  return new Map([
    [PART, part],
    [MANIFEST, encoder.encode(canonicalJson(manifest))],
  ]);
}

/** The lines of the good bundle with another payload of the last entry, whose digest and hash fit; its text as it is given. */
function withPayload(payload: string): Members {
  const lines = textOf(good.get(PART)).split('\n');
  const [, text = '', hash = ''] = /^\{"entry":(.*),"hash":"(.{64})"\}$/.exec(lines.at(-3) ?? '') ?? [];
  const entry = text.replace(/"payloadDigest":"[^"]*"/, `"payloadDigest":"${sha256Now(payload)}"`);
  expect(entry).not.toBe(text);
  expect(hash).toBe(sha256Now(text));
  const own = sha256Now(entry);
  lines.splice(-3, 2, `{"entry":${entry},"hash":"${own}"}`, `{"payload":${payload}}`);
  return withPart(encoder.encode(lines.join('\n')), 3, { sequence: 3, hash: own });
}

/** The lines of the good bundle with another last entry, whose hash fits; its text as it is given. */
function withEntry(change: (text: string) => string): Members {
  const lines = textOf(good.get(PART)).split('\n');
  const [, text = ''] = /^\{"entry":(.*),"hash":"(.{64})"\}$/.exec(lines.at(-3) ?? '') ?? [];
  const entry = change(text);
  expect(entry).not.toBe(text);
  lines.splice(-3, 1, `{"entry":${entry},"hash":"${sha256Now(entry)}"}`);
  return withPart(encoder.encode(lines.join('\n')), 3, { sequence: 3, hash: sha256Now(entry) });
}

const withManifest = (change: (text: string) => string): Members =>
  new Map([...good, [MANIFEST, encoder.encode(change(textOf(good.get(MANIFEST))))]]);

const withMember = (name: string, bytes = encoder.encode('x')): Members => new Map([...good, [name, bytes]]);

const nested = (depth: number): string => `{"text":${'['.repeat(depth)}${']'.repeat(depth)}}`;

const HOSTILE: readonly [name: string, make: () => Members, outcome: string][] = [
  ['a name that leads out of the folder', () => withMember('../../../etc/cron.d/x'), 'member-stray'],
  ['a name from the root', () => withMember('/etc/passwd'), 'member-stray'],
  ['a name of Windows', () => withMember('C:\\Windows\\x.exe'), 'member-stray'],
  ['a name of a device', () => withMember('blobs/../CON'), 'member-stray'],
  ['a name with a line end and marks of direction', () => withMember('a\n\u202egpj.exe'), 'member-stray'],
  ['a name of a prototype', () => withMember('__proto__'), 'member-stray'],
  ['a blob under a name that is no digest', () => withMember(`blobs/${'A'.repeat(64)}`), 'member-stray'],
  ['a blob that no entry names', () => withMember(`blobs/${'a'.repeat(64)}`), 'file-changed'],
  ['a newer format', () => withManifest((text) => text.replace('ledger@3', 'ledger@4')), 'bundle-newer'],
  ['another schema', () => withManifest((text) => text.replace('duibiao/ledger@3', 'other/ledger@3')), 'file-cut'],
  ['a manifest with a key twice', () => withManifest((text) => text.replace('{', '{"unit":"别处",')), 'file-cut'],
  ['a manifest with a prototype', () => withManifest((text) => text.replace('{', '{"__proto__":{},')), 'file-cut'],
  ['a manifest that is nested deeply', () => withManifest(() => nested(200_000)), 'file-cut'],
  ['a manifest that is no text', () => new Map([...good, [MANIFEST, new Uint8Array([0xff, 0xfe])]]), 'file-cut'],
  [
    'a manifest with a count that is no number',
    () => withManifest((text) => text.replace('"count":3', '"count":1e400')),
    'file-cut',
  ],
  ['an entry with a key twice', () => withEntry((text) => text.replace('{', '{"actor":"别人",')), 'entry-unreadable'],
  [
    'an entry with a prototype',
    () => withEntry((text) => text.replace('{', '{"__proto__":{"a":1},')),
    'entry-unreadable',
  ],
  ['an entry that is nested deeply', () => withEntry(() => nested(200_000)), 'entry-unreadable'],
  [
    'an entry with a subject of a million characters',
    () => withEntry((text) => text.replace(/"subject":"[^"]*"/, `"subject":"${'长'.repeat(1_000_000)}"`)),
    'entry-unreadable',
  ],
  ['a payload with a key twice', () => withPayload('{"text":"甲","text":"乙"}'), 'payload-shape'],
  ['a payload with a prototype', () => withPayload('{"__proto__":{"stored":true},"text":"甲"}'), 'payload-shape'],
  ['a payload that is nested deeply', () => withPayload(nested(200_000)), 'payload-shape'],
  ['a payload that is no JSON', () => withPayload('{"text":'), 'payload-shape'],
  [
    'a line without an end',
    () => withPart(encoder.encode('{"entry":'.repeat(100_000)), 1, { sequence: 1, hash: 'a'.repeat(64) }),
    'tail-cut',
  ],
  [
    'two thousand chains',
    () => {
      const manifest = JSON.parse(textOf(good.get(MANIFEST)));
      const chains = Array.from({ length: 2_000 }, (_, at) => ({ ...manifest.chains[0], chain: `c${at}`, parts: [] }));
      return new Map([...good, [MANIFEST, encoder.encode(canonicalJson({ ...manifest, chains }))]]);
    },
    'file-cut',
  ],
];

describe('a hostile bundle', () => {
  it('differs from one that is in order', async () => {
    expect((await outcomeOf(await zipOf(good))).outcome).toBe('passes');
  });

  it.each(HOSTILE)('%s', async (_name, make, outcome) => {
    expect((await outcomeOf(await zipOf(make()))).outcome).toBe(outcome);
    expect(({} as { stored?: unknown }).stored).toBeUndefined();
  });

  it('with a script in every text is told without running or losing any of it', async () => {
    const script = '<img src=x onerror=alert(1)>=HYPERLINK("http://a")';
    const { outcome, report } = await outcomeOf(
      await zipOf(withEntry((text) => text.replace(/"subject":"[^"]*"/, `"subject":${JSON.stringify(script)}`))),
    );
    // Another subject is another entry: its hash fits, and nothing else does.
    expect(outcome).toBe('passes');
    expect(report?.chains[0]?.count).toBe(3);
  });
});

/** An archive whose headers say what they like. */
function archiveOf(
  members: readonly { name: string; zipped: Uint8Array; size: number; crc: number; method?: number }[],
) {
  const parts: Uint8Array[] = [];
  const told: ZipMember[] = [];
  let offset = 0;
  for (const { name, zipped, size, crc, method = 8 } of members) {
    const member = { name, method, crc, zipped: zipped.length, size, offset };
    told.push(member);
    const bytes = joinBytes([...localHeader(member), zipped]);
    offset += bytes.length;
    parts.push(bytes);
  }
  return joinBytes([...parts, ...directory(told, offset)]);
}

/** A megabyte of zeros, so many times, as one deflated member of a thousandth of that. */
const bombOf = (megabytes: number): Uint8Array => deflateRawSync(new Uint8Array(megabytes * 1_000_000));

describe('an archive that would grow', () => {
  const zipped = bombOf(100);
  const named = (name: string, size: number) => ({ name, zipped, size, crc: 0 });
  const manifestOf = (members: Members) => ({
    ...{ name: MANIFEST, zipped: members.get(MANIFEST) ?? new Uint8Array(), method: 0 },
    ...{ size: members.get(MANIFEST)?.length ?? 0, crc: crc32(members.get(MANIFEST) ?? new Uint8Array()) },
  });

  it.each([
    ['a part that says how large it is', named(PART, 100_000_000)],
    ['a part that says that it is small', named(PART, 500)],
  ])('%s', async (_name, part) => {
    expect(zipped.length).toBeLessThan(LIMITS.part / 100);
    const before = process.memoryUsage().arrayBuffers;
    const { outcome } = await outcomeOf(archiveOf([part, manifestOf(good)]));
    expect(outcome).toBe('part-unreadable');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(LIMITS.part);
  });

  it('a manifest that grows', async () => {
    expect((await outcomeOf(archiveOf([named(MANIFEST, 100_000_000)]))).outcome).toBe('bundle-invalid');
  });

  it('members that lie over each other, are encrypted, or of another method', async () => {
    const bytes = await zipOf(good);
    const source = memoryBytes(bytes);
    const [first] = (await readZip(source, 10)).members;
    for (const [at, value] of [
      [6, 1],
      [8, 9],
      [4, 99],
    ] as const) {
      const changed = bytes.slice();
      changed[(first?.offset ?? 0) + at] = value;
      expect((await outcomeOf(changed)).outcome, `${at}`).toBe('bundle-invalid');
    }
    // The directory sends the second member to the place of the first.
    const parts = (await readZip(source, 10)).members.map((member) => ({ ...member, offset: 0 }));
    const end = bytes.length - joinBytes([...directory((await readZip(source, 10)).members, 0)]).length;
    const over = joinBytes([bytes.subarray(0, end), ...directory(parts, end)]);
    expect((await outcomeOf(over)).outcome).toBe('file-changed');
  });
});
