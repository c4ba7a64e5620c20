import { isOurs, namesOf, SIGNED_KINDS, SIGNER_ROLES, SIGNERS, signerNames } from '../questions/people.ts';
import { formUnread, isUnseen } from '../questions/sight.ts';
import { defineRule } from '../rule.ts';

export const signersDistinct = defineRule({
  id: 'signers-distinct',
  title: '起草、审核、批准不是同一个人',
  severity: 'warning',
  actor: 'office',
  kinds: SIGNED_KINDS,
  basis: ['handout-8-15'],
  indicators: ['C10'],
  reasons: {
    'same-person': { outcome: 'failed', message: '起草、审核、批准都是{name}，请安排别人审核或者批准。' },
    unreadable: { outcome: 'cannot-tell', message: '有签名没读到，是不是同一个人判断不了。', quiet: true },
    'too-few': { outcome: 'cannot-tell', message: '起草、审核、批准的人没有全读到，判断不了。', quiet: true },
    incoming: { outcome: 'not-applicable', message: '这是收文，不查来文单位的签名。' },
  },
  check(context) {
    if (!isOurs(context)) return [{ reason: 'incoming' }];
    const names = SIGNERS.map((signer) => signerNames(context, signer));
    if (names.some((list) => list.length === 0)) {
      const unseen = SIGNERS.some((signer) => isUnseen(context.document, context.field(signer.role)));
      return [{ reason: unseen ? 'unreadable' : 'too-few' }];
    }
    const [name, ...others] = new Set(names.flat());
    // A name that only the workflow record gives may not be the only one that the whole record gives.
    const byRecord = SIGNERS.some((signer) => namesOf(context.field(signer.role)).length === 0);
    if (byRecord && formUnread(context.document)) return [{ reason: 'unreadable' }];
    return name !== undefined && others.length === 0
      ? [{ reason: 'same-person', slots: { name }, fields: [...SIGNER_ROLES] }]
      : [];
  },
});
