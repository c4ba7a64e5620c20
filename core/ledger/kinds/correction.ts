import { v } from '../../base/schema.ts';
import { firstVersion, kind } from '../kind.ts';
import { count, digest, text } from '../shapes.ts';

/** Puts an earlier entry right: it replaces the indicators, takes the entry back (true) or lets it stand again (false). */
const first = v.strictObject({
  sequence: count,
  indicators: v.optional(v.array(text)),
  withdrawn: v.optional(v.boolean()),
  reason: text,
});

const second = v.strictObject({
  ...first.entries,
  /**
   * The chain and the hash of the entry, where it stands in another chain than the correction: what a person decided when
   * bundles were merged. Without indicators and without `withdrawn` it says that it was looked at and stays as it is.
   */
  other: v.optional(v.strictObject({ chain: text, hash: digest })),
});

export const correction = kind(
  '更正',
  // What was corrected until then stood in the same chain.
  firstVersion(first).next(second, (payload) => payload),
);
