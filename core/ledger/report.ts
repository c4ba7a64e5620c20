import { fillSlots } from '../base/text.ts';
import { type Doubt, doubtsOfExport } from './doubts.ts';
import type { ChainReport, Fault } from './verify.ts';

/** The outcome of checking a bundle or the live ledger, in words for a person. */
export interface VerifyReport {
  /** Nothing is wrong, nothing is in doubt, and the witness, when one was asked for, is there. */
  ok: boolean;
  /** The first thing that is wrong. */
  fault?: Fault;
  /** What is wrong with shapes and times, apart from the chains: the first ones. */
  doubts: Doubt[];
  chains: ChainReport[];
  /** One Chinese sentence: the outcome. */
  message: string;
  /** Chinese sentences to be shown with the outcome: every doubt, and what is no fault but has to be known. */
  notes: string[];
  /** What was asked of an outside witness (a hash printed or signed elsewhere): not asked, found in an entry in order, not there. */
  witness: 'not-asked' | 'found' | 'not-found';
  /** Chinese: what this check finds, what only a witness shows, and what nothing shows. Always to be shown with the outcome. */
  limits: string;
}

const WORDS = {
  ok: '核对通过：{count} 条记录首尾相接，内容都与指纹相符。{redacted}',
  empty: '核对通过：没有记录，没有内容可核对。',
  redacted: '其中 {redacted} 条的内容已按“隐去”记录删去，链条完整。',
  failed: '核对没有通过：{fault}',
  doubtful: '核对没有通过：{count} 条记录首尾相接，但有 {doubts} 处写法不对或没法核对，不是这个软件照常写下的。',
  witnessMissing: '核对没有通过：见证指纹 {witness} 不在这些记录里。记录可能被整条重做过，或见证来自另一台电脑。',
  limits:
    '证据链是“可察觉改动”的，不是“改不了”的。不用见证就能发现：记录、内容或附件改过、缺了、多出、换过次序，而改的人没有把之后的指纹全部重做；写法不对、日期不真。与留在外面的见证（打印签字的表、以前导出的文件上的末条指纹）比对才能发现：最后几条被拿掉并改好了条数和末条指纹；从某一条起全部重做；整条链被拿掉或换掉。见证只管到它自己那一条。怎样都发现不了：见证之后的记录被拿掉、重做或补上（补一条“隐去”可以删去以前的内容，只能数出删了几条）；包上写的单位名称和导出时间被改；登记时电脑的时钟不准；页面当时的内容本身不真。',
} as const;

/** What a verification finds, what only a witness shows, and what nothing shows. */
export const LIMITS_TOLD: string = WORDS.limits;

/** What has to be known beside the outcome. */
const NOTES = {
  more: '另有 {count} 处写法不对或没法核对，没有一一列出。',
  clockSetBack: '{chain}第 {list} 条登记时，电脑的时钟比上一条早，像是被往回调过。',
  ahead: '{chain}第 {list} 条的登记时间比导出或核对的时间还晚，电脑的时钟当时不准。',
  afterWitness: '见证是第 {sequence} 条。它之后的 {count} 条，见证不能担保。',
  redactedAfter: '见证之后隐去了 {count} 条在见证之前的内容：见证说明这些内容有过，说明不了是谁删的、删得对不对。',
  otherChains: '见证只管它所在的那条链，另外 {count} 条链没有见证。',
  signed:
    '{chain}{count} 个核对点都对得上，其中 {signed} 个有签名，签名都对（密钥 {key}）。最后一个管到第 {reaches} 条。',
  unsigned: '{chain}{count} 个核对点都对得上，没有签名。最后一个管到第 {reaches} 条。',
  covered: '{chain}{count} 个核对点都对得上。最后一个管到第 {reaches} 条。',
  unchecked: '{chain}有 {count} 个核对点的签名在这里没法核对，请用命令行或“对标”核对。',
  keys: '{chain}签名的密钥换过：{list}。重装浏览器，或恢复到另一台电脑，密钥就会换；没有换过的，请查一查。',
  key: '第 {from} 条起 {name}',
  chain: '链 {chain}：',
  andMore: '{list} 等 {count} 个',
} as const;

/** Numbers of entries that a sentence lists. */
const LISTED = 20;

function listed(numbers: readonly number[]): string {
  const list = numbers.slice(0, LISTED).join('、');
  return numbers.length > LISTED ? fillSlots(NOTES.andMore, { list, count: numbers.length }) : list;
}

