import { parseRulePack, type RulePack } from '../../core/rules/own/pack.ts';
import { createInstalled } from './installed.ts';

/** The unit's own rules. */
export const rulePacks = createInstalled<RulePack>({
  key: 'rulePacks',
  most: 20,
  tooMany: 'rules-too-many',
  parse: parseRulePack,
});
