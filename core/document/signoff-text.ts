import type { Block } from '../base/block.ts';
import { findDates, type WrittenDate } from '../base/dates.ts';
import { splitNames } from '../base/names.ts';
import type { Source } from '../base/source.ts';
import { cleanText, squeeze } from '../base/text.ts';
import type { LabelledValue } from '../pairing/pair.ts';
import { readDesignation } from '../standards/designation.ts';
import { attachmentsNote, startOfAnnexes } from './attachments.ts';
import { labelOfRole, roleOfLabel } from './glossary.ts';
import { wordOfTitle } from './kind.ts';
import type { FormKind } from './terms.ts';
import { endOfTitle, isTitleOfBody, SERIAL_NUMBER } from './title.ts';
import { OPEN_NUMBER, readValue } from './values.ts';
import type { Role } from './vocabulary.ts';
import { isDateRole, isPeopleRole } from './vocabulary.ts';

/** Longer paragraphs are prose. */
const LONGEST_LINE = 160;
/** A label in running text: at the start or after a space, with its colon. */
const LABEL =
  /(?<=^|[\s\t;；,，。|)）\d_＿])([\p{Script=Han}]{1,4}(?: ?[\p{Script=Han}]{1,4}){0,3}(?:[（(][^（()）]{1,8}[)）])?)\s*[:：]/gu;
/** Behind every label; most lines have none. */
const COLON = /[:：]/u;
/** Roles that a line of text tells by a label. */
const TEXT_LABEL_ROLES: ReadonlySet<Role> = new Set([
  'docNumber',
  'secrecy',
  'urgency',
  'copyRecipients',
  'mainRecipients',
  'version',
  'controlState',
  'retention',
  'contact',
  'pageRemark',
]);

interface Hit {
  block: number;
  role: Role;
  pair: LabelledValue;
  filled: boolean;
}

/**
 * Labelled values that stand in running text: 编制：甲　审核：乙　批准：丙, 签发人：丁, 抄送：…. A label with nothing behind it counts
 * as an empty box only beside another signer's label; alone it is a heading.
 */
export function pairsOfText(blocks: readonly Block[], form?: FormKind): LabelledValue[] {
  const end = startOfAnnexes(blocks);
  const hits = blocks.slice(0, end).flatMap((block, index) => hitsOfBlock(block, index, form));
  const pairs = hits.filter((hit, at) => hit.filled || hasNeighbour(hits, at)).map((hit) => hit.pair);
  const note = attachmentsNote(blocks);
  return note ? [...pairs, pairOf('attachmentsNote', note.text, note.source)] : pairs;
}

/** Blocks between two labels that belong together. */
const NEAR = 2;

/** True when another signer's label stands near. Hits stand in the order of their blocks. */
function hasNeighbour(hits: readonly Hit[], at: number): boolean {
  const hit = hits[at];
  if (!hit || !isPeopleRole(hit.role)) return false;
  for (const step of [-1, 1]) {
    for (let near = at + step; ; near += step) {
      const other = hits[near];
      if (!other || Math.abs(other.block - hit.block) > NEAR) break;
      if (other.role !== hit.role && isPeopleRole(other.role)) return true;
    }
  }
  return false;
}

function hitsOfBlock(block: Block, index: number, form: FormKind | undefined): Hit[] {
  if (block.region !== 'body' || block.rows || block.text.length > LONGEST_LINE) return [];
  return block.text.split('\n').flatMap((line) => hitsOfLine(line, block, index, form));
}

