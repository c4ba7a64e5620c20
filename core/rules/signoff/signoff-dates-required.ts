import { findDates } from '../../base/dates.ts';
import type { Source } from '../../base/source.ts';
import { labelOfRole } from '../../document/glossary.ts';
import type { DocumentModel, Field } from '../../document/model.ts';
import { isWritable } from '../../pairing/pair.ts';
import { comingStep, datedSteps, isBefore, isUntouched } from '../questions/flow.ts';
import {
  isDemanded,
  isOurs,
  SIGNED_KINDS,
  SIGNERS,
  type Signer,
  signerName,
  signerNames,
} from '../questions/people.ts';
import { formUnread, isUnseen } from '../questions/sight.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

const REASONS = {
  'approver-undated': { outcome: 'failed', actor: 'approver', message: '{who}没有签日期。' },
  'signer-undated': { outcome: 'failed', severity: 'warning', message: '{who}没有签日期。' },
  waits: { outcome: 'pending', message: '{date}还没到填的时候，现在不用管。' },
  unreadable: { outcome: 'cannot-tell', message: '{who}有没有签日期没读到，请目视核对。', quiet: true },
  'no-box': { outcome: 'cannot-tell', message: '没有找到{date}一栏，判断不了。', quiet: true },
  'no-signer': { outcome: 'cannot-tell', message: '没有读到签名的人，不判断日期。', quiet: true },
  incoming: { outcome: 'not-applicable', message: '这是收文，不查来文单位的签署日期。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

export const signoffDatesRequired = defineRule({
  id: 'signoff-dates-required',
  title: '签的人都签了日期',
  severity: 'error',
  actor: 'author',
  kinds: SIGNED_KINDS,
  basis: ['regulation-22', 'handout-4-5'],
  indicators: ['C10'],
  reasons: REASONS,
  check(context) {
    if (!isOurs(context)) return [{ reason: 'incoming' }];
    const signed = SIGNERS.filter((signer) => hasSigned(context, signer));
    const { document, field } = context;
    const unseen = SIGNERS.filter(
      (signer) => !signed.includes(signer) && (formUnread(document) || isUnseen(document, field(signer.role))),
    );
    if (signed.length === 0 && unseen.length === 0) return [{ reason: 'no-signer' }];
    const verdicts = signed.flatMap((signer) => judge(context, signer) ?? []);
    return [...verdicts, ...unseen.map((signer) => sayOf(context, signer, 'unreadable'))];
  },
});

function hasSigned(context: RuleContext, signer: Signer): boolean {
  return context.field(signer.role).state === 'present' || signerNames(context, signer).length > 0;
}

function judge(context: RuleContext, signer: Signer): Verdict<ReasonId> | undefined {
  const { document } = context;
  const date = context.field(signer.dateRole);
  if (date.state === 'present' || findDates(context.field(signer.role).written).length > 0) return undefined;
  // What the record tells is not what an empty box of the form shows; without a box, the record is all there is.
  const recorded = datedSteps(document, signer.role).length > 0 && !formUnread(document);
  if (recorded && (date.state === 'absent' || date.confidence === 'guessed')) return undefined;
  if (isUnseen(document, date)) return sayOf(context, signer, 'unreadable');
  // The name may stand there before the act: chosen by the drafter, or the step is at hand and acting fills the date.
  const theirs = document.stage === signer.signsAt && !date.pending && canWriteIn(document, date);
  const unsigned =
    document.stage === signer.signsAt ||
    isBefore(document.stage, signer.signsAt) ||
    comingStep(document, signer.role) !== undefined;
  if (date.state === 'absent' && (!isDemanded(context, date) || datedNearby(document, context.field(signer.role))))
    return sayOf(context, signer, 'no-box');
  if (!theirs && (date.pending || unsigned)) return sayOf(context, signer, 'waits');
  if (formUnread(document)) return sayOf(context, signer, 'unreadable');
  if (isUntouched(document, context.field)) return sayOf(context, signer, 'waits');
  return sayOf(context, signer, signer.role === 'approver' && !recorded ? 'approver-undated' : 'signer-undated');
}

/** The person at the page can write in this box now. */
function canWriteIn({ pairs }: DocumentModel, { state, sources }: Field): boolean {
  const place = sources.map(placeOf)[0];
  if (state !== 'blank' || place === undefined) return false;
  return pairs.some((pair) => !pair.hidden && isWritable(pair) && placeOf(pair.source) === place);
}

const placeOf = (source: Source): string => (source.from === 'page' ? `${source.frame} ${source.path}` : '');

/** One date for the whole sign-off block, under a label of its own, is enough to stay silent. */
function datedNearby({ blocks }: DocumentModel, signer: Field): boolean {
  const names = Array.isArray(signer.value) ? signer.value : [];
  return blocks.some((block, index) => {
    if (!names.some((name) => block.text.includes(name))) return false;
    const near = `${block.text}\n${blocks[index + 1]?.text ?? ''}`;
    return /日\s*期/u.test(near) || findDates(near).length > 0;
  });
}

function sayOf({ document }: RuleContext, signer: Signer, reason: ReasonId): Verdict<ReasonId> {
  const slots = { who: signerName(signer, document), date: labelOfRole(signer.dateRole) };
  return { reason, slots, fields: [signer.role, signer.dateRole] };
}
