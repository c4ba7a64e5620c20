import { squeeze } from '../../base/text.ts';
import type { DocumentModel } from '../../document/model.ts';
import { officialTextOf } from '../questions/official-text.ts';
import { isOurs } from '../questions/people.ts';
import { partUnread } from '../questions/sight.ts';
import { defineRule, type Rule, type Verdict } from '../rule.ts';

const REASONS = {
  missing: { outcome: 'failed', message: '领导小组文件里没有{part}，请补上后再印发。' },
  unnamed: { outcome: 'failed', message: '领导小组文件里“{part}”后面没有写名字，请补上。' },
  attached: { outcome: 'cannot-tell', quiet: true, message: '成员名单或职责在附件里，是否齐全请看附件。' },
  unread: { outcome: 'cannot-tell', quiet: true, message: '正文没有读全，领导小组的人员和职责没有判断。' },
  none: { outcome: 'not-applicable', message: '不是成立或调整标准化领导小组的文件。' },
  incoming: { outcome: 'not-applicable', message: '这是收文，不查来文的内容。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

/** 关于成立青石镇政务服务标准化建设工作领导小组的通知. Documents that a group issues, or that name one, are others. */
const ABOUT =
  /(?:成立|调整|组建|设立|确立|充实).{0,40}标准化.{0,16}(?:领导|工作)小组(?:的?(?:成员|组成人员|人员|名单))?(?:及[^的]{0,20})?的(?:通知|决定)/u;

/** What such a document has to name; the first is sought where the second does not stand in front of it. */
const PARTS: readonly (readonly [name: string, words: RegExp])[] = [
  ['组长', /(?<!副)组\s*长/u],
  ['副组长', /副\s*组\s*长/u],
  ['领导小组的职责', /职责|负责|主要任务|工作任务|分工/u],
  ['标准化办公室主任', /办公室.{0,40}主任|主任.{0,20}办公室|办公室负责人/su],
  ['标准化管理员', /管理员|联络员/u],
];
const UNNAMED = /^(?:副?组\s*长|办公室主任|(?:标准化)?管理员)\s*[:：]\s*(?:[×xX＿_某/—-]{0,6})$/u;
const LIST_ATTACHED = /名单|成员|职责|分工|组成/u;

export const leadingGroupComplete = defineRule({
  id: 'leading-group-complete',
  title: '标准化领导小组文件内容齐全',
  severity: 'error',
  actor: 'author',
  kinds: ['official'],
  basis: ['handout-1-c1', 'handout-1-c2', 'handout-2-1'],
  indicators: ['C1', 'C2'],
  reasons: REASONS,
  check(context) {
    const { document } = context;
    if (!isOurs(context)) return [{ reason: 'incoming' }];
    if (!ABOUT.test(squeeze(document.title))) return [{ reason: 'none' }];
    if (partUnread(document)) return [{ reason: 'unread' }];
    if (!officialTextOf(document)) return [{ reason: 'none' }];
    const lines = linesOfAll(document);
    const text = lines.join('\n');
    const missing = PARTS.filter(([, words]) => !words.test(text)).map(([part]) => part);
    const unnamed = unnamedOf(lines);
    if (missing.length > 0 && isElsewhere(document)) return [...unnamed, { reason: 'attached' }];
    return [
      ...missing.map((part): Verdict<ReasonId> => ({ reason: 'missing', slots: { part }, subject: part })),
      ...unnamed,
    ];
  },
});

/** Every line in sight: members often stand in a table, or behind 附件 in the same file. The title names the group itself. */
function linesOfAll({ blocks, title }: DocumentModel): string[] {
  return blocks
    .filter(({ hidden }) => !hidden)
    .flatMap(({ text }) => text.split('\n'))
    .map(squeeze)
    .filter((line) => line !== '' && !squeeze(title).includes(line));
}

function unnamedOf(lines: readonly string[]): Verdict<ReasonId>[] {
  return lines.flatMap((line, index): Verdict<ReasonId>[] => {
    const next = lines[index + 1];
    // A name may stand on the next line; another label or the end there is none.
    const isAlone = next === undefined || /[:：。]/u.test(next);
    const part = line.replace(/[:：].*$/u, '');
    return UNNAMED.test(line) && isAlone ? [{ reason: 'unnamed', slots: { part }, subject: part }] : [];
  });
}

/** The list of members is an annex that is a file of its own. */
const isElsewhere = ({ attachments }: DocumentModel): boolean =>
  attachments.some(({ name }) => LIST_ATTACHED.test(name));