function hitsOfLine(line: string, block: Block, index: number, form: FormKind | undefined): Hit[] {
  if (!COLON.test(line)) return [];
  const labels = Array.from(line.matchAll(LABEL)).flatMap((match) => {
    const words = match[1] ?? '';
    // 源政〔2026〕18号 签发人：丁 — what stands in front of a label may look like its first word.
    for (let from = 0; from >= 0; from = words.indexOf(' ', from + 1)) {
      const label = cleanText(words.slice(from));
      const meaning = roleOfLabel(label, form);
      if (meaning)
        return [{ label, role: meaning.role, start: match.index + from, end: match.index + match[0].length }];
    }
    return [];
  });
  return labels.flatMap(({ label, role, end }, position) => {
    const value = cleanText(line.slice(end, labels[position + 1]?.start ?? line.length)).replace(/[；;，,]$/u, '');
    const known = isPeopleRole(role) || isDateRole(role) || TEXT_LABEL_ROLES.has(role);
    if (!known || !fits(role, value)) return [];
    const { state } = readValue(role, value);
    const pair: LabelledValue = {
      label,
      value,
      state: value === '' ? 'empty' : 'filled',
      kind: 'inline-text',
      box: 'text',
      ...(block.hidden ? { hidden: true } : {}),
      source: block.source,
    };
    return [{ block: index, role, pair, filled: state === 'present' }];
  });
}

/** Keeps sentences out: behind 审核： in prose stands no name. */
function fits(role: Role, value: string): boolean {
  if (isPeopleRole(role)) {
    if (readValue(role, value).state !== 'present') return value.length <= 20;
    return value.length <= 40 && splitNames(value).length > 0 && !/[。；]/u.test(value);
  }
  if (isDateRole(role))
    return (
      value.length <= 30 && (value === '' || findDates(value).length > 0 || readValue(role, value).state === 'blank')
    );
  return value !== '';
}

/** `2022-09-20 发布　2022-10-01 实施`: a date and the word behind it. */
const DATED_WORDS: readonly (readonly [RegExp, Role])[] = [
  [/^\s*(?:发布|公布)/u, 'publishedOn'],
  [/^\s*(?:实施|施行)/u, 'effectiveOn'],
  [/^\s*印发/u, 'printedOn'],
];
/** Each of these words has one of these characters; most lines have none. */
const MAY_BE_DATED = /[布施印]/u;
const LETTERHEAD = /^([\p{Script=Han}（）()]{4,40}?)(?:技术|管理)?文件$/u;
/** Who issues a standard, at the foot of its cover. */
const COVER_ISSUER = /^([\p{Script=Han}（）()、]{3,40})发布$/u;
const OFFICIAL_NUMBER =
  /^[\p{Script=Han}A-Za-z]{1,15}\s*[〔[［（(【﹝]\s*(?:19|20)\d{2}\s*[〕\]］）)】﹞]\s*第?\s*\d{1,5}\s*号/u;
const STANDARD_NUMBER =
  /^(?:Q\/|DB\d{2}|T\/|[A-Z]{2,8} ?\/ ?[A-Z]{1,4})[\p{Script=Han}A-Z/ ]*\s?[\d.]+\s?[—–\-－―]\s?\d{4}$/u;
