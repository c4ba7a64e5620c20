import { pairsBelow } from './above.ts';
import { pairBeside } from './beside.ts';
import type { GridCell, GridPair } from './cells.ts';
import type { IsLabel } from './labels.ts';
import { layOut, type Slot } from './layout.ts';
import { splitInline } from './line.ts';
import { isListHead, rowsLike } from './lists.ts';
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
    const labels = headLabels(line, layout.emptyColumns, taken);
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
        if (pair) pairs.push(pair);
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
  return heads ? line.filter((slot) => slot.sort === 'label') : undefined;
}

function pairsInside<Cell extends GridCell>({ cell, text }: Slot<Cell>, isLabel: IsLabel): GridPair<Cell>[] {
  if (!/[:：]/.test(text)) return [];
  return splitInline(cell.text, isLabel).map(({ label, value }) => ({
    label,
    value,
    labelCell: cell,
    valueCell: cell,
    kind: 'same-cell' as const,
  }));
}
