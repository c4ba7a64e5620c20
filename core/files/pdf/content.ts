import type { Block } from '../../base/block.ts';
import type { Place } from '../../base/place.ts';
import type { FileSource } from '../../base/source.ts';
import { budgetFor } from '../budget.ts';
import { LIMITS } from '../limits.ts';
import { tidy } from '../tidy.ts';
import { aroundOf } from './around.ts';
import { refuseBombs } from './bomb.ts';
import type { Drawing } from './drawing.ts';
import { type Grid, gridsOf } from './grids.ts';
import { type Line, linesOf, type Run } from './lines.ts';
import { marginsOf, type PagedLine, paragraphsOf } from './paragraphs.ts';
import { openPdf, type PdfFile, type PdfPage } from './pdfjs.ts';
import { continued, fillGrid, isContinued, isInside, type PageTable, type PdfTable, tableOf } from './tables.ts';

/** Why a page was not read. */
export type Unread = 'picture' | 'garbled' | 'broken';

/** What a PDF holds, located; no meaning given yet. */
export interface PdfContent extends Pick<PdfFile, 'info' | 'attachments' | 'signatures' | 'pages'> {
  blocks: Block[];
  tables: PdfTable[];
  /** Pages that gave no text, and why. A page on which nothing stands is none of them. */
  unread: { page: number; why: Unread }[];
  /** Pages whose text lies unseen with a picture of the whole page: it was recognised from it. */
  recognised: number[];
  /** Pages with text that stands askew and was left out. */
  turned: number[];
  pictures: number;
}

/** One page, taken apart. */
interface ReadPage {
  width: number;
  height: number;
  lines: Line[];
  tables: PageTable[];
  unread?: Unread;
  isRecognised: boolean;
  isTurned: boolean;
  pictures: number;
}

const NOTHING: Drawing = { across: [], down: [], pictures: [], unpainted: false, curves: 0 };
const FAILED: ReadPage = {
  width: 0,
  height: 0,
  lines: [],
  tables: [],
  unread: 'broken',
  isRecognised: false,
  isTurned: false,
  pictures: 0,
};

/**
 * Reads the bytes of a PDF page by page.
 * @throws ProblemError `file-bomb`, `file-encrypted`, `file-broken-pdf`, `file-too-much`
 */
export async function readContent(bytes: Uint8Array, file: { name: string; sha256: string }): Promise<PdfContent> {
  const budget = budgetFor(file.name);
  refuseBombs(bytes, file.name);
  const pdf = await openPdf(bytes, file.name);
  try {
    budget.spend('pages', pdf.pages);
    const isHeavy = bytes.length / pdf.pages > LIMITS.pdf.lightPage;
    const pages: ReadPage[] = [];
    for (let number = 1; number <= pdf.pages; number += 1) {
      let page: PdfPage | undefined;
      try {
        page = await pdf.page(number);
      } catch {
        pages.push(FAILED);
        continue;
      }
      budget.spend('runs', page.runs.length);
      budget.spend(
        'characters',
        page.runs.reduce((sum, { text }) => sum + text.length, 0),
      );
      const read = await takeApart(page, { number, isHeavy: isHeavy || number === 1 });
      page.end();
      budget.spend(
        'cells',
        read.tables.reduce((sum, { cells }) => sum + cells.length, 0),
      );
      pages.push(read);
    }
    const { info, attachments, signatures } = pdf;
    const numbered = (is: (page: ReadPage) => boolean): number[] =>
      pages.flatMap((page, index) => (is(page) ? [index + 1] : []));
    return {
      ...blocksOf(pages, (place) => ({ from: 'file', ...file, place })),
      ...{ pages: pdf.pages, info, attachments, signatures },
      unread: pages.flatMap(({ unread }, index) => (unread ? [{ page: index + 1, why: unread }] : [])),
      recognised: numbered(({ isRecognised }) => isRecognised),
      turned: numbered(({ isTurned }) => isTurned),
      pictures: pages.reduce((sum, page) => sum + page.pictures, 0),
    };
  } finally {
    await pdf.close();
  }
}

/** Characters that a font without a table gives: of private use, replacements, controls. */
const GARBLED = /[\p{Co}\p{Cc}\ufffd]/gu;
const GARBLED_SHARE = 0.3;
/** A drawing of so many bent lines without any text is text that was turned into drawings. */
const OUTLINES = 60;
/** A picture of so much of the page is the page itself. */
const WHOLE_PAGE = 0.7;

