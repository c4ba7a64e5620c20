import { squeeze } from '../../base/text.ts';
import type { WantedBox } from '../questions/boxes.ts';
import { type Entry, entriesOf, type Guide, guidesOf } from '../questions/guides.ts';
import { orUnread, partUnread } from '../questions/sight.ts';
import { defineRule, type Rule, type Verdict } from '../rule.ts';

const REASONS = {
  'amount-though-free': { outcome: 'failed', message: '{item}写了“{answer}”，{label}却写了“{amount}”，请核对。' },
  'no-standard': { outcome: 'failed', message: '{item}写了要收费，没有写收费标准。' },
  'no-basis': { outcome: 'failed', message: '{item}写了要收费，没有写收费依据。' },
  unclear: { outcome: 'cannot-tell', quiet: true, message: '是否收费的写法没看懂，没有判断。' },
  unread: { outcome: 'cannot-tell', message: '有没读到的地方，收费请目视核对。' },
  none: { outcome: 'cannot-tell', quiet: true, message: '办事指南里没有写是否收费，没有判断。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

const ANSWER: WantedBox = {
  name: '是否收费',
  words: '收费 收费情况 收费信息 办理费用 费用 是否收取费用 收费标准 收费标准及依据 收费依据及标准 收费项目',
};
const STANDARD: WantedBox = {
  name: '收费标准',
  words: '收费金额 收费 收费情况 收费信息 办理费用 费用 收费标准及依据 收费依据及标准 收费项目 收费项目及标准',
};
const BASIS: WantedBox = { name: '收费依据', words: '收费标准及依据 收费依据及标准 收费及依据 收费文件依据' };

/** What people write for no fee; 无 is one, and so is a dash of a form. */
const FREE =
  /^(?:否|无|没有|0元?|零元|免费|不收费?|不收取?(?:任何)?费用?|无需?收?费用?|零收费|免收(?:费用?)?|免费办理|不涉及)[。.]?$/u;
const FREE_START = /^(?:不收费|免费|不收取|无收费|否)(?=[，,。；;（(\s]|$)/u;
const CHARGED = /^(?:是|收费|有|需要?|收取)[。.]?$/u;
const AMOUNT = /(?<!\d)(?!0+(?:\.0+)?\s*元)\d{1,6}(?:\.\d{1,2})?\s*(?:万元|元)/u;
/** Said beside an amount, it tells that the amount is not what everybody pays. */
const EXEMPT = /免|不收|停征|取消|补办|补领|换领|遗失|损坏|工本费|降为|原|邮|自愿|由.{0,10}承担|拍照|复印/u;
const NAMED =
  /《[^》]+》|[〔[（(]\d{4}[〕\])）].{0,3}\d+号|第\s*\d+\s*号|(?:依据|根据|按照?)\S{2,}|\p{Script=Han}(?:规定|文件|批复|标准|核定)/u;

export const feeStated = defineRule({
  id: 'fee-stated',
  title: '收费写得清楚',
  severity: 'error',
  actor: 'author',
  kinds: ['guide'],
  basis: ['handout-1-c12'],
  indicators: ['C12'],
  reasons: REASONS,
  check({ document }) {
    const judged = guidesOf(document).map((guide) => judge(guide, partUnread(document)));
    const verdicts = judged.filter((one) => typeof one === 'object');
    if (verdicts.length > 0) return orUnread(document, verdicts, { reason: 'unread' });
    const said = judged.includes('fine') ? [] : judged.includes('unclear') ? ['unclear' as const] : ['none' as const];
    const quiet = said.map((reason): Verdict<ReasonId> => ({ reason }));
    return orUnread(document, quiet, { reason: 'unread' });
  },
});

/** The choice that is ticked: ☑否 □是; the text itself where there are no boxes to tick. */
function ticked(text: string): string {
  const plain = squeeze(text);
  if (!/[□☐☑√■✓✔]/u.test(plain)) return plain;
  const chosen = /[☑√■✓✔](\p{Script=Han}{1,8})/u.exec(plain) ?? /(\p{Script=Han}{1,8})[☑√✓✔]/u.exec(plain);
  return chosen?.[1] ?? '';
}

function judge(guide: Guide, unread: boolean): Verdict<ReasonId> | 'fine' | 'unclear' | 'none' {
  const answers = entriesOf(guide, ANSWER);
  const amounts = entriesOf(guide, STANDARD).filter(({ value }) => AMOUNT.test(value));
  const [answer] = answers.filter(({ value }) => isAnswer(ticked(value)));
  if (answers.length === 0 && amounts.length === 0) return 'none';
  const item = guide.name === '' ? '办事指南' : `“${guide.name}”`;
  const say = (
    reason: ReasonId,
    entries: readonly Entry[],
    slots: Record<string, string | number> = {},
  ): Verdict<ReasonId> => ({
    reason,
    slots: { item, ...slots },
    subject: guide.subject,
    sources: entries.flatMap(({ sources }) => sources).slice(0, 4),
  });
  const said = answer ? ticked(answer.value) : '';
  if (answer && isFree(said)) {
    const wrong = amounts.find((entry) => entry !== answer && !EXEMPT.test(entry.value));
    if (!wrong) return 'fine';
    const amount = AMOUNT.exec(wrong.value)?.[0] ?? '';
    return say('amount-though-free', [answer, wrong], { answer: said, label: wrong.label, amount });
  }
  if (!answer && amounts.length === 0) return 'unclear';
  const texts = [...entriesOf(guide, STANDARD), ...entriesOf(guide, BASIS)];
  const known = texts.filter((entry) => entry !== answer || !CHARGED.test(said));
  const all = [...answers, ...texts];
  if (answer && !known.some(({ value, label }) => /\d/.test(value) || NAMED.test(value) || label === '收费标准'))
    return unread ? 'unclear' : say('no-standard', all);
  // Only who says 是 says it of a fee that the law knows; an amount alone may be the price of a print.
  if (!answer || known.some(({ value, label }) => NAMED.test(value) || label === BASIS.name)) return 'fine';
  return unread ? 'unclear' : say('no-basis', all);
}

const isFree = (text: string): boolean => FREE.test(text) || FREE_START.test(text);
const isAnswer = (text: string): boolean => isFree(text) || CHARGED.test(text);
