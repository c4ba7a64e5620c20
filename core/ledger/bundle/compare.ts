import type { ChainHead } from '../entry.ts';
import type { VerifyReport } from '../report.ts';
import type { BundleAbout } from './format-2.ts';
import type { BundleReading } from './reading.ts';

/** What a bundle holds, told to a person before anything of it is written. */
export interface BundleContents {
  about: BundleAbout;
  /** The digest that stands in the bundle; '' where there is none. */
  fingerprint: string;
  /** How many chains it holds; of the first one everything below is told, but for the report. */
  chains: number;
  head: ChainHead;
  /** Entries, and when the first and the last of them were registered, ISO date-time UTC; '' without any. */
  count: number;
  firstAt: string;
  lastAt: string;
  /** Labels of the seats that registered something, in order, the first ones; and how many there are. */
  seats: string[];
  seatCount: number;
  report: VerifyReport;
}

/** Labels of seats that are told, and different ones that are counted. */
const [SEATS_TOLD, SEATS_COUNTED] = [20, 10_000];

/** The hash of the entry with a sequence; undefined where there is none. */
export type HashAt = (sequence: number) => Promise<string | undefined> | string | undefined;

/**
 * How the ledger of this computer stands to a bundle: `empty` nothing is here; `shorter` the later entries are missing here;
 * `same` and `longer` nothing is missing here; `forked` the chain is the same and goes another way; `other-chain` it is
 * another installation's.
 */
export type Standing = 'empty' | 'shorter' | 'same' | 'longer' | 'forked' | 'other-chain';

/** Why a bundle is not restored, whatever is in this computer. */
export type Hindrance = 'faulty' | 'several-chains' | 'no-entries';

/** A bundle beside the ledger of this computer. */
export interface Comparison {
  bundle: BundleContents;
  own: ChainHead;
  standing: Standing;
  /** Left out when there is none. */
  hindrance?: Hindrance;
}

/** What is asked of the ledger of this computer. */
export interface OwnLedger {
  head: ChainHead;
  hashAt: HashAt;
  /** Hears now and then how many entries of the bundle were read. */
  read?: (count: number) => void;
}

/**
 * Reads a bundle to its end and tells how it stands to the ledger of this computer; writes nothing. Rejects with
 * ProblemError where the file is no bundle.
 */
export async function compareBundle(
  reading: BundleReading,
  { head: own, hashAt, read: told = () => {} }: OwnLedger,
): Promise<Comparison> {
  let [read, count, firstAt, lastAt] = [0, 0, '', ''];
  let isFirst = true;
  let here: string | undefined;
  const seats = new Set<string>();
  let next = await reading.next();
  for (; !next.done; next = await reading.next()) {
    if (next.value.is !== 'records') continue;
    for (const { entry } of next.value.records) {
      read += 1;
      // The chains stand one behind the other, and each begins with its first entry.
      isFirst &&= entry.sequence > count;
      if (!isFirst) continue;
      count += 1;
      if (firstAt === '') firstAt = entry.registeredAt;
      lastAt = entry.registeredAt;
      if (entry.chain === own.chain && entry.sequence === own.sequence) here = entry.hash;
      if (seats.size < SEATS_COUNTED) seats.add(entry.actor);
    }
    told(read);
  }
  const { about = { exportedAt: '', unit: '' }, digest: fingerprint = '', report } = next.value;
  const [chain] = report.chains;
  const bundle: BundleContents = {
    ...{ about, fingerprint, count, firstAt, lastAt, report },
    chains: report.chains.length,
    head: { chain: chain?.chain ?? '', sequence: chain?.head.sequence ?? 0, hash: chain?.head.hash ?? '' },
    seats: [...seats].slice(0, SEATS_TOLD),
    seatCount: seats.size,
  };
  const standing = await standingOf(bundle.head, own, here, hashAt);
  const hindrance = hindranceOf(bundle);
  return { bundle, own, standing, ...(hindrance === undefined ? {} : { hindrance }) };
}

function hindranceOf({ report, about, chains, count, head }: BundleContents): Hindrance | undefined {
  if (report.fault !== undefined) return 'faulty';
  // Whose own chain it would be has to be written there.
  if (chains > 1 && about.own !== head.chain) return 'several-chains';
  return count === 0 ? 'no-entries' : undefined;
}

/** `here` is the hash that the bundle has where this computer's chain ends. */
async function standingOf(
  theirs: ChainHead,
  own: ChainHead,
  here: string | undefined,
  hashAt: HashAt,
): Promise<Standing> {
  if (own.sequence === 0) return 'empty';
  if (own.chain !== theirs.chain) return 'other-chain';
  if (own.sequence > theirs.sequence) return (await hashAt(theirs.sequence)) === theirs.hash ? 'longer' : 'forked';
  if (here !== own.hash) return 'forked';
  return own.sequence === theirs.sequence ? 'same' : 'shorter';
}
