import { sha256 } from '../base/hash.ts';
import { fillSlots, shorten } from '../base/text.ts';
import { type CheckpointReport, trackCheckpoints } from './checkpoints.ts';
import { type Doubt, doubtsOf, isInstant } from './doubts.ts';
import { EMPTY_HEAD, type Head, type LedgerEntry, type StoredRecord } from './entry.ts';
import { type CheckpointPayload, readPayload } from './kinds/index.ts';
import { LIMITS } from './limits.ts';
import { hashedPart, hashOf, readContent, readEntry } from './stored.ts';

/** What can be wrong with a chain or a bundle, and the sentence a person reads. */
const FAULT_SENTENCES = {
  'entry-changed': '第 {sequence} 条的内容被改过：内容与它自己的指纹不符。',
  'entry-unreadable': '第 {sequence} 条不是这个版本认识的记录，没法核对。',
  'payload-changed': '第 {sequence} 条的附带内容被改过：与这一条记着的指纹不符。',
  'payload-missing': '第 {sequence} 条的附带内容不见了，也没有“隐去”记录说明。',
  'payload-stray': '包里多出一份内容（指纹 {digest}…），没有哪一条记录提到它。',
  'blob-changed': '第 {sequence} 条的附件被改过：与这一条记着的指纹不符。',
  'blob-missing': '第 {sequence} 条的附件不见了，也没有“隐去”记录说明。',
  gap: '第 {sequence} 条缺失：前后的记录都在，这一条没有了。',
  order: '第 {sequence} 条不在它的位置上：记录的次序被动过。',
  'link-broken': '第 {sequence} 条与第 {next} 条接不上：第 {sequence} 条被换过，或从第 {next} 条起是后来重做的。',
  'other-chain': '第 {sequence} 条属于另一条链（{other}），是混进来的。',
  'tail-cut': '最后少了 {missing} 条：记录到第 {last} 条为止，应有 {expected} 条。',
  'head-differs': '末条指纹与包里写明的不符：第 {sequence} 条被换过，或末条指纹被改过。',
  'count-differs': '条数与包里写明的不符：写明 {expected} 条，实有 {count} 条。',
  'no-chain': '包里一条证据链也没有：导出的证据包至少有一条，它们被拿掉了。',
  'chain-twice': '同一条链在包里出现了两次：它被分成了两份，至少有一份不是原来的。',
  'line-wrong': '文件第 {line} 行不是证据包的写法，或不在它的位置上。',
  'member-stray': '包里多出一个文件“{member}”，证据包里不该有它。',
  'member-missing': '包里少了文件“{member}”。',
  'part-unreadable': '第 {sequence} 条到第 {last} 条所在的文件“{member}”坏了或被改过，读不出来。',
  'member-changed': '包里的文件“{member}”被改过。',
  'file-cut': '文件不完整：它在第 {last} 条之后断了。',
  'file-changed': '各条记录都对得上，但包的其余部分被改过（导出时间、单位名称、排版或包的指纹）。',
} as const satisfies Record<string, string>;

export type FaultCode = keyof typeof FAULT_SENTENCES;

export interface Fault {
  code: FaultCode;
  chain: string;
  /** The first entry that is wrong; 0 when the fault is of no single entry. */
  sequence: number;
  message: string;
}

/** What was found out about one chain. */
export interface ChainReport {
  chain: string;
  /** Entries looked at. */
  count: number;
  /** The last entry that was found in order. */
  head: Head;
  /** Entries whose payload or blob was redacted, each told by a redaction entry. */
  redacted: number;
  /** Entries registered at an earlier time than the one before: the computer's clock was set back. No fault. */
  clockSetBack: number[];
  /** Entries registered later than the time as of which the check is made: a clock was wrong. No fault. */
  ahead: number[];
  /** What is wrong with shapes and times, apart from the chain: the first ones, and how many there are. */
  doubts: Doubt[];
  doubtCount: number;
  /** The entry in order that has the witness's hash; left out when none has. */
  witnessAt?: number;
  /** Of `redacted`: the entries, up to the witness, whose redaction came after it. The witness says nothing of that. */
  redactedAfterWitness: number;
  checkpoints: CheckpointReport;
  fault?: Fault;
}

