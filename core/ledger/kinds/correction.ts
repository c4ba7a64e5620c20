import { v } from '../../base/schema.ts';
import { firstVersion, kind } from '../kind.ts';
import { count, text } from '../shapes.ts';

/** Puts an earlier entry right: it replaces the indicators, takes the entry back (true) or lets it stand again (false). */
const first = v.strictObject({
  sequence: count,
  indicators: v.optional(v.array(text)),
  withdrawn: v.optional(v.boolean()),
  reason: text,
});

export const correction = kind('更正', firstVersion(first));
