import { cleanText } from '../../base/text.ts';
import { isBoxControl, nodesOf, textOfNodes } from '../../page/nodes.ts';
import { placesAlong } from '../../page/places.ts';
import type { LabelNode, PageNode, TableCell, TableNode } from '../../page/snapshot.ts';
import type { GridCell, GridPair } from '../../pairing/cells.ts';
import { pairGrid } from '../../pairing/grid.ts';
import type { LabelledValue } from '../../pairing/pair.ts';
import { controlOf } from './line.ts';
import { labelled, type Search, type Spot } from './search.ts';
import type { Piece } from './value.ts';

interface PlacedCell {
  cell: TableCell;
  path: string;
}

/** A cell of a page as the grid sees it. */
interface PageCell extends Required<GridCell>, PlacedCell {
  /** Its number in reading order. */
  order: number;
  /** Holds the text of the document. */
  body: boolean;
  required: boolean;
  /** A label element that is all that stands in it. */
  label: LabelNode | undefined;
  /** Pairs that stand in it whole. */
  inner: readonly LabelledValue[];
}

/** @param spot inside the table */
export function scanTable(search: Search, table: TableNode, spot: Spot): void {
  const all: PlacedCell[][] = [];
  const seen: PlacedCell[][] = [];
  const away = new Set<TableCell>();
  const down = placesAlong(spot.base);
  for (const row of table.rows) {
    const along = placesAlong(down(row.place));
    const cells = row.cells.map((cell): PlacedCell => ({ cell, path: along(cell.place) }));
    for (const { cell } of cells) if (row.hidden || cell.hidden) away.add(cell);
    all.push(cells);
    if (!row.hidden) seen.push(away.size === 0 ? cells : cells.filter(({ cell }) => !away.has(cell)));
  }
  if (spot.hidden || away.size === 0) {
    pairTable(search, all, spot);
    return;
  }
  // What a person sees is read as if the rest were not there; then the rest, which is only told as hidden.
  pairTable(search, seen, spot);
  pairTable(search, all, { ...spot, hidden: true }, away);
}

/** Pairs of the cells given; with `only`, those alone in which one of these cells takes part. */
function pairTable(
  search: Search,
  rows: readonly (readonly PlacedCell[])[],
  spot: Spot,
  only?: ReadonlySet<TableCell>,
): void {
  let order = 0;
  const grid = rows.map((cells) =>
    cells.map((placed) => {
      order += 1;
      return pageCell(search, placed, spot, { order, fresh: only === undefined || only.has(placed.cell) });
    }),
  );
  const found: { order: number; pair: LabelledValue }[] = [];
  for (const line of grid)
    for (const cell of line) for (const pair of cell.inner) found.push({ order: cell.order, pair });
  for (const pair of pairGrid(grid, search.isLabel)) {
    const { labelCell, valueCell } = pair;
    if (only && !only.has(labelCell.cell) && !(valueCell && only.has(valueCell.cell))) continue;
    const made = labelled(search, {
      label: pair.label,
      kind: pair.kind,
      pieces: piecesOf(pair),
      hidden: spot.hidden,
      body: labelCell.body,
      required: labelCell.required || valueCell?.required === true,
      path: (valueCell ?? labelCell).path,
    });
    if (made) found.push({ order: labelCell.order, pair: made });
  }
  if (!only)
    for (const line of grid)
      for (const cell of line) {
        const pair = cell.label && pairOfLabel(search, cell.label, cell, spot.hidden);
        if (pair) found.push({ order: cell.order, pair });
      }
  found.sort((left, right) => left.order - right.order);
  for (const { pair } of found) search.pairs.push(pair);
}

/** A label element alone in its cell names a control that the grid did not reach. */
function pairOfLabel(
  search: Search,
  label: LabelNode,
  { path, body }: PageCell,
  hidden: boolean,
): LabelledValue | undefined {
  const control = controlOf(search, label);
  if (!control || search.used.has(control.node)) return undefined;
  const away = hidden || control.node.hidden === true;
  const pieces = [{ nodes: [control.node], base: control.base }];
  return labelled(search, { label: label.text, kind: 'label-for', pieces, hidden: away, body, path });
}

function piecesOf({ kind, value, labelCell, valueCell, dateCell }: GridPair<PageCell>): Piece[] {
  if (kind === 'same-cell' || !valueCell)
    return [{ nodes: value === '' ? [] : [{ type: 'text', text: value }], base: labelCell.path }];
  const pieces: Piece[] = [{ nodes: nodesOf(valueCell.cell), base: valueCell.path }];
  // The date beside or below a name, on the name's line.
  if (dateCell)
    pieces.push({ nodes: [{ type: 'text', text: ` ${cleanText(dateCell.text)}`, joined: true }], base: dateCell.path });
  return pieces;
}

/** Tables with more rows are no box of a label beside them. */
const MOST_INNER_ROWS = 3;

const NO_PAIRS: readonly LabelledValue[] = [];

/** A cell as the grid sees it; labels with boxes inside a cell that is `fresh` are read here and make it `own`. */
function pageCell(
  search: Search,
  { cell, path }: PlacedCell,
  spot: Spot,
  { order, fresh }: { order: number; fresh: boolean },
): PageCell {
  const body = spot.body || search.survey.bodyCells.has(cell);
  const made: PageCell = {
    text: cell.text ?? '',
    header: cell.header === true,
    columns: cell.columns ?? 1,
    rows: cell.rows ?? 1,
    hasBox: false,
    own: false,
    cell,
    path,
    order,
    body,
    required: false,
    label: undefined,
    inner: NO_PAIRS,
  };
  if (cell.nodes) readCell(search, cell.nodes, { ...spot, base: path, kind: 'same-cell', body }, made, fresh);
  made.required ||= /[*＊]/.test(made.text);
  return made;
}

/** Adds to a cell what its nodes say. */
function readCell(search: Search, nodes: readonly PageNode[], spot: Spot, made: PageCell, fresh: boolean): void {
  const texts: PageNode[] = [];
  const kept: PageNode[] = [];
  let deep = false;
  for (const node of nodes) {
    if (node.hidden && !spot.hidden) continue;
    kept.push(node);
    switch (node.type) {
      case 'text':
      case 'link':
      case 'heading':
        texts.push(node);
        break;
      case 'label':
        made.required ||= node.required === true;
        texts.push(node);
        break;
      case 'button':
        break;
      case 'picture':
        if (node.mark === 'required') made.required = true;
        else if (node.mark !== 'icon') made.hasBox = true;
        break;
      case 'control':
        if (!isBoxControl(node)) break;
        made.hasBox = true;
        made.required ||= node.required === true;
        break;
      case 'table':
        deep ||= node.rows.length > MOST_INNER_ROWS;
        made.hasBox = true;
        break;
      default:
        made.hasBox = true;
    }
  }
  made.text = textOfNodes(texts, true);
  const [only] = texts;
  if (texts.length === 1 && only?.type === 'label' && !made.hasBox) {
    made.label = only;
    made.header = true;
  }
  if (fresh && (made.hasBox || (texts.length > 1 && texts.some((node) => node.type === 'label')))) {
    const inner: LabelledValue[] = [];
    search.scan({ ...search, pairs: inner }, kept, spot);
    made.inner = inner;
  }
  made.own = made.inner.length > 0 || deep;
}