export function makeFault(
  code: FaultCode,
  chain: string,
  sequence: number,
  slots: Readonly<Record<string, string | number>> = {},
): Fault {
  return { code, chain, sequence, message: fillSlots(FAULT_SENTENCES[code], { sequence, ...slots }) };
}

/** What is wrong with a bundle outside its chains: `twice` is a chain that comes twice, `whole` that its digest fits. */
export function outsideFault(bundle: { whole: boolean; twice: string | undefined; chains: number }): Fault | undefined {
  if (bundle.twice !== undefined) return makeFault('chain-twice', bundle.twice, 0);
  if (!bundle.whole) return makeFault('file-changed', '', 0);
  return bundle.chains === 0 ? makeFault('no-chain', '', 0) : undefined;
}

/** A record of which the blobs were hashed already: they may be large, and are never held together. */
export type RecordToCheck = Omit<StoredRecord, 'blobs'> & { blobs: readonly string[] };

/** What hashing and reading a record told, before its place in the chain is looked at. */
interface Looked {
  /** The entry's own hash fits its bytes. */
  fits: boolean;
  entry: LedgerEntry | undefined;
  /** What stands beside the entry and does not fit; missing things are for the chain to judge. */
  beside: FaultCode | undefined;
  missing: { digest: string; code: FaultCode }[];
  /** Digests that a redaction names. */
  redacts: readonly string[];
  checkpoint: CheckpointPayload | undefined;
  doubts: Doubt[];
}

/** The hashes of each record's entry and, where it is there, payload. */
type Hashes = readonly (readonly [own: string, content: string | undefined])[];

/** Hashes records side by side. */
const hashRecords = (records: readonly RecordToCheck[]): Promise<Hashes> =>
  Promise.all(
    records.map(({ entry, payload }) =>
      Promise.all([sha256(hashedPart(entry)), payload === undefined ? undefined : sha256(payload)]),
    ),
  );

/** What the hashes of an entry and of its payload tell. */
function look(record: RecordToCheck, [own, content]: Hashes[number] = ['', undefined]): Looked {
  const { entry: stored, payload, blobs } = record;
  const entry = readEntry(record);
  const fits = own === (entry === undefined ? hashOf(stored) : entry.hash);
  const looked: Looked = {
    fits,
    entry,
    beside: undefined,
    missing: [],
    redacts: [],
    checkpoint: undefined,
    doubts: [],
  };
  if (entry === undefined) return looked;
  if (content === undefined) looked.missing.push({ digest: entry.payloadDigest, code: 'payload-missing' });
  else if (content !== entry.payloadDigest) looked.beside = 'payload-changed';
  // The blobs that are there come in the order of their digests.
  let next = 0;
  for (const digest of entry.blobDigests) {
    if (blobs[next] === digest) next += 1;
    else looked.missing.push({ digest, code: 'blob-missing' });
  }
  if (next < blobs.length) looked.beside ??= 'blob-changed';
  const sound = payload !== undefined && looked.beside === undefined;
  if (fits && looked.beside === undefined) looked.doubts = doubtsOf(entry, payload);
  const told = entry.kind === 'redaction' || entry.kind === 'checkpoint';
  if (told && sound && payload.length <= LIMITS.entry) {
    const read = readPayload(entry, readContent(payload));
    if (read?.kind === 'redaction') looked.redacts = read.payload.digests;
    if (read?.kind === 'checkpoint') looked.checkpoint = read.payload;
  }
  return looked;
}

