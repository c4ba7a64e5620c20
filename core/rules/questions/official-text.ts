import type { Block } from '../../base/block.ts';
import { findDates, type WrittenDate } from '../../base/dates.ts';
import { cleanText, squeeze } from '../../base/text.ts';
import { roleOfLabel } from '../../document/glossary.ts';
import { wordOfTitle } from '../../document/kind.ts';
import type { DocumentModel } from '../../document/model.ts';
import { signingBody } from '../../document/signoff-text.ts';
import { endOfTitle, isNoTitle } from '../../document/title.ts';
import { oncePerDocument } from './once.ts';
import { ownTextOf } from './text.ts';

/** The parts of a 公文's own text: title, whom it speaks to, what it says, and the day under it. */

export interface Line {
  text: string;
  block: Block;
}

export interface OfficialText {
  /** The lines of the title; [] where none was found. */
  title: readonly Line[];
  /** From the line under the title to the one that ends with a colon; [] where none does. */
  recipients: readonly Line[];
  /** What stands between title or recipients and the signature, 附件： or the closing lines. */
  body: readonly Line[];
  /** The names above the day. */
  signers: readonly string[];
  signed?: SignedDay;
}

export interface SignedDay {
  date: WrittenDate;
  line: Line;
}

const TITLE_LINES = 20;
/** A title may be drawn over so many lines, and so may the list of whom it speaks to. */
const MOST_LINES = 4;
const MOST_RECIPIENT_LINES = 6;
const LONGEST_TITLE_LINE = 60;
const LONGEST_RECIPIENTS = 160;
/** Who signs an order: 县长　周志强. */
const OFFICE_HOLDER = /^(?:总理|主席|[省市州县区旗镇乡部局厅署]长|主任)\p{Script=Han}{2,4}$/u;
/** A day with the whole name of a body in front of it. */
const LONGEST_DAY_LINE = 60;
const ENDS_AS_DAY = /[日号\d]$/u;
/** In front of the title a text has its letterhead and number: what has more than a mark at its end is prose. */
const PROSE = /[。；！？](?!$)/u;
const COLON_END = /[:：]$/u;
/** Lines under a title that are none of it: the day of a meeting, a remark in brackets. */
const ASIDE = /^[（(【[].*[）)】\]]$/u;
/** 学院名称： is a place to write in, 现将有关事项通知如下： leads to what follows. */
const NO_RECIPIENTS = /(?:名称|姓名|编号|日期|时间|地点|内容|如下|(?:以下|下列)\p{Script=Han}{0,8})[:：]$/u;
/** What follows the text: annexes, copies, the line of printing, a remark in brackets. */
const TAIL = /^(?:附\s*件|附\s*[:：]|抄\s*[送报]|主题词|印送|校对|共印|联\s*系\s*(?:人|电\s*话)|[（(].*[）)]$)/u;
const isTail = (text: string): boolean => TAIL.test(text) || text.endsWith('印发');
/** The marks of levels in a 公文: 一、（一） 1. （1）. */
const IN_ORDER =
  /^(?:[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)|第[一二三四五六七八九十]+[条章节])/u;

/** Characters that print nothing; few texts have one, and looking at each text costs more than this. */
const UNSEEN = /[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]/;

/** The lines of the document proper, without headers, footers, notes, tables and annexes. */
export const linesOf = oncePerDocument((document): readonly Line[] =>
  ownTextOf(document)
    .filter(({ kind }) => kind === 'heading' || kind === 'paragraph' || kind === 'list-item')
    .flatMap((block) =>
      block.text.split('\n').flatMap((line) => {
        const text = UNSEEN.test(line) ? cleanText(line) : line.trim();
        return text === '' ? [] : [{ text, block }];
      }),
    ),
);

/** True for a line that begins with a mark of a level. */
export const isNumberedLine = (text: string): boolean => IN_ORDER.test(text);

/** The parts of the text; undefined for a document without text of its own: a form, a picture, a table. */
export const officialTextOf = oncePerDocument((document): OfficialText | undefined => {
  const lines = linesOf(document);
  const prose = lines.findIndex(({ text }) => text.includes('。') && !isTitleLine(text));
  if (prose < 0) return undefined;
  const [start, end] = titleAt(lines, document, prose);
  const recipients = end < 0 ? [] : recipientsFrom(lines, end + 1);
  const [last] = recipients.slice(-1);
  const from = last ? lines.indexOf(last) + 1 : end + 1;
  const signed = signedDay(lines, Math.max(prose, from));
  const [until, names, day] = endOf(lines, Math.max(prose, from) + 1, signed);
  return {
    title: end < 0 ? [] : lines.slice(start, end + 1),
    recipients,
    body: lines.slice(from, until),
    signers: lines.slice(names, day).map(({ text }) => text),
    ...(signed ? { signed } : {}),
  };
});

/** 关于…, without a label in front and without a sentence behind. */
function isTitleLine(text: string): boolean {
  return (
    text.includes('关于') &&
    text.length <= LONGEST_TITLE_LINE &&
    !PROSE.test(text) &&
    !COLON_END.test(text) &&
    !/[，,].|[:：].*关于|^(?:为了?|根据|按照?|依据|经|现将?|就)/u.test(text) &&
    !isNumberedLine(text)
  );
}

