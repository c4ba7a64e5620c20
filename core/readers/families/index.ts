import type { Family } from '../reader.ts';
import { cap4 } from './cap4/family.ts';
import { ecology } from './ecology/family.ts';
import { ecology9 } from './ecology9/family.ts';
import { landray } from './landray/family.ts';
import { o2oa } from './o2oa/family.ts';
import { seeyon } from './seeyon/family.ts';
import { tongda } from './tongda/family.ts';
import { xinhu } from './xinhu/family.ts';
import { yudao } from './yudao/family.ts';

/** Every family, in the order of its name. `npm run new:reader` adds one. */
export const FAMILIES: readonly Family[] = [cap4, ecology, ecology9, landray, o2oa, seeyon, tongda, xinhu, yudao];
