import { isPersonName } from '../../base/names.ts';
import type { Source } from '../../base/source.ts';
import { consents } from '../../document/trail/step.ts';
import { doneSteps } from '../questions/flow.ts';
import { isOurs, isSamePerson, namesOf, SIGNED_KINDS, SIGNERS, type Signer, signerName } from '../questions/people.ts';
import { formUnread, isUnseen, partUnread } from '../questions/sight.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

const REASONS = {
  'not-in-trail': {
    outcome: 'failed',
    message: '{who}{name}没有参加流程，“{step}”办理的是{acted}，请核对哪一个对。',
  },
  unreadable: { outcome: 'cannot-tell', message: '有签名或流程没读到，没有对完。', quiet: true },
  'no-trail': { outcome: 'not-applicable', message: '没有读到流程记录，没有可对的。' },
  'no-name': { outcome: 'cannot-tell', message: '流程和文件上没有都写姓名，判断不了。', quiet: true },
  incoming: { outcome: 'not-applicable', message: '这是收文，不查来文单位的签名。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

export const signersInTrail = defineRule({
  id: 'signers-in-trail',
  title: '写上名字的人都参加了流程',
  severity: 'warning',
  actor: 'author',
  kinds: SIGNED_KINDS,
  basis: ['handout-8-11'],
  indicators: ['C10'],
  reasons: REASONS,
  check(context) {
    const { document, field } = context;
    if (!isOurs(context)) return [{ reason: 'incoming' }];
    const unread = partUnread(document) || SIGNERS.some((signer) => isUnseen(document, field(signer.role)));
    if (!document.trail.some(consents)) return [{ reason: unread ? 'unreadable' : 'no-trail' }];
    // Whoever is not found may have acted in the part that was not read.
    if (formUnread(document)) return [{ reason: 'unreadable' }];
    const judged = SIGNERS.map((signer) => judge(context, signer));
    const verdicts = judged.flatMap((found) => found ?? []);
    if (unread) return [...verdicts, { reason: 'unreadable' }];
    return judged.every((found) => found === undefined) ? [{ reason: 'no-name' }] : verdicts;
  },
});

/** undefined: there was nothing to compare. The name is looked for among all who acted, not only in the signer's own step. */
function judge(context: RuleContext, signer: Signer): Verdict<ReasonId>[] | undefined {
  const { document } = context;
  const steps = doneSteps(document, signer.role);
  const step = steps.at(-1);
  const acted = document.trail.filter(consents).flatMap((one) => one.actors);
  // Where the record names a login or nobody, the person may well be that one.
  if (!step || steps.some((one) => one.actors.length === 0) || !acted.every(isPersonName)) return undefined;
  const written = writtenNames(context, signer);
  if (written.length === 0) return undefined;
  return written
    .filter(({ name }) => !acted.some((actor) => isSamePerson(name, actor)))
    .map(({ name, sources }) => ({
      reason: 'not-in-trail',
      slots: { who: signerName(signer, document), name, step: step.step, acted: step.actors.join('、') },
      fields: [signer.role],
      sources: [...sources, step.source],
      subject: name,
    }));
}

/** Every name that stands for this signer: in the box, and in the text where that says another. */
function writtenNames({ field }: RuleContext, signer: Signer): { name: string; sources: Source[] }[] {
  const box = field(signer.role);
  const places = [box, ...(box.others ?? []).map((other) => ({ ...other, role: signer.role }))];
  return places.flatMap((place) => namesOf(place).map((name) => ({ name, sources: place.sources })));
}