/** What is not there, until a later redaction explains it. */
function trackMissing(chain: string) {
  const open = new Map<string, { code: FaultCode; sequence: number }[]>();
  const explained = new Set<number>();
  const late = new Set<number>();
  let count = 0;
  return {
    add(digest: string, code: FaultCode, sequence: number): void {
      const known = open.get(digest);
      if (known === undefined) open.set(digest, [{ code, sequence }]);
      else known.push({ code, sequence });
      count += 1;
    },
    /** `witnessAt` is the entry of the witness, when it was before the redaction that explains. */
    explain(digest: string, witnessAt = 0): void {
      const known = open.get(digest) ?? [];
      for (const { sequence } of known) {
        explained.add(sequence);
        if (sequence <= witnessAt) late.add(sequence);
      }
      count -= known.length;
      open.delete(digest);
    },
    /** No ledger of ours comes near: it is not waited for a redaction any longer. */
    tooMany: (): boolean => count > LIMITS.missing,
    /** The first thing that nothing explains. */
    fault(): Fault | undefined {
      let first: { code: FaultCode; sequence: number } | undefined;
      for (const [thing] of open.values()) {
        if (thing !== undefined && (first === undefined || thing.sequence < first.sequence)) first = thing;
      }
      return first && makeFault(first.code, chain, first.sequence);
    },
    /** How many entries lack something that was explained. */
    explained: (): number => explained.size,
    /** Of these: up to the witness, and explained after it. */
    late: (): number => late.size,
  };
}

/** Checks one chain while its records come in, and names the first that is wrong. */
export interface ChainCheck {
  /**
   * The next records, in the order in which they stand; `hashed` when their hashes are being made already. Gives their
   * entries; undefined when one up to here is wrong.
   */
  add(records: readonly RecordToCheck[], hashed?: Promise<Hashes>): Promise<LedgerEntry[] | undefined>;
  /** `expected` is where the chain should end; without it a cut tail cannot be seen. `cut`: the rest could not be read. */
  end(expected?: Head, cut?: boolean): ChainReport;
}

/** What a check goes by beside the records. */
export interface CheckOptions {
  /** An entry that is known to be in order, right behind which the records begin. */
  after?: Head;
  /** A head hash that was kept outside (printed, signed): some entry should have it. */
  witness?: string;
  /** ISO date-time UTC: entries registered later are told. */
  asOf?: string;
}

/**
 * Starts a check at the first entry of a chain, or right after one. Holds the records of one `add`, and beside them only
 * what is missing so far (a later redaction may explain it) and the numbers of what is told.
 */
export function checkChain(chain: string, { after = EMPTY_HEAD, witness, asOf }: CheckOptions = {}): ChainCheck {
  let head = after;
  let previousTime = '';
  let count = 0;
  let broken: Fault | undefined;
  /** Sequence that is not in its place; seen again later it is disorder, else a gap. */
  let wanted: number | undefined;
  const clockSetBack: number[] = [];
  const ahead: number[] = [];
  const doubts: Doubt[] = [];
  let doubtCount = 0;
  let witnessAt: number | undefined;
  const missing = trackMissing(chain);
  const checkpoints = trackCheckpoints(after);

  const tellTimes = ({ sequence, registeredAt }: LedgerEntry): void => {
    if (!isInstant(registeredAt)) return;
    if (registeredAt < previousTime) clockSetBack.push(sequence);
    if (asOf !== undefined && registeredAt > asOf) ahead.push(sequence);
    previousTime = registeredAt;
  };
  const judge = ({ fits, entry, beside, missing: absent, redacts, doubts: found }: Looked): void => {
    count += 1;
    for (const digest of redacts) missing.explain(digest, witnessAt);
    if (broken !== undefined) {
      if (wanted !== undefined && entry?.sequence === wanted) broken = makeFault('order', chain, wanted);
      return;
    }
    const sequence = head.sequence + 1;
    if (!fits) broken = makeFault('entry-changed', chain, sequence);
    else if (entry === undefined) broken = makeFault('entry-unreadable', chain, sequence);
    else if (entry.chain !== chain)
      broken = makeFault('other-chain', chain, sequence, { other: shorten(entry.chain, 40) });
    else if (entry.sequence !== sequence) {
      broken = makeFault(entry.sequence > sequence ? 'gap' : 'order', chain, sequence);
      wanted = sequence;
    } else if (entry.previousHash !== head.hash) {
      broken = makeFault('link-broken', chain, Math.max(head.sequence, 1), { next: sequence });
    } else if (beside !== undefined) broken = makeFault(beside, chain, sequence);
    else {
      for (const { digest, code } of absent) missing.add(digest, code, sequence);
      if (missing.tooMany()) broken = missing.fault();
      tellTimes(entry);
      doubtCount += found.length;
      doubts.push(...found.slice(0, LIMITS.doubts - doubts.length));
      if (entry.hash === witness) witnessAt = sequence;
      checkpoints.passed(entry);
      head = { sequence, hash: entry.hash };
    }
  };

  return {
    add: async (records, hashed = hashRecords(records)) => {
      const hashes = await hashed;
      const entries: LedgerEntry[] = [];
      for (const [index, record] of records.entries()) {
        const looked = look(record, hashes[index]);
        const { entry, checkpoint } = looked;
        if (broken === undefined && entry !== undefined && checkpoint !== undefined) {
          const doubt = await checkpoints.look(entry, checkpoint);
          if (doubt !== undefined) looked.doubts.push(doubt);
        }
        judge(looked);
        if (looked.entry !== undefined) entries.push(looked.entry);
      }
      return broken === undefined ? entries : undefined;
    },
    end: (expected, cut = false) => {
      if (broken === undefined && expected !== undefined) broken = endFault(chain, head, expected);
      // What explains a missing thing may stand in the part that was cut off.
      const fault = (cut ? undefined : missing.fault()) ?? broken;
      return {
        ...{ chain, count, head, clockSetBack, ahead, doubts, doubtCount },
        redacted: missing.explained(),
        redactedAfterWitness: missing.late(),
        checkpoints: checkpoints.report(),
        ...(witnessAt === undefined ? {} : { witnessAt }),
        ...(fault === undefined ? {} : { fault }),
      };
    },
  };
}

