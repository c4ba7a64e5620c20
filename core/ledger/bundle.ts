import { canonicalJson } from '../base/canonical.ts';
import { sha256Now } from '../base/hash.ts';
import { ProblemError } from '../base/problems.ts';
import { firstIssue, v } from '../base/schema.ts';
import { fillSlots } from '../base/text.ts';
import { EMPTY_HEAD, type Head, type LedgerEntry, type LedgerRecord } from './entry.ts';
import { ENTRY_KINDS } from './kinds/index.ts';
import { type ChainReport, type Fault, makeFault, reportOn, type VerifyReport, verifyEntries } from './verify.ts';

/** One chain with everything that stands beside its entries. */
export interface BundleChain {
  chain: string;
  count: number;
  head: Head;
  entries: LedgerEntry[];
  /** Payloads by digest. A redacted one is not there. */
  payloads: Record<string, unknown>;
  /** Blobs by digest, base64. */
  blobs: Record<string, string>;
}

/** The file that leaves the tool: canonical JSON, so that every byte of it is bound. */
export interface Bundle {
  format: 'duibiao/ledger@1';
  /** ISO date-time UTC. */
  exportedAt: string;
  /** Name of the unit, as a label. */
  unit: string;
  chains: BundleChain[];
  /** SHA-256 over the canonical JSON of everything else: finds changes outside the chains. */
  digest: string;
}

export const BUNDLE_FORMAT = 'duibiao/ledger@1';
/** Characters of a bundle's text; larger ones are refused before parsing. */
const MOST_CHARACTERS = 128 * 1024 * 1024;
const MOST_ENTRIES = 200_000;
/** Nesting that no payload of ours comes near. */
const DEEPEST = 64;

const text = v.pipe(v.string(), v.maxLength(20_000));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_ENTRIES));
// Lax about digests: a digit that was changed is for verify to name, with its entry.
const entrySchema = v.strictObject({
  format: v.literal(1),
  chain: text,
  sequence: v.pipe(v.number(), v.integer()),
  kind: v.picklist(ENTRY_KINDS),
  kindVersion: v.pipe(v.number(), v.integer()),
  factOn: text,
  capturedAt: text,
  registeredAt: text,
  actor: text,
  subject: text,
  indicators: v.pipe(v.array(text), v.maxLength(200)),
  payloadDigest: text,
  blobDigests: v.pipe(v.array(text), v.maxLength(200)),
  previousHash: text,
  hash: text,
});
const bundleSchema = v.strictObject({
  format: v.literal(BUNDLE_FORMAT),
  exportedAt: text,
  unit: text,
  chains: v.pipe(
    v.array(
      v.strictObject({
        chain: text,
        count,
        head: v.strictObject({ sequence: count, hash: text }),
        entries: v.pipe(v.array(entrySchema), v.maxLength(MOST_ENTRIES)),
        payloads: v.record(v.string(), v.unknown()),
        blobs: v.record(v.string(), v.string()),
      }),
    ),
    v.maxLength(1_000),
  ),
  digest: text,
});

/** Reasons for which a file is no bundle. */
const INVALID = {
  'too-large': '文件太大',
  'not-json': '不是有效的 JSON',
  'too-deep': '嵌套层数太多',
  'not-canonical': '含有 JSON 规范不允许的内容',
  shape: '“{path}”这一项{why}',
} as const;

const digestBundle = (bundle: Omit<Bundle, 'digest'>): string => sha256Now(canonicalJson(bundle));

/** Bytes to base64 in slices, so that no call gets a huge list of arguments. */
function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  }
  return btoa(binary);
}

