import { fillSlots } from '../base/text.ts';
import type { Sheet } from '../evaluation/evaluate.ts';
import { NO_TEXT } from '../evaluation/scorecard.ts';
import { aboutLines, type ExportAbout, SIGN } from './about.ts';
import {
  closingLines,
  evidenceLine,
  groupLine,
  keepersOf,
  lineOf,
  partsLine,
  reasonOf,
  SCORE_WORDS,
  type SheetLine,
  STATE_WORDS,
  unplacedLines,
} from './score-words.ts';
import { type Table, type TableRow, writeWorkbook } from './xlsx.ts';

const remark = (line: string): TableRow => ({ tone: 'remark', cells: [line] });
const named = (name: string, points: number): string => fillSlots(SCORE_WORDS.points, { name, points });

function itemRow({ name, one }: SheetLine, category: string, group: string): TableRow {
  const { item, rating, state } = one;
  const cells = [category, group, name, item.evidence, rating?.score ?? null];
  return { tone: 'plain', cells: [...cells, reasonOf(rating), evidenceLine(one), STATE_WORDS[state]] };
}

function scoreTable(sheet: Sheet, about: ExportAbout): Table {
  const rows: TableRow[] = [
    { tone: 'title', cells: [SCORE_WORDS.title] },
    ...[sheet.scorecard.title, ...aboutLines(about)].map(remark),
    { tone: 'head', cells: [...SCORE_WORDS.columns] },
  ];
  for (const { category, groups } of sheet.categories) {
    const name = named(`${category.id} ${category.name}`, category.points);
    for (const one of groups) {
      const { group, points } = one;
      const groupName = named(`${group.id} ${group.name}`, group.points);
      rows.push(...one.items.map((item) => itemRow(lineOf(item), name, groupName)));
      const subtotal = fillSlots(SCORE_WORDS.subtotal, { id: group.id, points: group.points });
      rows.push({
        tone: 'sum',
        cells: ['', subtotal, '', '', points.backed + points.rated, groupLine(one), '', ''],
        spans: [
          [1, 3],
          [5, 7],
        ],
      });
    }
    if (groups.length === 0) {
      const topics = fillSlots(SCORE_WORDS.topics, { names: category.topics.map((topic) => topic.name).join('、') });
      rows.push({ tone: 'plain', cells: [name, NO_TEXT, '', topics, null, '', '', NO_TEXT], spans: [[3, 6]] });
    }
  }
  rows.push(...unplacedLines(sheet.unplaced).map((line) => itemRow(line, SCORE_WORDS.unplaced, NO_TEXT)));
  const { known } = sheet;
  const total = fillSlots(SCORE_WORDS.known, { points: known.points });
  rows.push({
    tone: 'sum',
    cells: [total, '', '', '', known.backed + known.rated, partsLine(known), '', ''],
    spans: [
      [0, 3],
      [5, 7],
    ],
  });
  rows.push(...closingLines(sheet).map(remark), remark(''), remark(SIGN));
  return { name: SCORE_WORDS.sheet, widths: [22, 24, 20, 42, 9, 32, 24, 18], rows };
}

function evidenceTable(sheet: Sheet): Table {
  const rows = sheet.categories
    .flatMap(({ groups }) => groups.flatMap(({ items }) => items))
    .flatMap(({ item, evidence }) =>
      evidence.map((line): TableRow => {
        const { number, subject, factOn, registeredOn, gapDays = null, hash } = line;
        const own = /^\d+$/.test(number) ? Number(number) : number;
        const cells = [item.id, own, subject, factOn, registeredOn, gapDays, keepersOf(line), hash];
        return { tone: 'plain', cells };
      }),
    );
  const head: TableRow = { tone: 'head', cells: [...SCORE_WORDS.evidenceColumns] };
  return { name: SCORE_WORDS.evidence, widths: [8, 10, 60, 12, 12, 10, 16, 36], rows: [head, ...rows] };
}

/** 计分表.xlsx: the sheet, and the evidence behind it line by line. */
export function scoreWorkbook(sheet: Sheet, about: ExportAbout): Promise<Uint8Array> {
  return writeWorkbook([scoreTable(sheet, about), evidenceTable(sheet)], {
    title: SCORE_WORDS.title,
    createdAt: about.createdAt,
  });
}
