import type { Block } from '../base/block.ts';
import { findDates } from '../base/dates.ts';
import { splitNames } from '../base/names.ts';
import { cleanText, halfWidth, labelKey, squeeze } from '../base/text.ts';
import type { LabelledValue } from '../pairing/pair.ts';
import { labelOfRole, roleOfLabel } from './glossary.ts';
import type { FormKind } from './terms.ts';
import { readValue } from './values.ts';
import type { Role } from './vocabulary.ts';
import { isDateRole, isPeopleRole } from './vocabulary.ts';

/** Longer paragraphs are prose. */
const LONGEST_LINE = 160;
/** A label in running text: at the start or after a space, with its colon. */
const LABEL =
  /(?<=^|[\s\t;；,，。|)）\d_＿])([\p{Script=Han}]{1,4}(?: ?[\p{Script=Han}]{1,4}){0,3}(?:[（(][^（()）]{1,8}[)）])?)\s*[:：]/gu;
/** Roles that a line of text tells by a label. */
const TEXT_LABEL_ROLES: ReadonlySet<Role> = new Set([
  'docNumber',
  'secrecy',
  'urgency',
  'copyRecipients',
  'mainRecipients',
  'attachmentsNote',
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
 * Where the annexes of a text begin: index of the block that says 附件, 附件1, 附录 A or 回执 and nothing else; the number of
 * blocks when there is none. An empty form behind it is no sign-off of the document.
 */
export function startOfAnnexes(blocks: readonly Block[]): number {
  const found = blocks.findIndex(
    (block, index) =>
      index > 0 &&
      block.region === 'body' &&
      block.kind !== 'header' &&
      block.kind !== 'footer' &&
      isAnnexLine(block.text),
  );
  return found < 0 ? blocks.length : found;
}

function isAnnexLine(text: string): boolean {
  if (text.length > 40) return false;
  const plain = halfWidth(squeeze(text));
  return /^(?:附件|附表)[\d一二三四五六七八九十]{0,2}[:：]?$|^附录[A-Z](?:[(（](?:规范性|资料性)(?:附录)?[)）])?[^\d.…]*$|^\p{Script=Han}{0,12}回执(?:单|表)?$/u.test(
    plain,
  );
}

/**
 * Labelled values that stand in running text: 编制：甲　审核：乙　批准：丙, 签发人：丁, 抄送：…. A label with nothing behind it counts
 * as an empty box only beside another signer's label; alone it is a heading.
 */
export function pairsOfText(blocks: readonly Block[], form?: FormKind): LabelledValue[] {
  const end = startOfAnnexes(blocks);
  const hits = blocks.slice(0, end).flatMap((block, index) => hitsOfBlock(block, index, form));
  return hits.filter((hit, at) => hit.filled || hasNeighbour(hits, at)).map((hit) => hit.pair);
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
const LETTERHEAD = /^([\p{Script=Han}（）()]{4,40})文件$/u;
const OFFICIAL_NUMBER =
  /^[\p{Script=Han}A-Za-z]{1,15}\s*[〔[［（(【﹝]\s*(?:19|20)\d{2}\s*[〕\]］）)】﹞]\s*第?\s*\d{1,5}\s*号/u;
const STANDARD_NUMBER =
  /^(?:Q\/|DB\d{2}|T\/|[A-Z]{2,8}\/[A-Z]{2,4})[\p{Script=Han}A-Z/ ]*\s?[\d.]+\s?[—–\-－―]\s?\d{4}$/u;

/**
 * Values of a text that carry no label, by their place and form: the number under the letterhead, 主送 (the line with a
 * colon under the title), the date under the signature, the dates of a cover, the line 印发. @param title as found, '' when none.
 */
export function pairsOfLines(blocks: readonly Block[], title: string): LabelledValue[] {
  const body = blocks
    .slice(0, startOfAnnexes(blocks))
    .filter((block) => block.region === 'body' && !block.hidden && block.kind !== 'table');
  const pairs: LabelledValue[] = [];
  const add = (role: Role, value: string, block: Block): void => {
    pairs.push({
      label: labelOfRole(role),
      value,
      state: 'filled',
      kind: 'inline-text',
      box: 'text',
      source: block.source,
    });
  };
  const titleAt = title === '' ? -1 : body.findIndex((block) => squeeze(block.text).includes(squeeze(title)));
  body.forEach((block, index) => {
    const text = cleanText(block.text);
    if (text.length > LONGEST_LINE) return;
    for (const date of findDates(text)) {
      const meaning = DATED_WORDS.find(([word]) => word.test(text.slice(date.end)));
      if (meaning && text.length <= 60) add(meaning[1], date.raw, block);
    }
    if (index < 15) {
      const number = OFFICIAL_NUMBER.exec(text)?.[0] ?? (STANDARD_NUMBER.test(text) ? text : undefined);
      if (number !== undefined && text.length <= number.length + 20) add('docNumber', number, block);
      const issuer = LETTERHEAD.exec(squeeze(text))?.[1];
      if (issuer !== undefined) add('issuer', issuer, block);
    }
    if (
      titleAt >= 0 &&
      index > titleAt &&
      index <= titleAt + 3 &&
      /^[^。；:：]{2,80}[:：]$/u.test(text) &&
      roleOfLabel(text) === undefined
    )
      add('mainRecipients', text, block);
  });
  const dated = body.filter((block) => isDateLine(block.text)).at(-1);
  if (dated && body.indexOf(dated) > Math.max(titleAt, 2)) add('writtenOn', cleanText(dated.text), dated);
  return pairs;
}

/** A line that holds one date and nothing else, with 年, as under a signature. */
function isDateLine(text: string): boolean {
  const plain = cleanText(text);
  const [date, more] = findDates(plain);
  return date !== undefined && more === undefined && /年/u.test(date.raw) && date.raw === plain;
}

/** Words above a title: the letterhead, a number, a mark; never the title itself. */
const NO_TITLE = /(?:文件|〕.{0,8}号|[★☆].*|标准|[:：])$|^(?:ICS|CCS|第.{1,6}[章节条]|前言|目次|目录|附件)/u;

/** The title that a text itself shows: its first heading of the top level, or the first line that ends like a 公文. */
export function titleOfText(blocks: readonly Block[]): string {
  const body = blocks.filter(
    (block) => block.region === 'body' && !block.hidden && block.kind !== 'table' && block.kind !== 'header',
  );
  const top = body.slice(0, 20).map((block) => ({ block, text: cleanText(block.text.replaceAll('\n', '')) }));
  const official = top.find(
    ({ text }) =>
      text.length <= 100 &&
      /关于.+(?:的)?(?:决议|决定|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要)(?:[（(].{1,8}[)）])?$/u.test(
        text,
      ),
  );
  if (official) return official.text;
  const heading = top.find(
    ({ block, text }) =>
      block.kind === 'heading' &&
      (block.level ?? 9) === 1 &&
      text !== '' &&
      !NO_TITLE.test(labelKey(text)) &&
      !/^\d/u.test(text),
  );
  return heading?.text ?? '';
}
