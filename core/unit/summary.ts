import { CLASSES } from '../standards/classes.ts';
import { readDesignation } from '../standards/designation.ts';
import { type Member, membersIn, type System, topOf } from './structure.ts';

/** 标准汇总表: how many standards of each class each sub-system has. */
export interface Summary {
  /** Names of the sub-systems; '' for what stands in none. */
  columns: string[];
  rows: SummaryRow[];
  total: SummaryRow;
}

export interface SummaryRow {
  name: string;
  /** One for each column. */
  counts: number[];
  total: number;
}

/** What is of no class. */
const OTHER = '其他';
const TOTAL = '合计';
/** Classes that stand in the table without a standard: the others only with one. */
const ALWAYS = new Set(['GB', 'GB/T', '行业标准', '地方标准', '团体标准', '内部标准']);

/** The class of a standard by its number: GB/T, 内部标准, 其他. */
export function classOf(designation: string): string {
  const kind = readDesignation(designation);
  return (kind && CLASSES.find((one) => !one.inParts && one.isOf(kind))?.name) ?? OTHER;
}

/** The standards of a system counted by class and sub-system. Pure. */
export function summaryOf(system: System): Summary {
  const { columns, outside } = topOf(system);
  const groups: { name: string; members: readonly Member[] }[] = [
    ...columns.map((box) => ({ name: box.name, members: membersIn(box) })),
    ...(outside.length > 0 || columns.length === 0 ? [{ name: '', members: outside }] : []),
  ];
  const counted = groups.map(({ members }) =>
    Map.groupBy(
      members.map(({ standard }) => classOf(standard.designation)),
      (name) => name,
    ),
  );
  const names = [...CLASSES.flatMap(({ name, inParts }) => (inParts ? [] : [name])), OTHER];
  const rows = names.flatMap((name): SummaryRow[] => {
    const counts = counted.map((by) => by.get(name)?.length ?? 0);
    const total = sum(counts);
    return total > 0 || ALWAYS.has(name) ? [{ name, counts, total }] : [];
  });
  const counts = groups.map(({ members }) => members.length);
  return { columns: groups.map(({ name }) => name), rows, total: { name: TOTAL, counts, total: sum(counts) } };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
