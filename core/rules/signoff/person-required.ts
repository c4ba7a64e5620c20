import { isBodyName, isPlaceholder } from '../../base/names.ts';
import { squeeze } from '../../base/text.ts';
import type { Field } from '../../document/model.ts';
import type { ClauseId } from '../basis.ts';
import { textOf } from '../questions/boxes.ts';
import { comingStep, doneSteps, isBefore, isUntouched, stepSentBack } from '../questions/flow.ts';
import { isDemanded, isOurs, namesOf, SIGNED_KINDS, type Signer, signerName } from '../questions/people.ts';
import { flowUnseen, formUnread, isUnseen } from '../questions/sight.ts';
import { type Actor, defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

type ReasonId = keyof typeof REASONS;

const REASONS = {
  blank: { outcome: 'failed', message: '{who}是空的。' },
  placeholder: { outcome: 'failed', message: '{who}写的是“{found}”，不是姓名。' },
  missing: { outcome: 'failed', message: '没有{who}一栏，这类文件应当写明。' },
  'not-a-person': {
    outcome: 'failed',
    severity: 'warning',
    message: '{who}写的是“{found}”而不是人名，请写到具体的人。',
  },
  'waits-for-step': { outcome: 'pending', message: '{who}由“{step}”这一步填，现在不用管。' },
  waits: { outcome: 'pending', message: '{who}还没到填的时候，现在不用管。' },
  'signature-picture': { outcome: 'passed', message: '{who}没有文字姓名，可能是签名图片，请目视核对。' },
  unreadable: { outcome: 'cannot-tell', message: '{who}一栏没读到，请目视核对。' },
  'flow-unread': { outcome: 'cannot-tell', message: '{who}没有写姓名，流程记录没有读全，请目视核对。' },
  'by-hand': { outcome: 'cannot-tell', message: '{who}可能在打印件上手签，没有判断。', quiet: true },
  'no-box': { outcome: 'cannot-tell', message: '没有找到{who}一栏，判断不了。', quiet: true },
  unsure: { outcome: 'cannot-tell', message: '“{label}”是不是{who}一栏拿不准，没有判断。', quiet: true },
  incoming: { outcome: 'not-applicable', message: '这是收文，不查来文单位的{who}。' },
} as const satisfies Rule['reasons'];

/** The rule that a signer is there. What differs between the three is data. */
export function personRequired(signer: Signer, id: string, actor: Actor, basis: readonly ClauseId[]): Rule<ReasonId> {
  return defineRule({
    id,
    title: `有${signer.names.other}`,
    severity: 'error',
    actor,
    kinds: SIGNED_KINDS,
    basis,
    indicators: ['C10'],
    reasons: REASONS,
    check(context) {
      const verdict = judge(context, signer);
      const who = signerName(signer, context.document);
      return verdict ? [{ ...verdict, slots: { who, ...verdict.slots }, fields: [signer.role] }] : [];
    },
  });
}

function judge(context: RuleContext, signer: Signer): Verdict<ReasonId> | undefined {
  const { document } = context;
  if (!isOurs(context)) return { reason: 'incoming' };
  // Somebody of this role acted in the workflow: that is the sign-off, whatever the box shows.
  const acted = doneSteps(document, signer.role).some((step) => step.actors.length > 0);
  if (acted && !formUnread(document)) return undefined;
  const verdict = judgeBox(context, signer);
  // What was not read may show the act, or that the document was sent back after it.
  const open = acted ? verdict !== undefined : verdict && REASONS[verdict.reason].outcome === 'failed';
  const unseen = formUnread(document) || (signer.role !== 'drafter' && flowUnseen(document));
  return open && unseen ? { reason: 'flow-unread' } : verdict;
}

function judgeBox(context: RuleContext, signer: Signer): Verdict<ReasonId> | undefined {
  const { document } = context;
  const box = context.field(signer.role);
  if (box.state === 'present')
    return judgeText(box.unverified === true, namesOf(box).length > 0, textOf(box)) ?? judgeTwin(context, signer, box);
  const early = isBefore(document.stage, signer.signsAt);
  const coming = comingStep(document, signer.role) ?? (early ? stepSentBack(document, signer.role) : undefined);
  if (coming) return { reason: 'waits-for-step', slots: { step: coming.step } };
  if (isUnseen(document, box)) return { reason: 'unreadable' };
  if (box.state === 'absent' && !isDemanded(context, box)) return { reason: 'no-box' };
  if (box.state === 'blank' && box.confidence === 'guessed') return { reason: 'unsure', slots: { label: box.label } };
  if (box.pending || early) return { reason: 'waits' };
  if (box.state === 'absent') return { reason: 'missing' };
  if (isUntouched(document, context.field)) return { reason: 'waits' };
  const found = textOf(box);
  const isForm = document.from === 'file' && document.kind === 'unknown';
  if (isForm && !isPlaceholder(found) && SIGNED_ON_PAPER.test(squeeze(box.label))) return { reason: 'by-hand' };
  return isPlaceholder(found) ? { reason: 'placeholder', slots: { found } } : { reason: 'blank' };
}

/** 教研室审核签字, 签批盖章: the place on a form that is signed once it is printed. */
const SIGNED_ON_PAPER = /签[字名章]|盖章/u;

/** 审稿人 is filled and 核稿人, for whom the form has a box of its own, is not: told once that step is over. */
function judgeTwin({ document }: RuleContext, signer: Signer, box: Field): Verdict<ReasonId> | undefined {
  if (document.stage === 'unknown' || !isBefore(signer.signsAt, document.stage)) return undefined;
  const [twin] = box.emptyBeside ?? [];
  return twin === undefined ? undefined : { reason: 'blank', slots: { who: twin } };
}

/** A filled box: names pass; a picture passes with a remark; an office does not. A login in Latin letters is let be. */
function judgeText(unverified: boolean, named: boolean, found: string): Verdict<ReasonId> | undefined {
  if (named) return undefined;
  if (unverified) return { reason: 'signature-picture' };
  return isBodyName(found) ? { reason: 'not-a-person', slots: { found } } : undefined;
}
