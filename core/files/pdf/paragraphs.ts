import { firstWidth, joinLines, type Line } from './lines.ts';

/** Lines between which a column of text runs. */
export interface Margins {
  left: number;
  right: number;
}

/** A line with the page that it stands on and its number there. */
export interface PagedLine extends Line {
  page: number;
  line: number;
  margins: Margins;
}

export interface Paragraph {
  text: string;
  page: number;
  line: number;
}

/** In sizes of the letters: where an indent begins, and what may be missing at the end of a full line. */
const INDENT = 1.2;
const ROOM = 0.6;
/** What is set in further stands by itself: a signature, a date. */
const SET_APART = 8;
/** A text has indents when so many of its lines have one. */
const FEW = 0.04;
const FEWEST_LINES = 2;
/** A page of fewer lines does not show its margins; a full line begins no further in, in sizes. */
const FEW_LINES = 6;
const FULL = 3;
/** Narrower than this share of the paper no column of text is. */
const WIDE_ENOUGH = 0.4;
/** Lines of one paragraph are of one size, and stand no further apart than this, in sizes or in usual distances. */
const OTHER_SIZE = 0.12;
const FAR = 1.45;
const FURTHEST = 3.2;
const ENDS = /[。；：！？.;:!?]["”’）)]?$/u;
const MARKER =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}(?:\.\d{1,2}){0,4}[.．、\s）)]|\d{1,2}(?:\.\d{1,2}){1,4}(?=\p{Script=Han})|[a-z][)）]|[①-⑳]|第[一二三四五六七八九十百\d]{1,4}[章节条]|附件|附录|——|[•·●])/u;

/**
 * The margins of a page's text: where lines begin at least twice, and where full ones end. Where no two end at one place,
 * the text is taken to be as far from the right edge of the paper as from the left.
 */
export function marginsOf(lines: readonly Line[], width: number, fallback?: Margins): Margins {
  const size = lines[0]?.size ?? 1;
  const begins = lines.map(({ x }) => x).sort((first, second) => first - second);
  const left = begins.find((x, index) => (begins[index + 1] ?? Infinity) - x <= 0.5 * size) ?? begins[0] ?? 0;
  const end = lines.reduce((most, line) => Math.max(most, line.end), left);
  const full = lines.filter((line) => line.x - left <= FULL * size && end - line.end <= 1.5 * size);
  const isColumn = full.length >= FEWEST_LINES && end - left > WIDE_ENOUGH * width;
  const right = isColumn ? end : Math.max(end, width - left);
  if (lines.length >= FEW_LINES || !fallback) return { left, right };
  return { left: Math.min(left, fallback.left), right: Math.max(right, fallback.right) };
}

/** Lines in reading order as paragraphs. */
export function paragraphsOf(lines: readonly PagedLine[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const usual = { distance: usualDistance(lines), isIndented: lines.filter(isIndented).length > lines.length * FEW };
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1];
    const current = paragraphs.at(-1);
    if (above && current && goesOn(above, line, usual)) current.text = joinLines(current.text, line.text);
    else paragraphs.push({ text: line.text, page: line.page, line: line.line });
  }
  return paragraphs;
}

/** The distance that most lines have to the next. */
function usualDistance(lines: readonly PagedLine[]): number {
  const distances = lines
    .flatMap((line, index) => {
      const next = lines[index + 1];
      return next && next.page === line.page ? [next.y - line.y] : [];
    })
    .filter((distance) => distance > 0)
    .sort((left, right) => left - right);
  return distances[distances.length >> 1] ?? 0;
}

/** Whether a line goes on with what stands in the one above it. */
function goesOn(above: PagedLine, line: PagedLine, usual: { distance: number; isIndented: boolean }): boolean {
  const size = above.size;
  if (Math.abs(line.size - size) > OTHER_SIZE * size) return false;
  if (above.page === line.page) {
    const distance = line.y - above.y;
    if (distance > Math.min(Math.max(usual.distance * FAR, 1.6 * size), FURTHEST * size)) return false;
  } else if (line.page !== above.page + 1) return false;
  const [indentAbove, indent] = [above.x - above.margins.left, line.x - line.margins.left];
  const isEnd = ENDS.test(above.text);
  const room = above.margins.right - above.end - ROOM * size;
  if (room > size && room > firstWidth(line)) return false;
  // A heading in the middle whose first line is full.
  if (isCentred(line)) return !isEnd && !isCentred(above) && indentAbove <= INDENT * size;
  if (isCentred(above) || Math.max(indent, indentAbove) > SET_APART * size) return false;
  if (MARKER.test(line.text) && (isEnd || indent > INDENT * size)) return false;
  // Where no paragraph begins with an indent, a sentence that ends with its line is the only sign.
  if (indent <= INDENT * size) return usual.isIndented || !isEnd;
  // A block that is set in as a whole, or the next paragraph with its own indent.
  return Math.abs(indent - indentAbove) <= 0.5 * size
    ? !isEnd
    : indentAbove > INDENT * size && indent > indentAbove && !isEnd;
}

const isIndented = ({ x, margins, size }: PagedLine): boolean =>
  x - margins.left > INDENT * size && x - margins.left < 2 * INDENT * size;

function isCentred({ x, end, margins, size }: PagedLine): boolean {
  const [before, after] = [x - margins.left, margins.right - end];
  return before > 2.5 * size && Math.abs(before - after) <= size;
}
