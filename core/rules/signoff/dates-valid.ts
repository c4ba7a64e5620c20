import { dayOf } from '../../base/dates.ts';
import { labelOfRole } from '../../document/glossary.ts';
import { DATE_ROLES, type DateRole, DOCUMENT_KINDS } from '../../document/vocabulary.ts';
import { writtenDate } from '../questions/dates.ts';
import { datedSteps, isBefore } from '../questions/flow.ts';
import { SIGNERS } from '../questions/people.ts';
import { formUnread, isUnseen } from '../questions/sight.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

/** Days of acts that are over when they are written down. */
const OVER: readonly DateRole[] = ['draftedOn', 'reviewedOn', 'approvedOn', 'receivedOn', 'completedOn'];
/** Days that may be planned until the document is issued. */
const OVER_WHEN_ISSUED: readonly DateRole[] = ['writtenOn', 'printedOn'];

const REASONS = {
  impossible: { outcome: 'failed', message: '{date}“{found}”不存在，请核对后改正。' },
  'no-year': { outcome: 'failed', message: '{date}“{found}”没有写年份，请写完整的年月日。' },
  'no-day': { outcome: 'failed', message: '{date}“{found}”没有写到日，请写完整的年月日。' },
  future: { outcome: 'failed', message: '{date}（{found}）在今天之后，请核对。' },
  'future-step': {
    outcome: 'failed',
    actor: 'administrator',
    message: '流程“{step}”的时间（{found}）在今天之后，请核对电脑时钟。',
  },
  unreadable: { outcome: 'cannot-tell', message: '{date}没读出来，请目视核对。' },
  unsure: { outcome: 'cannot-tell', message: '“{found}”是不是{date}没有认准，没有判断。', quiet: true },
  'in-trail': { outcome: 'cannot-tell', message: '{date}没读出来，流程记录里有办理时间。', quiet: true },
  'flow-unread': { outcome: 'cannot-tell', message: '流程记录没有读全，里面的时间没有查完。', quiet: true },
  'no-date': { outcome: 'cannot-tell', message: '没有读到日期，判断不了。', quiet: true },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

export const datesValid = defineRule({
  id: 'dates-valid',
  title: '日期真实、完整，不在将来',
  severity: 'error',
  actor: 'author',
  kinds: DOCUMENT_KINDS,
  basis: ['regulation-22', 'handout-4-5'],
  indicators: ['C10'],
  reasons: REASONS,
  check(context) {
    const { document, today } = context;
    const verdicts = DATE_ROLES.flatMap((role) => judge(context, role) ?? []);
    const steps = document.trail.filter((step) => step.state === 'done' && step.time && dayOf(step.time) > today);
    const late = steps.map(
      (step): Verdict<ReasonId> => ({
        reason: 'future-step',
        slots: { step: step.step, found: dayOf(step.time ?? '') },
        sources: [step.source],
        subject: step.step,
      }),
    );
    if (verdicts.length + late.length > 0) return [...verdicts, ...late];
    const some = DATE_ROLES.some((role) => context.field(role).state === 'present');
    if (!some && !document.trail.some((step) => step.time)) return [{ reason: 'no-date' }];
    return formUnread(document) ? [{ reason: 'flow-unread' }] : [];
  },
});

function judge(context: RuleContext, role: DateRole): Verdict<ReasonId> | undefined {
  const field = context.field(role);
  const date = labelOfRole(role);
  const isGuess = isUnsure(context, role);
  const unsure: Verdict<ReasonId> = { reason: 'unsure', slots: { date, found: field.written }, fields: [role] };
  if (isUnseen(context.document, field)) {
    if (isGuess && field.written !== '') return unsure;
    const signer = SIGNERS.find((one) => one.dateRole === role);
    const known = signer && datedSteps(context.document, signer.role).length > 0;
    return { reason: known ? 'in-trail' : 'unreadable', slots: { date }, fields: [role] };
  }
  const written = writtenDate(field);
  if (!written) return undefined;
  if (isGuess && written.flaw !== undefined && written.flaw !== 'impossible') return unsure;
  if (written.flaw) return { reason: written.flaw, slots: { date, found: written.raw }, fields: [role] };
  const found = dayOf(written.iso ?? '');
  if (found <= context.today || !isOver(context, role)) return undefined;
  return isGuess ? unsure : { reason: 'future', slots: { date, found }, fields: [role] };
}

/** In a form of no kind that is known, 完成时间 may be planned for a month, and a word that means a day here may mean none there. */
function isUnsure(context: RuleContext, role: DateRole): boolean {
  const { confidence } = context.field(role);
  const isGuess = confidence === 'guessed' || confidence === 'synonym';
  return context.document.kind === 'unknown' && isGuess && SIGNERS.every(({ dateRole }) => dateRole !== role);
}

function isOver({ document }: RuleContext, role: DateRole): boolean {
  return OVER.includes(role) || (OVER_WHEN_ISSUED.includes(role) && !isBefore(document.stage, 'issued'));
}
