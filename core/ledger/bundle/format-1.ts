import { decodeBase64 } from '../../base/base64.ts';
import { canonicalJson } from '../../base/canonical.ts';
import { sha256, sha256Now } from '../../base/hash.ts';
import { firstIssue, v } from '../../base/schema.ts';
import type { Head, LedgerEntry, StoredRecord } from '../entry.ts';
import { LIMITS } from '../limits.ts';
import { reportOn } from '../report.ts';
import { entrySchema, hashedText, storeEntry } from '../stored.ts';
import {
  type ChainReport,
  type CheckOptions,
  checkChain,
  type Fault,
  makeFault,
  outsideFault,
  type RecordToCheck,
} from '../verify.ts';
import { type AskedOfBundle, formatVersion, invalid, optionsFor } from './format.ts';
import { type BundlePart, type BundleReading, checkedRecords } from './reading.ts';

/*
 * The first format: the whole bundle as one canonical JSON text. It is not written any more; it is read for ever.
 */

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

/** The whole file: canonical JSON, so that every byte of it is bound. */
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

const MOST_ENTRIES = 200_000;
/** Nesting that no payload of ours comes near. */
const DEEPEST = 64;

const text = v.pipe(v.string(), v.maxLength(20_000));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_ENTRIES));
const bundleSchema = v.strictObject({
  format: v.literal('duibiao/ledger@1'),
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
    v.maxLength(LIMITS.chains),
  ),
  digest: text,
});

/** Records that are hashed side by side. */
const BATCH = 256;

/** Binds everything in a bundle but itself. */
export const digestBundle = (bundle: Omit<Bundle, 'digest'>): string => sha256Now(canonicalJson(bundle));

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
 * that is no bundle. Whether its entries are in order is for `readFirstFormat`.
 */
export function parseFirstFormat(content: string, name: string): Bundle {
  if (content.length > LIMITS.firstFormatText) throw invalid(name, 'too-large');
  if (isTooDeep(content)) throw invalid(name, 'too-deep');
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    throw invalid(name, 'not-json');
  }
  // A later format is told by its number, before anything is said of its shape.
  formatVersion(value);
  const issue = firstIssue(bundleSchema, value);
  if (issue !== undefined) throw invalid(name, 'shape', { ...issue });
  return value as Bundle;
}

const encoder = new TextEncoder();
const own = <Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** The records of a chain as they would be stored now, some at a time. */
function* recordsOf({ entries, payloads, blobs }: BundleChain): Iterable<StoredRecord[]> {
  for (let from = 0; from < entries.length; from += BATCH) {
    yield entries.slice(from, from + BATCH).map((entry) => {
      const payload = own(payloads, entry.payloadDigest);
      return {
        entry: storeEntry(entry.hash, hashedText(entry)),
        ...(payload === undefined ? {} : { payload: encoder.encode(canonicalJson(payload)) }),
        ...(entry.blobDigests.length === 0 ? {} : { blobs: () => blobsOf(entry, blobs) }),
      };
    });
  }
}

/** Bytes for what is no base64: it has been changed, and these fit no digest that anybody has. */
const NO_BASE64 = encoder.encode('no base64');

async function* blobsOf({ blobDigests }: LedgerEntry, blobs: BundleChain['blobs']): AsyncGenerator<Uint8Array> {
  for (const digest of blobDigests) {
    const base64 = own(blobs, digest);
    if (base64 !== undefined) yield decodeBase64(encoder.encode(base64)) ?? NO_BASE64;
  }
}

/** A payload or blob in the bundle that no entry names. */
function strayFault(chain: BundleChain): Fault | undefined {
  const named = new Set(chain.entries.flatMap((entry) => [entry.payloadDigest, ...entry.blobDigests]));
  const stray = [...Object.keys(chain.payloads), ...Object.keys(chain.blobs)].find((digest) => !named.has(digest));
  return stray === undefined ? undefined : makeFault('payload-stray', chain.chain, 0, { digest: stray.slice(0, 12) });
}

async function* readChain(chain: BundleChain, options: CheckOptions): AsyncGenerator<BundlePart, ChainReport> {
  const check = checkChain(chain.chain, options);
  for (const records of recordsOf(chain)) {
    const batch: RecordToCheck[] = [];
    for (const { blobs, ...record } of records) {
      const digests: string[] = [];
      for await (const blob of blobs?.() ?? []) {
        const digest = await sha256(blob);
        digests.push(digest);
        yield { is: 'blob', blob, digest };
      }
      batch.push({ ...record, blobs: digests });
    }
    yield* await checkedRecords(check, batch);
  }
  const report = check.end(chain.head);
  if (report.fault !== undefined) return report;
  const fault =
    chain.count === chain.entries.length
      ? strayFault(chain)
      : makeFault('count-differs', chain.chain, 0, { expected: chain.count, count: chain.entries.length });
  return fault === undefined ? report : { ...report, fault };
}

/**
 * Reads a bundle's text and names the first entry that is wrong. Throws ProblemError where the text is no bundle at all.
 */
export async function* readFirstFormat(content: string, name: string, asked: AskedOfBundle): BundleReading {
  const bundle = parseFirstFormat(content, name);
  try {
    const { digest, ...rest } = bundle;
    const { exportedAt, unit } = rest;
    const options = optionsFor(asked, exportedAt);
    const chains: ChainReport[] = [];
    for (const chain of bundle.chains) chains.push(yield* readChain(chain, options));
    const whole = digestBundle(rest) === digest && canonicalJson(bundle) === content.replace(/\n$/, '');
    const twice = bundle.chains.find(({ chain }, at) => bundle.chains.findIndex((one) => one.chain === chain) < at);
    const fault = outsideFault({ whole, twice: twice?.chain, chains: chains.length });
    const report = reportOn(chains, { fault, witness: asked.witness, exportedAt });
    return { about: { exportedAt, unit }, digest, report };
  } catch (error) {
    // The canonical form refuses what no bundle of ours can hold, such as half a character.
    throw invalid(name, 'not-canonical', {}, error);
  }
}
