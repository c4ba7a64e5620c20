import { isPersonName } from '../base/names.ts';
import { pairsBelow } from './above.ts';
import { pairBeside } from './beside.ts';
import type { GridCell, GridPair } from './cells.ts';
import { columnOf } from './columns.ts';
import { type IsLabel, isLabelText } from './labels.ts';
import { layOut, type Slot } from './layout.ts';
import { splitCell } from './line.ts';
import { isHeadOfBlankList, isListHead, rowsLike } from './lists.ts';
import { isStrip } from './strip.ts';

/**
 * Labels and their values in a grid: label left of the value, above it, or in the same cell. A table of many things of one
 * kind gives nothing. An empty value is a pair with value ''; a label without a place for a value has no `valueCell`.
 * Cells inside one cell (a label and a control) are not looked into: such a cell says `own`.
 */
export function pairGrid<Cell extends GridCell>(
  rows: readonly (readonly Cell[])[],
  isLabel: IsLabel,
): GridPair<Cell>[] {
  const layout = layOut(rows, isLabel);
  const { slots } = layout;
  const pairs: GridPair<Cell>[] = [];
  if (isStrip(layout)) return pairs;
  const taken = new Set<Slot<Cell>>();
  for (let row = 0; row < slots.length; row += 1) {
    const line = slots[row] ?? [];
    if (line.every((slot) => slot.sort === 'empty')) continue;
    if (isListHead(line, slots[row + 1] ?? [])) {
      row += rowsLike(layout, row);
      continue;
    }
    const labels =
      headLabels(line, layout.emptyColumns, taken) ?? headOfColumns(line, slots[row + 1] ?? [], taken, isLabel);
    if (!labels && isHeadOfBlankList(layout, row)) {
      row += rowsLike(layout, row);
      continue;
    }
    const below = labels && pairsBelow(layout, labels, taken, isLabel);
    if (below) {
      pairs.push(...below.pairs);
      if (labels.length >= 2) row += below.rows;
      if (labels.length >= 2 || taken.has(labels[0] as Slot<Cell>)) continue;
    }
    for (const slot of line) {
      if (taken.has(slot)) continue;
      if (slot.sort === 'label') {
        const pair = pairBeside(layout, slot, taken, isLabel);
        if (pair) pairs.push(pair, ...pairsBehind(pair, isLabel));
      } else if (slot.sort === 'value' && !slot.cell.hasBox && !slot.cell.own)
        pairs.push(...pairsInside(slot, isLabel));
    }
  }
  return pairs;
}

/**
 * The labels of a row that may name columns. A place for a value beside a label makes it no heading; the corner of a matrix
 * may be empty.
 */
function headLabels<Cell extends GridCell>(
  line: readonly Slot<Cell>[],
  emptyColumns: ReadonlySet<number>,
  taken: ReadonlySet<Slot<Cell>>,
): Slot<Cell>[] | undefined {
  const heads = line.every((slot, at) =>
    slot.sort === 'empty' ? at === 0 || emptyColumns.has(slot.column) : slot.sort === 'label' && !taken.has(slot),
  );
  const labels = line.filter((slot) => slot.sort === 'label');
  // 拟稿人 | (empty) and 拟稿人 | (empty) | 核稿人 | (empty): a sheet that nobody filled in.
  const boxes = labels.every(
    (slot) => line.find((next) => next.column === slot.column + slot.columns)?.sort === 'empty',
  );
  return heads && !boxes ? labels : undefined;
}

/** Heads of columns are short. */
const LONGEST_HEAD = 10;
const FEWEST_HEADS = 3;

/**
 * The labels of a row of heads among which some words are not known: 版本 | 时间 | 描述 | 撰写 | 校核 | 批准. Two known ones
 * stand side by side, where a form would have the value of the first, and the row below has the same columns.
 */
function headOfColumns<Cell extends GridCell>(
  line: readonly Slot<Cell>[],
  below: readonly Slot<Cell>[],
  taken: ReadonlySet<Slot<Cell>>,
  isLabel: IsLabel,
): Slot<Cell>[] | undefined {
  if (line.length < FEWEST_HEADS || below.length !== line.length) return undefined;
  const plain = ({ cell, text, own }: Slot<Cell>): boolean =>
    !own && !cell.hasBox && text !== '' && text.length <= LONGEST_HEAD && !/[\d:：]/.test(text);
  if (!line.every((slot) => plain(slot) && !taken.has(slot))) return undefined;
  const known = line.map(({ text }) => isLabelText(text, isLabel) || columnOf(text) !== undefined);
  const enough = known.filter(Boolean).length * 2 > line.length;
  if (!enough || !known.some((yes, at) => yes && known[at + 1])) return undefined;
  // A form goes on with labels below; a list with what it lists.
  if (below.some(({ sort }) => sort === 'label')) return undefined;
  const labels = line.filter(({ text }) => isLabelText(text, isLabel));
  return labels.length >= 2 ? labels : undefined;
}

/** Who sees to a document, told on a line of its own behind an opinion. */
const SEES_TO = /^(?:承办|经办|主办|协办|负责|联系)人$/u;

/** 拟办意见 | 拟由综合科牵头。⏎ 承办人：周三 负责人：钱一 — the last line of a value, where it is nothing but people and their labels. */
function pairsBehind<Cell extends GridCell>({ valueCell }: GridPair<Cell>, isLabel: IsLabel): GridPair<Cell>[] {
  if (valueCell === undefined || valueCell.hasBox || valueCell.own) return [];
  const at = valueCell.text.trimEnd().lastIndexOf('\n');
  const last = valueCell.text.slice(at + 1);
  if (at < 0 || !/[:：]/.test(last)) return [];
  const inside = splitCell(last, isLabel);
  const only = inside.every(({ label, value }) => SEES_TO.test(label) && isPersonName(value));
  if (!only || last.slice(0, inside[0]?.start).trim() !== '') return [];
  return inside.map(({ label, value }) => ({
    label,
    value,
    labelCell: valueCell,
    valueCell,
    kind: 'same-cell' as const,
  }));
}

function pairsInside<Cell extends GridCell>({ cell, text }: Slot<Cell>, isLabel: IsLabel): GridPair<Cell>[] {
  if (!/[:：]/.test(text)) return [];
  return splitCell(cell.text, isLabel).map(({ label, value }) => ({
    label,
    value,
    labelCell: cell,
    valueCell: cell,
    kind: 'same-cell' as const,
  }));
}
