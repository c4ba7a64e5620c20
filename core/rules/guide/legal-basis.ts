import { squeeze } from '../../base/text.ts';
import { GUIDE_BOXES } from '../../document/guide-boxes.ts';
import { findDesignations } from '../../standards/designation.ts';
import { type Entry, entriesOf, type Guide, guidesOf } from '../questions/guides.ts';
import { orUnread } from '../questions/sight.ts';
import { successorNames } from '../questions/successors.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

const REASONS = {
  'no-document': { outcome: 'failed', message: '设定依据没有写出文件名称，请写明《……》和条款。' },
  'no-marks': { outcome: 'failed', severity: 'info', message: '设定依据里的文件名称没有加书名号。' },
  replaced: { outcome: 'failed', message: '设定依据里的{designation}已被{newer}代替，请核对。' },
  withdrawn: { outcome: 'failed', message: '设定依据里的{designation}已废止，请核对。' },
  unread: { outcome: 'cannot-tell', quiet: true, message: '有没读到的地方，设定依据没有查完。' },
  none: { outcome: 'cannot-tell', quiet: true, message: '办事指南里没有读到设定依据，没有判断。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

/** 《…》, or the number of a document or of a decree. */
const NAMED =
  /《[^》]+》|[〔[［（(【]\s*(?:19|20)\d{2}\s*[〕\]］）)】].{0,4}号|令\s*第?\s*[\d一二三四五六七八九十百〇]+\s*号|第\s*\d+\s*号令/u;
/** The name of a law without marks. */
const LAW = /\p{Script=Han}{2,}(?:法|条例|办法|规定|细则|通知|意见|决定|规程|标准|方案|章程)(?=$|[\s，,、。；;（(第])/u;
/** No guide leans on more than these characters name. */
const LONGEST_BASIS = 2_000;
/** Words for laws in general, and where to look. */
const GENERAL =
  /^(?:国家|有关|相关|现行|上级|的|和|及|与|、|等|法律|法规|规章|政策|文件|规定|依据|制度|办法|通知|要求|按照?|根据)+。?$/u;
const ELSEWHERE = /见|附件|附后|链接|http|公开|无|不涉及|公共服务|职责/u;

export const legalBasis = defineRule({
  id: 'legal-basis',
  title: '设定依据写出文件名称',
  severity: 'warning',
  actor: 'author',
  kinds: ['guide'],
  basis: ['handout-1-c8', 'handout-8-14'],
  indicators: ['C8'],
  reasons: REASONS,
  check(context) {
    const { document } = context;
    const guides = guidesOf(document);
    const stated = guides.map((guide) => ({ guide, entries: entriesOf(guide, GUIDE_BOXES.basis) }));
    const found = stated.filter(({ entries }) => entries.length > 0);
    const verdicts = found.flatMap(({ guide, entries }) => judge(guide, entries, context));
    return orUnread(document, found.length > 0 ? verdicts : [{ reason: 'none' }], { reason: 'unread' });
  },
});

function judge(guide: Guide, entries: readonly Entry[], context: RuleContext): Verdict<ReasonId>[] {
  const text = entries
    .map(({ value }) => value)
    .join('\n')
    .slice(0, LONGEST_BASIS);
  const sources = entries.flatMap((entry) => entry.sources);
  const say = (
    reason: ReasonId,
    subject = guide.subject,
    slots: Record<string, string | number> = {},
  ): Verdict<ReasonId>[] => [{ reason, slots, subject, sources }];
  const standards = findDesignations(text);
  if (!NAMED.test(text) && standards.length === 0 && entries.every(({ tables }) => tables.length === 0)) {
    const plain = squeeze(text);
    if (GENERAL.test(plain)) return say('no-document');
    if (LAW.test(text)) return say('no-marks');
    return ELSEWHERE.test(plain) ? [] : say('no-document');
  }
  return standards.flatMap(({ text: designation }) => {
    const { status, verified, replacedBy } = context.standardStatus(designation, context.today);
    if (!verified || (status !== 'replaced' && status !== 'withdrawn')) return [];
    return say(status, designation, { designation, newer: successorNames({ replacedBy }) });
  });
}
