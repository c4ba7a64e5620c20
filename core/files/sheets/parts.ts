import type { Block } from '../../base/block.ts';
import type { Place } from '../../base/place.ts';
import { ProblemError, problem } from '../../base/problems.ts';
import type { FileSource } from '../../base/source.ts';
import { fillSlots, labelKey } from '../../base/text.ts';
import type { Note } from '../../document/model.ts';
import { firstLineTitle } from '../../document/title.ts';
import { annexesOf } from '../annexes.ts';
import { type FileCell, pairsOfCells } from '../cells.ts';
import { LIMITS } from '../limits.ts';
import type { FileInput, FileParts } from '../parser.ts';
import { FILE_WORDS } from '../words.ts';
import { type Grid, gridOf, hiddenCells, type Piece, piecesOf, type ShownCell } from './layout.ts';
import type { Sheet } from './sheet.ts';

type SourceOf = (place: Place) => FileSource;

/**
 * The parts of a file of sheets: lines are paragraphs, each table a block with its rows, its boxes pairs. What is hidden is
 * there and marked so.
 * @throws ProblemError `file-empty`, `file-too-many-cells`
 */
export function partsOfSheets(sheets: readonly Sheet[], { name, sha256 }: FileInput): FileParts {
  const source: SourceOf = (place) => ({ from: 'file', name, sha256, place });
  const read = sheets.map((sheet) => partsOfSheet(sheet, name, source));
  const blocks = read.flatMap((sheet) => sheet.blocks);
  const pictures = sheets.reduce((sum, sheet) => sum + sheet.pictures, 0);
  if (blocks.length === 0 && pictures === 0) throw new ProblemError('file-empty', { name });
  const whole = source({ whole: true });
  const scanned: Note = {
    kind: 'unreadable',
    problem: problem('no-text', { name }),
    text: FILE_WORDS.scanned,
    source: whole,
  };
  const isEmpty = blocks.length === 0;
  return {
    title: titleOf(sheets, blocks, whole),
    pairs: read.flatMap((sheet) => sheet.pairs),
    blocks,
    attachments: annexesOf(blocks.filter(({ hidden }) => !hidden)),
    notes: [...(isEmpty ? [scanned] : []), ...notesOf(sheets, source)],
    ...(isEmpty && { unreadable: [{ what: 'anything', source: whole }] }),
  };
}

/** The line that names the file; else the one over its first table, else the name of a sheet, where it is one. */
function titleOf(sheets: readonly Sheet[], blocks: readonly Block[], source: FileSource): string {
  const seen = blocks.filter(({ hidden }) => !hidden);
  const [first, second] = seen;
  const names = sheets
    .filter(({ hidden, name, cells }) => !hidden && name !== '' && cells.length > 0)
    .map(({ name }): Block => ({ kind: 'paragraph', text: name, region: 'body', source }));
  const over = first && second?.rows && !first.rows && OVER_TABLE.test(first.text) ? first.text : undefined;
  return firstLineTitle(seen) ?? over ?? firstLineTitle(names) ?? '';
}
/** A line that may name what stands below it. */
const OVER_TABLE = /^[^。；;：:，,\n]{4,40}$/u;

function partsOfSheet(sheet: Sheet, name: string, source: SourceOf): Pick<FileParts, 'blocks' | 'pairs'> {
  const at = ({ row, column }: Pick<ShownCell, 'row' | 'column'>): FileSource =>
    source({ ...sheet.place, row: row + 1, column: column + 1 });
  const pieces = piecesOf(sheet);
  const tables = pieces.filter(({ kind }) => kind === 'table').length;
  const blocks: Block[] = [];
  const pairs: FileParts['pairs'] = [];
  const mark = sheet.hidden ? { hidden: true } : {};
  for (const piece of pieces) {
    if (piece.kind === 'lines') {
      const [first] = piece.cells;
      const text = lineText(piece.cells);
      if (first && text !== '') blocks.push({ kind: 'paragraph', text, region: 'body', ...mark, source: at(first) });
      continue;
    }
    const grid = gridOf(piece, sheet, name);
    const rows = grid.texts;
    const text = rows.map((cells) => cells.join('\t')).join('\n');
    blocks.push({
      kind: 'table',
      text,
      rows,
      ...(grid.plain && { plain: true as const }),
      region: 'body',
      ...mark,
      source: source(placeOf(sheet, piece, tables)),
    });
    // The titles of columns have their values below them.
    for (const pair of pairsOfCells(cellsOf(grid, at)))
      if (piece.heads === 0 || (pair.kind === 'cell-above' && tellsOfOne(grid, tables)))
        pairs.push({ ...pair, ...mark });
  }
  for (const [index, text] of sheet.boxes.entries())
    blocks.push({
      kind: 'paragraph',
      text,
      region: 'body',
      ...mark,
      source: source({ ...sheet.place, box: index + 1 }),
    });
  const away = hiddenCells(sheet);
  const [first] = away[0] ?? [];
  if (first) {
    const rows = away.map((cells) => cells.map(({ text }) => text));
    const text = rows.map((cells) => cells.join('\t')).join('\n');
    blocks.push({ kind: 'table', text, rows, region: 'body', hidden: true, source: at(first) });
  }
  return { blocks, pairs };
}

