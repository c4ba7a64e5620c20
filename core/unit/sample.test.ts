import { expect, it } from 'vitest';
import { parseUnit } from './parse.ts';
import { SAMPLE_UNIT } from './sample.ts';

it('the sample can be imported as it is, and nothing of it is lost', () => {
  expect(parseUnit(JSON.stringify(SAMPLE_UNIT), '样例.json')).toEqual(SAMPLE_UNIT);
});
