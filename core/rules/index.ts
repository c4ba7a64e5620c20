import type { Rule } from './rule.ts';
import { approverRequired } from './signoff/approver-required.ts';
import { drafterRequired } from './signoff/drafter-required.ts';
import { reviewerRequired } from './signoff/reviewer-required.ts';

/** Version of the rules; the same as the package's. */
export const RULE_PACK_VERSION = '0.1.0';

/** Every rule, in the order in which findings of equal weight are shown. `npm run new:rule` adds a line at the end. */
export const RULES: readonly Rule[] = [drafterRequired, reviewerRequired, approverRequired];