const ENDS_AS_TITLE = /[》）)。.；;，,]$/u;
/** A title that was drawn over two lines may have its last words on the next: 的通知, 》的通知. */
const REST_OF_TITLE = /^[的》]/u;

function titleAt(lines: readonly Line[], document: DocumentModel, prose: number): [number, number] {
  const top = lines.slice(0, Math.min(TITLE_LINES, prose + 1));
  const start = top.findIndex(({ text }) => isTitleLine(text) && !isNoTitle(text));
  if (start < 0) {
    const end = endOfTitle(top, document.title);
    return [end, end];
  }
  let end = start;
  for (let next = start + 1; next < Math.min(start + MOST_LINES, lines.length); next += 1) {
    const line = lines[next]?.text ?? '';
    const isClosed = wordOfTitle(joined(lines, start, end)) !== '' || ENDS_AS_TITLE.test(lines[end]?.text ?? '');
    const isRest = REST_OF_TITLE.test(line) && wordOfTitle(line) !== '' && !PROSE.test(line);
    if (isRest) end = next;
    else if (isClosed || !goesOn(line)) break;
    else end = next;
  }
  return [start, end];
}

/** True for a line that may be a further line of a title that has not ended yet. */
function goesOn(line: string): boolean {
  return (
    line.length <= LONGEST_TITLE_LINE &&
    !/[。；](?!$)|[：:]/u.test(line) &&
    (wordOfTitle(line) !== '' || !/[。；]$/u.test(line)) &&
    !ASIDE.test(line) &&
    !isNumberedLine(line) &&
    !/^各/u.test(line) &&
    findDates(line).length === 0 &&
    (wordOfTitle(line) !== '' || signingBody(line) === undefined)
  );
}

const joined = (lines: readonly Line[], start: number, end: number): string =>
  lines
    .slice(start, end + 1)
    .map(({ text }) => text)
    .join('');

/** The whole title as one line. */
export const titleText = ({ title }: OfficialText): string => title.map(({ text }) => text).join('');

function recipientsFrom(lines: readonly Line[], from: number): Line[] {
  const found: Line[] = [];
  for (const line of lines.slice(from, from + MOST_RECIPIENT_LINES)) {
    const { text } = line;
    if (found.length === 0 && (ASIDE.test(text) || findDates(text).some(({ raw }) => raw === text))) continue;
    if (/[。；!！?？]/u.test(text) || isNumberedLine(text) || text.length > LONGEST_RECIPIENTS) return [];
    found.push(line);
    if (COLON_END.test(text)) return NO_RECIPIENTS.test(text) || roleOfLabel(text) !== undefined ? [] : found;
  }
  return [];
}

/**
 * The day under the text: the first line that holds a date and a body that signs, in front of it or above it. What was
 * issued or passed on may follow with a day of its own. Without a body the last day counts where nothing but closing
 * lines follows: a day in a list is none.
 */
function signedDay(lines: readonly Line[], after: number): SignedDay | undefined {
  let last: SignedDay | undefined;
  for (const [at, line] of lines.entries()) {
    const date = at > after ? dayLine(line.text) : undefined;
    if (!date) continue;
    const above = lines[at - 1]?.text ?? '';
    if (date.start > 0 || signingBody(above) !== undefined || OFFICE_HOLDER.test(squeeze(above))) return { date, line };
    last = /[。：:）)]$/u.test(above) ? { date, line } : undefined;
  }
  return last && lines.slice(lines.indexOf(last.line) + 1).every(({ text }) => isTail(text)) ? last : undefined;
}

function dayLine(text: string): WrittenDate | undefined {
  if (text.length > LONGEST_DAY_LINE || !ENDS_AS_DAY.test(text)) return undefined;
  const [date, more] = findDates(text);
  if (!date || more || date.flaw === 'no-year') return undefined;
  const front = text.slice(0, date.start).trim();
  const behind = squeeze(text.slice(date.end));
  return behind === '' && (front === '' || signingBody(front) !== undefined) ? date : undefined;
}

/** Where what is said ends: at the names above the day, at 附件： or at a closing line; where the names begin, and the day. */
function endOf(
  lines: readonly Line[],
  from: number,
  signed: SignedDay | undefined,
): [body: number, names: number, day: number] {
  const day = signed ? lines.indexOf(signed.line) : lines.length;
  const tail = lines.findIndex(({ text }, index) => index >= from && isTail(text) && !isNumberedLine(text));
  let names = day;
  while (signed && names > from && signingBody(lines[names - 1]?.text ?? '') !== undefined) names -= 1;
  return [tail < 0 ? names : Math.min(tail, names), names, day];
}

/** A text without what is spoken of: between quotation marks, and titles in 《》. */
export const withoutQuotes = (text: string): string =>
  text.replace(/“[^”]*”|‘[^’]*’|《[^《》]*(?:《[^《》]*》[^《》]*)*》/gu, '□');
