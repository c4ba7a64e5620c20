import { fillSlots } from '../base/text.ts';
import type { Identical } from '../ledger/merge/differences.ts';
import type { MergeLog } from '../ledger/merge/merge.ts';
import { forksOf, tellClock, tellFork, tellQuestion, tellSummary } from '../ledger/merge/tell.ts';
import { SIGN, shownTime } from './about.ts';
import { aboutDisagreement, MERGE_WORDS, pointNames, sayings } from './merge-words.ts';
import { type Table, type TableRow, writeWorkbook } from './xlsx.ts';

const WORDS = {
  title: '合并记录',
  made: '比对时间（北京时间）：{time}',
  sources: { name: '来源', head: ['文件', '单位', '导出时间', '条数', '链数', '证据包指纹'] },
  chains: { name: '链', head: ['窗口', '条数', '末条指纹', '链', '来自几个文件'] },
  told: { name: '要问的和时钟', head: ['内容'] },
  apart: { name: '不一致', head: ['哪一处', '窗口', '序号', '登记时间', '说法'] },
  same: { name: '相同内容', head: ['组', '窗口', '序号', '指纹（前一半）'] },
} as const;

const plain = (...cells: TableRow['cells']): TableRow => ({ tone: 'plain', cells });
const table = (
  { name, head }: { name: string; head: readonly string[] },
  widths: number[],
  rows: TableRow[],
): Table => ({ name, widths, rows: [{ tone: 'head', cells: [...head] }, ...rows] });

/** 合并记录.xlsx: sources, chains, what was asked and told, what is said differently, what is the same. Same log: same bytes. */
export function mergeWorkbook(log: MergeLog, createdAt: string): Promise<Uint8Array> {
  const seats = new Map(log.chains.map(({ chain, who }) => [chain, who]));
  const sources = log.sources.map((one) =>
    plain(one.names.join('、'), one.unit, shownTime(one.exportedAt), one.entries, one.chains.length, one.fingerprint),
  );
  const first: TableRow[] = [
    { tone: 'title', cells: [WORDS.title] },
    ...[tellSummary(log), fillSlots(WORDS.made, { time: shownTime(createdAt) })].map(
      (line): TableRow => ({ tone: 'remark', cells: [line] }),
    ),
    { tone: 'head', cells: [...WORDS.sources.head] },
    ...sources,
    { tone: 'remark', cells: [''] },
    { tone: 'remark', cells: [SIGN] },
  ];
  const chains = log.chains.map(({ who, count, hash, chain, from }) => plain(who, count, hash, chain, from.length));
  const told = [...log.questions.map(tellQuestion), ...forksOf(log).map(tellFork), ...log.clocks.map(tellClock)];
  const apart = log.disagreements.flatMap((one) => {
    const names = pointNames(one);
    return one.versions.map((version) => {
      const said = sayings(one, version).map((value, index) =>
        fillSlots(MERGE_WORDS.said, { name: names[index] ?? '', value }),
      );
      const { actor, sequence, registeredAt } = version;
      return plain(aboutDisagreement(one), actor, sequence, shownTime(registeredAt), said.join('，'));
    });
  });
  const rowOfSame = ({ chain, sequence, hash }: Identical[number], group: number): TableRow =>
    plain(group + 1, seats.get(chain) ?? chain, sequence, hash);
  const same = log.identical.flatMap((group, number) => group.map((one) => rowOfSame(one, number)));
  return writeWorkbook(
    [
      { name: WORDS.sources.name, widths: [36, 28, 18, 8, 8, 36], rows: first },
      table(WORDS.chains, [24, 8, 36, 36, 14], chains),
      table(
        WORDS.told,
        [90],
        told.map((line) => plain(line)),
      ),
      table(WORDS.apart, [40, 16, 8, 18, 60], apart),
      table(WORDS.same, [8, 24, 8, 36], same),
    ],
    { title: WORDS.title, createdAt },
  );
}
