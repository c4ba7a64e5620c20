import { GUIDE_BOXES } from '../../document/guide-boxes.ts';
import { codeFaults, plainCode } from '../../unit/service-codes.ts';
import { type Entry, entryOf, type Guide, guidesOf } from '../questions/guides.ts';
import { serviceOf } from '../questions/services.ts';
import { orUnread } from '../questions/sight.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

const REASONS = {
  length: { outcome: 'failed', message: '实施编码“{code}”是{count}位，请核对是否多了或少了。' },
  'basic-length': {
    outcome: 'failed',
    severity: 'info',
    message: '基本编码“{code}”是{count}位，国家编码是12位，请核对。',
  },
  checksum: { outcome: 'failed', message: '实施编码的前18位“{code}”不合统一社会信用代码的校验，请核对。' },
  'basic-differs': { outcome: 'failed', message: '实施编码里没有基本编码“{code}”，两个编码请核对。' },
  'profile-differs': { outcome: 'failed', message: '编码“{code}”和单位资料里“{item}”的编码“{known}”不同，请核对。' },
  unread: { outcome: 'cannot-tell', quiet: true, message: '有没读到的地方，编码没有查完。' },
  none: { outcome: 'not-applicable', message: '没有写事项编码。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

export const serviceCode = defineRule({
  id: 'service-code',
  title: '事项编码正确',
  severity: 'warning',
  actor: 'author',
  kinds: ['guide'],
  basis: ['handout-1-c7'],
  indicators: ['C7'],
  reasons: REASONS,
  check(context) {
    const { document } = context;
    const guides = guidesOf(document);
    const verdicts = guides.flatMap((guide) => judge(guide, context));
    const coded = guides.some(
      (guide) => codeIn(entryOf(guide, GUIDE_BOXES.code)) || codeIn(entryOf(guide, GUIDE_BOXES.basicCode)),
    );
    return orUnread(document, verdicts.length > 0 || coded ? verdicts : [{ reason: 'none' }], { reason: 'unread' });
  },
});

const codeIn = (entry: Entry | undefined): string | undefined => plainCode(entry?.value ?? '');

function judge(guide: Guide, context: RuleContext): Verdict<ReasonId>[] {
  const [own, basicBox] = [entryOf(guide, GUIDE_BOXES.code), entryOf(guide, GUIDE_BOXES.basicCode)];
  const [code, basic] = [codeIn(own), codeIn(basicBox)];
  const verdicts: Verdict<ReasonId>[] = [];
  const say = (reason: ReasonId, entry: Entry | undefined, slots: Record<string, string | number>): void => {
    verdicts.push({ reason, slots, subject: guide.subject, sources: entry?.sources ?? [] });
  };
  for (const { fault, code: wrong } of codeFaults({ code, basic })) {
    // What a box of another name means by its code is not known well enough.
    if (fault === 'length' && own?.label !== GUIDE_BOXES.code.name) continue;
    const entry = fault === 'length' || fault === 'checksum' ? own : basicBox;
    say(fault, entry, { code: wrong, count: wrong.length });
  }
  const service = serviceOf(context, guide.name);
  const known = service?.code?.replace(/[-\s]/g, '').toUpperCase();
  const codes = [code, basic].filter((one) => one !== undefined);
  // A longer code holds the shorter one.
  const isOther = known && codes.length > 0 && codes.every((one) => !one.includes(known) && !known.includes(one));
  if (service && isOther && verdicts.length === 0)
    say('profile-differs', own ?? basicBox, { code: codes[0] ?? '', item: service.name, known });
  return verdicts;
}
