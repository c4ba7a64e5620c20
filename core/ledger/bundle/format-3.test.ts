import { beforeAll, describe, expect, it } from 'vitest';
import { memoryBytes } from '../../base/byte-source.ts';
import { joinBytes } from '../../base/bytes.ts';
import { canonicalJson } from '../../base/canonical.ts';
import { ProblemError } from '../../base/problems.ts';
import { readMember, readZip } from '../../base/zip-reader.ts';
import { createZip } from '../../base/zip-writer.ts';
import { digestPayload } from '../chain.ts';
import type { EntryDraft } from '../entry.ts';
import { type memoryStore, sampleLedger, sampleNote } from '../testing.ts';
import { digestOfManifest, MANIFEST, type Manifest } from './format-3.ts';
import { readBundle, verifyBundle } from './read.ts';
import { type BundleSource, writeBundle } from './write.ts';

const ABOUT = { exportedAt: '2026-11-23T00:00:00.000Z', unit: '青禾镇便民服务中心' };
const PAGES = [{ name: '怎样核对.txt', text: '说明' }];
type Store = ReturnType<typeof memoryStore>;

const withBlobs: EntryDraft = { ...sampleNote(4), blobs: [new Uint8Array([7, 8, 9, 10]), new Uint8Array()] };
const redaction: EntryDraft = {
  ...sampleNote(5),
  kind: 'redaction',
  payload: { digests: [digestPayload(sampleNote(2).payload)], reason: '含个人信息' },
};
const sourceOf = (store: Store, branch?: number): BundleSource => ({
  head: store.head(),
  records: [store.stored()],
  ...(branch === undefined ? {} : { branch }),
});

async function bundleOf(sources: readonly BundleSource[]): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  await writeBundle(sources, ABOUT, (bytes) => void pieces.push(bytes), PAGES);
  return joinBytes(pieces);
}
const verify = (bytes: Uint8Array) => verifyBundle(memoryBytes(bytes), 'a.zip');

