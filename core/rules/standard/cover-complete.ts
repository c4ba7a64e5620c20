import { isBodyName } from '../../base/names.ts';
import { cleanText, squeeze } from '../../base/text.ts';
import type { DocumentModel } from '../../document/model.ts';
import type { Role } from '../../document/vocabulary.ts';
import { chaptersOf, coverOf } from '../questions/clauses.ts';
import { TEXT_REASONS, whyNoText } from '../questions/standard-text.ts';
import { bodyOf } from '../questions/text.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

const REASONS = {
  blank: { outcome: 'failed', message: '封面的{name}是空的。' },
  missing: { outcome: 'failed', message: '封面没有写{name}。' },
  'no-issuer': { outcome: 'failed', severity: 'warning', message: '封面没有写发布机构。' },
  waits: { outcome: 'pending', message: '封面的{name}由后面的环节填，现在不用管。' },
  unreadable: { outcome: 'cannot-tell', message: '封面上有一项没读到，没有判断。', quiet: true },
  'no-cover': { outcome: 'cannot-tell', message: '没有读到封面，封面项目没有判断。', quiet: true },
  ...TEXT_REASONS,
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

interface Item {
  role: Extract<Role, 'docNumber' | 'title' | 'publishedOn' | 'effectiveOn' | 'issuer'>;
  name: string;
  /** Whether the text has it after all, written in a way that is read as no value. */
  isWritten(document: DocumentModel, cover: readonly string[]): boolean;
}

const YEAR = String.raw`(?:\d{4}|[二〇○零一-九]{4}|[×xX＊*_]{2,})`;
const dated = (words: string): RegExp =>
  new RegExp(`${YEAR}[^。]{0,20}(?:${words})|(?:${words})(?:日期|时间)?[:：]?[^。]{0,4}${YEAR}`, 'u');
const PUBLISHED = dated('发布|公布|印发|颁布|批准');
const EFFECTIVE = dated('实施|施行|生效|执行');
const EFFECTIVE_IN_TEXT = /自[^。]{2,20}(?:起|后)(?:开始)?(?:实施|施行|执行|生效)/u;
const NUMBER = /[A-Za-z]{1,8}[/／\\ -]?[^。]*\d|编号|标准号/u;
/** What stands on a cover beside the title. */
const NO_TITLE = /[:：]|\d{4}|(?:发布|实施|标准|文件)$|^(?:ICS|CCS|备案号|受控)/u;

/** A body, with what may stand in brackets in its name. */
const ISSUER = /^[\p{Script=Han}（）()·、]{4,}$/u;

const ITEMS: readonly Item[] = [
  { role: 'docNumber', name: '标准编号', isWritten: (_, cover) => cover.some((line) => NUMBER.test(line)) },
  {
    role: 'title',
    name: '标准名称',
    isWritten: ({ title }, cover) =>
      title !== '' ||
      cover.some((line) => /^\p{Script=Han}{4,}$/u.test(line) && !NO_TITLE.test(line) && !isBodyName(line)),
  },
  { role: 'publishedOn', name: '发布日期', isWritten: (_, cover) => cover.some((line) => PUBLISHED.test(line)) },
  {
    role: 'effectiveOn',
    name: '实施日期',
    isWritten: (document, cover) =>
      cover.some((line) => EFFECTIVE.test(line)) || bodyOf(document).some(({ text }) => EFFECTIVE_IN_TEXT.test(text)),
  },
  {
    role: 'issuer',
    name: '发布机构',
    isWritten: (_, cover) =>
      cover.some((line) => ISSUER.test(line) && (isBodyName(line) || /(?:发布|标准|文件)$/u.test(line))),
  },
];
/** Of number and dates, so many make the text in front of the preface a cover. */
const FEWEST = 2;

export const coverComplete = defineRule({
  id: 'cover-complete',
  title: '封面项目齐全',
  severity: 'error',
  actor: 'author',
  kinds: ['standard'],
  basis: ['drafting-8.1', 'handout-8-15'],
  earlier: ['drafting-2009-6.1.1', 'handout-8-15'],
  indicators: ['C10'],
  reasons: REASONS,
  check(context) {
    const why = whyNoText(context);
    if (why) return [{ reason: why }];
    const verdicts = ITEMS.flatMap((item) => ofBox(context, item));
    const cover = coverLines(context.document);
    if (!hasCover(context, cover)) return verdicts.length > 0 ? verdicts : [{ reason: 'no-cover' }];
    return [...verdicts, ...ITEMS.flatMap((item) => ofAbsence(context, item, cover))];
  },
});

/** The lines in front of the text, each piece that spaces set apart for itself. */
const coverLines = (document: DocumentModel): string[] =>
  coverOf(document)
    .flatMap(({ text }) => text.split(/\n|\t| {2,}|\u3000{1,}/u))
    .map((line) => squeeze(cleanText(line)))
    .filter(Boolean);

/** A whole text with its preface, in front of which number and dates stand. What another way of saving left out is not missing. */
function hasCover({ document, field }: RuleContext, cover: readonly string[]): boolean {
  const told = ITEMS.filter(
    ({ role, isWritten }) =>
      role !== 'title' && role !== 'issuer' && (field(role).state !== 'absent' || isWritten(document, cover)),
  );
  return chaptersOf(document).some(({ title }) => title === '前言') && told.length >= FEWEST && cover.length >= FEWEST;
}

function ofBox({ field }: RuleContext, { role, name }: Item): Verdict<ReasonId>[] {
  const { state, pending } = field(role);
  if (state === 'unreadable') return [{ reason: 'unreadable', fields: [role] }];
  if (state !== 'blank') return [];
  return [{ reason: pending ? 'waits' : 'blank', slots: { name }, fields: [role] }];
}

function ofAbsence({ document, field }: RuleContext, item: Item, cover: readonly string[]): Verdict<ReasonId>[] {
  const { role, name } = item;
  if (field(role).state !== 'absent' || item.isWritten(document, cover)) return [];
  const sources = coverOf(document)
    .slice(0, 1)
    .map(({ source }) => source);
  return role === 'issuer'
    ? [{ reason: 'no-issuer', fields: [role], sources }]
    : [{ reason: 'missing', slots: { name }, fields: [role], sources }];
}
