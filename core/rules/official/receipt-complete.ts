import { labelOfRole } from '../../document/glossary.ts';
import type { Role } from '../../document/vocabulary.ts';
import { dayIn } from '../questions/dates.ts';
import { isBefore, isUntouched } from '../questions/flow.ts';
import { isOurs } from '../questions/people.ts';
import { formUnread, isUnseen } from '../questions/sight.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

const REASONS = {
  blank: { outcome: 'failed', message: '收文的{label}是空的，请补上登记。' },
  handler: { outcome: 'failed', message: '这件收文已经办结，{label}却是空的，请补上。' },
  late: { outcome: 'failed', message: '办结日期（{done}）超过了办理期限（{due}），请核对。' },
  waits: { outcome: 'pending', message: '{label}要到后面的环节才填。' },
  unreadable: { outcome: 'cannot-tell', quiet: true, message: '收文登记有没读到的栏目，没有判断完。' },
  'not-incoming': { outcome: 'not-applicable', message: '这不是收文。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

/** What the person who takes a document in writes at once. */
const AT_RECEIPT: readonly Role[] = ['receivedOn', 'receiptNumber'];
const ASKED: readonly Role[] = [...AT_RECEIPT, 'handler', 'completedOn', 'dueOn'];

export const receiptComplete = defineRule({
  id: 'receipt-complete',
  title: '收文登记齐全',
  severity: 'warning',
  actor: 'office',
  kinds: ['official'],
  basis: ['regulation-24', 'handout-8-10'],
  indicators: ['C10'],
  reasons: REASONS,
  check(context) {
    const { document, field } = context;
    if (isOurs(context)) return [{ reason: 'not-incoming' }];
    if (formUnread(document) || ASKED.some((role) => isUnseen(document, field(role))))
      return [{ reason: 'unreadable' }];
    const verdicts = [...AT_RECEIPT.flatMap((role) => receiptBox(context, role) ?? []), ...handled(context)];
    return verdicts;
  },
});

function receiptBox({ document, field }: RuleContext, role: Role): Verdict<ReasonId> | undefined {
  const box = field(role);
  if (box.state !== 'blank') return undefined;
  const slots = { label: box.label || labelOfRole(role) };
  // A box that stands under a word for something else on most forms settles nothing.
  if (box.confidence === 'guessed') return undefined;
  // While it is being registered, what is empty is being written.
  const isOpen = box.pending === true || isUntouched(document, field) || document.stage === 'drafting';
  return { reason: isOpen ? 'waits' : 'blank', slots, fields: [role] };
}

function handled({ document, field }: RuleContext): Verdict<ReasonId>[] {
  const [done, due] = [dayIn(field('completedOn')), dayIn(field('dueOn'))];
  const handler = field('handler');
  const verdicts: Verdict<ReasonId>[] = [];
  // Until it is done nobody knows who has it next.
  const isDone = done !== undefined || document.stage === 'archived';
  if (handler.state === 'blank' && handler.confidence !== 'guessed' && isDone && !isBefore(document.stage, 'issued'))
    verdicts.push({
      reason: 'handler',
      slots: { label: handler.label || labelOfRole('handler') },
      fields: ['handler'],
    });
  if (done && due && done > due)
    verdicts.push({ reason: 'late', slots: { done, due }, fields: ['completedOn', 'dueOn'] });
  return verdicts;
}
