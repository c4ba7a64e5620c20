import { v } from '../../base/schema.ts';
import { firstVersion, kind } from '../kind.ts';
import { text } from '../shapes.ts';

const first = v.strictObject({ finding: text, rule: text, reason: text, until: v.optional(text) });

export const waiver = kind('不再提醒', firstVersion(first));
