import { cleanText, squeeze } from '../../base/text.ts';
import { wordOfTitle } from '../../document/kind.ts';
import { textOf } from '../questions/boxes.ts';
import { isBefore } from '../questions/flow.ts';
import { isNumberedLine, type OfficialText, officialTextOf } from '../questions/official-text.ts';
import { isOurs } from '../questions/people.ts';
import { isUnseen, partUnread } from '../questions/sight.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

const REASONS = {
  missing: { outcome: 'failed', message: '标题下面没有主送机关，{word}要写明主送给谁。' },
  blank: { outcome: 'failed', message: '主送机关是空的，{word}要写明主送给谁。' },
  'half-colon': { outcome: 'failed', message: '主送机关“{names}”后面的冒号应当用全角“：”。' },
  'no-colon': { outcome: 'failed', message: '主送机关“{names}”后面没有冒号，请加上全角“：”。' },
  waits: { outcome: 'pending', message: '主送机关还没有填，印发前请填上。' },
  unread: { outcome: 'cannot-tell', quiet: true, message: '正文或主送机关没有读全，主送机关没有判断。' },
  none: { outcome: 'not-applicable', message: '这个文种可以没有主送机关，或者没有正文可查。' },
  incoming: { outcome: 'not-applicable', message: '这是收文，不查来文单位的写法。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

/** Kinds that speak to somebody. 公告, 通告, 公报, 决议, 纪要 speak to all; a 决定, 意见, 通报 may. */
const SPEAK_TO_SOMEBODY = new Set(['请示', '批复', '函', '通知', '报告']);
/** Without a number nobody knows whether a notice is a formal one; these three are it by nature. */
const FORMAL_BY_NATURE = new Set(['请示', '批复']);
const NUMBER = /[〔[［（(【﹝](?:19|20)\d{2}[〕\]］）)】﹞]\s*第?\s*\d{1,5}\s*号$/u;
/** A list of bodies: 各村（社区），镇直各单位; 县人民政府. */
const ADDRESSED = /^各[\p{Script=Han}（）()、，,·]{1,76}[，,。；;、]?$/u;
const SUPERIOR = /^[\p{Script=Han}]{0,12}(?:人民政府|委员会|局|党委|[省市县区]委)$/u;
/** How the first sentence of a text begins. */
const SENTENCE_START = /^(?:为|根据|按照|依据|经|现|近|兹|因|由于|贵|你|我|今年|本|自|随着|目前|近年来|\d{4}年)/u;

export const recipientsForm = defineRule({
  id: 'recipients-form',
  title: '主送机关写法对',
  severity: 'warning',
  actor: 'author',
  kinds: ['official'],
  basis: ['document-format-7.3.2', 'handout-8-10'],
  indicators: ['C10'],
  reasons: REASONS,
  check(context) {
    const { document, field } = context;
    if (!isOurs(context)) return [{ reason: 'incoming' }];
    const box = field('mainRecipients');
    if (partUnread(document) || isUnseen(document, box)) return [{ reason: 'unread' }];
    const text = officialTextOf(document);
    const ofText = text ? formOf(text) : undefined;
    if (ofText) return [ofText];
    if (text && text.recipients.length > 0) return [];
    if (!SPEAK_TO_SOMEBODY.has(document.kindWord)) return [{ reason: 'none' }];
    const slots = { word: document.kindWord };
    if (box.state === 'blank') {
      const isOut = document.stage === 'issued' || document.stage === 'archived';
      if (isOut && box.confidence !== 'guessed') return [{ reason: 'blank', slots, fields: ['mainRecipients'] }];
      return [{ reason: isBefore(document.stage, 'issued') ? 'waits' : 'none', fields: ['mainRecipients'] }];
    }
    if (box.state === 'present') return [];
    return text && isMissing(context, text)
      ? [{ reason: 'missing', slots, fields: ['mainRecipients'], sources: text.title.map(({ block }) => block.source) }]
      : [{ reason: 'none' }];
  },
});

/** What is wrong with the line that speaks to somebody. */
function formOf({ recipients, body, title, signers }: OfficialText): Verdict<ReasonId> | undefined {
  const last = recipients.at(-1);
  if (last?.text.endsWith(':')) {
    const names = cleanText(last.text.slice(0, -1));
    const fix = { label: '改成全角冒号', from: last.text, to: `${names}：` };
    return { reason: 'half-colon', slots: { names }, fields: ['mainRecipients'], sources: [last.block.source], fix };
  }
  const [first, second] = body;
  if (last || title.length === 0 || !first || !second) return undefined;
  const plain = squeeze(first.text);
  const isAddress = ADDRESSED.test(plain) || (SUPERIOR.test(plain) && SENTENCE_START.test(second.text));
  // Who issues the document may stand under the title too: then the same body signs it.
  const signs = signers.some((name) => squeeze(name) === plain);
  if (!isAddress || signs || !second.text.includes('。')) return undefined;
  const names = plain.replace(/[，,。；;、]$/u, '');
  return { reason: 'no-colon', slots: { names }, fields: ['mainRecipients'], sources: [first.block.source] };
}

/** The sentences begin right under the title of a formal document. */
function isMissing({ document, field }: RuleContext, { title, body }: OfficialText): boolean {
  const number = field('docNumber');
  const isNumbered = number.state === 'present' && NUMBER.test(textOf(number));
  const [first] = body;
  if (title.length === 0 || !first || !(isNumbered || FORMAL_BY_NATURE.has(document.kindWord))) return false;
  const joined = title.map(({ text }) => text).join('');
  // A title that has not ended where its lines end goes on in what looks like the first sentence.
  if (wordOfTitle(joined) === '' || isNumberedLine(first.text)) return false;
  return SENTENCE_START.test(first.text);
}
