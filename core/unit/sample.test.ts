import { expect, it } from 'vitest';
import { parseUnit } from './parse.ts';
import { isSampleUnit, SAMPLE_UNIT } from './sample.ts';

it('the sample can be imported as it is, and nothing of it is lost', () => {
  expect(parseUnit(JSON.stringify(SAMPLE_UNIT), '样例.json')).toEqual(SAMPLE_UNIT);
});

it('is known as the sample, and is none once something of it was changed', () => {
  expect(isSampleUnit(parseUnit(JSON.stringify(SAMPLE_UNIT), '样例.json'))).toBe(true);
  expect(isSampleUnit({ ...SAMPLE_UNIT, name: '源潭镇便民服务中心' })).toBe(false);
  expect(isSampleUnit(undefined)).toBe(false);
});
