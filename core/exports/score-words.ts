import { fillSlots } from '../base/text.ts';
import type { EvidenceLine, ItemState, Points, Sheet, SheetGroup, SheetItem } from '../evaluation/evaluate.ts';
import type { SelfRating } from '../evaluation/ratings.ts';
import { NO_TEXT } from '../evaluation/scorecard.ts';

/** Words of the score sheet, in the order of its columns. Shared by the xlsx and the html. */
export const SCORE_WORDS = {
  title: '自我评价计分表',
  sheet: '计分表',
  evidence: '证据',
  remarks: '说明',
  columns: ['一级指标', '二级指标', '三级指标', '要看什么', '自报得分', '自报理由', '证据', '状况'],
  evidenceColumns: ['指标', '证据序号', '内容', '事实日期', '登记日期', '相差天数', '登记窗口', '指纹'],
  subtotal: '{id} 小计（{points} 分）',
  known: '合计（已获原文部分，{points} 分）',
  parts: {
    backed: '自报且有证据 {points} 分',
    rated: '自报未附证据 {points} 分',
    forgone: '自报未得 {points} 分',
    unclear: '不清楚 {points} 分',
  },
  over: '自报合计超出本组 {over} 分，请改正；改正前本组不计分',
  withoutText: '另有 {points} 分（{names}）未获原文，不计。',
  items: '三级指标 {total} 项：{counts}。',
  itemCounts: {
    backed: '有自报有证据 {count} 项',
    rated: '只有自报 {count} 项',
    evidence: '只有证据 {count} 项',
    unclear: '不清楚 {count} 项',
    'no-text': '未获原文 {count} 项',
  },
  points: '{name}（{points} 分）',
  lines: '{count} 条：第 {sequences} 条',
  linesOfOthers: '{count} 条：{sequences}',
  also: '{actor}（相同内容另有{others}）',
  apart: '未定：{said}',
  said: '{actor}报 {score} 分',
  saidNone: '{actor}没有报分',
  noEvidence: '无',
  wideGap: '事实日期与登记日期相差 {gapDays} 天',
  unplaced: '属于A3还是A4不知道',
  slots: '{first} 至 {last}（{count} 项）',
  topics: '可能涉及（不是正式计分表）：{names}',
} as const;

export const STATE_WORDS: Readonly<Record<ItemState, string>> = {
  backed: '有自报，有证据',
  rated: '有自报，没有证据',
  evidence: '有证据，没有自报',
  unclear: '不清楚',
  'no-text': NO_TEXT,
};

const PARTS = ['backed', 'rated', 'forgone', 'unclear'] as const;

/** How the points fall; a part without points says nothing. */
export const partsLine = (points: Points): string =>
  PARTS.filter((part) => points[part] !== 0)
    .map((part) => fillSlots(SCORE_WORDS.parts[part], { points: points[part] }))
    .join('，');

/** What stands beside the points of a group. */
export const groupLine = ({ points, over }: SheetGroup): string =>
  over === undefined ? partsLine(points) : fillSlots(SCORE_WORDS.over, { over });

/** The seat that registered a line, and the others that have the same content. */
export const keepersOf = ({ actor, also = [] }: EvidenceLine): string =>
  also.length === 0 ? actor : fillSlots(SCORE_WORDS.also, { actor, others: also.join('、') });

/** Why the unit says so; where windows give different points, what each gives. */
export function reasonOf(rating: SelfRating | undefined): string {
  if (rating?.apart === undefined) return rating?.reason ?? '';
  const said = rating.apart.map(({ actor, score }) =>
    fillSlots(score === null ? SCORE_WORDS.saidNone : SCORE_WORDS.said, { actor, score: score ?? '' }),
  );
  return fillSlots(SCORE_WORDS.apart, { said: said.join('，') });
}

/** How many lines there are and their numbers, as they are shown: of other chains' entries with their seats. */
export function tellLines(numbers: readonly string[], shown: readonly string[]): string {
  const count = numbers.length;
  const own = numbers.every((number) => /^\d+$/.test(number));
  return fillSlots(own ? SCORE_WORDS.lines : SCORE_WORDS.linesOfOthers, { count, sequences: shown.join('、') });
}

/** The evidence of an item in one cell. */
export function evidenceLine({ evidence }: SheetItem): string {
  if (evidence.length === 0) return SCORE_WORDS.noEvidence;
  const numbers = evidence.map(({ number }) => number);
  return tellLines(numbers, numbers);
}

/** Lines under the sheet: what the totals are made of, and what the reader has to know. */
export function closingLines(sheet: Sheet): string[] {
  const { items, scorecard } = sheet;
  const bare = sheet.categories.filter(({ groups }) => groups.length === 0).map(({ category }) => category);
  const names = bare.map(({ id, points }) => fillSlots(SCORE_WORDS.points, { name: id, points })).join('、');
  const total = Object.values(items).reduce((sum, count) => sum + count, 0);
  const states = Object.keys(SCORE_WORDS.itemCounts) as ItemState[];
  const counts = states
    .filter((state) => items[state] !== 0)
    .map((state) => fillSlots(SCORE_WORDS.itemCounts[state], { count: items[state] }))
    .join('，');
  return [
    fillSlots(SCORE_WORDS.items, { total, counts }),
    fillSlots(SCORE_WORDS.withoutText, { points: sheet.withoutText, names }),
    ...scorecard.remarks,
  ];
}

/** A line of the sheet: an item, or several of which there is nothing to say, told under the name of all by the first. */
export interface SheetLine {
  name: string;
  one: SheetItem;
}

export const lineOf = (one: SheetItem): SheetLine => ({ name: `${one.item.id} ${one.item.name ?? NO_TEXT}`, one });

/** Items without a text, a claim and evidence, one behind the other, are one line: C13 至 C27（15 项） 未获原文. */
export function unplacedLines(items: readonly SheetItem[]): SheetLine[] {
  const isBare = ({ state, rating, evidence }: SheetItem): boolean =>
    state === 'no-text' && rating === undefined && evidence.length === 0;
  const lines: (SheetLine & { count: number })[] = [];
  for (const one of items) {
    const line = lines.at(-1);
    if (line === undefined || !isBare(one) || !isBare(line.one)) {
      lines.push({ ...lineOf(one), count: 1 });
      continue;
    }
    line.count += 1;
    const slots = { first: line.one.item.id, last: one.item.id, count: line.count };
    line.name = `${fillSlots(SCORE_WORDS.slots, slots)} ${line.one.item.name ?? NO_TEXT}`;
  }
  return lines;
}