/** The fault that is named, or the problem of a file that is no bundle; undefined for one that is in order. */
async function faultOf(bytes: Uint8Array): Promise<string | undefined> {
  try {
    const report = await verify(bytes);
    return report.ok ? undefined : (report.fault?.code ?? report.doubts[0]?.code);
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
}

/** The members of an archive, to be changed and written anew as a careful forger would. */
async function membersOf(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const source = memoryBytes(bytes);
  const members = new Map<string, Uint8Array>();
  for (const member of (await readZip(source, 100)).members)
    members.set(member.name, (await readMember(source, member)) ?? new Uint8Array());
  return members;
}
async function zipOf(members: Iterable<readonly [string, Uint8Array]>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const zip = createZip((bytes) => void parts.push(bytes));
  for (const [name, bytes] of members) await zip.add(name, bytes, /ndjson$|txt$/.test(name));
  await zip.end();
  return joinBytes(parts);
}
const encoder = new TextEncoder();
const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

let store: Store;
let bundle: Uint8Array;
beforeAll(async () => {
  store = await sampleLedger(3, [withBlobs, redaction]);
  bundle = await bundleOf([sourceOf(store)]);
});

describe('a bundle as an archive', () => {
  it('is what was written, record by record and blob by blob', async () => {
    expect(await verify(bundle)).toMatchObject({
      ok: true,
      chains: [{ count: 5, head: { sequence: 5 }, redacted: 1 }],
    });
    expect(await bundleOf([sourceOf(store)])).toEqual(bundle);
    const [records, blobs]: [Uint8Array[], string[]] = [[], []];
    const reading = readBundle(memoryBytes(bundle), 'a.zip');
    for (let next = await reading.next(); !next.done; next = await reading.next()) {
      if (next.value.is === 'blob') blobs.push(next.value.digest);
      else records.push(...next.value.records.map(({ stored }) => stored));
    }
    expect(records).toEqual(store.stored().map(({ entry }) => entry));
    expect(blobs).toEqual(store.records()[3]?.entry.blobDigests);
  });

  it('can be read from bytes that come one after another', async () => {
    async function* pieces(): AsyncGenerator<Uint8Array> {
      for (let from = 0; from < bundle.length; from += 100) yield bundle.subarray(from, from + 100);
    }
    expect(await verifyBundle(pieces(), 'a.zip')).toMatchObject({ ok: true, chains: [{ count: 5 }] });
  });

  it('holds two branches of one chain, and no chain twice without saying so', async () => {
    const other = await sampleLedger(4);
    const both = await bundleOf([sourceOf(store), sourceOf(other, 1)]);
    expect(await verify(both)).toMatchObject({ ok: true, chains: [{ count: 5 }, { count: 4 }] });
    expect(await faultOf(await bundleOf([sourceOf(store), sourceOf(other)]))).toBe('chain-twice');
  });

  it('is split into parts where there is much', async () => {
    const long = await sampleLedger(
      0,
      Array.from({ length: 9 }, (_, at) => ({ ...sampleNote(at), payload: { text: '长'.repeat(19_000) } })),
    );
    const many = await bundleOf([{ head: long.head(), records: Array.from({ length: 1 }, () => long.stored()) }]);
    expect(await verify(many)).toMatchObject({ ok: true, chains: [{ count: 9 }] });
  });
});

describe('a changed archive', () => {
  it('is found: every single byte, whatever it becomes', async () => {
    // Each byte becomes one other; FUZZ_ROUNDS makes it several.
    for (let round = 1; round <= Number(process.env.FUZZ_ROUNDS ?? 1); round += 1)
      for (let at = 0; at < bundle.length; at += 1) {
        const changed = bundle.slice();
        changed[at] = (changed[at] ?? 0) ^ (1 + ((at * 7 + round * 31) % 255));
        if ((await faultOf(changed)) === undefined) throw new Error(`byte ${at} of round ${round} is not found`);
      }
  });

  it('is found: any cut, and the last entry that is left is told', async () => {
    for (let length = 0; length < bundle.length; length += 1)
      if ((await faultOf(bundle.slice(0, length))) === undefined) throw new Error(`a cut at ${length} is not found`);
    const source = memoryBytes(bundle);
    const manifest = (await readZip(source, 100)).members.find(({ name }) => name === MANIFEST);
    const report = await verify(bundle.slice(0, manifest?.offset));
    expect(report).toMatchObject({ ok: false, fault: { code: 'file-cut' }, chains: [{ head: { sequence: 5 } }] });
  });

  it('names the entries that stand in a part that cannot be read any more, and calls none of them missing', async () => {
    const changed = bundle.slice();
    const part = (await readZip(memoryBytes(bundle), 100)).members.find(({ name }) => name.startsWith('chains/'));
    const at = (part?.offset ?? 0) + 200;
    changed[at] = (changed[at] ?? 0) ^ 1;
    const report = await verify(changed);
    expect(report).toMatchObject({ ok: false, fault: { code: 'part-unreadable', sequence: 1 } });
    expect(report.message).toContain('第 1 条到第 5 条');
  });

  const attacks: [string, (members: Map<string, Uint8Array>) => void, string][] = [
    [
      'a word in an entry',
      (members) => rewritePart(members, (text) => text.replace('第2条记事', '第9条记事')),
      'entry-changed',
    ],
    [
      'a word in a payload',
      (members) => rewritePart(members, (text) => text.replace('内容3', '内容9')),
      'payload-changed',
    ],
    [
      'an entry left out',
      (members) => rewritePart(members, (text) => text.split('\n').toSpliced(2, 1).join('\n')),
      'gap',
    ],
    [
      'the last entry left out',
      (members) => rewritePart(members, (text) => `${text.split('\n').slice(0, -3).join('\n')}\n`),
      // It was the redaction, which explains what is missing.
      'payload-missing',
    ],
    ['a blob left out', (members) => void members.delete(blobOf(members)), 'blob-missing'],
    ['a blob changed', (members) => void members.set(blobOf(members), new Uint8Array([7, 8, 9, 9])), 'blob-changed'],
    ['a blob more', (members) => void members.set(`blobs/${'a'.repeat(64)}`, new Uint8Array([1])), 'file-changed'],
    ['a part left out', (members) => void members.delete('chains/0001/000001.ndjson'), 'tail-cut'],
    ['a page changed', (members) => void members.set('怎样核对.txt', encoder.encode('不用核对')), 'member-changed'],
    ['a page left out', (members) => void members.delete('怎样核对.txt'), 'member-changed'],
    ['a file more', (members) => void members.set('看我.html', encoder.encode('<script>')), 'member-stray'],
    ['a path out of the folder', (members) => void members.set('../../x', encoder.encode('x')), 'member-stray'],
    ['the manifest left out', (members) => void members.delete(MANIFEST), 'file-cut'],
    [
      'the unit changed',
      (members) => rewriteManifest(members, (manifest) => ({ ...manifest, unit: '别处' })),
      'file-changed',
    ],
    [
      'the unit changed, and the digest made anew',
      (members) =>
        rewriteManifest(members, (manifest) => {
          const changed = { ...manifest, unit: '别处' };
          return { ...changed, digest: digestOfManifest(changed) };
        }),
      // Said of it in what only a witness shows: the name of the unit is bound by nothing outside.
      '',
    ],
    ['a name of a prototype', (members) => void members.set('__proto__', encoder.encode('x')), 'member-stray'],
    [
      'a manifest with a name twice',
      (members) =>
        void members.set(MANIFEST, encoder.encode(textOf(members.get(MANIFEST)).replace('{', '{"unit":"别处",'))),
      'file-cut',
    ],
  ];
  it.each(attacks)('is told: %s', async (_name, change, code) => {
    const members = await membersOf(bundle);
    change(members);
    expect((await faultOf(await zipOf(members))) ?? '').toBe(code);
  });

  it('that is somebody else’s is no bundle', async () => {
    const foreign = await zipOf([['word/document.xml', encoder.encode('<w/>')]]);
    expect(await faultOf(foreign)).toBe('bundle-invalid');
    // The same members packed anew by another program.
    expect(await faultOf(joinBytes([bundle, new Uint8Array([0])]))).toBe('file-changed');
  });
});

const blobOf = (members: Map<string, Uint8Array>): string =>
  [...members].find(([name, bytes]) => name.startsWith('blobs/') && bytes.length > 0)?.[0] ?? '';

/** Changes the lines of the part, and lets its SHA-256 in the manifest fit, as whoever knows the format would. */
function rewritePart(members: Map<string, Uint8Array>, change: (text: string) => string): void {
  const name = 'chains/0001/000001.ndjson';
  members.set(name, encoder.encode(change(textOf(members.get(name)))));
}

function rewriteManifest(members: Map<string, Uint8Array>, change: (manifest: Manifest) => Manifest): void {
  const manifest: Manifest = JSON.parse(textOf(members.get(MANIFEST)));
  members.set(MANIFEST, encoder.encode(canonicalJson(change(manifest))));
}
