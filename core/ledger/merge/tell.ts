import { fillSlots } from '../../base/text.ts';
import type { ClockDoubt } from './clocks.ts';
import type { LogChain, LogSource, MergeLog } from './merge.ts';
import type { Question } from './questions.ts';

/** What merging tells a person; the same words on the screen, in the command line and in what is handed out. */
const WORDS = {
  summary: '{sources} 个来源，{entries} 条记录。',
  identical: '{count} 条内容相同，只算一次，来源都留着。',
  disagreements: '{count} 处说法不一致，要您来定。',
  untold: '另有 {count} 处没有一一比对。',
  shorter: '{count} 条链比以前少。',
  forks: '{count} 条链后来各记各的。',
  clocks: '{count} 处时钟不准。',
  source: '“{names}”：{entries} 条，{chains} 条链，{unit}导出于 {exportedAt}。',
  twice: '“{names}”是同一份，只算一份。',
  fork: '“{who}”的链从第 {from} 条起分成了两路，各记各的：一路到第 {count} 条。两路都留着，请向那个窗口问清楚。',
  questions: {
    shorter: '“{who}”这次只有 {sequence} 条，以前合并时有 {known} 条，少了 {missing} 条。',
    rewritten: '“{who}”的第 {known} 条和以前合并时的不是同一条，记录可能被重做过。',
    witness: '签字表上的末条指纹（第 {known} 条）在“{who}”里没有找到：它只有 {sequence} 条，少了 {missing} 条。',
    witnessNowhere: '签字表上的末条指纹（第 {known} 条）在这些证据包里没有找到。记录可能被重做过，或包没有带全。',
    witnessUnknown: '签字表上的末条指纹在这些证据包里没有找到。记录可能少了、被重做过，或包没有带全。',
  },
  clock: {
    ahead: '“{who}”的时钟像是快了{amount}：第 {sequence} 条的登记时间比导出或现在还晚。',
    exported: '“{who}”的导出时间比现在晚{amount}，导出它的电脑时钟像是快了。',
    'set-back': '“{who}”的时钟往回调过{amount}：第 {sequence} 条的登记时间比上一条早。',
    beside: '“{who}”的时钟对不上：导出时间比导入时间还晚{amount}，有一边不准。',
  },
  days: ' {count} 天',
  hours: ' {count} 小时',
  minutes: ' {count} 分钟',
} as const;

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];
/** Up to so many hours they are told as hours. */
const MOST_HOURS = 36;

function amountOf(milliseconds: number): string {
  if (milliseconds < HOUR) return fillSlots(WORDS.minutes, { count: Math.round(milliseconds / MINUTE) });
  const hours = Math.round(milliseconds / HOUR);
  return hours <= MOST_HOURS
    ? fillSlots(WORDS.hours, { count: hours })
    : fillSlots(WORDS.days, { count: Math.round(milliseconds / DAY) });
}

/** 窗口4 的时钟像是快了 8 小时。 */
export const tellClock = ({ is, milliseconds, ...slots }: ClockDoubt): string =>
  fillSlots(WORDS.clock[is], { ...slots, amount: amountOf(milliseconds) });

/** What is asked before a bundle is taken in, as a statement. */
export function tellQuestion({ is, who, sequence, known }: Question): string {
  const { questions } = WORDS;
  const sentence =
    is !== 'witness'
      ? questions[is]
      : known === 0
        ? questions.witnessUnknown
        : who === ''
          ? questions.witnessNowhere
          : questions.witness;
  return fillSlots(sentence, { who, sequence, known, missing: known - sequence });
}

/** A chain that went two ways. */
export const tellFork = ({ who, shared, count }: LogChain): string =>
  fillSlots(WORDS.fork, { who, from: shared + 1, count });
export const forksOf = ({ chains }: MergeLog): LogChain[] => chains.filter(({ branch }) => branch > 0);

/** One line a file; one more where the same export was brought twice. */
export function tellSource({ names, entries, chains, unit, exportedAt }: LogSource): string[] {
  const joined = names.join('”“');
  return [
    fillSlots(WORDS.source, { names: names[0] ?? '', entries, chains: chains.length, unit, exportedAt }),
    ...(names.length > 1 ? [fillSlots(WORDS.twice, { names: joined })] : []),
  ];
}

/** Six figures in a line; those of nothing are left out. */
export function tellSummary(log: MergeLog): string {
  const shorter = log.questions.length;
  const parts: [string, number][] = [
    [WORDS.identical, log.identicalCount],
    [WORDS.disagreements, log.disagreements.length],
    [WORDS.untold, log.untold],
    [WORDS.shorter, shorter],
    [WORDS.forks, forksOf(log).length],
    [WORDS.clocks, log.clocks.length],
  ];
  const first = fillSlots(WORDS.summary, { sources: log.sources.length, entries: log.entries });
  return first + parts.flatMap(([sentence, count]) => (count === 0 ? [] : fillSlots(sentence, { count }))).join('');
}
