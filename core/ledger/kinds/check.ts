import { v } from '../../base/schema.ts';
import { firstVersion, kind } from '../kind.ts';
import { checkResult, documentFacts } from '../shapes.ts';

export const check = kind('检查', firstVersion(v.strictObject({ document: documentFacts, check: checkResult })));
