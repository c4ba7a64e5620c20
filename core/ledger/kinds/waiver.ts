import { v } from '../../base/schema.ts';
import { firstVersion, kind } from '../kind.ts';
import { documentFacts, list, text } from '../shapes.ts';

const first = v.strictObject({ finding: text, rule: text, reason: text, until: v.optional(text) });

/** 仍要提交: what was still to be changed when the person submitted. */
const second = v.strictObject({
  /** Left out of one that was told in the terms of the first version. */
  document: v.optional(documentFacts),
  findings: list(v.strictObject({ id: text, rule: text, message: text })),
  /** In the person's words; '' where none was given. */
  reason: text,
  /** By which one that was asked for twice is known as one; '' where nothing was noted. */
  once: text,
  /** The day up to which it was said, in the first version. */
  until: v.optional(text),
});

export const waiver = kind(
  '仍要提交',
  firstVersion(first).next(second, ({ finding, rule, ...rest }) => ({
    findings: [{ id: finding, rule, message: '' }],
    ...rest,
    once: '',
  })),
);
