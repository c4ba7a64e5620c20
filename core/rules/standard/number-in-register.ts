import { halfWidth, squeeze } from '../../base/text.ts';
import type { DateRole } from '../../document/vocabulary.ts';
import { readDesignation, undated } from '../../standards/designation.ts';
import { titleKey } from '../../standards/title.ts';
import { formsOf, isEditionOf, schemeFault } from '../../unit/numbering.ts';
import type { NumberForm, UnitStandard } from '../../unit/profile.ts';
import { textOf } from '../questions/boxes.ts';
import { dayIn } from '../questions/dates.ts';
import { isBefore } from '../questions/flow.ts';
import { isUnseen } from '../questions/sight.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

const REASONS = {
  'not-listed': { outcome: 'failed', message: '本单位的标准明细表里没有{number}，请核对编号或者补进明细表。' },
  'other-edition': {
    outcome: 'failed',
    message: '本单位的标准明细表里是{listed}，这份文件写的是{number}，年份不一样。',
  },
  title: {
    outcome: 'failed',
    severity: 'warning',
    message: '{number}在本单位的标准明细表里叫“{listed}”，这份文件叫“{found}”。',
  },
  dates: {
    outcome: 'failed',
    severity: 'warning',
    message: '{number}的{name}在本单位的标准明细表里是{listed}，这份文件是{found}。',
  },
  scheme: {
    outcome: 'failed',
    severity: 'warning',
    message: '编号{number}不合本单位的编号规则，规则是{forms}。',
  },
  reused: {
    outcome: 'failed',
    severity: 'warning',
    message: '编号{number}用过，是已经废止的“{other}”的，废止的编号不再用。',
  },
  waits: { outcome: 'pending', message: '{number}还没有发布，发布后要列入本单位的标准明细表。' },
  'other-unit': { outcome: 'cannot-tell', message: '编号不像本单位的，没有和标准明细表对。', quiet: true },
  unreadable: { outcome: 'cannot-tell', message: '编号或者日期没读到，没有和标准明细表对完。', quiet: true },
  'no-number': { outcome: 'cannot-tell', message: '没有读到标准编号，没有和标准明细表对。', quiet: true },
  'no-register': { outcome: 'not-applicable', message: '没有本单位的标准明细表，没有可对的。' },
  'not-ours': { outcome: 'not-applicable', message: '这是别的机构发布的标准，不在本单位的编号里。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

const DATES = [
  { role: 'publishedOn', name: '发布日期' },
  { role: 'effectiveOn', name: '实施日期' },
] as const satisfies { role: DateRole; name: string }[];

export const numberInRegister = defineRule({
  id: 'number-in-register',
  title: '标准编号、名称和日期与标准明细表一致',
  severity: 'error',
  actor: 'administrator',
  kinds: ['standard'],
  basis: ['handout-1-c6', 'handout-1-c7'],
  indicators: ['C6', 'C7'],
  reasons: REASONS,
  check(context) {
    const { document, field, unit } = context;
    const own = unit?.standards.filter(({ designation }) => isOwnNumber(designation)) ?? [];
    const numbering = unit?.numbering ?? [];
    if (own.length === 0 && numbering.length === 0) return [{ reason: 'no-register' }];
    const box = field('docNumber');
    if (isUnseen(document, box)) return [{ reason: 'unreadable' }];
    if (box.state !== 'present') return [{ reason: 'no-number' }];
    const number = numberKey(textOf(box));
    if (!isOwnNumber(number)) return [{ reason: 'not-ours' }];
    const listed = own.find(({ designation }) => numberKey(designation) === number);
    const scheme = againstScheme(context, number, own, numbering);
    if (listed) return [...compare(context, number, listed), ...scheme];
    // A number that is built wrongly stands in no register.
    return scheme.length > 0 ? scheme : [missing(context, number, own)];
  },
});

const isOwnNumber = (number: string): boolean => (readDesignation(number)?.family ?? 'unit') === 'unit';

/** The normal form; a scheme of numbers that is not known is compared as written. */
const numberKey = (number: string): string => readDesignation(number)?.text ?? halfWidth(squeeze(number));

/** What the unit's own scheme of numbers says of one; nothing without a scheme, and of another unit's number. */
function againstScheme(
  { today }: RuleContext,
  number: string,
  own: readonly UnitStandard[],
  numbering: readonly NumberForm[],
): Verdict<ReasonId>[] {
  if (numbering.length === 0) return [];
  const said = { fields: ['docNumber' as const], subject: number };
  const fault = schemeFault(number, numbering);
  if (fault === 'system-code' || fault === 'form')
    return [{ reason: 'scheme', slots: { number, forms: formsOf(numbering) }, ...said }];
  const listed = own.find(({ designation }) => numberKey(designation) === number);
  const before = own.find(
    (one) =>
      listed !== undefined &&
      undated(numberKey(one.designation)) === undated(number) &&
      !isEditionOf(listed, one) &&
      one.withdrawnOn !== undefined &&
      one.withdrawnOn <= today,
  );
  return before ? [{ reason: 'reused', slots: { number, other: before.title }, ...said }] : [];
}

function missing({ document }: RuleContext, number: string, own: readonly UnitStandard[]): Verdict<ReasonId> {
  const said = { fields: ['docNumber' as const], subject: number };
  const edition = own.find(({ designation }) => undated(numberKey(designation)) === undated(number));
  if (own.length === 0) return { reason: 'no-register' };
  if (isBefore(document.stage, 'issued')) return { reason: 'waits', slots: { number }, ...said };
  if (edition) return { reason: 'other-edition', slots: { number, listed: edition.designation }, ...said };
  const prefix = readDesignation(number)?.prefix;
  const isKnown = own.some(({ designation }) => readDesignation(designation)?.prefix === prefix);
  return isKnown ? { reason: 'not-listed', slots: { number }, ...said } : { reason: 'other-unit' };
}

function compare(context: RuleContext, number: string, listed: UnitStandard): Verdict<ReasonId>[] {
  const { document, field } = context;
  const [title, right] = [titleKey(document.title), titleKey(listed.title)];
  const same = title === '' || right === '' || title.includes(right) || right.includes(title);
  const verdicts: Verdict<ReasonId>[] = same
    ? []
    : [
        {
          reason: 'title',
          slots: { number, listed: listed.title, found: document.title },
          fields: ['title'],
          subject: number,
        },
      ];
  for (const { role, name } of DATES) {
    const [found, day] = [dayIn(field(role)), listed[role]];
    if (found !== undefined && day !== undefined && found !== day)
      verdicts.push({ reason: 'dates', slots: { number, name, listed: day, found }, fields: [role], subject: number });
  }
  const unseen = DATES.some(({ role }) => isUnseen(document, field(role)));
  return unseen ? [...verdicts, { reason: 'unreadable' }] : verdicts;
}
