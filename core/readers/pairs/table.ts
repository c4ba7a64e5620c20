import { cleanText, labelKey, squeeze } from '../../base/text.ts';
import { isBoxControl, nodesOf, textOfNodes } from '../../page/nodes.ts';
import { pathsAlong } from '../../page/paths.ts';
import type { LabelNode, PageNode, TableCell, TableNode, TableRow } from '../../page/snapshot.ts';
import type { GridCell, GridPair } from '../../pairing/cells.ts';
import { pairGrid } from '../../pairing/grid.ts';
import { isLabelText } from '../../pairing/labels.ts';
import type { LabelledValue } from '../../pairing/pair.ts';
import { controlOf } from './line.ts';
import { labelled, type Search, type Spot } from './search.ts';
import type { Piece } from './value.ts';

/** A cell of a page as the grid sees it. */
interface PageCell extends Required<GridCell> {
  cell: TableCell;
  path: string;
  /** It or its row is out of sight. */
  away: boolean;
  /** Holds the text of the document. */
  body: boolean;
  required: boolean;
  /** A label element that is all that stands in it. */
  label: LabelNode | undefined;
  /** Pairs that stand in it whole, then those of which it is the label. */
  pairs: LabelledValue[] | undefined;
}

/** @param spot inside the table */
export function scanTable(search: Search, table: TableNode, spot: Spot): void {
  const partly = !spot.hidden && table.rows.some((row) => row.hidden || row.cells.some((cell) => cell.hidden));
  // What a person sees is read as if the rest were not there; then the rest, which is only told as hidden.
  pairTable(search, gridOf(search, table, spot, partly ? 'seen' : 'all'), spot, 'all');
  if (partly) {
    const hidden = { ...spot, hidden: true };
    pairTable(search, gridOf(search, table, hidden, 'away'), hidden, 'away');
  }
}

/** The cells of a table: all, or only those in sight; `away`: all, and the boxes inside those that are out of sight. */
function gridOf(search: Search, table: TableNode, spot: Spot, which: 'all' | 'seen' | 'away'): PageCell[][] {
  const grid: PageCell[][] = [];
  const down = pathsAlong(spot.base);
  for (const row of table.rows) {
    const base = down(row.path);
    if (row.hidden && which === 'seen') continue;
    const along = pathsAlong(base);
    const line: PageCell[] = [];
    for (const cell of row.cells) {
      const path = along(cell.path);
      const away = row.hidden === true || cell.hidden === true;
      if (away && which === 'seen') continue;
      const made = pageCell(search, cell, path, away, spot);
      if (cell.nodes)
        readCell(
          search,
          cell.nodes,
          { ...spot, base: path, kind: 'same-cell', body: made.body },
          made,
          away || which !== 'away',
        );
      made.required ||= /[*＊]/.test(made.text);
      line.push(made);
    }
    line.forEach((cell, at) => {
      if (isMarkedValue(search, line, at)) {
        cell.label = undefined;
        cell.header = false;
      }
    });
    grid.push(line);
  }
  return grid;
}

/**
 * True for a value that is marked up as a label: 标题 | <label>关于…的通知</label>. It stands right behind a label whose word is known,
 * is known itself neither as a word nor by a box, and has no value of its own behind it.
 */
function isMarkedValue({ isLabel }: Search, line: readonly PageCell[], at: number): boolean {
  const [before, cell, next] = [line[at - 1], line[at], line[at + 1]];
  if (!cell?.label || cell.label.control !== undefined || isLabelText(cell.text, isLabel)) return false;
  if (!before || !isLabelText(before.text, isLabel) || /[:：]$/u.test(cell.text)) return false;
  return !next || (next.text === '' && !next.hasBox) || next.label !== undefined;
}

/** Pairs of the cells given; with `away`, those alone in which a cell out of sight takes part. */
function pairTable(search: Search, grid: readonly (readonly PageCell[])[], spot: Spot, which: 'all' | 'away'): void {
  const give = (cell: PageCell, pair: LabelledValue | undefined): void => {
    if (pair === undefined) return;
    if (cell.pairs) cell.pairs.push(pair);
    else cell.pairs = [pair];
  };
  for (const pair of pairGrid(grid, search.isLabel)) {
    const { labelCell, valueCell } = pair;
    if (which === 'away' && !labelCell.away && !valueCell?.away) continue;
    for (const { label, pieces } of withDayApart(search, pair.label, piecesOf(pair))) {
      const found = labelled(search, {
        label,
        kind: pair.kind,
        pieces,
        hidden: spot.hidden,
        body: labelCell.body,
        required: labelCell.required || valueCell?.required === true,
        path: (valueCell ?? labelCell).path,
      });
      // The box that the label names is out of sight: nothing is known to be empty.
      if (found?.state !== 'empty' || !namesBoxAway(search, labelCell)) give(labelCell, found);
    }
  }
  for (const line of grid)
    for (const cell of line) {
      if (cell.label && which === 'all') give(cell, pairOfLabel(search, cell.label, cell, spot.hidden));
      if (cell.pairs) search.pairs.push(...cell.pairs);
    }
}

