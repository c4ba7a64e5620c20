import { sha256 } from '../base/hash.ts';
import { fillSlots } from '../base/text.ts';
import { digestPayload, hashEntry } from './chain.ts';
import { EMPTY_HEAD, type Head, type LedgerRecord } from './entry.ts';
import { readPayload } from './kinds/index.ts';

/** What can be wrong with a chain or a bundle, and the sentence a person reads. */
const FAULT_SENTENCES = {
  'entry-changed': '第 {sequence} 条的内容被改过：内容与它自己的指纹不符。',
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
  'chain-twice': '同一条链在包里出现了两次：它被分成了两份，至少有一份不是原来的。',
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

/** What stands beside an entry and does not fit; undefined when all fits. Missing things are for the caller to judge. */
async function besideFault(record: LedgerRecord): Promise<FaultCode | undefined> {
  const { entry } = record;
  if (record.payload !== undefined && digestPayload(record.payload) !== entry.payloadDigest) return 'payload-changed';
  for (const [index, digest] of entry.blobDigests.entries()) {
    const blob = record.blobs[index];
    if (blob !== undefined && (await sha256(blob)) !== digest) return 'blob-changed';
  }
  return undefined;
}

/** Digests that an entry names and that are not there. */
function missingBeside(record: LedgerRecord): { digest: string; code: FaultCode }[] {
  const missing: { digest: string; code: FaultCode }[] = [];
  if (record.payload === undefined) missing.push({ digest: record.entry.payloadDigest, code: 'payload-missing' });
  for (const [index, digest] of record.entry.blobDigests.entries()) {
    if (record.blobs[index] === undefined) missing.push({ digest, code: 'blob-missing' });
  }
  return missing;
}

/**
 * Walks a chain from its first entry and names the first one that is wrong. Holds one record at a time, and beside it
 * only what is missing so far (a later redaction may explain it). `expected` is where the chain should end; without
 * it a cut tail cannot be seen.
 */
export async function verifyEntries(
  chain: string,
  records: Iterable<LedgerRecord> | AsyncIterable<LedgerRecord>,
  expected?: Head,
): Promise<ChainReport> {
  let head = EMPTY_HEAD;
  let previousTime = '';
  let count = 0;
  let broken: Fault | undefined;
  /** Sequence that is not in its place; seen again later it is disorder, else a gap. */
  let wanted = 0;
  const clockSetBack: number[] = [];
  const missing: { digest: string; code: FaultCode; sequence: number }[] = [];
  const redactedDigests = new Set<string>();

  for await (const record of records) {
    const { entry } = record;
    count += 1;
    const sound = await besideFault(record);
    if (entry.kind === 'redaction' && sound === undefined) {
      const read = readPayload(entry, record.payload);
      if (read?.kind === 'redaction') for (const digest of read.payload.digests) redactedDigests.add(digest);
    }
    if (broken !== undefined) {
      if (entry.sequence === wanted) broken = makeFault('order', chain, wanted);
      continue;
    }
    const sequence = head.sequence + 1;
    if (hashEntry(entry) !== entry.hash) broken = makeFault('entry-changed', chain, sequence);
    else if (entry.chain !== chain) broken = makeFault('other-chain', chain, sequence, { other: entry.chain });
    else if (entry.sequence !== sequence) {
      broken = makeFault(entry.sequence > sequence ? 'gap' : 'order', chain, sequence);
      wanted = sequence;
    } else if (entry.previousHash !== head.hash) {
      broken = makeFault('link-broken', chain, Math.max(head.sequence, 1), { next: sequence });
    } else if (sound !== undefined) broken = makeFault(sound, chain, sequence);
    else {
      missing.push(...missingBeside(record).map((thing) => ({ ...thing, sequence })));
      if (entry.registeredAt < previousTime) clockSetBack.push(sequence);
      previousTime = entry.registeredAt;
      head = { sequence, hash: entry.hash };
    }
  }

  if (broken === undefined && expected !== undefined) broken = endFault(chain, head, expected);
  const lost = missing.find((thing) => !redactedDigests.has(thing.digest));
  const fault = lost === undefined ? broken : makeFault(lost.code, chain, lost.sequence);
  const redacted = new Set(missing.filter((thing) => redactedDigests.has(thing.digest)).map((thing) => thing.sequence))
    .size;
  return { chain, count, head, redacted, clockSetBack, ...(fault === undefined ? {} : { fault }) };
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

/** The outcome of checking a bundle or the live ledger, in words for a person. */
export interface VerifyReport {
  ok: boolean;
  /** The first thing that is wrong. */
  fault?: Fault;
  chains: ChainReport[];
  /** One Chinese sentence: the outcome. */
  message: string;
  /** What was asked of an outside witness (a hash printed or signed elsewhere): not asked, found in a chain, not there. */
  witness: 'not-asked' | 'found' | 'not-found';
  /** Chinese: what this check cannot show. Always to be shown with the outcome. */
  limits: string;
}

const WORDS = {
  ok: '核对通过：{count} 条记录首尾相接，内容都与指纹相符。{redacted}',
  redacted: '其中 {redacted} 条的内容已按“隐去”记录删去，链条完整。',
  failed: '核对没有通过：{fault}',
  witnessMissing: '核对没有通过：见证指纹 {witness} 不在这些记录里。记录可能被整条重做过，或见证来自另一台电脑。',
  limits:
    '证据链是“可察觉改动”的：改一个字、缺一条、换次序都会被发现。但如果有人把整条链从头重做，只看这些记录发现不了，要与留在外面的见证（打印签字的表、以前导出的文件上的末条指纹）比对。指纹也不证明页面当时的内容本身是真的。',
} as const;

/** Turns the reports of chains into one report. `fault` is what was found outside the chains. */
export function reportOn(
  chains: ChainReport[],
  fault?: Fault,
  witness?: { hash: string; found: boolean },
): VerifyReport {
  const first = chains.find((chain) => chain.fault !== undefined)?.fault ?? fault;
  const missing = witness !== undefined && !witness.found;
  const redacted = chains.reduce((sum, chain) => sum + chain.redacted, 0);
  const message =
    first !== undefined
      ? fillSlots(WORDS.failed, { fault: first.message })
      : missing
        ? fillSlots(WORDS.witnessMissing, { witness: `${witness.hash.slice(0, 16)}…` })
        : fillSlots(WORDS.ok, {
            count: chains.reduce((sum, chain) => sum + chain.count, 0),
            redacted: redacted === 0 ? '' : fillSlots(WORDS.redacted, { redacted }),
          });
  return {
    ok: first === undefined && !missing,
    ...(first === undefined ? {} : { fault: first }),
    chains,
    message,
    witness: witness === undefined ? 'not-asked' : witness.found ? 'found' : 'not-found',
    limits: WORDS.limits,
  };
}
