import { v } from '../../base/schema.ts';
import { firstVersion, kind } from '../kind.ts';
import { count, digest } from '../shapes.ts';

const first = v.strictObject({ head: digest, count });

export const checkpoint = kind('核对点', firstVersion(first));
