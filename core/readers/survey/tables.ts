import { cleanText, labelKey } from '../../base/text.ts';
import { isKnownLabel } from '../../document/glossary.ts';
import { isRecord } from '../../document/trail/table.ts';
import type { Content, PageNode, TableCell, TableNode, TableRow } from '../../page/snapshot.ts';
import { isThingColumn } from '../../pairing/columns.ts';
import { stepsOfStrip } from '../../pairing/strip.ts';
import { isBodyLabel } from './body.ts';
import { textOfHolder } from './lines.ts';

/** What a table is. record: a workflow record; list: many things of one kind, one a row; strip: steps in one row; form: boxes, or anything else. */
export type TableSort = 'record' | 'list' | 'strip' | 'form';

/** A table with the text of its cells, taken once for all who ask. */
export interface ReadTable {
  /** Rows in sight; all of them where the whole table is out of it. */
  shown: readonly TableRow[];
  /** Their texts, cell by cell. */
  rows: string[][];
  /** Out of sight as a whole. */
  hidden: boolean;
  sort: TableSort;
  /** A list none of whose cells covers another. */
  plain: boolean;
  /** Cells that hold the text of the document: the one behind a cell 正文. */
  bodies: readonly TableCell[];
}

/** @param hidden the table stands in something out of sight */
export function readTable(node: TableNode, hidden: boolean): ReadTable {
  const away = hidden || node.rows.every((row) => row.hidden);
  const shown = away ? node.rows : node.rows.filter((row) => !row.hidden);
  const texts = shown.map((row) => row.cells.map((cell) => textOfHolder(cell, away)));
  const whole = withCoveredRows(shown, texts);
  const sort = sortOf(shown, texts, whole);
  const rows = sort === 'record' ? whole : texts;
  const plain = sort === 'list' && shown.every(({ cells }) => cells.every(coversOne));
  return { shown, rows, hidden: away, sort, plain, bodies: bodiesOf(shown, rows) };
}

/** Rows in which a cell over several of them stands in each: 会签 beside the lines of those who countersigned. */
function withCoveredRows(shown: readonly TableRow[], texts: string[][]): string[][] {
  if (!shown.some(({ cells }) => cells.some(({ rows = 1 }) => rows > 1))) return texts;
  const open: { text: string; column: number; left: number }[] = [];
  return texts.map((row, at) => {
    const line = [...row];
    for (const cover of open.sort((one, other) => one.column - other.column))
      if (cover.left > 0) {
        line.splice(cover.column, 0, cover.text);
        cover.left -= 1;
      }
    let column = 0;
    for (const [index, { rows = 1, columns = 1 }] of (shown[at]?.cells ?? []).entries()) {
      if (rows > 1 && columns === 1)
        open.push({
          text: row[index] ?? '',
          column: line.indexOf(row[index] ?? '', column),
          left: Math.min(rows, MOST_COVERED) - 1,
        });
      column += 1;
    }
    return line;
  });
}
const MOST_COVERED = 100;

const coversOne = ({ columns = 1, rows = 1 }: TableCell): boolean => columns === 1 && rows === 1;

function sortOf(shown: readonly TableRow[], rows: readonly string[][], whole: readonly string[][]): TableSort {
  if (stepsOfStrip(rows) !== undefined && !shown.some((row) => row.cells.some(holdsBox))) return 'strip';
  if (isRecord(whole)) return 'record';
  return isList(shown, rows) ? 'list' : 'form';
}

/** Longest text of a label 正文 with its star and its note, and most pieces of it. */
const LONGEST_BODY_LABEL = 20;
const MOST_LABEL_NODES = 3;

function bodiesOf(shown: readonly TableRow[], rows: readonly string[][]): TableCell[] {
  const found: TableCell[] = [];
  rows.forEach((texts, row) => {
    texts.forEach((text, index) => {
      if (text === '' || text.length > LONGEST_BODY_LABEL) return;
      const cells = shown[row]?.cells ?? [];
      const next = cells[index + 1];
      if (next && (cells[index]?.nodes?.length ?? 0) <= MOST_LABEL_NODES && isBodyLabel(text)) found.push(next);
    });
  });
  return found;
}

/** A table whose first row names columns, and whose rows are one thing each. */
function isList(shown: readonly TableRow[], rows: readonly string[][]): boolean {
  const at = rows.findIndex((row) => row.some((cell) => cell !== ''));
  const header = (rows[at] ?? []).map(labelKey);
  const cells = shown[at]?.cells ?? [];
  const named = header.filter((key) => key !== '');
  if (named.length < 3 || header.length - named.length > 1 || cells.some(holdsBox)) return false;
  if (named.some((key) => key.length > 12)) return false;
  const columns =
    named.some(isThingColumn) ||
    cells.every((cell) => cell.header === true || (cell.text === undefined && cell.nodes === undefined));
  const data = shown.slice(at + 1).filter((row) => row.cells.length === header.length);
  if (columns && data.length !== 1) return true;
  const linked = (): boolean => data.some((row) => row.cells.some((cell) => cell.nodes?.some(isLinked) === true));
  if (columns) return linked();
  const labels = named.filter((key) => isKnownLabel(key)).length >= named.length * 0.75;
  return labels && (data.length >= 3 || linked());
}

const holdsBox = (holder: Content): boolean => holder.nodes?.some(isBox) === true;

const isBox = (node: PageNode): boolean => node.type === 'control' || (node.type === 'field' && node.nodes.some(isBox));

/** A link, or a button that does something with the row. */
const isLinked = (node: PageNode): boolean =>
  node.type === 'link' || node.type === 'button' || ('nodes' in node && node.nodes?.some(isLinked) === true);

/** The table as the text of a block shows it: what is out of sight or is the document's own text is not in it. */
export function rowsOfBlock({ shown, rows, bodies }: ReadTable): string[][] {
  if (bodies.length === 0) return rows;
  return rows.map((texts, row) =>
    texts.map((text, index) => (bodies.includes(shown[row]?.cells[index] as TableCell) ? '' : text)),
  );
}

/** True for rows with any text in them. */
export function holdsText(rows: readonly (readonly string[])[]): boolean {
  return rows.some((row) => row.some((text) => cleanText(text) !== ''));
}