/** The versions of a document, its last one at the end. */
const VERSION = /^(?:版本号?|版次|版号|修改状态|修订号|修订状态)$/u;
const NUMBER = /^(?:序号|项次|行号)$/u;

/**
 * Whether a list tells of one thing, so that its rows fill boxes: the versions of this document, or the only row, without a
 * number, of the only table. All other lists tell of many things.
 */
function tellsOfOne({ texts: [head = [], ...rows] }: Grid, tables: number): boolean {
  const heads = head.map(labelKey);
  return (
    heads.some((text) => VERSION.test(text)) ||
    (tables === 1 && rows.length <= 1 && !heads.some((text) => NUMBER.test(text)))
  );
}

/** Where a table stands: the sheet, when it is the only one on it; else its first row. */
function placeOf({ place }: Sheet, { rows }: Extract<Piece, { kind: 'table' }>, tables: number): Place {
  if (tables > 1) return { ...place, row: (rows[0]?.row ?? 0) + 1 };
  return Object.keys(place).length === 0 ? { whole: true } : place;
}

/** Cells of a row as one line: 单位：源潭镇　日期：2026-03-01. */
function lineText(cells: readonly ShownCell[]): string {
  return cells.reduce((line, { text }) => (line === '' || /[:：]$/.test(line) ? line + text : `${line}　${text}`), '');
}

/** The grid as rows of cells for pairing: in as many rows as a form has, those that a joined cell covers left out. */
function cellsOf(grid: Grid, at: (cell: Pick<ShownCell, 'row' | 'column'>) => FileSource): FileCell[][] {
  const rows = grid.rows.slice(0, LIMITS.sheets.formRows);
  const covered = new Set<string>();
  // Joined cells that lie over one another cannot make this long.
  let left: number = LIMITS.sheets.cells;
  const cover = (cell: ShownCell, row: number, column: number): Pick<FileCell, 'rows' | 'columns'> => {
    const high = countTo(rows, row, cell.row + cell.rows);
    const wide = countTo(grid.columns, column, cell.column + cell.columns);
    left -= high * wide;
    if (high * wide === 1 || left < 0) return {};
    for (let down = row; down < row + high; down += 1)
      for (let right = column; right < column + wide; right += 1) covered.add(`${down} ${right}`);
    return { rows: high, columns: wide };
  };
  return rows.map((row, index) =>
    grid.columns.flatMap((column, across): FileCell[] => {
      if (covered.has(`${index} ${across}`)) return [];
      const cell = grid.cells[index]?.[across];
      if (!cell) return [{ text: '', source: at({ row, column }) }];
      const { text, picture = false, unread = false } = cell;
      return [
        { text: unread ? '' : text, picture, unread, ...cover(cell, index, across), source: at({ row, column }) },
      ];
    }),
  );
}

/** How many of these numbers, from one of them on, lie below an end. */
function countTo(numbers: readonly number[], from: number, end: number): number {
  let count = 1;
  while ((numbers[from + count] ?? end) < end) count += 1;
  return count;
}

/** What a person should know about the reading of the file. */
function notesOf(sheets: readonly Sheet[], source: SourceOf): Note[] {
  const whole = source({ whole: true });
  const hidden = sheets.filter((sheet) => sheet.hidden);
  const unread = sheets.flatMap(({ cells }) => cells.filter((cell) => cell.unread));
  const sum = (count: (sheet: Sheet) => number): number => sheets.reduce((total, sheet) => total + count(sheet), 0);
  const comments = sum((sheet) => sheet.comments);
  const pictures = sum((sheet) => sheet.pictures);
  const remark = (text: string, place: FileSource = whole): Note => ({ kind: 'remark', text, source: place });
  const names = hidden.map(({ name }) => `“${name}”`).join('、');
  return [
    ...(unread.length > 0
      ? [{ kind: 'incomplete' as const, text: fillSlots(FILE_WORDS.unworked, { count: unread.length }), source: whole }]
      : []),
    ...(hidden.length > 0 ? [remark(fillSlots(FILE_WORDS.hiddenSheets, { count: hidden.length, names }))] : []),
    ...sheets.flatMap((sheet) => {
      const away = hiddenCells(sheet).flat();
      if (sheet.hidden || away.length === 0) return [];
      const slots = { name: sheet.name, count: away.length };
      return [remark(fillSlots(FILE_WORDS.hiddenCells, slots), source(sheet.place))];
    }),
    ...(comments > 0 ? [remark(fillSlots(FILE_WORDS.comments, { count: comments }))] : []),
    ...(pictures > 0 ? [remark(fillSlots(FILE_WORDS.pictures, { count: pictures }))] : []),
  ];
}
