import { squeeze } from '../../base/text.ts';
import type { DateRole } from '../../document/vocabulary.ts';
import type { StatusAnswer } from '../../standards/catalogue.ts';
import type { Citation } from '../../standards/citations.ts';
import { readDesignation, undated } from '../../standards/designation.ts';
import { textOf } from '../questions/boxes.ts';
import { chaptersOf } from '../questions/clauses.ts';
import { dayIn } from '../questions/dates.ts';
import { partUnread } from '../questions/sight.ts';
import { successorNames } from '../questions/successors.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

const REASONS = {
  withdrawn: { outcome: 'failed', severity: 'error', message: '引用的{designation}已废止{since}，没有代替的标准。' },
  replaced: { outcome: 'failed', message: '引用的{designation}已被{newer}代替{since}。' },
  upcoming: { outcome: 'failed', message: '引用的{designation}还没有实施{since}。' },
  'newer-exists': {
    outcome: 'failed',
    severity: 'info',
    message: '引用的{designation}现已被{newer}代替{since}，在本文件的日期仍是现行的。',
  },
  'ended-since': {
    outcome: 'failed',
    severity: 'info',
    message: '引用的{designation}现已废止{since}，在本文件的日期仍是现行的。',
  },
  unconfirmed: {
    outcome: 'failed',
    severity: 'info',
    message: '引用的{designation}可能已不是现行标准（目录中这一条未经核对），请查证。',
  },
  'no-date': { outcome: 'cannot-tell', message: '本文件的日期没读到，{designation}当时是否现行没有判断。' },
  unknown: { outcome: 'cannot-tell', quiet: true, message: '引用的标准在目录里查不到状态，没有判断。' },
  unread: { outcome: 'cannot-tell', message: '正文没有读全，引用的标准请目视核对。' },
  none: { outcome: 'not-applicable', message: '没有引用标准。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

/** The day for which the document's references have to hold: the first of these that it has. */
const DOCUMENT_DATES: readonly DateRole[] = ['effectiveOn', 'publishedOn', 'approvedOn'];
/** What stands in front of an edition that is named as the past, or as the model for the drafting, and not as a reference. */
const NAMED_AS_PAST = /(?:代替|替代|取代|废止|作废|历次版本|相比|修订自|原标准|原文件)[^。；]{0,30}$/u;
/** So many characters before and behind a designation tell how it is meant. */
const NEAR = 80;
/** Each of these words has one of these characters; most texts have none. */
const MAY_BE_PAST = /[替取废历相订原起]/u;
const NAMED_AS_PAST_BEHIND = /^[^。；]{0,12}(?:相比|废止|同时废止|作废|起草|的规则起草|的规定起草)/u;

export const referenceStatus = defineRule({
  id: 'reference-status',
  title: '引用的标准现行有效',
  severity: 'warning',
  actor: 'author',
  kinds: ['standard'],
  // Whether a reference was current was asked before the present drafting rules too: the visit leads.
  basis: ['handout-8-14', 'drafting-8.6-9.5'],
  indicators: ['C6', 'C8', 'C9'],
  reasons: REASONS,
  check(context) {
    const unread: Verdict<ReasonId>[] = partUnread(context.document) ? [{ reason: 'unread' }] : [];
    const references = referencesOf(context);
    if (references.size === 0) return unread.length > 0 ? unread : [{ reason: 'none' }];
    const judged = [...references.values()].map((citations) => judge(context, citations));
    if (judged.every((one) => one === 'unknown')) return [{ reason: 'unknown' }, ...unread];
    return [...judged.filter((one) => typeof one === 'object'), ...unread];
  },
});

/** Each standard that is named as a reference, with the places. */
function referencesOf({ document, field }: RuleContext): Map<string, Citation[]> {
  const number = field('docNumber');
  const own = number.state === 'present' ? readDesignation(textOf(number)) : undefined;
  const chapters = chaptersOf(document);
  const preface = new Set(chapters.find(({ title }) => title === '前言')?.blocks);
  // Where its heading may not have been read, only what stands in a chapter with a number is surely no preface.
  const numbered = new Set(chapters.filter(({ number }) => number !== '').flatMap(({ blocks }) => blocks));
  const unread = partUnread(document);
  const named = document.citations.filter((citation) => {
    const block = document.blocks[citation.block];
    if (own && undated(citation.designation) === undated(own.text)) return false;
    // The preface tells where the text comes from; it demands nothing.
    if (block === undefined || block.hidden || preface.has(block) || (unread && !numbered.has(block))) return false;
    return !isNamedAsPast(block.text, citation.raw);
  });
  return Map.groupBy(named, ({ designation }) => designation);
}

function isNamedAsPast(text: string, raw: string): boolean {
  const at = MAY_BE_PAST.test(text) ? text.indexOf(raw) : -1;
  if (at < 0) return false;
  const behind = squeeze(text.slice(at + raw.length, at + raw.length + NEAR)).replace(
    /^[（(][^）)]*[)）]|^《[^》]*》/u,
    '',
  );
  return NAMED_AS_PAST.test(squeeze(text.slice(Math.max(0, at - NEAR), at))) || NAMED_AS_PAST_BEHIND.test(behind);
}

/** What is to be said of one reference; undefined when it holds, `unknown` when the catalogue cannot tell. */
function judge(context: RuleContext, citations: readonly Citation[]): Verdict<ReasonId> | 'unknown' | undefined {
  const designation = citations[0]?.designation ?? '';
  const now = context.standardStatus(designation, context.today);
  if (now.status === 'unknown' || now.status === 'not-in-catalogue') return 'unknown';
  if (now.status === 'current') return undefined;
  const say = (reason: ReasonId): Verdict<ReasonId> => ({
    reason,
    slots: { designation, newer: successorNames(now), since: sinceOf(now) },
    subject: designation,
    sources: citations.map(({ source }) => source).slice(0, 5),
  });
  if (!now.verified) return say('unconfirmed');
  if (now.status === 'upcoming') return say('upcoming');
  const replaced = now.status === 'replaced';
  const day = documentDay(context);
  if (day === 'unseen') return say('no-date');
  if (day !== undefined && context.standardStatus(designation, day).status === 'current')
    return say(replaced ? 'newer-exists' : 'ended-since');
  return say(replaced ? 'replaced' : 'withdrawn');
}

/** Without a date the document is being written: today counts. A date that is there and gives no text leaves it open. */
function documentDay({ field }: RuleContext): string | 'unseen' | undefined {
  const boxes = DOCUMENT_DATES.map((role) => field(role));
  const first = boxes.find((box) => box.state === 'present' || box.state === 'unreadable');
  if (first?.state === 'unreadable') return 'unseen';
  return boxes.map(dayIn).find((day) => day !== undefined);
}

function sinceOf({ row, status }: StatusAnswer): string {
  const day = status === 'upcoming' ? row?.effectiveOn : row?.withdrawnOn;
  return day === undefined ? '' : status === 'upcoming' ? `（${day}起实施）` : `（${day}起）`;
}
