import type { Block } from '../../base/block.ts';
import { shorten, squeeze } from '../../base/text.ts';
import { labelOfRole } from '../../document/glossary.ts';
import type { DocumentModel } from '../../document/model.ts';
import {
  DOCUMENT_KINDS,
  type DocumentKind,
  isDateRole,
  isPeopleRole,
  ROLES,
  type Role,
} from '../../document/vocabulary.ts';
import { textOf } from '../questions/boxes.ts';
import { isBefore } from '../questions/flow.ts';
import { SIGNERS } from '../questions/people.ts';
import { isUnseen, partUnread } from '../questions/sight.ts';
import { sureTextOf, wholeTextOf } from '../questions/text.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

const REASONS = {
  'in-text': { outcome: 'failed', message: '正文里还有没换掉的占位字“{found}”{more}，请填上实际内容。' },
  'date-in-text': {
    outcome: 'failed',
    severity: 'error',
    message: '正文里的日期“{found}”没有填{more}，请写完整的年月日。',
  },
  'no-text-page': { outcome: 'failed', message: '有“此页无正文”，请调整行距、字距，不要用这种写法。' },
  'in-box': { outcome: 'failed', message: '{label}写的是“{found}”，请填上实际内容。' },
  'in-signature': { outcome: 'failed', severity: 'error', message: '{label}写的是“{found}”，请换成实际内容。' },
  unreadable: { outcome: 'cannot-tell', message: '有没读到的地方，有没有占位字没有查完。', quiet: true },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

/** Leftovers of a template in running text. A person made anonymous (李××) and a sum (3×4) are none. */
const LEFTOVER =
  /关于[×✕xXＸ某]{2,}|(?<![A-Za-z0-9×✕Ｘ某])[×✕xXＸ某]{2,}(?:镇|乡|县|市|街道|社区|村(?!民)|中心|单位|部门|号|〔)|〕\s*[×✕xXＸ]+\s*号|[（(【[](?:请|待)(?:填写?|补充?|输入)[^（()）】\]]{0,12}[）)】\]]|(?:此处|单击此处|点击此处)(?:填写|输入|插入|添加|补充)/gu;
const LEFTOVER_DATE =
  /(?:[×✕xXＸ某\d]{1,4}\s*年\s*[×✕xXＸ某]{1,2}\s*月|[×✕xXＸ某]{1,2}\s*月\s*[×✕xXＸ某]{1,2})(?:\s*[×✕xXＸ某]{0,2}\s*日)?/gu;
const NO_TEXT_PAGE = /此页无正文/gu;
/** A line with a place and nothing else, as under a text where a body signs: XXXX, ×××. */
const LEFTOVER_LINE = /(?<=^|\n)[ \t\u3000]*(?:(?:[×✕Ｘ某][ \u3000]?){2,12}|(?:[xX][ \u3000]?){3,12})(?=\n|$)/gu;
/** A box of a line: 联系人：XXX. */
const LEFTOVER_BOX =
  /(?<=(?:联系人|电话|地址|邮箱|时间|地点|主送|抄送|单位|日期)[ \u3000]{0,4}[:：][ \u3000]{0,4})[×✕xXＸ某]{2,}(?=[\s，,；;。）)]|$)/gu;
/** What a template names in brackets where it is wanted: [主送单位], 【发文机关】, {日期}, 《标题》 is none. */
const OPEN = '[\\[［【{｛<＜«]{1,2}';
const CLOSE = '[\\]］】}｝>＞»]{1,2}';
/** Words of the frame of a document, which no heading of a text is. */
const FRAME_WORDS =
  '(?:主送|抄送|发文|来文|成文|落款|印发|承办|主办|受文|收文)?(?:单位|机关|部门)(?:名称|全称)?|(?:成文|发文|落款|印发|具体)?(?:日期|年月日)|(?:文件|公文|通知|报告|正文)?标题|(?:发文)?(?:文号|字号)|主送|抄送|落款|签名|单位落款|成文时间';
/** Words that head a part of a text as often as they name a place: they count behind a colon or inside a sentence. */
const BOX_WORDS =
  '联系人|联系人姓名|姓名|(?:联系|办公|手机|咨询)?电话|(?:联系)?(?:电话)?号码|手机号?|(?:具体)?(?:时间|地点|地址|内容|事由|事项|金额|数量|名称|人数|职务)|邮箱|(?:会议|活动|培训|项目|单位|公司|活动)(?:名称|时间|地点|内容|主题)';
const LEFTOVER_WORD = new RegExp(
  `${OPEN}\\s*(?:${FRAME_WORDS})\\s*${CLOSE}(?=[ \\u3000]{0,9}(?:[:：，。；、,;）)（(]|$|\\n|${OPEN}))|(?=${OPEN})(?<=[\\p{Script=Han}：:，、][ \\u3000]{0,4})${OPEN}\\s*(?:${BOX_WORDS}|${FRAME_WORDS})\\s*${CLOSE}`,
  'gu',
);
const LEFTOVERS: readonly RegExp[] = [LEFTOVER, LEFTOVER_WORD, LEFTOVER_LINE, LEFTOVER_BOX];

