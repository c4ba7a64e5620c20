import type { Block } from '../../base/block.ts';
import type { Place } from '../../base/place.ts';
import type { FileSource } from '../../base/source.ts';
import { hasHan } from '../../base/text.ts';
import { isNoTitle } from '../../document/title.ts';
import type { Budget } from '../budget.ts';
import { type Grid, gridsOf } from './grids.ts';
import { type Line, linesOf } from './lines.ts';
import { type LinedPage, withoutMargins } from './margins.ts';
import type { DrawnPage } from './page.ts';
import {
  addParagraph,
  type Column,
  columnOf,
  goesOver,
  isContentsLine,
  isInMiddle,
  type LaidParagraph,
  MARKER,
  paragraphsOf,
} from './paragraphs.ts';
import { type DrawnTable, goOn, isSameGrid, type LaidTable, openTable, readTable } from './tables.ts';

/** What stands on drawn pages, in reading order. */
export interface Layout {
  /** What stands large in the middle of the first page; '' where nothing does. */
  title: string;
  /** The text, page after page; then headers and footers, each once. */
  blocks: Block[];
  tables: LaidTable[];
  /** Pages with text that is not upright and was left out: watermarks, stamps. */
  turned: number[];
  /** Something is drawn at all, be it no text. */
  drawn: boolean;
}

interface LayoutOptions {
  source: (place: Place) => FileSource;
  /** Asked for `paragraphs`, `cells` and `characters`. */
  budget: Budget;
}

/** A line this much larger than running text, in the middle of the first page, names the document. */
const TITLE_SIZE = 1.15;

/** Takes one page after another, and lays them out when all are there. */
export interface Layouter {
  /** @throws ProblemError `file-too-much` */
  add(page: DrawnPage): void;
  /** @throws ProblemError `file-too-much` */
  end(): Layout;
}

/**
 * Turns drawn pages into located blocks: lines by where they stand, paragraphs by their indents and ends, tables by their rules.
 * A place is `{ page, paragraph }` or `{ page, table, row, cell }`, counted on each page.
 */
export function openLayout(options: LayoutOptions): Layouter {
  const parted: PartedPage[] = [];
  const turned: number[] = [];
  let drawn = false;
  return {
    add(page) {
      parted.push(partPage(page, parted.at(-1), options.budget));
      if (page.pieces.some((piece) => piece.turned)) turned.push(page.number);
      drawn ||= page.pieces.length + page.rules.length + page.pictures.length > 0;
    },
    end: () => ({ ...laidOut(parted, options), turned, drawn }),
  };
}

function laidOut(parted: readonly PartedPage[], options: LayoutOptions): Omit<Layout, 'turned' | 'drawn'> {
  const { pages: lined, margins } = withoutMargins(parted);
  const columns = columnsOf(lined);
  const writer = layoutWriter(options);
  for (const page of lined) {
    const column = columns(page);
    writer.begin(page.number, column);
    let from = 0;
    for (const table of page.tables) {
      const to = page.lines.findIndex(({ y }, index) => index >= from && y > table.top);
      const end = to < 0 ? page.lines.length : to;
      writer.text(page.lines.slice(from, end));
      writer.table(table);
      from = end;
    }
    writer.text(page.lines.slice(from));
  }
  const counts = { header: 0, footer: 0 };
  for (const { kind, page, text } of margins) {
    counts[kind] += 1;
    writer.blocks.push({ kind, text, region: 'form', source: options.source({ page, [kind]: counts[kind] }) });
  }
  return { title: writer.title(), blocks: writer.blocks, tables: writer.tables };
}

/** A page with its tables parted from the rest. */
interface PartedPage extends LinedPage {
  width: number;
  tables: DrawnTable[];
}

function partPage(page: DrawnPage, before: PartedPage | undefined, budget: Budget): PartedPage {
  const { number, width, height, pieces, rules, pictures } = page;
  let free = pieces.filter((piece) => !piece.turned && piece.text.trim() !== '');
  for (const { text } of free) budget.spend('characters', text.length);
  const tables: DrawnTable[] = [];
  for (const grid of gridsOf(rules)) {
    const table = openTable(grid);
    const others = free.filter((piece) => !table.take(piece));
    for (const picture of pictures) table.takePicture(picture);
    if (!isTable(table, tables.length === 0 ? before?.tables.at(-1) : undefined)) continue;
    tables.push(table);
    free = others;
  }
  return { number, width, height, lines: linesOf(free), tables };
}

