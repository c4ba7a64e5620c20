import type { Family } from '../reader.ts';
import { ecology } from './ecology/family.ts';
import { xinhu } from './xinhu/family.ts';
import { yudao } from './yudao/family.ts';

/** Every family, in the order of its name. `npm run new:reader` adds one. */
export const FAMILIES: readonly Family[] = [ecology, xinhu, yudao];