/** A text without one of these has none of the three: most are done with here. */
const HINT = /[×✕xXＸ某]|[请待][填补输]|此[处页]|[[［【{｛<＜«]/u;
/** A sentence about how something is written shows the places on purpose. */
const ABOUT_WRITING =
  /格式|示例|样式|样例|例如|举例|形如|编号规则|代号|表示|写法|[写填](?:成|为|作)|模[板版]|话术|范[本文例]|短信|^尊敬的/u;

/** What only holds a place, and cannot mean "none" as 无 and / do in many boxes. */
const PLACE_IN_BOX = /^[（(【[]?(?:[×✕xXＸ某]{2,}|[×✕xXＸ某\s]+年.*|待填写?|待补充?|待定|请填写|此处.*)[）)】\]]?$/u;
/** In a box with other words around it. */
const PLACE_WITHIN = /关于[×✕xXＸ某]{2,}|〔[^〔〕]{0,20}[×✕xXＸ][^〔〕]{0,20}〕|〕\s*[×✕xXＸ]+\s*号/u;

/** Whose boxes have a rule of their own. */
const OWN_RULE = new Set<Role>(SIGNERS.flatMap((signer) => [signer.role, signer.dateRole]));
/** Given when the document is signed and registered. */
const GIVEN_AT_ISSUE = new Set<Role>(['docNumber', 'writtenOn', 'publishedOn', 'effectiveOn', 'printedOn']);
const BOXES = ROLES.filter((role) => !OWN_RULE.has(role));

export const placeholdersFilled = defineRule({
  id: 'placeholders-filled',
  title: '没有留下占位字',
  severity: 'warning',
  actor: 'author',
  kinds: DOCUMENT_KINDS,
  // A place that nobody filled is a fault in a document of any day: the visit leads.
  basis: ['handout-8-10', 'document-format-7.3.5.5'],
  indicators: ['C10'],
  reasons: REASONS,
  check(context) {
    const { document } = context;
    const verdicts = [...BOXES.flatMap((role) => judgeBox(context, role) ?? []), ...judgeText(document)];
    const unread = partUnread(document) || BOXES.some((role) => isUnseen(document, context.field(role)));
    return unread ? [...verdicts, { reason: 'unreadable' }] : verdicts;
  },
});

function judgeBox({ document, field }: RuleContext, role: Role): Verdict<ReasonId> | undefined {
  const box = field(role);
  if (box.state === 'absent' || box.state === 'unreadable' || box.pending) return undefined;
  if (GIVEN_AT_ISSUE.has(role) && isBefore(document.stage, 'issued')) return undefined;
  const text = textOf(box);
  const isPlace = box.state === 'blank' ? PLACE_IN_BOX.test(squeeze(text)) : PLACE_WITHIN.test(text);
  if (!isPlace) return undefined;
  const slots = { label: labelOfRole(role), found: shorten(text, 30) };
  return { reason: isPeopleRole(role) || isDateRole(role) ? 'in-signature' : 'in-box', slots, fields: [role] };
}

function judgeText(document: DocumentModel): Verdict<ReasonId>[] {
  if (!HINT.test(wholeTextOf(document))) return [];
  const own = sureTextOf(document).filter(({ text }) => HINT.test(text) && !ABOUT_WRITING.test(text));
  // The day under the signature is written when the document is signed.
  const dated = isBefore(document.stage, 'issued') ? own.filter((block) => !isDateLine(block)) : own;
  return [
    ...oneFinding('in-text', own, document.kind, LEFTOVERS),
    ...oneFinding('date-in-text', dated, document.kind, [LEFTOVER_DATE]),
    ...oneFinding('no-text-page', own, document.kind, [NO_TEXT_PAGE]),
  ];
}

const isDateLine = (block: Block): boolean => squeeze(block.text).replace(LEFTOVER_DATE, '') === '';

/** All places of one sort are one finding: a template that was not filled in is one fault. */
function oneFinding(
  reason: ReasonId,
  blocks: readonly Block[],
  kind: DocumentKind,
  patterns: readonly RegExp[],
): Verdict<ReasonId>[] {
  const hits = blocks.flatMap((block) =>
    placesIn(unquoted(block.text, kind), patterns).map((text) => ({ text, source: block.source })),
  );
  const [first] = hits;
  if (!first) return [];
  const more = hits.length > 1 ? `等${hits.length}处` : '';
  return [{ reason, slots: { found: shorten(first.text, 30), more }, sources: hits.map((hit) => hit.source) }];
}

/** The places of a text in their order; two patterns that find the same place find it once. */
function placesIn(text: string, patterns: readonly RegExp[]): string[] {
  const found = patterns.flatMap((pattern) => Array.from(text.matchAll(pattern)));
  found.sort((left, right) => left.index - right.index || right[0].length - left[0].length);
  let end = 0;
  return found.flatMap((match) => {
    if (match.index < end) return [];
    end = match.index + match[0].length;
    return [match[0].trim()];
  });
}

/** What stands in quotation marks is spoken of; in a standard a title in 《》 too. */
function unquoted(text: string, kind: DocumentKind): string {
  const rest = text.replace(/“[^”]*”/gu, '');
  return kind === 'standard' ? rest.replace(/《[^》]*》/gu, '') : rest;
}