const namesBoxAway = (search: Search, { label }: PageCell): boolean =>
  label !== undefined && controlOf(search, label)?.node.hidden === true;

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
  if (kind === 'same-cell' || !valueCell) return [{ text: value, base: labelCell.path }];
  const { cell, path } = valueCell;
  const piece: Piece = cell.nodes ? { nodes: cell.nodes, base: path } : { text: cell.text ?? '', base: path };
  // The date beside or below a name, on the name's line.
  return dateCell ? [piece, { text: ` ${cleanText(dateCell.text)}`, base: dateCell.path }] : [piece];
}

/** 经理意见 | 同意。 inside a box 审批意见: a box of its own, and nothing that somebody wrote in the one around it. */
const isOpinionOfOther = ({ cells }: TableRow): boolean =>
  cells.length === 2 && /^\p{Script=Han}{2,8}意见$/u.test(squeeze(textOfNodes(nodesOf(cells[0] ?? {}), true)));

/** Tables with more rows are no box of a label beside them. */
const MOST_INNER_ROWS = 3;

function pageCell({ survey }: Search, cell: TableCell, path: string, away: boolean, { body }: Spot): PageCell {
  return {
    text: cell.text ?? '',
    header: cell.header === true,
    columns: cell.columns ?? 1,
    rows: cell.rows ?? 1,
    hasBox: false,
    own: false,
    cell,
    path,
    away,
    body: body || survey.bodyCells.has(cell),
    required: false,
    label: undefined,
    pairs: undefined,
  };
}

/** Adds to a cell what its nodes say; labels with boxes inside a cell that is `fresh` are read here and make it `own`. */
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
        deep ||= node.rows.length > MOST_INNER_ROWS || node.rows.every(isOpinionOfOther);
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
    if (inner.length > 0 && !(beginsWithBox(kept) && inner.every(isDay))) made.pairs = inner;
  }
  made.own = deep || made.pairs !== undefined;
}

/** 审核 | [box] 日期：[box]: the day beside a signature is told by the label in front of both. */
const isDay = ({ label }: LabelledValue): boolean => DAY_LABEL.test(labelKey(label));
const DAY_LABEL = /^(?:签(?:字|名|署|发|批))?(?:日期|时间)$/u;

/** 日期： with what stands in front of it and behind it. */
const DAY_INSIDE = /^(.*?)\s*(?:日\s*期|时\s*间)\s*[:：]\s*(.*)$/su;

/**
 * A label with its value, and where 日期： stands in the value, the day as a value of its own: 审核 | 李明 日期：2026-03-10 is
 * 审核 and 审核日期.
 */
function withDayApart({ isLabel }: Search, label: string, pieces: Piece[]): { label: string; pieces: Piece[] }[] {
  const whole = [{ label, pieces }];
  const [piece] = pieces;
  const dayLabel = `${labelKey(label).replace(/人$/u, '')}日期`;
  if (!piece || pieces.length > 1 || !isLabel(dayLabel)) return whole;
  const { base } = piece;
  const nodes: readonly PageNode[] = piece.nodes ?? [{ type: 'text', text: piece.text ?? '' }];
  const found = nodes.flatMap((node, at) => {
    const [, before = '', behind = ''] = (node.type === 'text' && DAY_INSIDE.exec(node.text)) || [];
    return node.type === 'text' && DAY_INSIDE.test(node.text) ? [{ at, before, behind }] : [];
  });
  const [only] = found;
  if (!only || found.length > 1 || DAY_INSIDE.test(only.behind) || only.before.includes('\n')) return whole;
  const written = (text: string): PageNode[] =>
    text === '' ? [] : [{ ...(nodes[only.at] as Extract<PageNode, { type: 'text' }>), text }];
  return [
    { label, pieces: [{ nodes: [...nodes.slice(0, only.at), ...written(only.before)], base }] },
    { label: dayLabel, pieces: [{ nodes: [...written(only.behind), ...nodes.slice(only.at + 1)], base }] },
  ];
}

function beginsWithBox(nodes: readonly PageNode[]): boolean {
  const first = nodes.find((node) => node.type !== 'button' && !(node.type === 'control' && !isBoxControl(node)));
  return first?.type === 'control' || (first?.type === 'picture' && first.mark !== 'required' && first.mark !== 'icon');
}
