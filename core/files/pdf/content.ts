import { budgetFor } from '../budget.ts';
import { faultOf } from '../layout/faults.ts';
import { openLayout } from '../layout/layout.ts';
import type { TextPiece } from '../layout/page.ts';
import type { PagesContent } from '../layout/parts.ts';
import { LIMITS } from '../limits.ts';
import { refuseBombs } from './bomb.ts';
import type { Drawing } from './drawing.ts';
import { openPdf, type PdfPage } from './pdfjs.ts';

/** What a PDF holds, located; no meaning given yet. */
export interface PdfContent extends PagesContent {
  /** Pages whose text lies unseen with a picture of the whole page: it was recognised from it. */
  recognised: number[];
}

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
    const layout = openLayout({ source: (place) => ({ from: 'file', ...file, place }), budget });
    const unread: PdfContent['unread'] = [];
    const recognised: number[] = [];
    for (let number = 1; number <= pdf.pages; number += 1) {
      const page = await unlessBroken(pdf.page(number));
      budget.spend('runs', page?.pieces.length ?? 0);
      const drawing = page && (await drawingOf(page, isHeavy || number === 1));
      page?.end();
      const why = page && drawing ? faultOf({ ...page, ...drawing }, drawing.curves) : 'broken';
      if (why) unread.push({ page: number, why });
      if (!page || !drawing) continue;
      if (!why && isRecognised(page, drawing)) recognised.push(number);
      const { width, height, pieces } = page;
      budget.spend('runs', drawing.rules.length);
      layout.add({ number, width, height, ...drawing, pieces: why === 'garbled' ? [] : pieces });
    }
    const { info, attached, signatures } = pdf;
    return { ...layout.end(), info, attached, signatures, unread, recognised };
  } finally {
    await pdf.close();
  }
}

/** What the library gives; undefined where it fails. */
async function unlessBroken<Value>(asked: Promise<Value>): Promise<Value | undefined> {
  try {
    return await asked;
  } catch {
    return undefined;
  }
}

const NOTHING: Drawing = { rules: [], pictures: [], unpainted: false, curves: 0 };

/** What is drawn on a page, where it may matter; undefined where it cannot be read and no text stands there. */
async function drawingOf(page: PdfPage, isHeavy: boolean): Promise<Drawing | undefined> {
  const upright = page.pieces.filter((piece) => !piece.turned);
  if (upright.length > 0 && !isHeavy && !looksTabular(upright)) return NOTHING;
  return (await unlessBroken(page.drawing())) ?? (upright.length > 0 ? NOTHING : undefined);
}

/** A picture of so much of the page is the page itself. */
const WHOLE_PAGE = 0.7;

const isRecognised = ({ width, height, pieces }: PdfPage, { pictures, unpainted }: Drawing): boolean =>
  pieces.some((piece) => !piece.turned) &&
  pictures.some(
    (box) =>
      (box.over || unpainted) &&
      Math.min(box.width, width) * Math.min(box.height, height) > WHOLE_PAGE * width * height,
  );

/** Gaps inside lines, in letters, as columns have them; and so many lines with one. */
const COLUMN_GAP = 1.5;
const GAPPED_LINES = 2;

/** Whether a page may hold a table: rulings are looked for only there, which costs more than the text itself. */
function looksTabular(pieces: readonly TextPiece[]): boolean {
  let gapped = 0;
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1];
    if (!before || Math.abs(piece.y - before.y) >= piece.fontSize) continue;
    const apart = COLUMN_GAP * piece.fontSize;
    if (piece.x - (before.x + before.width) > apart || piece.x + piece.fontSize < before.x - apart) gapped += 1;
    if (gapped >= GAPPED_LINES) return true;
  }
  return false;
}
