import { findDates } from '../../base/dates.ts';
import { shorten, squeeze } from '../../base/text.ts';
import { cellFor } from '../questions/records.ts';
import {
  EFFECTIVE_COLUMN,
  NUMBER_COLUMN,
  PUBLISHED_COLUMN,
  type RegisterRow,
  registerRowsOf,
  registersOf,
  TITLE_COLUMN,
} from '../questions/registers.ts';
import { columnOf, isSurelyEmpty, type Table } from '../questions/rows.ts';
import { orUnread, partUnread } from '../questions/sight.ts';
import { defineRule, type Rule, type Verdict } from '../rule.ts';

const REASONS = {
  'no-dates': { outcome: 'failed', severity: 'warning', message: '标准明细表没有发布日期和实施日期的列。' },
  'no-number': { outcome: 'failed', message: '标准明细表{row}（{title}）没有写标准号。' },
  'no-title': { outcome: 'failed', message: '标准明细表{row}（{number}）没有写标准名称。' },
  twice: { outcome: 'failed', message: '标准号{number}用了{count}次，名称不一样，请核对。' },
  repeated: { outcome: 'failed', severity: 'info', message: '{number}在明细表里列了{count}次，请核对是否重复。' },
  'bad-date': { outcome: 'failed', message: '{number}的{column}“{value}”不是真实的日期。' },
  reversed: { outcome: 'failed', message: '{number}的实施日期（{effective}）早于发布日期（{published}）。' },
  'year-differs': {
    outcome: 'failed',
    severity: 'warning',
    message: '{number}编号里的年份和发布日期（{published}）不一致，请核对。',
  },
  unread: { outcome: 'cannot-tell', message: '标准明细表没有读全，请目视核对。' },
  none: { outcome: 'not-applicable', message: '没有标准明细表。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

export const registerComplete = defineRule({
  id: 'register-complete',
  title: '标准明细表填写正确',
  severity: 'error',
  actor: 'administrator',
  kinds: ['table'],
  basis: ['handout-1-c6', 'handout-8-9'],
  indicators: ['C6'],
  reasons: REASONS,
  check({ document }) {
    const tables = registersOf(document);
    if (tables.length === 0) return orUnread<ReasonId>(document, [{ reason: 'none' }], { reason: 'unread' });
    const rows = registerRowsOf(document);
    const dated = tables.some((table) => [PUBLISHED_COLUMN, EFFECTIVE_COLUMN].some((box) => columnOf(table, box) >= 0));
    const undated: Verdict<ReasonId>[] =
      dated || rows.length === 0 || partUnread(document) ? [] : [{ reason: 'no-dates', sources: tables.map(sourceOf) }];
    return orUnread(document, [...undated, ...rows.flatMap(judge), ...numbers(rows)], { reason: 'unread' });
  },
});

const sourceOf = ({ block }: Table) => block.source;
const nameOf = ({ number, designation }: RegisterRow): string => designation?.text ?? number;

function judge(entry: RegisterRow): Verdict<ReasonId>[] {
  const { row, table, number, title } = entry;
  const say = (reason: ReasonId, subject: string, slots: Record<string, string>): Verdict<ReasonId>[] => [
    { reason, slots, subject, sources: [table.block.source] },
  ];
  const text = shorten(squeeze(title), 24);
  if (number === '')
    return isSurelyEmpty(row, columnOf(table, NUMBER_COLUMN)) && text !== ''
      ? say('no-number', text, { row: row.name, title: text })
      : [];
  if (text === '')
    return isSurelyEmpty(row, columnOf(table, TITLE_COLUMN)) ? say('no-title', number, { row: row.name, number }) : [];
  const name = nameOf(entry);
  const dates = [PUBLISHED_COLUMN, EFFECTIVE_COLUMN].map((box) => ({ box, value: squeeze(cellFor(row, box) ?? '') }));
  const wrong = dates.find(({ value }) => findDates(value)[0]?.flaw === 'impossible');
  if (wrong)
    return say('bad-date', `${name} ${wrong.box.name}`, { number: name, column: wrong.box.name, value: wrong.value });
  const [published, effective] = dates.map(({ value }) => findDates(value)[0]?.iso?.slice(0, 10));
  if (published && effective && effective < published)
    return say('reversed', name, { number: name, effective, published });
  const { family, year } = entry.designation ?? {};
  // Others' standards are published in the year of their number or the next; ours are given their number that day.
  if (family === 'unit' && year !== undefined && published && Number(published.slice(0, 4)) !== year)
    return say('year-differs', name, { number: name, published });
  return [];
}

/** One number for two texts is a fault; the same standard in two sub-systems may be meant. */
function numbers(rows: readonly RegisterRow[]): Verdict<ReasonId>[] {
  const groups = Map.groupBy(
    rows.filter(({ number }) => number !== ''),
    nameOf,
  );
  return [...groups].flatMap(([number, same]): Verdict<ReasonId>[] => {
    const [first] = same;
    if (same.length < 2 || !first) return [];
    const titles = new Set(same.map(({ title }) => squeeze(title).replace(/[《》\-—:：第部分]/gu, '')).filter(Boolean));
    const isOurs = first.designation === undefined || first.designation.family === 'unit';
    const reason = titles.size > 1 && isOurs && first.designation ? 'twice' : 'repeated';
    return [{ reason, slots: { number, count: same.length }, subject: number, sources: [first.table.block.source] }];
  });
}
