import { halfWidth, squeeze } from '../../base/text.ts';
import { GUIDE_BOXES } from '../../document/guide-boxes.ts';
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

/** Lengths that codes have by GB/T 39046 and by the platforms' own standard. */
const CODE_LENGTHS: readonly number[] = [10, 12, 24, 31, 33, 36];
const BASIC_LENGTHS: readonly number[] = [10, 12];
/** Older provincial schemes; nothing is known of the rest. */
const OLDER_LENGTHS: readonly number[] = [11, 16, 18];
const SHORTEST = 6;
const BODY_LENGTH = 18;

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

/** A code of letters and digits, without the spaces and dashes by which people part it; undefined for anything else. */
function codeIn(entry: Entry | undefined): string | undefined {
  const code = halfWidth(squeeze(entry?.value ?? '')).replace(/[-—–－_.]/g, '');
  return /^[0-9A-Za-z]+$/.test(code) && code.length >= SHORTEST ? code.toUpperCase() : undefined;
}

function judge(guide: Guide, context: RuleContext): Verdict<ReasonId>[] {
  const [own, basicBox] = [entryOf(guide, GUIDE_BOXES.code), entryOf(guide, GUIDE_BOXES.basicCode)];
  const [code, basic] = [codeIn(own), codeIn(basicBox)];
  const verdicts: Verdict<ReasonId>[] = [];
  const say = (reason: ReasonId, entry: Entry | undefined, slots: Record<string, string | number>): void => {
    verdicts.push({ reason, slots, subject: guide.subject, sources: entry?.sources ?? [] });
  };
  if (code && own?.label === GUIDE_BOXES.code.name && !CODE_LENGTHS.includes(code.length))
    say('length', own, { code, count: code.length });
  if (basic && ![...BASIC_LENGTHS, ...OLDER_LENGTHS].includes(basic.length))
    say('basic-length', basicBox, { code: basic, count: basic.length });
  if (code && (code.length === 31 || code.length === 33)) {
    const body = code.slice(0, BODY_LENGTH);
    if (isBodyCode(body) && !hasCheckDigit(body)) say('checksum', own, { code: body });
    if (basic?.length === 12 && !code.includes(basic)) say('basic-differs', basicBox, { code: basic });
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

/** Signs of a unified social credit code (GB 32100): no I, O, S, V, Z. */
const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Built as the code of a body: authority and sort, a region of six digits. */
const isBodyCode = (text: string): boolean =>
  /^[1-9A-GNY][1-9]\d{6}/.test(text) && Array.from(text).every((sign) => SIGNS.includes(sign));

function hasCheckDigit(code: string): boolean {
  let sum = 0;
  let weight = 1;
  for (const sign of code.slice(0, -1)) {
    sum += SIGNS.indexOf(sign) * weight;
    weight = (weight * 3) % SIGNS.length;
  }
  return SIGNS[(SIGNS.length - (sum % SIGNS.length)) % SIGNS.length] === code.at(-1);
}
