import type { Block } from '../../base/block.ts';
import type { Place } from '../../base/place.ts';
import type { FileSource } from '../../base/source.ts';
import { isNoTitle } from '../../document/title.ts';
import type { Budget } from '../budget.ts';
import { type Grid, gridsOf } from './grids.ts';
import { type Line, linesOf } from './lines.ts';
import { type LinedPage, withoutMargins } from './margins.ts';
import type { DrawnPage, TextPiece } from './page.ts';
import {
  addParagraph,
  CONTENTS_LINE,
  type Column,
  columnOf,
  goesOver,
  type LaidParagraph,
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
}

export interface LayoutOptions {
  source: (place: Place) => FileSource;
  /** Asked for `paragraphs`, `cells` and `characters`. */
  budget: Budget;
}

/** A line this much larger than running text, in the middle of the first page, names the document. */
const TITLE_SIZE = 1.15;

/**
 * Turns drawn pages into located blocks: lines by where they stand, paragraphs by their indents and ends, tables by their rules.
 * A place is `{ page, paragraph }` or `{ page, table, row, cell }`, counted on each page.
 * @throws ProblemError `file-too-much`
 */
export function layOut(pages: readonly DrawnPage[], options: LayoutOptions): Layout {
  const parted = pages.map((page) => partPage(page, options.budget));
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
    writer.blocks.push({ kind, text, region: 'body', source: options.source({ page, [kind]: counts[kind] }) });
  }
  const turned = pages.filter(({ pieces }) => pieces.some((piece) => piece.turned)).map(({ number }) => number);
  return { title: writer.title(), blocks: writer.blocks, tables: writer.tables, turned };
}

/** A page with its tables parted from the rest. */
interface PartedPage extends LinedPage {
  width: number;
  tables: DrawnTable[];
}

function partPage({ number, width, height, pieces, rules, pictures }: DrawnPage, budget: Budget): PartedPage {
  const upright = pieces.filter((piece) => !piece.turned);
  for (const { text } of upright) budget.spend('characters', text.length);
  // Rules with no text between them are a drawing; with text in one place alone, a frame around it.
  const drawn = gridsOf(rules)
    .map((grid) => openTable(grid))
    .filter((table) => isTable(table, upright));
  const others = upright.filter((piece) => !drawn.some((table) => table.take(piece)));
  for (const picture of pictures) for (const table of drawn) table.takePicture(picture);
  return { number, width, height, lines: linesOf(others), tables: drawn };
}

/** Whether text stands in more than one cell. */
function isTable(table: DrawnTable, pieces: readonly TextPiece[]): boolean {
  const cells = new Set(pieces.flatMap((piece) => (piece.text.trim() === '' ? [] : (table.boxOf(piece) ?? []))));
  return cells.size > 1;
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
      paragraph.centred &&
      paragraph.first.fontSize > TITLE_SIZE * column.fontSize &&
      !isNoTitle(paragraph.text)
    )
      title = paragraph.text;
    blocks.push({
      kind: 'paragraph',
      text: paragraph.text,
      region: CONTENTS_LINE.test(paragraph.text) ? 'form' : 'body',
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
