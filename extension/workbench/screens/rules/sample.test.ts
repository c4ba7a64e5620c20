import { expect, it } from 'vitest';
import { parseRulePack, rulesOfPack } from '../../../../core/rules/own/pack.ts';
import { OWN_TYPE_IDS } from '../../../../core/rules/own/types/index.ts';
import { SAMPLE_PACK } from './sample.ts';

it('can be imported as it is, and shows each type of rule once', () => {
  const pack = parseRulePack(JSON.stringify(SAMPLE_PACK), 'sample.json');
  expect(pack.rules.map(({ type }) => type).toSorted()).toEqual(OWN_TYPE_IDS.toSorted());
  expect(rulesOfPack(pack)).toHaveLength(OWN_TYPE_IDS.length);
});
