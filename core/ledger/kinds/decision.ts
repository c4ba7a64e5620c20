import { v } from '../../base/schema.ts';
import { firstVersion, kind } from '../kind.ts';
import { documentFacts, text } from '../shapes.ts';

/** What a person decided about a finding of a document: the newest one on a finding counts. */
const first = v.strictObject({
  document: documentFacts,
  /** The finding's stable id, its rule, and what it said. */
  finding: text,
  rule: text,
  message: text,
  /** null: the verdict before it is taken back. */
  verdict: v.nullable(v.picklist(['fixed', 'not-applicable', 'false-alarm', 'to-do'])),
  reason: text,
  /** Who has to do it and by which ISO day; '' where that was not said. */
  who: text,
  until: text,
});

export const decision = kind('处理意见', firstVersion(first));
