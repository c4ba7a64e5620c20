import { halfWidth, squeeze } from '../../base/text.ts';
import type { DocumentModel } from '../../document/model.ts';
import { classNamed } from '../../standards/classes.ts';
import type { FoundDesignation } from '../../standards/designation.ts';
import { registerRowsOf } from '../questions/registers.ts';
import { type Table, tablesOf } from '../questions/rows.ts';
import { partUnread } from '../questions/sight.ts';
import { defineRule, type Rule, type Verdict } from '../rule.ts';

const REASONS = {
  sum: { outcome: 'failed', message: '汇总表“{column}”一列合计写{total}而各行相加是{sum}，请核对。' },
  'row-sum': { outcome: 'failed', message: '汇总表“{row}”一行合计写{total}而各列相加是{sum}，请核对。' },
  count: { outcome: 'failed', message: '汇总表“{row}”写{total}项而明细表里有{count}项，请核对。' },
  unreadable: { outcome: 'cannot-tell', message: '明细表里有{count}行的标准号没看懂，没有和汇总表核对。' },
  unread: { outcome: 'cannot-tell', message: '表格没有读全，数量请目视核对。' },
  none: { outcome: 'not-applicable', message: '没有汇总表，不核对数量。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

type Kind = Pick<FoundDesignation, 'family' | 'prefix'>;

const TOTAL = /^(?:合计|总计|共计|总数|小计合计)$/u;
const TOTAL_COLUMN = /^(?:合计|总计|小计)$/u;
/** 服务提供标准体系 as the title of numbers is one of the columns that are added. */
const SYSTEM_COLUMN = /体系/u;
/** A column that is no part of a sum: shares, and what ought to be there. */
const NOT_SUMMED = /应有|现有\/应有|%|％|比例|比率|备注|序号|说明/u;
const NUMBER_COLUMN = /^(?:标准号|标准编号|标准代号|文件编号)$/u;
const CLASS_COLUMN = /类别|类型|级别|层次|分类|体系|种类/u;
const COUNT_COLUMN = /^(?:数量|现有数|现有|项数|合计|总计|标准数量|现有数量|小计)(?:[（(][^（()）]*[)）])?$/u;

/** A summary, the titles of its columns cleaned. */
type Summary = Table;

export const registerTotals = defineRule({
  id: 'register-totals',
  title: '汇总表与明细表数量一致',
  severity: 'error',
  actor: 'administrator',
  kinds: ['table'],
  basis: ['handout-1-c6', 'handout-4-1', 'handout-8-9'],
  indicators: ['C6'],
  reasons: REASONS,
  check({ document }) {
    const tables = tablesOf(document);
    const summaries = tables.flatMap((table) => summaryOf(table) ?? []);
    const unread: Verdict<ReasonId>[] = partUnread(document) ? [{ reason: 'unread' }] : [];
    if (summaries.length === 0) return unread.length > 0 ? unread : [{ reason: 'none' }];
    // Half a register proves nothing about a number of rows.
    const register = unread.length > 0 ? undefined : registerOf(document);
    return [...summaries.flatMap((summary) => judge(summary, register)), ...unread];
  },
});

/** One fault is told once: a wrong number in a row is wrong in the sum below too. */
function judge(summary: Summary, register: Register | undefined): Verdict<ReasonId>[] {
  const rowSums = rowSumsOf(summary);
  const sums = sumsOf(summary).filter(({ subject }) => rowSums.length === 0 || !TOTAL_COLUMN.test(subject ?? ''));
  const counts = countsOf(summary, register);
  const own = counts.filter(({ subject }) => !TOTAL.test(subject ?? ''));
  const wrong = [...rowSums, ...sums, ...own];
  return wrong.length > 0 ? wrong : counts;
}

const cellText = (cell: string | undefined): string => halfWidth(squeeze(cell ?? ''));

/** A whole number as a cell writes it: 12, 12项; undefined for anything else, 0 for a dash or nothing. */
function numberIn(cell: string | undefined): number | undefined {
  const text = cellText(cell);
  if (/^[-—–/]*$/u.test(text)) return 0;
  const digits = /^(\d{1,5})[项个件]?$/u.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function summaryOf({ header, rows, block }: Table): Summary | undefined {
  const titles = header.map(cellText);
  if (titles.some((title) => NUMBER_COLUMN.test(title)) || rows.length < 2) return undefined;
  const known = rows.filter(
    (row) => labelOf({ header, rows, block }, row) !== '' && isClass(labelOf({ header, rows, block }, row)),
  );
  const counts =
    titles.some((title) => COUNT_COLUMN.test(title)) ||
    rows.some((row) => TOTAL.test(cellText(row.find((cell) => cellText(cell) !== ''))));
  return known.length >= 2 && counts ? { header: titles, rows, block } : undefined;
}

const isClass = (label: string): boolean => classNamed(label) !== undefined;

/** The word in front of a row: its class, or 合计. */
function labelOf({ header }: Summary, row: readonly string[]): string {
  const column = Math.max(
    0,
    header.findIndex((title) => CLASS_COLUMN.test(cellText(title))),
  );
  return [cellText(row[column]), cellText(row[0])].find((text) => text !== '' && !/^\d+$/.test(text)) ?? '';
}

function summedColumns({ header, rows }: Summary): number[] {
  return header
    .map((title, column) => ({ title, column }))
    .filter(
      ({ title, column }) =>
        column > 0 &&
        title !== '' &&
        !NOT_SUMMED.test(title) &&
        (!CLASS_COLUMN.test(title) || SYSTEM_COLUMN.test(title)) &&
        rows.every((row) => numberIn(row[column]) !== undefined),
    )
    .map(({ column }) => column);
}

/** 合计 below a column is the sum of what stands above it. */
function sumsOf(summary: Summary): Verdict<ReasonId>[] {
  const total = summary.rows.find((row) => TOTAL.test(labelOf(summary, row)));
  const parts = summary.rows.filter((row) => row !== total);
  // GB and GB/T below 国家标准 would be counted twice: only rows of one depth are added.
  if (!total || hasNestedClasses(summary)) return [];
  return summedColumns(summary).flatMap((column) => {
    const sum = parts.reduce((added, row) => added + (numberIn(row[column]) ?? 0), 0);
    const written = numberIn(total[column]) ?? 0;
    if (sum === written || cellText(total[column]) === '') return [];
    const title = summary.header[column] ?? '';
    return [verdict('sum', summary, title, { column: title, total: written, sum })];
  });
}

function hasNestedClasses(summary: Summary): boolean {
  const labels = summary.rows.map((row) => labelOf(summary, row));
  return labels.some((label) => /^(?:国家标准|国标)/u.test(label)) && labels.some((label) => /^GB/.test(label));
}

/** 合计 behind a row is the sum of its sub-systems. */
function rowSumsOf(summary: Summary): Verdict<ReasonId>[] {
  const totals = summary.header.flatMap((title, column) => (TOTAL_COLUMN.test(title) && column > 0 ? [column] : []));
  const [total] = totals;
  if (total === undefined || totals.length > 1) return [];
  const parts = summedColumns(summary).filter((column) => column < total);
  if (parts.length < 2) return [];
  return summary.rows.flatMap((row) => {
    const sum = parts.reduce((added, column) => added + (numberIn(row[column]) ?? 0), 0);
    const written = numberIn(row[total]);
    if (written === undefined || written === sum || cellText(row[total]) === '') return [];
    const label = labelOf(summary, row);
    return [verdict('row-sum', summary, label, { row: label, total: written, sum })];
  });
}

interface Register {
  /** Those that could be read. */
  kinds: Kind[];
  unreadable: number;
}

/** The rows of 标准明细表, one table or several. A row that names several standards is none that can be counted. */
function registerOf(document: DocumentModel): Register | undefined {
  const rows = registerRowsOf(document);
  if (rows.length === 0) return undefined;
  const kinds = rows.flatMap(({ designation }) => designation ?? []);
  return { kinds, unreadable: rows.length - kinds.length };
}

function countsOf(summary: Summary, register: Register | undefined): Verdict<ReasonId>[] {
  const column = summary.header.findLastIndex((title) => COUNT_COLUMN.test(title));
  if (!register || column < 0) return [];
  if (register.unreadable > 0) return [verdict('unreadable', summary, '', { count: register.unreadable })];
  return summary.rows.flatMap((row) => {
    const label = labelOf(summary, row);
    const written = numberIn(row[column]);
    const count = countOf(label, register);
    if (written === undefined || count === undefined || written === count) return [];
    return [verdict('count', summary, label, { row: label, total: written, count })];
  });
}

function countOf(label: string, { kinds }: Register): number | undefined {
  if (TOTAL.test(label)) return kinds.length;
  const known = classNamed(label);
  return known && kinds.filter((kind) => known.isOf(kind)).length;
}

function verdict(
  reason: ReasonId,
  { block }: Summary,
  subject: string,
  slots: Record<string, string | number>,
): Verdict<ReasonId> {
  return { reason, slots, subject, sources: [block.source] };
}
