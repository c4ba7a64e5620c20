import about from '../../package.json' with { type: 'json' };
import type { Tool } from '../exports/check/report.ts';
import { RULE_PACK_VERSION } from '../rules/index.ts';
import type { CataloguePack } from '../standards/catalogue.ts';

/** This program, as every result names it. */
export function toolOf(catalogue: CataloguePack, rulePack = RULE_PACK_VERSION): Tool {
  return { name: 'duibiao', version: about.version, rulePack, catalogue: catalogue.version };
}
