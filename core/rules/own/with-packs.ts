import { RULES } from '../index.ts';
import type { Rule } from '../rule.ts';
import { type RulePack, rulesOfPack } from './pack.ts';

/** Every rule, those of the packs behind ours. Ours come first, so that the one that stops a check stands at the front. */
export function withPacks(packs: readonly RulePack[]): readonly Rule[] {
  return packs.length === 0 ? RULES : [...RULES, ...packs.flatMap(rulesOfPack)];
}
