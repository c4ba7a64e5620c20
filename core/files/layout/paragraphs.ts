import { displayWidth } from '../../base/text.ts';
import { type Line, mostCommon } from './lines.ts';

/** Between which lines a page's text stands, in points. */
export interface Column {
  left: number;
  right: number;
  /** From one line of running text to the next; 0 where none is known. */
  pitch: number;
  /** Size of the letters of running text. */
  fontSize: number;
}

/** Lines that are one paragraph, put together. */
export interface LaidParagraph {
  text: string;
  first: Line;
  last: Line;
  /** In the middle of its column, with room at both sides. */
  centred: boolean;
}

/** Lengths in letters. */
const INDENT = 1.3;
const MOST_INDENT = 7;
/**
 * A line that ends so much before the end of its column is the last of its paragraph, unless the first word of the next line
 * had no room there: marks that may not begin a line take one letter.
 */
const SHORT = 1.6;
/** What is missing at the end of nearly every full line. */
const SLACK = 0.6;
const CENTRED = 2;
/** Letters so much larger or smaller are another paragraph's. */
const OTHER_SIZE = 0.12;
/** So many times the usual distance of lines parts paragraphs. */
const APART = 1.5;
/** What begins an item of a list or a heading: 一、 （一） 1. 1.1 a) —— 第一条 附件. */
export const MARKER =
  /^(?:[一二三四五六七八九十]{1,4}、|[（(][\d一二三四五六七八九十a-z]{1,4}[）)]|\d{1,3}(?:[.．、]|(?:\.\d{1,3}){1,5}(?=\s))|\d{1,2}[)）]|[a-z][)）]|——|[•●■◆▪·§]|第[\d一二三四五六七八九十百]{1,5}[条章节]|附件\d{0,2}(?:[:：]|$)|注\d{0,2}[:：])/u;
/** The heading of a chapter or an annex, alone on its line: 3 术语和定义. What is counted (5 个工作日) is none. */
const CHAPTER =
  /^(?:\d{1,2}[ \u3000\t]+(?![个天年月日人次份名元小分周倍项条种台套户村])\p{Script=Han}|附录\s?[A-Z]\s?[（(](?:规范|资料)性)[^。；，：？！]{0,30}$/u;
/** A line of a table of contents: its page stands behind dots. */
const CONTENTS_END = /[.．…·⋯]{4,}\s*[\dⅠ-ⅻIVX]{1,4}$/u;
/** Letters that are looked at for it. */
const LONGEST_END = 40;
export const isContentsLine = (text: string): boolean => CONTENTS_END.test(text.slice(-LONGEST_END));
const LONGEST_MARKER = 8;
const SENTENCE_END = /[。！？；：.;:!?”」』）)]$/u;

const isFar = (one: number, other: number, letters: number, size: number): boolean =>
  Math.abs(one - other) > letters * size;

/** The part of all lines that may stand out at either side. */
const OUTLIERS = 0.02;

/**
 * Fewer lines that end at one place, or lines that end before this part of the page, do not tell where a column ends; then it
 * reaches to the second part at least.
 */
const FEWEST_FULL = 3;
const LEAST_FULL = 0.6;
const LEAST_RIGHT = 0.75;

/** Where running text stands, from lines of pages that are alike and as wide as this. */
export function columnOf(lines: readonly Line[], width: number): Column {
  const fontSize = mostCommon(lines.map((line) => [line.fontSize, line.text.length]));
  const body = lines.filter((line) => line.fontSize === fontSize);
  const rights = body.map((line) => line.right).sort((a, b) => b - a);
  const right = rights[Math.floor(rights.length * OUTLIERS)] ?? 0;
  // What is centred or stands at the right begins anywhere; full lines begin at few places, the leftmost of them the edge.
  const full = body.filter((line) => !isFar(line.right, right, 3, fontSize));
  const lefts = (full.length > 2 ? full : body).map(({ x }) => x).sort((a, b) => a - b);
  const left = lefts[Math.floor(lefts.length * OUTLIERS)] ?? 0;
  const pitches = body.slice(1).flatMap((line, index): [number, number][] => {
    const step = line.y - (body[index]?.y ?? line.y);
    return step > 0.8 * fontSize && step < 3.5 * fontSize ? [[Math.round(step), 1]] : [];
  });
  const ending = body.filter((line) => !isFar(line.right, right, SHORT, fontSize)).length;
  const isSure = ending >= FEWEST_FULL && right >= LEAST_FULL * width;
  return { left, right: isSure ? right : Math.max(right, LEAST_RIGHT * width), pitch: mostCommon(pitches), fontSize };
}

/** Lines of one stretch of text as paragraphs. */
export function paragraphsOf(lines: readonly Line[], column: Column): LaidParagraph[] {
  const paragraphs: LaidParagraph[] = [];
  for (const line of lines) {
    const last = paragraphs.at(-1);
    if (last && isMore(last, line, column)) addLine(last, line);
    else
      paragraphs.push({
        text: line.text,
        first: line,
        last: line,
        centred: isCentred(line, column),
      });
  }
  return paragraphs;
}

/** What cannot be parted at the end of a line: one Chinese letter with the marks around it, or one word of others. */
const FIRST_WORD =
  /^(?:[（《〈“‘「【〔]*[\u2e80-\uffff][，。、；：！？）》〉”’」】〕]*|[^\s\u2e80-\u9fff\uff00-\uffff]+)/u;

const widthOf = (text: string, fontSize: number): number => (displayWidth(text) * fontSize) / 2;

