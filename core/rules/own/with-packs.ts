import { RULES } from '../index.ts';
import type { Rule } from '../rule.ts';
import { type RulePack, rulesOfPack } from './pack.ts';

const made = new WeakMap<readonly RulePack[], readonly Rule[]>();

/**
 * Every rule, those of the packs behind ours: so the one that stops a check stands at the front. The same list gives the same
 * rules, so that what is known of them is known for the next document.
 */
export function withPacks(packs: readonly RulePack[]): readonly Rule[] {
  if (packs.length === 0) return RULES;
  const known = made.get(packs);
  if (known) return known;
  const rules = [...RULES, ...packs.flatMap(rulesOfPack)];
  made.set(packs, rules);
  return rules;
}