/** Lines from the top among which the number of a document stands. */
const NUMBER_LINES = 15;
/** What may stand behind a number on its line: 签发人：丁. */
const BESIDE_NUMBER = 20;
/** Lines between a title and whom the text speaks to. */
const ABOVE_RECIPIENTS = 3;
/** A page shows its title once more over the text, with its number and its buttons between: so far down the line may stand. */
const FARTHEST_RECIPIENTS = 12;
/** A paragraph, and no caption. */
const LONG_SENTENCE = 30;
/** To all the offices of a country, by name. */
const LONGEST_RECIPIENTS = 400;
/** The line that speaks to somebody: 各村，镇直各单位：; a list's mark is in front of something else. */
const RECIPIENTS = /^(?=.*\p{Script=Han})[\p{L}\p{N}（(《“"][^。；:：]{1,398}[:：]$/u;
/** How a sentence begins that goes on below: 根据……，制定下列措施：. */
const OPENING = /^(?:根据|按照|依据|为|经|现|近|自|在)/u;
/** A heading of a part, which may lead to what follows. */
const ITEM = /^(?:[\d一二三四五六七八九十]+\s*[、.．)）]|[（(][\d一二三四五六七八九十]+[)）]|第.{1,4}[章节条])/u;
/** Bodies and units: what stands right over the text of a page and names none of them is a caption. */
const NAMES_BODIES = /各|政府|单位|部门|机构|企业|公司|[局厅委办处科院校所会站联]$|[局厅委办处科院校所会站联][，、,]/u;
/** 学院名称： is a place to write in, 现将有关事项通知如下： leads to what follows. */
const LABEL_OF_BOX = /(?:名称|姓名|编号|日期|时间|地点|内容|如下|以下\p{Script=Han}{1,8})[:：]$/u;

/**
 * Values of a text that carry no label, by their place and form: the number under the letterhead, 主送 (the line with a
 * colon under the title), the signature and the date under it, the dates of a cover, the line 印发.
 * @param title as found, '' when none.
 */
export function pairsOfLines(blocks: readonly Block[], title: string): LabelledValue[] {
  const body = blocks
    .slice(0, startOfAnnexes(blocks))
    .filter((block) => block.region === 'body' && !block.hidden && block.kind !== 'table');
  const pairs: LabelledValue[] = [];
  const add = (role: Role, value: string, block: Block): void => {
    pairs.push(pairOf(role, value, block.source));
  };
  const titleAt = endOfTitle(body, title);
  // Where the title has yet to be written, whom the text speaks to stands under the number all the same.
  let headAt = title.includes('关于') || wordOfTitle(title) !== '' ? titleAt : -1;
  const isRecipients = (index: number): boolean => {
    const text = cleanText(body[index]?.text ?? '');
    if (headAt < 0 || index <= headAt || text.length > LONGEST_RECIPIENTS || !RECIPIENTS.test(text)) return false;
    if (index <= headAt + ABOVE_RECIPIENTS) return text.length <= 80 || !OPENING.test(text);
    const isOverProse = (body[index + 1]?.text.length ?? 0) >= LONG_SENTENCE;
    const isFar = index <= headAt + FARTHEST_RECIPIENTS && !ITEM.test(text);
    return isFar && isOverProse && NAMES_BODIES.test(text.slice(0, -1));
  };
  body.forEach((block, index) => {
    const isUnderHead = headAt >= 0 && index > headAt && index <= headAt + FARTHEST_RECIPIENTS;
    if (index >= NUMBER_LINES && !isUnderHead && !MAY_BE_DATED.test(block.text)) return;
    const text = cleanText(block.text);
    if (isRecipients(index) && !LABEL_OF_BOX.test(text) && roleOfLabel(text) === undefined)
      add('mainRecipients', text, block);
    if (text.length > LONGEST_LINE) return;
    for (const date of MAY_BE_DATED.test(text) && text.length <= 60 ? findDates(text) : []) {
      const meaning = DATED_WORDS.find(([word]) => word.test(text.slice(date.end)));
      // 《防雷规范》（2011年10月1日实施） tells the day of what is named.
      const isOwn = !/《/u.test(text.slice(0, date.start));
      if (meaning && isOwn) add(meaning[1], date.raw, block);
    }
    if (index < NUMBER_LINES) {
      const number = numberOf(text) ?? serialOf(text, body[index - 1]);
      const issuer = LETTERHEAD.exec(squeeze(text))?.[1];
      if (number !== undefined) add('docNumber', number, block);
      if (issuer !== undefined) add('issuer', issuer, block);
      const onCover = COVER_ISSUER.exec(squeeze(text))?.[1];
      if (onCover !== undefined && signingBody(onCover) !== undefined) add('issuer', onCover, block);
      if (titleAt < 0 && (number !== undefined || issuer !== undefined)) headAt = index;
    }
  });
  // A standard bears its number at the head of every page; its cover may be a picture.
  const head = blocks.find(
    ({ kind, hidden, text }) => kind === 'header' && !hidden && isStandardNumber(cleanText(text)),
  );
  if (head && !pairs.some(({ label }) => label === labelOfRole('docNumber')))
    add('docNumber', cleanText(head.text), head);
  const signed = signatureOf(body, titleAt);
  if (signed) {
    if (signed.issuer) add('issuer', signed.issuer.name, signed.issuer.block);
    add('writtenOn', signed.date, signed.block);
  }
  return pairs;
}

/** The number at the beginning of a line, given or still open (青政发〔2026〕　号). */
function numberOf(text: string): string | undefined {
  const number = OFFICIAL_NUMBER.exec(text)?.[0] ?? OPEN_NUMBER.exec(text)?.[0];
  if (number !== undefined) return text.length <= number.length + BESIDE_NUMBER ? number : undefined;
  return isStandardNumber(text) ? text : undefined;
}

/** True for a line that holds the number of a standard and nothing else. */
function isStandardNumber(text: string): boolean {
  if (STANDARD_NUMBER.test(text)) return true;
  const found = text.length > 40 ? undefined : readDesignation(text);
  return found?.year !== undefined && found.start === 0 && found.end === text.length;
}

/** The number under the title of an order or of minutes, which has neither code nor bracket. */
function serialOf(text: string, above: Block | undefined): string | undefined {
  return SERIAL_NUMBER.test(text) && above !== undefined && isTitleOfBody(above.text) ? text : undefined;
}

interface Signature {
  block: Block;
  /** The day as written. */
  date: string;
  issuer?: { name: string; block: Block };
}

/** A value that the text tells without a label. */
const pairOf = (role: Role, value: string, source: Source): LabelledValue => ({
  label: labelOfRole(role),
  value,
  state: 'filled',
  kind: 'inline-text',
  box: 'text',
  source,
});

/** Who signs a document: a body with its whole name. */
const SIGNING_BODY =
  /^[\p{Script=Han}（）()·]{2,38}(?:政府|委员会|中心|办公室|局|厅|委|处|科|股|所|站|队|院|校|学|园|馆|会|部|组|社|公司|集团|银行|街道办|办事处|办|厂|支部|总支|工会|协会|法庭)$/u;
/** What is put behind the name of a body that signs. */
const SEAL = /\s*[（(](?:盖章|印章|公章|签章|章|代章)[)）]$/u;
/** Bodies that sign one document together. */
const MOST_SIGNERS = 10;

/** The day under a text and the body above it or in front of it on the line. */
function signatureOf(body: readonly Block[], titleAt: number): Signature | undefined {
  const prose = body.findIndex(({ text }, index) => index > titleAt && text.includes('。'));
  const dated = body.flatMap((block, index) => {
    const line = index > Math.max(titleAt, 2) ? dateLineOf(block.text) : undefined;
    // A cover tells the month; a signature stands under what was said, and one without the day is a fault.
    const isOfCover = line?.date.flaw === 'no-day' && (prose < 0 || index < prose);
    // In front of a text a body and a day may be its caption.
    const isCaption = line !== undefined && line.name !== '' && (prose < 0 || index < prose);
    return line && !isOfCover && !isCaption ? [{ block, index, line }] : [];
  });
  const last = dated.at(-1);
  if (!last) return undefined;
  const { block, index, line } = last;
  const signature = { block, date: line.date.raw };
  if (line.name !== '') return { ...signature, issuer: { name: line.name, block } };
  const above = body.slice(Math.max(titleAt + 1, index - MOST_SIGNERS), index).reverse();
  const names: string[] = [];
  for (const { text } of above) {
    const name = signingBody(text);
    if (name === undefined) break;
    names.unshift(name);
  }
  const first = above[names.length - 1];
  const isSigned = first !== undefined && prose >= 0 && index > prose;
  return isSigned ? { ...signature, issuer: { name: names.join('、'), block: first } } : signature;
}

/** A line that holds one date with 年 and no more than the name of a body in front of it. */
function dateLineOf(text: string): { name: string; date: WrittenDate } | undefined {
  if (text.length > LONGEST_LINE || !text.includes('年')) return undefined;
  const plain = cleanText(text);
  const [date, more] = findDates(plain);
  if (!date || more || !date.raw.includes('年') || date.end !== plain.length) return undefined;
  const front = plain.slice(0, date.start).trim();
  const name = front === '' ? '' : signingBody(front);
  return name === undefined ? undefined : { name, date };
}

/** The name of the body with which a document is signed, without the place for its seal; undefined for anything else. */
export function signingBody(text: string): string | undefined {
  const name = cleanText(text).replace(SEAL, '');
  return SIGNING_BODY.test(squeeze(name)) ? squeeze(name) : undefined;
}

/** A line that holds one date and nothing else, with 年, as under a signature. */
export const isDateLine = (text: string): boolean => dateLineOf(text)?.name === '';
