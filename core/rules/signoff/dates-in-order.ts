import { dayOf } from '../../base/dates.ts';
import type { Source } from '../../base/source.ts';
import { labelOfRole } from '../../document/glossary.ts';
import type { DateRole } from '../../document/vocabulary.ts';
import { dayIn } from '../questions/dates.ts';
import { datedSteps } from '../questions/flow.ts';
import { isOurs, SIGNED_KINDS, SIGNERS, type Signer } from '../questions/people.ts';
import { formUnread, isUnseen } from '../questions/sight.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

/** Days that follow one another; the same day is in order. A day that is not there is stepped over. */
const SEQUENCES: readonly (readonly DateRole[])[] = [
  ['draftedOn', 'reviewedOn', 'approvedOn', 'publishedOn', 'effectiveOn'],
  ['draftedOn', 'reviewedOn', 'approvedOn', 'writtenOn', 'printedOn'],
];
const DATES = [...new Set(SEQUENCES.flat())];

interface Known {
  role: DateRole;
  day: string;
  sources: Source[];
}

const REASONS = {
  'out-of-order': { outcome: 'failed', message: '{later}（{laterDay}）早于{earlier}（{earlierDay}），请核对。' },
  'written-not-approved': {
    outcome: 'failed',
    severity: 'warning',
    message: '成文日期（{laterDay}）和签发日期（{earlierDay}）不一致，成文日期应当是签发的日期；会议通过的除外。',
  },
  unreadable: { outcome: 'cannot-tell', message: '有日期没读到，先后顺序没有判断完。', quiet: true },
  'too-few': { outcome: 'cannot-tell', message: '读到的日期不到两个，先后顺序判断不了。', quiet: true },
  incoming: { outcome: 'not-applicable', message: '这是收文，不查来文单位的日期顺序。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

export const datesInOrder = defineRule({
  id: 'dates-in-order',
  title: '日期的先后顺序对',
  severity: 'error',
  actor: 'author',
  kinds: [...SIGNED_KINDS, 'record'],
  basis: ['regulation-chapter-5', 'handout-8-15'],
  indicators: ['C10'],
  reasons: REASONS,
  check(context) {
    if (!isOurs(context)) return [{ reason: 'incoming' }];
    const known = new Map(DATES.flatMap((role) => knownDay(context, role) ?? []).map((date) => [date.role, date]));
    const pairs = new Map<string, [Known, Known]>();
    for (const sequence of SEQUENCES) {
      let earlier: Known | undefined;
      for (const role of sequence) {
        const later = known.get(role);
        if (earlier && later) pairs.set(`${earlier.role} ${role}`, [earlier, later]);
        // What stands in a box that gives no text may explain the days around it.
        earlier = later ?? (isDayUnseen(context, role) ? undefined : earlier);
      }
    }
    const verdicts: Verdict<ReasonId>[] = [...pairs.values()].flatMap(
      ([earlier, later]) => judge(context, earlier, later) ?? [],
    );
    if (DATES.some((role) => !known.has(role) && isDayUnseen(context, role))) verdicts.push({ reason: 'unreadable' });
    return pairs.size === 0 && verdicts.length === 0 ? [{ reason: 'too-few' }] : verdicts;
  },
});

const signerOf = (role: DateRole): Signer | undefined => SIGNERS.find((signer) => signer.dateRole === role);

/** Nobody can tell the day: the box was not seen, or the step that would give it may not have been read. */
function isDayUnseen({ document, field }: RuleContext, role: DateRole): boolean {
  return isUnseen(document, field(role)) || (signerOf(role) !== undefined && formUnread(document));
}

/** The day in the box; for a signer's day else the day of the step. A box that was only guessed settles nothing. */
function knownDay({ document, field }: RuleContext, role: DateRole): Known | undefined {
  const box = field(role);
  const day = dayIn(box);
  if (day) return box.confidence === 'guessed' ? undefined : { role, day, sources: box.sources };
  const signer = signerOf(role);
  // A box out of sight keeps in `others` what the reader saw there; the workflow record tells the day all the same.
  if (!signer || formUnread(document) || (box.state === 'unreadable' && !box.others)) return undefined;
  const steps = datedSteps(document, signer.role);
  // Sent back and handed in again: it was drafted with the first step, and reviewed and approved with the last.
  const step = role === 'draftedOn' ? steps[0] : steps.at(-1);
  return step ? { role, day: dayOf(step.time), sources: [step.source] } : undefined;
}

function judge({ document }: RuleContext, earlier: Known, later: Known): Verdict<ReasonId> | undefined {
  const slots = {
    earlier: labelOfRole(earlier.role),
    earlierDay: earlier.day,
    later: labelOfRole(later.role),
    laterDay: later.day,
  };
  const found = { slots, fields: [earlier.role, later.role], sources: [...later.sources, ...earlier.sources] };
  if (earlier.role === 'approvedOn' && later.role === 'writtenOn')
    return later.day === earlier.day ? undefined : { reason: 'written-not-approved', ...found };
  // In a standard this pair is the business of `effective-after-published`.
  if (document.kind === 'standard' && earlier.role === 'publishedOn') return undefined;
  return later.day < earlier.day ? { reason: 'out-of-order', ...found } : undefined;
}
