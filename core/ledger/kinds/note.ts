import { v } from '../../base/schema.ts';
import { firstVersion, kind } from '../kind.ts';
import { count, text } from '../shapes.ts';

const first = v.strictObject({ text, stopped: v.optional(v.picklist(['classified'])) });

const second = v.strictObject({
  ...first.entries,
  /** Sequence of the earlier entry that it is about. Left out of a note that stands for itself. */
  about: v.optional(count),
});

export const note = kind(
  '记事',
  // What was noted until then stood for itself.
  firstVersion(first).next(second, (payload) => payload),
);