/** Base64 to bytes; undefined when it is none. */
function fromBase64(base64: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** Gathers one chain for a bundle. `records` in order, from the first entry. */
export async function collectChain(
  chain: string,
  records: Iterable<LedgerRecord> | AsyncIterable<LedgerRecord>,
): Promise<BundleChain> {
  const collected: BundleChain = {
    chain,
    count: 0,
    head: EMPTY_HEAD,
    entries: [],
    payloads: {},
    blobs: {},
  };
  for await (const { entry, payload, blobs } of records) {
    collected.entries.push(entry);
    if (payload !== undefined) collected.payloads[entry.payloadDigest] = payload;
    for (const [index, digest] of entry.blobDigests.entries()) {
      const blob = blobs[index];
      if (blob !== undefined) collected.blobs[digest] = toBase64(blob);
    }
    collected.head = { sequence: entry.sequence, hash: entry.hash };
  }
  collected.count = collected.entries.length;
  return collected;
}

/** The bundle's text: canonical JSON. Same chains, time and unit: same bytes. */
export function writeBundle(chains: BundleChain[], about: { exportedAt: string; unit: string }): string {
  const bundle: Omit<Bundle, 'digest'> = { format: BUNDLE_FORMAT, ...about, chains };
  return canonicalJson({ ...bundle, digest: digestBundle(bundle) });
}

/** Whether JSON text nests deeper than anything of ours: found before parsing, so that nothing ever recurses into it. */
function isTooDeep(content: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < content.length; index += 1) {
    const character = content.charCodeAt(index);
    if (character === QUOTE) quoted = !quoted;
    else if (quoted) index += character === BACKSLASH ? 1 : 0;
    else if (character === BRACKET || character === BRACE) depth += 1;
    else if (character === BRACKET + 2 || character === BRACE + 2) depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** Codes of the characters that shape JSON; a closing one is two after its opening one. */
const [QUOTE, BACKSLASH, BRACKET, BRACE] = [0x22, 0x5c, 0x5b, 0x7b];

/**
 * A bundle from a file's text. Throws ProblemError: `bundle-newer` for a later format, `bundle-invalid` for everything
 * that is no bundle. Whether its entries are in order is for `verifyBundle`.
 */
export function parseBundle(content: string, name: string): Bundle {
  const refuse = (why: string): ProblemError => new ProblemError('bundle-invalid', { name, why });
  if (content.length > MOST_CHARACTERS) throw refuse(INVALID['too-large']);
  if (isTooDeep(content)) throw refuse(INVALID['too-deep']);
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    throw refuse(INVALID['not-json']);
  }
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
  const version = typeof format === 'string' ? /^duibiao\/ledger@(\d{1,6})$/.exec(format)?.[1] : undefined;
  if (version !== undefined && Number(version) > 1) throw new ProblemError('bundle-newer', { version });
  const issue = firstIssue(bundleSchema, value);
  if (issue !== undefined) throw refuse(fillSlots(INVALID.shape, { ...issue }));
  return value as Bundle;
}

function* recordsOf(chain: BundleChain): Iterable<LedgerRecord> {
  for (const entry of chain.entries) {
    yield {
      entry,
      ...(Object.hasOwn(chain.payloads, entry.payloadDigest) ? { payload: chain.payloads[entry.payloadDigest] } : {}),
      blobs: entry.blobDigests.map((digest) => {
        const base64 = Object.hasOwn(chain.blobs, digest) ? chain.blobs[digest] : undefined;
        // What is no base64 has been changed: bytes that fit no digest say so.
        return base64 === undefined ? undefined : (fromBase64(base64) ?? new Uint8Array());
      }),
    };
  }
}

/** A payload or blob in the bundle that no entry names. */
function strayFault(chain: BundleChain): Fault | undefined {
  const named = new Set(chain.entries.flatMap((entry) => [entry.payloadDigest, ...entry.blobDigests]));
  const stray = [...Object.keys(chain.payloads), ...Object.keys(chain.blobs)].find((digest) => !named.has(digest));
  return stray === undefined ? undefined : makeFault('payload-stray', chain.chain, 0, { digest: stray.slice(0, 12) });
}

async function verifyChain(chain: BundleChain): Promise<ChainReport> {
  const report = await verifyEntries(chain.chain, recordsOf(chain), chain.head);
  if (report.fault !== undefined) return report;
  const fault =
    chain.count === chain.entries.length
      ? strayFault(chain)
      : makeFault('count-differs', chain.chain, 0, { expected: chain.count, count: chain.entries.length });
  return fault === undefined ? report : { ...report, fault };
}

/**
 * Checks a bundle's text and names the first entry that is wrong. `witness` is a head hash that was kept outside
 * (printed, signed): it has to be the hash of some entry. Throws ProblemError where the text is no bundle at all.
 */
export async function verifyBundle(content: string, name: string, witness?: string): Promise<VerifyReport> {
  const bundle = parseBundle(content, name);
  try {
    const chains: ChainReport[] = [];
    for (const chain of bundle.chains) chains.push(await verifyChain(chain));
    const { digest, ...rest } = bundle;
    const whole = digestBundle(rest) === digest && canonicalJson(bundle) === content.replace(/\n$/, '');
    const twice = bundle.chains.find(({ chain }, at) => bundle.chains.findIndex((one) => one.chain === chain) < at);
    return reportOn(
      chains,
      twice ? makeFault('chain-twice', twice.chain, 0) : whole ? undefined : makeFault('file-changed', '', 0),
      witness === undefined
        ? undefined
        : {
            hash: witness,
            found: bundle.chains.some((chain) => chain.entries.some((entry) => entry.hash === witness)),
          },
    );
  } catch (error) {
    // The canonical form refuses what no bundle of ours can hold, such as half a character.
    throw new ProblemError('bundle-invalid', { name, why: INVALID['not-canonical'] }, error);
  }
}
