import { cleanText, fillSlots, halfWidth, shorten, squeeze } from '../base/text.ts';
import { classNamed, type StandardClass } from '../standards/classes.ts';
import { readDesignation } from '../standards/designation.ts';
import { linesOf } from '../tables/heads.ts';
import type { TableRemark } from '../tables/read-table.ts';
import type { TableCell, TableSheet } from '../tables/table-type.ts';
import type { SubSystem, UnitProfile, UnitStandard } from './profile.ts';
import { boxOf, type Places, placesOf } from './structure.ts';

const WORDS = {
  differs: '“{what}”写 {written}，明细表里数出 {counted}。',
  row: '“{text}”这一行不知道数的是哪些标准，没有对。',
  column: '“{text}”这一栏明细表里数不出来，没有对。',
  none: '没有标准明细表，汇总表没有对。',
  between: ' × ',
} as const;

/** What an office counted itself, beside what its register has. */
export interface ClaimedTotals {
  sheet: string;
  /** Numbers that agree, and that do not. */
  agreed: number;
  differing: number;
  /** Each that differs, and what could not be compared. */
  remarks: TableRemark[];
}

const SUMMARY = /(?:汇总|统计)表/u;
const TOTAL = /^(?:合计|总计|小计|共计|总数|现有数?|现有标准数?|数量|项数|标准数量?)(?:[（(].*[)）])?$/u;
const NOT_COUNTED = /应有|%|％|比例|比率|备注|序号|说明/u;
const NUMBER = /^(\d{1,5})[项个条]?$/u;
/** Rows from the top in which it is said that it is a summary. */
const TOP = 5;
const LONG = 40;

/** Whether a sheet is a 汇总表: its name or a title says so, and classes or sub-systems stand in it. */
export const isClaimedTotals = ({ name, cells }: TableSheet): boolean =>
  (SUMMARY.test(name) || cells.some(({ row, text }) => row < TOP && text.length < LONG && SUMMARY.test(text))) &&
  cells.some(({ text }) => classNamed(labelOf(text)) !== undefined);

const labelOf = (text: string): string => halfWidth(squeeze(text));

/** What a label counts: all, a class, or a sub-system; undefined for none of these. */
type Counted = 'all' | { of: StandardClass } | { box: SubSystem };

function countedBy(text: string, places: Places): Counted | undefined {
  const label = labelOf(text);
  if (TOTAL.test(label)) return 'all';
  const of = classNamed(label);
  if (of !== undefined) return { of };
  const box = /^\d+$/u.test(label) ? undefined : (places.byWords(cleanText(text)) ?? undefined);
  return box && { box };
}

function has(standard: UnitStandard, counted: Counted, places: Places): boolean {
  if (counted === 'all') return true;
  const kind = readDesignation(standard.designation);
  if ('of' in counted) return kind !== undefined && counted.of.isOf(kind);
  const box = boxOf(places, standard);
  return box !== undefined && places.pathOf(box).includes(counted.box);
}

/**
 * Compares the numbers of a 汇总表 with the register: rows and columns are classes, sub-systems and totals, whichever way round.
 * They are a claim and change nothing in a profile.
 */
export function compareTotals(sheet: TableSheet, profile: UnitProfile): ClaimedTotals {
  const result: ClaimedTotals = { sheet: sheet.name, agreed: 0, differing: 0, remarks: [] };
  const tell = (what: TableRemark['what'], row: number, text: string): void =>
    void result.remarks.push({ sheet: sheet.name, row, what, text });
  const counted = profile.standards.filter(({ withdrawnOn }) => withdrawnOn === undefined);
  if (counted.length === 0) {
    tell('look', 0, WORDS.none);
    return result;
  }
  const places = placesOf(profile);
  const columns = columnsOf(sheet);
  const told = new Set<string>();
  const once = (what: TableRemark['what'], row: number, text: string): void => {
    if (!told.has(text)) tell(what, row, text);
    told.add(text);
  };
  for (const [row, line] of linesOf(sheet)) {
    const labels = [...line.values()]
      .filter(({ text }) => !NUMBER.test(labelOf(text)))
      .sort((left, right) => left.column - right.column);
    for (const cell of line.values()) {
      const written = NUMBER.exec(labelOf(cell.text))?.[1];
      const heads = columns(cell);
      if (written === undefined || heads.length === 0) continue;
      const left = labels.filter(({ column }) => column < cell.column);
      if (heads.some((text) => NOT_COUNTED.test(text))) {
        const head = heads.find((text) => NOT_COUNTED.test(text)) ?? '';
        if (!/序号/u.test(head)) once('skipped', 0, fillSlots(WORDS.column, { text: shorten(head, 20) }));
        continue;
      }
      const [byRow, byColumn] = [left.map(({ text }) => text), heads].map((texts) =>
        texts.map((text) => ({ text: squeeze(text), counted: countedBy(text, places) })),
      );
      const rowKnown = byRow?.filter((one) => one.counted !== undefined) ?? [];
      const columnKnown = byColumn?.filter((one) => one.counted !== undefined) ?? [];
      if (rowKnown.length === 0) {
        if (left.length > 0)
          once('look', row + 1, fillSlots(WORDS.row, { text: shorten(byRow?.at(-1)?.text ?? '', 20) }));
        continue;
      }
      if (columnKnown.length === 0) {
        once('look', 0, fillSlots(WORDS.column, { text: shorten(byColumn?.at(-1)?.text ?? '', 20) }));
        continue;
      }
      const all = [...rowKnown, ...columnKnown];
      const count = counted.filter((standard) =>
        all.every((one) => one.counted === undefined || has(standard, one.counted, places)),
      ).length;
      if (count === Number(written)) {
        result.agreed += 1;
        continue;
      }
      result.differing += 1;
      const named = all.filter((one) => one.counted !== 'all').map(({ text }) => shorten(text, 20));
      const what = (named.length > 0 ? named : [all[0]?.text ?? '']).join(WORDS.between);
      tell('look', row + 1, fillSlots(WORDS.differs, { what, written, counted: count }));
    }
  }
  return result;
}

/** The heads above a number, from the top: texts of the rows before the first number, joined ones over all their columns. */
function columnsOf({ cells, spans = [] }: TableSheet): (cell: TableCell) => string[] {
  const isNumber = ({ text }: TableCell): boolean => NUMBER.test(labelOf(text));
  const first = Math.min(...cells.filter(isNumber).map(({ row }) => row), Number.POSITIVE_INFINITY);
  const heads = cells
    .filter((cell) => cell.row < first && !SUMMARY.test(cell.text))
    .map((cell) => {
      const span = spans.find(({ row, column }) => row === cell.row && column === cell.column);
      return { text: cell.text, row: cell.row, from: cell.column, to: cell.column + (span?.columns ?? 1) - 1 };
    });
  // A row of one text is a title or says when.
  const rows = Map.groupBy(heads, ({ row }) => row);
  const shown = heads.filter(({ row }) => (rows.get(row)?.length ?? 0) > 1);
  return ({ column }) => shown.filter(({ from, to }) => column >= from && column <= to).map(({ text }) => text);
}