/** What of times has to be known. A chain is named where there are several. */
function timeNotes(chains: readonly ChainReport[]): string[] {
  return chains.flatMap(({ chain: name, clockSetBack, ahead }) => {
    const chain = chains.length > 1 ? fillSlots(NOTES.chain, { chain: name.slice(0, LISTED) }) : '';
    const told = (sentence: string, numbers: readonly number[]): string[] =>
      numbers.length === 0 ? [] : [fillSlots(sentence, { chain, list: listed(numbers) })];
    return [...told(NOTES.clockSetBack, clockSetBack), ...told(NOTES.ahead, ahead)];
  });
}

/** What checkpoints and their signatures tell. */
function checkpointNotes(chains: readonly ChainReport[]): string[] {
  return chains.flatMap(({ chain: name, checkpoints: { count, signed, unchecked, keys, reaches = 0 } }) => {
    if (count === 0) return [];
    const chain = chains.length > 1 ? fillSlots(NOTES.chain, { chain: name.slice(0, LISTED) }) : '';
    const [key] = keys.slice(-1);
    const list = keys.map((one) => fillSlots(NOTES.key, one)).join('，');
    return [
      signed > 0
        ? fillSlots(NOTES.signed, { chain, count, signed, key: key?.name ?? '', reaches })
        : fillSlots(unchecked > 0 ? NOTES.covered : NOTES.unsigned, { chain, count, reaches }),
      ...(unchecked > 0 ? [fillSlots(NOTES.unchecked, { chain, count: unchecked })] : []),
      ...(keys.length > 1 ? [fillSlots(NOTES.keys, { chain, list })] : []),
    ];
  });
}

/** What a witness that was found does not vouch for. */
function witnessNotes(chains: readonly ChainReport[]): string[] {
  const own = chains.find(({ witnessAt }) => witnessAt !== undefined);
  if (own?.witnessAt === undefined) return [];
  const after = own.head.sequence - own.witnessAt;
  return [
    ...(after > 0 ? [fillSlots(NOTES.afterWitness, { sequence: own.witnessAt, count: after })] : []),
    ...(own.redactedAfterWitness > 0 ? [fillSlots(NOTES.redactedAfter, { count: own.redactedAfterWitness })] : []),
    ...(chains.length > 1 ? [fillSlots(NOTES.otherChains, { count: chains.length - 1 })] : []),
  ];
}

/** What is known beside the chains. */
export interface ReportAbout {
  /** What was found outside the chains. */
  fault?: Fault | undefined;
  /** Head hash that was kept outside, when one was asked for. */
  witness?: string | undefined;
  /** When a bundle says that it was written. */
  exportedAt?: string | undefined;
}

/** Turns the reports of chains into one report. */
export function reportOn(
  chains: ChainReport[],
  { fault: outside, witness, exportedAt }: ReportAbout = {},
): VerifyReport {
  const fault = chains.find((chain) => chain.fault !== undefined)?.fault ?? outside;
  const missing = witness !== undefined && chains.every(({ witnessAt }) => witnessAt === undefined);
  const sum = (of: (chain: ChainReport) => number): number => chains.reduce((all, chain) => all + of(chain), 0);
  const ofExport = exportedAt === undefined ? [] : doubtsOfExport(exportedAt);
  const doubts = [...ofExport, ...chains.flatMap((chain) => chain.doubts)].slice(0, LISTED);
  const doubtCount = ofExport.length + sum((chain) => chain.doubtCount);
  const [count, redacted] = [sum((chain) => chain.count), sum((chain) => chain.redacted)];
  const message =
    fault !== undefined
      ? fillSlots(WORDS.failed, { fault: fault.message })
      : missing
        ? fillSlots(WORDS.witnessMissing, { witness: `${witness.slice(0, 16)}…` })
        : doubtCount > 0
          ? fillSlots(WORDS.doubtful, { count, doubts: doubtCount })
          : count === 0 && chains.every(({ head }) => head.sequence === 0)
            ? WORDS.empty
            : fillSlots(WORDS.ok, { count, redacted: redacted === 0 ? '' : fillSlots(WORDS.redacted, { redacted }) });
  const unlisted = doubtCount - doubts.length;
  return {
    ok: fault === undefined && !missing && doubtCount === 0,
    ...(fault === undefined ? {} : { fault }),
    doubts,
    chains,
    message,
    notes: [
      ...doubts.map((doubt) => doubt.message),
      ...(unlisted > 0 ? [fillSlots(NOTES.more, { count: unlisted })] : []),
      ...witnessNotes(chains),
      ...checkpointNotes(chains),
      ...timeNotes(chains),
    ],
    witness: witness === undefined ? 'not-asked' : missing ? 'not-found' : 'found',
    limits: LIMITS_TOLD,
  };
}