/** Whether a line goes on to the end of its column at `right`: the first word of the next had no room there. */
function isFull(line: Line, right: number, next: Line): boolean {
  const { fontSize } = line;
  const room = right - line.right;
  if (room < SHORT * fontSize) return true;
  const word = line.text.includes('\t') ? '' : (FIRST_WORD.exec(next.text)?.[0] ?? '');
  return room - SLACK * fontSize <= widthOf(word, next.fontSize);
}

/** In the middle of its column. */
export const isInMiddle = ({ x, right: end, fontSize }: Line, { left, right }: Column): boolean =>
  Math.abs(x - left - (right - end)) < CENTRED * fontSize;

/** In the middle of its column, with room at both sides. */
const isCentred = (line: Line, column: Column): boolean =>
  line.x - column.left > INDENT * line.fontSize &&
  column.right - line.right > SHORT * line.fontSize &&
  isInMiddle(line, column);

/** Whether a line goes on with the paragraph above it. */
function isMore(paragraph: LaidParagraph, line: Line, column: Column): boolean {
  const { first, last } = paragraph;
  const size = last.fontSize;
  if (isFar(line.fontSize, size, OTHER_SIZE, size)) return false;
  const step = line.y - last.y;
  if (step > APART * Math.max(column.pitch, 1.2 * size)) return false;
  // A title over several lines, larger than what follows.
  if (paragraph.centred && isCentred(line, column))
    return size > (1 + OTHER_SIZE) * column.fontSize && !/[\d〕号]$/u.test(last.text);
  if (!isFull(last, column.right, line) || paragraph.centred || isContentsLine(last.text)) return false;
  if (CHAPTER.test(line.text)) return false;
  // A title whose first line is full, without an indent, and whose last one stands in the middle.
  if (isCentred(line, column)) {
    const isLarge = size > (1 + OTHER_SIZE) * column.fontSize && isInMiddle(first, column);
    const isHead = isLarge || !isFar(first.x, column.left, INDENT, size);
    return isHead && !SENTENCE_END.test(last.text) && !MARKER.test(line.text);
  }
  // What is parted behind more than a marker is two columns, each with a text of its own.
  if (last.text.indexOf('\t') > LONGEST_MARKER) return false;
  // What begins far on the right stands there by itself: a signature, a day.
  if (isFar(last.x, column.left, MOST_INDENT, size)) return false;
  const isIndented = isFar(first.x, column.left, INDENT, size);
  // Without an indent, only a line that goes on to the very end goes on behind the end of a sentence too.
  return flowsOn(paragraph, line, isIndented || isFar(last.right, column.right, SLACK, size));
}

/** Whether a line below a full one is more of its paragraph, by where it begins. */
function flowsOn({ first, last }: LaidParagraph, line: Line, mayEnd: boolean): boolean {
  const indent = (line.x - first.x) / line.fontSize;
  const begins = MARKER.test(line.text);
  if (indent < -0.5) return !(begins && SENTENCE_END.test(last.text));
  // Hanging: behind the marker of an item.
  if (indent > 0.5) return MARKER.test(first.text) && !begins && indent < 6;
  return !SENTENCE_END.test(last.text) || !(begins || mayEnd);
}

function addLine(paragraph: LaidParagraph, line: Line): void {
  paragraph.text += jointOf(paragraph.last, line) + line.text;
  paragraph.last = line;
}

/** What stands between two lines of one text: only Western words are parted there. The text itself is not looked at: it may be long. */
const jointOf = (last: Line, next: Line): string =>
  /[\w.,;:)]$/.test(last.text) && /^[\w(]/.test(next.text) ? ' ' : '';

/** Whether the first paragraph of a page is more of the last one of the page before. */
export function goesOver(last: LaidParagraph, next: LaidParagraph, before: Column, column: Column): boolean {
  const size = last.last.fontSize;
  if (last.centred || next.centred || isContentsLine(last.last.text)) return false;
  if (!isFull(last.last, before.right, next.first)) return false;
  if (isFar(next.first.fontSize, size, OTHER_SIZE, size)) return false;
  const isIndented = isFar(last.first.x, before.left, INDENT, size);
  const isItem = MARKER.test(next.first.text);
  const begins = isItem || isFar(next.first.x, column.left, INDENT, size);
  return SENTENCE_END.test(last.last.text) ? isIndented && !begins : !isItem;
}

/** Puts the end of a paragraph to its beginning on another page. */
export function addParagraph(paragraph: LaidParagraph, more: LaidParagraph): void {
  paragraph.text += jointOf(paragraph.last, more.first) + more.text;
  paragraph.last = more.last;
}

/** A line that fills less than this part of its cell ends there by itself; one of so few letters may, in a narrow cell. */
const FILLED = 0.6;
const NARROW = 4;

/** Lines in a cell: those that go on over the end of a line put together, others each on its own. */
export function cellText(lines: readonly Line[], left: number, right: number): string {
  let text = '';
  let last: Line | undefined;
  for (const line of lines) {
    const goesOn = last !== undefined && (isCut(last, line) || fillsCell(last, left, right)) && !MARKER.test(line.text);
    text += last === undefined ? line.text : `${goesOn ? jointOf(last, line) : '\n'}${line.text}`;
    last = line;
  }
  return text;
}

/** A date that goes on below: 2026年3 and 月18日. */
const isCut = (last: Line, line: Line): boolean => /\d$/.test(last.text) && /^[年月日]/.test(line.text);

/** Whether a line has no room for another letter beside the room at both sides of its cell, which is alike wherever text stands. */
function fillsCell({ text, x, right: end, fontSize }: Line, left: number, right: number): boolean {
  if (text.indexOf('\t') > LONGEST_MARKER) return false;
  const room = Math.min(x - left, right - end);
  const width = end - x;
  if (width < FILLED * (right - left) || width < NARROW * fontSize) return false;
  return room < SHORT * fontSize && right - end - room < SHORT * fontSize;
}
