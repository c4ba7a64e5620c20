import { isPersonName } from '../../base/names.ts';
import type { Source } from '../../base/source.ts';
import { squeeze } from '../../base/text.ts';
import type { DocumentModel } from '../../document/model.ts';
import { type OfficialText, officialTextOf, withoutQuotes } from '../questions/official-text.ts';
import { isOurs } from '../questions/people.ts';
import { isUnseen, partUnread } from '../questions/sight.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

const REASONS = {
  'several-recipients': {
    outcome: 'failed',
    message: '请示只主送一个上级机关，现在主送了{count}个（{names}），其余的请改为抄送。',
  },
  'two-heads': {
    outcome: 'failed',
    severity: 'info',
    message: '请示同时主送了“{names}”，原则上只主送一个上级机关，请核对。',
  },
  'no-signer': {
    outcome: 'failed',
    message: '上行文的发文字号旁没有签发人，请在同一行标注“签发人：”和姓名。',
  },
  'no-closing': {
    outcome: 'failed',
    severity: 'warning',
    message: '请示没有请求批复的结尾，请写“妥否，请批示。”一类的话。',
  },
  unreadable: { outcome: 'cannot-tell', quiet: true, message: '主送机关或正文没有读全，请示的写法没有判断完。' },
  none: { outcome: 'not-applicable', message: '文种不是请示。' },
  incoming: { outcome: 'not-applicable', message: '这是收文，不查来文单位的写法。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

/** A party committee and the government beside it: many address both in one line. */
const PARTY = /(?:党委|委员会|党工委|[省市县区旗州镇乡]委)$/u;
const GOVERNMENT = /(?:政府|办事处|管委会|管理委员会)$/u;
/** A body whose short name is of a person's length: 县委, 市局. */
const SHORT_BODY = /^[省市县区旗州镇乡厅局].{0,2}[委局厅部办院会]$/u;
/** What asks for an answer: 妥否，请批示; 请予审批; 恳请支持. */
const CLOSING =
  /[妥当可]否|是否妥当|(?:请(?!示)|[望盼恳乞祈])[^。；]{0,20}?(?:批|示|复|审|准|核|定夺|同意|支持|解决|协调|答|函告|研究|考虑)/u;
const LETTERHEAD = /^[\p{Script=Han}（）()]{4,40}文件$/u;
const NUMBER = /^[\p{Script=Han}A-Za-z]{1,15}[〔[［（(【﹝](?:19|20)\d{2}[〕\]］）)】﹞]第?\d{1,5}号$/u;

export const requestForm = defineRule({
  id: 'request-form',
  title: '请示写法对',
  severity: 'error',
  actor: 'author',
  kinds: ['official'],
  basis: ['regulation-15', 'regulation-9', 'document-format-7.2.6', 'handout-8-10'],
  indicators: ['C10'],
  reasons: REASONS,
  check(context) {
    const { document, field } = context;
    if (!isOurs(context)) return [{ reason: 'incoming' }];
    if (document.kindWord !== '请示') return [{ reason: 'none' }];
    const verdicts = recipientsOf(context);
    const unseen = isUnseen(document, field('mainRecipients')) || isUnseen(document, field('approver'));
    if (unseen || partUnread(document)) return [...verdicts, { reason: 'unreadable' }];
    const text = officialTextOf(document);
    if (text && isUnsigned(context))
      verdicts.push({ reason: 'no-signer', fields: ['approver'], sources: numberLine(document) });
    if (text && text.body.length > 0 && !asks(text))
      verdicts.push({ reason: 'no-closing', sources: closingLine(text) });
    return verdicts;
  },
});

function recipientsOf({ field }: RuleContext): Verdict<ReasonId>[] {
  const { value, state, confidence } = field('mainRecipients');
  const names = state === 'present' && Array.isArray(value) && confidence !== 'guessed' ? value.map(String) : [];
  // 主送人员：陆清源、沈若兰 says which people get it, and nothing of the bodies that it is addressed to.
  if (names.length < 2 || names.every((name) => isPersonName(name) && !SHORT_BODY.test(name))) return [];
  const [first = '', second = ''] = names;
  const slots = { count: names.length, names: names.join('、') };
  const isBoth = names.length === 2 && PARTY.test(first) && GOVERNMENT.test(second);
  return [{ reason: isBoth ? 'two-heads' : 'several-recipients', slots, fields: ['mainRecipients'] }];
}

/** The head of a printed document has letterhead and number, and 签发人 stands nowhere: neither in the text nor in a form. */
function isUnsigned({ document, field }: RuleContext): boolean {
  if (field('approver').state !== 'absent' || document.from !== 'file') return false;
  const shown = document.blocks.filter(({ hidden }) => !hidden).map(({ text }) => squeeze(text));
  const isHeaded = shown.some((text) => LETTERHEAD.test(text)) && numberLine(document).length > 0;
  return isHeaded && !shown.some((text) => text.includes('签发'));
}

const numberLine = ({ blocks }: DocumentModel): Source[] =>
  blocks.flatMap(({ text, region, hidden, source }) =>
    region === 'body' && !hidden && NUMBER.test(squeeze(text)) ? [source] : [],
  );

const asks = ({ body }: OfficialText): boolean => body.some(({ text }) => CLOSING.test(withoutQuotes(text)));
const closingLine = ({ body }: OfficialText): Source[] => body.slice(-1).map(({ block }) => block.source);
