import type { ByteSource } from '../../base/byte-source.ts';
import { sha256, sha256Now } from '../../base/hash.ts';
import { readMember, readZip } from '../../base/zip-reader.ts';
import type { ZipMember } from '../../base/zip-records.ts';
import { LIMITS } from '../limits.ts';
import { reportOn } from '../report.ts';
import { readEntry } from '../stored.ts';
import { type CheckOptions, type Fault, makeFault, outsideFault } from '../verify.ts';
import { type AskedOfBundle, formatVersion, invalid, optionsFor } from './format.ts';
import { type BundleAbout, readPart } from './format-2.ts';
import {
  blobName,
  digestOfManifest,
  digestOfName,
  endOf,
  MANIFEST,
  type Manifest,
  type ManifestChain,
  partName,
  readManifest,
} from './format-3.ts';
import { linesOf } from './lines.ts';
import type { BundlePart, BundleReading } from './reading.ts';
import { emptySection, endReport, takeSections } from './sections.ts';

const aboutOf = ({ exportedAt, unit, own }: Manifest): BundleAbout => ({
  ...{ exportedAt, unit },
  ...(own === undefined ? {} : { own }),
});

/** What an archive holds, looked up by name. */
interface Archive {
  source: ByteSource;
  members: ReadonlyMap<string, ZipMember>;
}

/** The bytes of a member; undefined where it is not there, too large for what it is, or not what its header says. */
async function bytesOf({ source, members }: Archive, name: string, most: number): Promise<Uint8Array | undefined> {
  const member = members.get(name);
  return member === undefined || member.size > most || member.zipped > most ? undefined : readMember(source, member);
}

/** Reads a bundle of the third format. Throws and takes the same as `readBundle`. Holds a part and a blob. */
export async function* readThirdFormat(source: ByteSource, name: string, asked: AskedOfBundle): BundleReading {
  const { members: list, whole, tooMany } = await readZip(source, LIMITS.members);
  if (tooMany) throw invalid(name, 'too-many-members', { limit: LIMITS.members });
  const archive: Archive = { source, members: new Map(list.map((member) => [member.name, member])) };
  const written = await bytesOf(archive, MANIFEST, LIMITS.jsonLine);
  const manifest = written && readManifest(written);
  if (written !== undefined && manifest === undefined) refuseNewer(written);
  // Without a beginning of ours it is somebody else's archive.
  if (manifest === undefined && !list.some((member) => member.name === partName(0, 0)) && !isCut(list))
    throw invalid(name, 'no-bundle');
  const about = manifest && aboutOf(manifest);
  const options = (): CheckOptions => optionsFor(asked, manifest?.exportedAt);
  const reading = takeSections(name, options);

  const partFaults: Fault[] = [];
  /** The first part of a chain that is there and cannot be read. */
  const unread = new Map<number, Fault>();
  const planned = manifest?.chains.map(({ chain, parts }) => ({ chain, parts })) ?? partsOf(list);
  for (const [at, { chain, parts }] of planned.entries()) {
    // What a chain is called stands in its first entry where the manifest is gone.
    if (chain !== '') await reading.take({ is: 'chain', chain });
    for (const part of parts) {
      const bytes = await bytesOf(archive, part.name, LIMITS.part);
      if (bytes === undefined) {
        const isThere = archive.members.has(part.name);
        const lost = isThere && manifest && unreadPart(manifest.chains[at], part.name);
        if (lost && !unread.has(at)) unread.set(at, lost);
        partFaults.push(makeFault(isThere ? 'member-changed' : 'member-missing', '', 0, { member: part.name }));
        continue;
      }
      if (part.sha256 !== '' && (await sha256(bytes)) !== part.sha256)
        partFaults.push(makeFault('member-changed', '', 0, { member: part.name }));
      yield* readLines(archive, reading, bytes, chain === '' ? at : undefined);
    }
  }
  await reading.end();
  yield* reading.parts.splice(0);

  const { sections } = reading;
  const rest = { witness: asked.witness, exportedAt: manifest?.exportedAt };
  const told = about === undefined ? {} : { about };
  if (manifest === undefined) {
    const chains = sections.map(({ check }, index) => check.end(undefined, index === sections.length - 1));
    const fault = makeFault('file-cut', '', 0, { last: chains.at(-1)?.head.sequence ?? 0 });
    return { ...told, report: reportOn(chains, { ...rest, fault }) };
  }
  const chains = manifest.chains.map((end, at) => {
    const lost = unread.get(at);
    const known = { ...endOf(end), count: end.count };
    const report = endReport(sections[at] ?? emptySection(end.chain), known, lost !== undefined);
    // Entries that could not be read are not called missing.
    const isLost = lost !== undefined && !(report.fault && report.fault.sequence < lost.sequence);
    return isLost ? { ...report, fault: lost } : report;
  });
  const fault =
    partFaults[0] ??
    (await pageFault(archive, manifest)) ??
    membersFault(archive, list, manifest) ??
    outsideFault({ whole: whole && isRight(manifest), twice: twiceOf(manifest.chains), chains: chains.length });
  return { ...told, digest: manifest.digest, report: reportOn(chains, { ...rest, fault }) };
}

