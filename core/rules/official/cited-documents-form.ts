import type { Source } from '../../base/source.ts';
import { shorten } from '../../base/text.ts';
import { type Line, linesOf, officialTextOf } from '../questions/official-text.ts';
import { isOurs } from '../questions/people.ts';
import { partUnread } from '../questions/sight.ts';
import { defineRule, type Rule, type Verdict } from '../rule.ts';

const REASONS = {
  brackets: {
    outcome: 'failed',
    message: '引用的文号“{found}”年份没有用六角括号〔〕{more}，应为“{right}”。',
  },
  'no-title-marks': {
    outcome: 'failed',
    message: '引用文件的标题“{found}”没有加书名号{more}，应写成《标题》（发文字号）。',
  },
  'number-first': {
    outcome: 'failed',
    severity: 'info',
    message: '引用文件先写了文号“{found}”{more}，应先写《标题》，后面用括号写发文字号。',
  },
  unread: { outcome: 'cannot-tell', quiet: true, message: '正文没有读全，引用文件的写法没有查完。' },
  none: { outcome: 'not-applicable', message: '正文没有引用带文号的文件。' },
  incoming: { outcome: 'not-applicable', message: '这是收文，不查来文单位的写法。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

/** Code of the office: what stands behind a mark, a bracket or a word that leads to it. */
const CODE = '[\\p{Script=Han}A-Za-z]{1,12}?';
const RIGHT_NUMBER = new RegExp(`${CODE}〔(?:19|20)\\d{2}〕第?\\d{1,5}号`, 'u');
/** Square and black brackets. Round ones are those of courts, and of years in names; a source may have them. */
const WRONG_BRACKETS =
  /(?<![\p{Script=Han}A-Za-z])([\p{Script=Han}A-Za-z]{2,10})[[［【﹝]((?:19|20)\d{2})[\]］】﹞]\s?(第?\d{1,5}号)/gu;
/** What stands in front of a number in a sentence: 按照县政办[2026]3号. */
const LEADS_TO = /^.*(?:按照|根据|依据|遵照|落实|执行|以及|转发|印发)(?=..)/u;
/** A title without its marks in front of a number in brackets: 关于开展培训的通知（源政〔2026〕3号）. */
const BARE_TITLE =
  /关于[^《》“”（）()。；，：、]{2,60}?的(?:通知|意见|决定|通报|报告|请示|批复|函|公告|通告)(?=[（(][\p{Script=Han}A-Za-z]{1,15}〔(?:19|20)\d{2}〕第?\d{1,5}号[）)])/gu;
const NUMBER_FIRST = /(?<![（(])[\p{Script=Han}A-Za-z]{2,10}〔(?:19|20)\d{2}〕\d{1,5}号(?=《)/gu;
/** A reply says which letter came: the usual form has no marks around the title. */
const RECEIVED = /收悉|收到/u;
/** The document's own number on a line of its own, with 签发人 beside it: `doc-number-form` looks at it. */
const OWN_NUMBER =
  /^[\p{Script=Han}A-Za-z]{1,15}\s?[[［【﹝〔](?:19|20)\d{2}[\]］】﹞〕]\s?第?\d{1,5}\s?号(?=\s|$|签)/u;
const MAY_CITE = /(?:19|20)\d{2}/u;

interface Hit {
  found: string;
  right: string;
  source: Source;
}

export const citedDocumentsForm = defineRule({
  id: 'cited-documents-form',
  title: '引用文件的写法对',
  severity: 'warning',
  actor: 'author',
  kinds: ['official'],
  basis: ['document-format-9', 'handout-8-10'],
  indicators: ['C8', 'C10'],
  reasons: REASONS,
  check(context) {
    const { document } = context;
    if (!isOurs(context)) return [{ reason: 'incoming' }];
    if (partUnread(document)) return [{ reason: 'unread' }];
    const body = officialTextOf(document)?.body ?? [];
    const lines = body.filter(({ text }) => MAY_CITE.test(text) && !OWN_NUMBER.test(text));
    const verdicts = [
      ...oneFinding('brackets', lines.flatMap(wrongBrackets)),
      ...oneFinding('no-title-marks', lines.filter(({ text }) => !RECEIVED.test(text)).flatMap(hitsOf(BARE_TITLE))),
      ...oneFinding('number-first', lines.flatMap(hitsOf(NUMBER_FIRST))),
    ];
    const cites = verdicts.length > 0 || linesOf(document).some(({ text }) => RIGHT_NUMBER.test(text));
    return cites ? verdicts : [{ reason: 'none' }];
  },
});

function wrongBrackets({ text, block }: Line): Hit[] {
  return Array.from(text.matchAll(WRONG_BRACKETS), ([found, before = '', year = '', serial = '']) => {
    const code = before.replace(LEADS_TO, '');
    return {
      found: found.slice(before.length - code.length),
      right: `${code}〔${year}〕${serial}`,
      source: block.source,
    };
  });
}

const hitsOf =
  (pattern: RegExp) =>
  ({ text, block }: Line): Hit[] =>
    Array.from(text.matchAll(pattern), ([found]) => ({ found, right: '', source: block.source }));

/** All of one sort are one finding. */
function oneFinding(reason: ReasonId, hits: readonly Hit[]): Verdict<ReasonId>[] {
  const [first] = hits;
  if (!first) return [];
  const more = hits.length > 1 ? `（共${hits.length}处）` : '';
  const slots = { found: shorten(first.found, 40), right: first.right, more };
  return [{ reason, slots, sources: hits.map(({ source }) => source) }];
}
