import { v } from '../../base/schema.ts';
import { firstVersion, kind } from '../kind.ts';
import { text } from '../shapes.ts';

/** The unit's own word about one item of the scorecard. */
const first = v.strictObject({
  scorecard: text,
  indicator: text,
  /** Points, in halves; null: not said. */
  score: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(100), v.multipleOf(0.5))),
  reason: text,
});

export const rating = kind('自报', firstVersion(first));