/**
 * Whether rules make a table: something stands in more than one cell, or they go on from the page before. With no text between them
 * they are a drawing; with text in one place alone, a frame around it.
 */
function isTable({ grid, texts, pictures }: DrawnTable, before: DrawnTable | undefined): boolean {
  if (texts.size === 0) return false;
  return new Set([...texts.keys(), ...pictures]).size > 1 || (before !== undefined && isSameGrid(before.grid, grid));
}

/** Enough lines on one page to tell by them alone where its text stands: facing pages may have other margins. */
const ENOUGH_LINES = 8;

/** Where the text of each page stands: by its own lines, or by those of all pages as wide. */
function columnsOf(pages: readonly PartedPage[]): (page: PartedPage) => Column {
  const allLines = pages.flatMap(({ lines }) => lines);
  const { fontSize } = columnOf(allLines, 0);
  const byWidth = new Map<number, Column>();
  return ({ lines, width }) => {
    const own = columnOf(lines, width);
    const isEnough = lines.filter((line) => line.fontSize === own.fontSize).length >= ENOUGH_LINES;
    const key = Math.round(width);
    const alike = (): Line[] => pages.filter((page) => Math.round(page.width) === key).flatMap((page) => page.lines);
    const column = isEnough ? own : (byWidth.get(key) ?? columnOf(alike(), width));
    if (!isEnough) byWidth.set(key, column);
    return { ...column, fontSize };
  };
}

/** Writes blocks page after page; what goes on from one page to the next is put together. */
function layoutWriter({ source, budget }: LayoutOptions) {
  const blocks: Block[] = [];
  const tables: LaidTable[] = [];
  let page = 0;
  let column: Column = { left: 0, right: 0, pitch: 0, fontSize: 0 };
  let counts = { paragraph: 0, table: 0 };
  /** What was written last: it may go on. */
  let last:
    | ({ page: number; column: Column } & ({ paragraph: LaidParagraph } | { table: LaidTable; grid: Grid }))
    | undefined;
  let title = '';

  const write = (paragraph: LaidParagraph): void => {
    const before = blocks.at(-1);
    if (
      before &&
      last &&
      'paragraph' in last &&
      last.page < page &&
      goesOver(last.paragraph, paragraph, last.column, column)
    ) {
      addParagraph(last.paragraph, paragraph);
      before.text = last.paragraph.text;
      last = { ...last, page, column };
      return;
    }
    budget.spend('paragraphs');
    counts.paragraph += 1;
    if (
      title === '' &&
      page === 1 &&
      isInMiddle(paragraph.first, column) &&
      paragraph.first.fontSize > TITLE_SIZE * column.fontSize &&
      hasHan(paragraph.text) &&
      !MARKER.test(paragraph.text) &&
      !isNoTitle(paragraph.text)
    )
      title = paragraph.text;
    blocks.push({
      kind: 'paragraph',
      text: paragraph.text,
      region: isContentsLine(paragraph.text) ? 'form' : 'body',
      source: source({ page, paragraph: counts.paragraph }),
    });
    last = { page, column, paragraph };
  };

  return {
    blocks,
    tables,
    title: () => title,
    begin(number: number, of: Column): void {
      page = number;
      column = of;
      counts = { paragraph: 0, table: 0 };
    },
    text(lines: readonly Line[]): void {
      for (const paragraph of paragraphsOf(lines, column)) write(paragraph);
    },
    table(drawn: DrawnTable): void {
      counts.table += 1;
      const table = readTable(drawn, { page, table: counts.table }, { source, budget });
      if (last && 'table' in last && last.page < page && isSameGrid(last.grid, drawn.grid)) {
        goOn(last.table, table);
        last = { ...last, page };
        return;
      }
      blocks.push(table.block);
      tables.push(table);
      last = { page, column, table, grid: drawn.grid };
    },
  };
}