async function takeApart(page: PdfPage, { number, isHeavy }: { number: number; isHeavy: boolean }): Promise<ReadPage> {
  const { width, height, runs } = page;
  const text = runs.map((run) => run.text).join('');
  const isGarbled = (text.match(GARBLED)?.length ?? 0) > GARBLED_SHARE * text.length;
  let drawing = NOTHING;
  try {
    if (runs.length === 0 || isHeavy || looksTabular(runs)) drawing = await page.drawing();
  } catch {
    if (runs.length === 0) return FAILED;
  }
  const base = {
    width,
    height,
    isTurned: page.turned.length > 0,
    isRecognised: false,
    pictures: drawing.pictures.length,
  };
  if (runs.length === 0) {
    const isPicture = drawing.pictures.length > 0 || drawing.curves > OUTLINES;
    return { ...base, lines: [], tables: [], ...(isPicture && { unread: 'picture' }) };
  }
  if (isGarbled) return { ...base, lines: [], tables: [], unread: 'garbled' };
  const grids = gridsOf(drawing);
  const free = runs.filter((run) => !grids.some((grid) => isInside(run, grid)));
  const tables = grids.map((grid) => fillGrid(grid, inside(runs, grid), drawing, number));
  const isRecognised = drawing.pictures.some(
    (box) =>
      (box.over || drawing.unpainted) &&
      Math.min(box.width, width) * Math.min(box.height, height) > WHOLE_PAGE * width * height,
  );
  return { ...base, lines: linesOf(free), tables, isRecognised };
}

const inside = (runs: readonly Run[], grid: Grid): Run[] => runs.filter((run) => isInside(run, grid));

/** Gaps inside lines, in sizes, as columns have them; and so many lines with one. */
const COLUMN_GAP = 1.5;
const GAPPED_LINES = 2;

/** Whether a page may hold a table: rulings are looked for only there, which costs more than the text itself. */
function looksTabular(runs: readonly Run[]): boolean {
  let gapped = 0;
  for (const [index, run] of runs.entries()) {
    const before = runs[index - 1];
    if (!before) continue;
    const isSameLine = Math.abs(run.y - before.y) < run.size;
    const gap = run.x - (before.x + before.width);
    if (
      (isSameLine && gap > COLUMN_GAP * run.size) ||
      (run.x + run.size < before.x - COLUMN_GAP * run.size && isSameLine)
    )
      gapped += 1;
    if (gapped >= GAPPED_LINES) return true;
  }
  return false;
}

type Piece = { y: number; line: Line } | { y: number; table: PageTable };

/** The pages as blocks in reading order: heads, text and tables, feet. */
function blocksOf(
  pages: readonly ReadPage[],
  source: (place: Place) => FileSource,
): Pick<PdfContent, 'blocks' | 'tables'> {
  const around = aroundOf(pages);
  const blocks: Block[] = [];
  const tables: PdfTable[] = [];
  const write = (kind: Block['kind'], text: string, place: Place): void => {
    const region = kind === 'paragraph' ? 'body' : 'form';
    const shown = tidy(text);
    if (shown !== '') blocks.push({ kind, text: shown, region, source: source(place) });
  };
  for (const [index, { text, page }] of around.headers.entries()) write('header', text, { page, header: index + 1 });
  const all = pages.flatMap(({ lines }) => lines).filter((line) => !around.lines.has(line));
  const fallback = marginsOf(all, pages[0]?.width ?? 0);
  let waiting: PagedLine[] = [];
  let table: { begun: PageTable; now: PageTable } | undefined;
  const flushText = (): void => {
    for (const { text, page, line } of paragraphsOf(waiting)) write('paragraph', text, { page, line });
    waiting = [];
  };
  const flushTable = (): void => {
    if (!table) return;
    const made = tableOf(table.now, { page: table.begun.page, table: tables.length + 1 }, source);
    tables.push(made);
    blocks.push(made.block);
    table = undefined;
  };
  for (const [index, { width, lines, tables: found }] of pages.entries()) {
    const text = lines.filter((line) => !around.lines.has(line));
    const margins = marginsOf(text, width, fallback);
    const pieces: Piece[] = [
      ...text.map((line) => ({ y: line.y, line })),
      ...found.map((one) => ({ y: one.y, table: one })),
    ];
    let count = 0;
    for (const piece of pieces.sort((left, right) => left.y - right.y)) {
      if ('line' in piece) {
        flushTable();
        count += 1;
        waiting.push({ ...piece.line, page: index + 1, line: count, margins });
      } else if (table && isContinued(table.now, piece.table)) table.now = continued(table.now, piece.table);
      else {
        flushTable();
        flushText();
        table = { begun: piece.table, now: piece.table };
      }
    }
  }
  flushTable();
  flushText();
  for (const [index, { text, page }] of around.footers.entries()) write('footer', text, { page, footer: index + 1 });
  return { blocks, tables };
}