const NO_BLOBS: readonly string[] = [];

async function withBlobsHashed(records: readonly StoredRecord[]): Promise<RecordToCheck[]> {
  const hashed: RecordToCheck[] = [];
  for (const { blobs, ...record } of records) {
    const digests: string[] = [];
    if (blobs !== undefined) for await (const blob of blobs()) digests.push(await sha256(blob));
    hashed.push({ ...record, blobs: blobs === undefined ? NO_BLOBS : digests });
  }
  return hashed;
}

/** Records in the order of their chain, some at a time. */
export type StoredBatches = Iterable<readonly StoredRecord[]> | AsyncIterable<readonly StoredRecord[]>;

/**
 * Walks a chain and names the first entry that is wrong. `expected` is where it should end; `checked` hears after each
 * batch how many were looked at.
 */
export async function verifyChain(
  chain: string,
  batches: StoredBatches,
  { expected, checked, ...options }: CheckOptions & { expected?: Head; checked?: (count: number) => void } = {},
): Promise<ChainReport> {
  const check = checkChain(chain, options);
  let count = 0;
  const judge = async ({ records, hashed }: { records: readonly RecordToCheck[]; hashed: Promise<Hashes> }) => {
    await check.add(records, hashed);
    count += records.length;
    checked?.(count);
  };
  // While one batch is looked at the next one is hashed, beside this thread.
  let waiting: Parameters<typeof judge>[0] | undefined;
  for await (const batch of batches) {
    const records = await withBlobsHashed(batch);
    const next = { records, hashed: hashRecords(records) };
    if (waiting !== undefined) await judge(waiting);
    waiting = next;
  }
  if (waiting !== undefined) await judge(waiting);
  return check.end(expected);
}

function endFault(chain: string, head: Head, expected: Head): Fault | undefined {
  if (head.sequence < expected.sequence) {
    return makeFault('tail-cut', chain, head.sequence + 1, {
      last: head.sequence,
      expected: expected.sequence,
      missing: expected.sequence - head.sequence,
    });
  }
  if (head.sequence !== expected.sequence || head.hash !== expected.hash) {
    return makeFault('head-differs', chain, Math.max(head.sequence, 1));
  }
  return undefined;
}
