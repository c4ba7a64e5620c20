import { v } from '../../base/schema.ts';
import { firstVersion, kind } from '../kind.ts';
import { text } from '../shapes.ts';

const first = v.strictObject({ text, stopped: v.optional(v.picklist(['classified'])) });

export const note = kind('记事', firstVersion(first));
