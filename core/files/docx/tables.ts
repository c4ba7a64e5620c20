import type { Block } from '../../base/block.ts';
import type { Place } from '../../base/place.ts';
import type { FileSource } from '../../base/source.ts';
import { childOf, childrenOf, type XmlElement } from '../containers/xml.ts';
import { LIMITS } from '../limits.ts';
import { tidy } from '../tidy.ts';
import type { Met, ParagraphReader } from './paragraphs.ts';
import { toggleOf, valOf } from './styles.ts';
import { blocksInside, elementsOf, showsPrompt, wrapped } from './wrappers.ts';

/** A cell of a Word table. */
export interface WordCell {
  rows: number;
  columns: number;
  text: string;
  /** A picture or ink stands in it. */
  picture: boolean;
  /** A table stands in it, which is read as a table of its own. */
  nested: boolean;
  source: FileSource;
}

export interface WordTable {
  /** Its block among those of the document. */
  block: Block & { rows: string[][] };
  /** Cells row by row; those covered by a span from above are not listed, columns left out before the first are one empty cell. */
  rows: WordCell[][];
}

/** A row that is shown: its cells and the columns left empty before the first. */
export interface ShownRow {
  before: number;
  cells: XmlElement[];
}

/** Rows that are shown; deleted and hidden ones only leave their trace in `met`. */
export function shownRows(table: XmlElement, met: Met): ShownRow[] {
  const rows: ShownRow[] = [];
  const visit = (element: XmlElement): void => {
    if (element.name !== 'w:tr') {
      for (const child of wrapped(element)) visit(child);
      return;
    }
    const properties = childOf(element, 'w:trPr');
    if (childOf(properties, 'w:del')) met.tracked = true;
    else if (toggleOf(properties, 'w:hidden')) met.hidden = true;
    else
      rows.push({
        before: Math.min(Number(valOf(properties, 'w:gridBefore') ?? 0) || 0, LIMITS.docx.columns),
        cells: cellsOf(element),
      });
  };
  for (const child of elementsOf([table])) visit(child);
  return rows;
}

/** Cells of a row, those in content controls too; one that shows its prompt gives empty cells. */
function cellsOf(element: XmlElement, prompt = false): XmlElement[] {
  if (element.name === 'w:tc') {
    const properties = childrenOf(element, 'w:tcPr');
    if (childOf(properties[0], 'w:cellDel')) return [];
    return [prompt ? { ...element, children: properties } : element];
  }
  const inside = element.name === 'w:tr' ? elementsOf([element]) : wrapped(element);
  return inside.flatMap((child) => cellsOf(child, prompt || showsPrompt(element)));
}

/** What a table of one cell only frames; undefined for any other table. */
export function framedBy(rows: readonly ShownRow[]): XmlElement[] | undefined {
  const [only, ...more] = rows.flatMap((row) => row.cells);
  return rows.length === 1 && only && more.length === 0 ? elementsOf([only]) : undefined;
}

export interface TableOptions {
  /** Counted through the document, from 1. */
  number: number;
  region: Block['region'];
  paragraphs: ParagraphReader;
  source: (place: Place) => FileSource;
}

/** A table as a block and its cells; tables inside its cells are handed back, in order, to be read as tables of their own. */
export function readTable(
  shown: readonly ShownRow[],
  { number, region, paragraphs, source }: TableOptions,
): { table: WordTable; nested: XmlElement[] } {
  const nested: XmlElement[] = [];
  const rows: WordCell[][] = [];
  const texts: string[][] = [];
  /** Cells that a vertical merge may go on from, by column. */
  let above = new Map<number, WordCell>();
  let plain = true;
  for (const [index, row] of shown.entries()) {
    const open = new Map<number, WordCell>();
    const cells: WordCell[] = [];
    const line: string[] = Array.from({ length: row.before }, () => '');
    const located = (cell: number): WordCell => ({
      rows: 1,
      columns: 1,
      text: '',
      picture: false,
      nested: false,
      source: source({ table: number, row: index + 1, cell }),
    });
    if (row.before > 0) cells.push({ ...located(1), columns: row.before });
    for (const [cellIndex, element] of row.cells.entries()) {
      if (line.length > LIMITS.docx.columns) break;
      paragraphs.budget.spend('cells');
      const properties = childOf(element, 'w:tcPr');
      const columns = spanOf(properties);
      const merge = childOf(properties, 'w:vMerge');
      const continued = merge && merge.attributes['w:val'] !== 'restart' ? above.get(line.length) : undefined;
      // What stands in a merged-away cell is not shown, but its lists still count.
      const inside = readCell(element, paragraphs);
      const cell: WordCell = continued ?? {
        ...located(cellIndex + 1),
        columns,
        text: inside.text,
        picture: inside.pictures > 0,
        nested: inside.tables.length > 0,
      };
      if (merge) open.set(line.length, cell);
      if (merge || columns > 1) plain = false;
      if (continued) cell.rows += 1;
      else {
        cells.push(cell);
        nested.push(...inside.tables);
      }
      line.push(continued ? '' : cell.text, ...Array.from({ length: columns - 1 }, () => ''));
    }
    rows.push(cells);
    texts.push(line);
    above = open;
  }
  const width = Math.max(0, ...texts.map((line) => line.length));
  for (const line of texts) while (line.length < width) line.push('');
  const text = texts.map((line) => line.join('\t')).join('\n');
  const block: WordTable['block'] = { kind: 'table', text, rows: texts, region, source: source({ table: number }) };
  if (plain) block.plain = true;
  return { table: { block, rows }, nested };
}

/** Text of a cell line by line; tables in it are handed back. */
function readCell(cell: XmlElement, reader: ParagraphReader): { text: string; pictures: number; tables: XmlElement[] } {
  const lines: string[] = [];
  const tables: XmlElement[] = [];
  let pictures = 0;
  const paragraphs = reader.begin();
  const take = (element: XmlElement): void => {
    if (element.name === 'w:tbl') tables.push(element);
    else if (element.name === 'w:p') {
      const taken = paragraphs.take(element);
      pictures += taken.pictures;
      if (taken.paragraph) lines.push(tidy(`${taken.paragraph.marker}${taken.paragraph.text}`));
      for (const child of elementsOf(taken.boxes)) take(child);
    } else for (const [child] of blocksInside(element)) take(child);
  };
  for (const child of elementsOf([cell])) take(child);
  lines.push(tidy(paragraphs.end()?.text ?? ''));
  return { text: lines.filter((line) => line !== '').join('\n'), pictures, tables };
}

function spanOf(properties: XmlElement | undefined): number {
  const span = Number(valOf(properties, 'w:gridSpan') ?? 1);
  return Number.isInteger(span) && span >= 1 && span <= LIMITS.docx.columns ? span : 1;
}