/** Throws ProblemError `bundle-newer` where a manifest names a format that this version does not know. */
function refuseNewer(manifest: Uint8Array): void {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(manifest));
  } catch {
    return;
  }
  formatVersion(value);
}

/** Takes the lines of a part. `unnamed`: the chain is called as its first entry says. */
async function* readLines(
  archive: Archive,
  reading: ReturnType<typeof takeSections>,
  bytes: Uint8Array,
  unnamed: number | undefined,
): AsyncGenerator<BundlePart> {
  async function* one(): AsyncGenerator<Uint8Array> {
    yield bytes;
  }
  /** Digests of the blobs of the entry at hand: they come behind its payload. */
  let blobs: readonly string[] = [];
  const takeBlobs = async (): Promise<void> => {
    for (const digest of blobs) {
      const blob = await bytesOf(archive, blobName(digest), LIMITS.blob);
      if (blob !== undefined) await reading.take({ is: 'blob', blob });
    }
    blobs = [];
  };
  for await (const lines of linesOf(one(), '', LIMITS.part))
    for (const line of lines) {
      const part = readPart(line.bytes);
      if (part?.is === 'entry') {
        await takeBlobs();
        const entry = readEntry({ entry: part.stored });
        if (unnamed !== undefined && reading.sections.length <= unnamed)
          await reading.take({ is: 'chain', chain: entry?.chain ?? '' });
        blobs = entry?.blobDigests ?? [];
      }
      // A line that is none leaves its entry without what should stand there, which the check of the chain names.
      if (part?.is === 'entry' || part?.is === 'payload') await reading.take(part);
      if (reading.parts.length > 0) yield* reading.parts.splice(0);
    }
  await takeBlobs();
}

/** Which entries stand in a part that cannot be read. */
function unreadPart(chain: ManifestChain | undefined, name: string): Fault | undefined {
  const at = chain?.parts.findIndex((part) => part.name === name) ?? -1;
  if (chain === undefined || at < 0) return undefined;
  const first = chain.parts.slice(0, at).reduce((sum, { entries }) => sum + entries, 1);
  const last = first + (chain.parts[at]?.entries ?? 1) - 1;
  return makeFault('part-unreadable', chain.chain, first, { last, member: name.slice(0, 80) });
}

/** The chains of an archive without a manifest, by the names of its members. */
function partsOf(list: readonly ZipMember[]): { chain: string; parts: { name: string; sha256: string }[] }[] {
  const names = new Set(list.map(({ name }) => name));
  const chains: { chain: string; parts: { name: string; sha256: string }[] }[] = [];
  for (let chain = 0; names.has(partName(chain, 0)); chain += 1) {
    const parts: { name: string; sha256: string }[] = [];
    for (let part = 0; names.has(partName(chain, part)); part += 1)
      parts.push({ name: partName(chain, part), sha256: '' });
    chains.push({ chain: '', parts });
  }
  return chains;
}

/** Members of ours, as far as they go, and no manifest yet: what is left of a bundle that was cut off early. */
const isCut = (list: readonly ZipMember[]): boolean =>
  list.length > 0 && list.every(({ name }) => PAGE.test(name) || digestOfName(name) !== undefined);
const PAGE = /^[^/]+\.(?:txt|html)$/u;

const isRight = (manifest: Manifest): boolean => digestOfManifest(manifest) === manifest.digest;

/** A page for people that is not the one that was put in. */
async function pageFault(archive: Archive, { pages }: Manifest): Promise<Fault | undefined> {
  for (const { name, sha256: expected } of pages) {
    const bytes = await bytesOf(archive, name, LIMITS.jsonLine);
    if (bytes === undefined || sha256Now(bytes) !== expected)
      return makeFault('member-changed', '', 0, { member: name });
  }
  return undefined;
}

/** A member that the manifest does not name, one that comes twice, or blobs in another number than it says. */
function membersFault({ members }: Archive, list: readonly ZipMember[], manifest: Manifest): Fault | undefined {
  const known = new Set([MANIFEST, ...manifest.pages.map((page) => page.name)]);
  for (const { parts } of manifest.chains) for (const part of parts) known.add(part.name);
  let [count, bytes] = [0, 0];
  for (const member of list) {
    const stray = !known.has(member.name) && digestOfName(member.name) === undefined;
    if (stray || members.get(member.name) !== member)
      return makeFault('member-stray', '', 0, { member: member.name.slice(0, 80) });
    if (digestOfName(member.name) === undefined) continue;
    count += 1;
    bytes += member.size;
  }
  return count === manifest.blobs.count && bytes === manifest.blobs.bytes
    ? undefined
    : makeFault('file-changed', '', 0);
}

/** A chain that comes twice and is not written as two branches of one. */
function twiceOf(chains: readonly ManifestChain[]): string | undefined {
  const seen = new Map<string, number>();
  for (const { chain, branch } of chains) {
    if (branch !== (seen.get(chain) ?? 0)) return chain;
    seen.set(chain, branch + 1);
  }
  return undefined;
}
