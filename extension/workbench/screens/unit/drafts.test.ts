import { expect, test } from 'vitest';
import { SAMPLE_UNIT } from '../../../../core/unit/sample.ts';
import { services } from '../../../../core/unit/tables/services.ts';
import { type Draft, touchedIn, upon, whereIs } from './drafts.ts';

const [row = {}] = services.rowsOf(SAMPLE_UNIT);
const draft: Draft = {
  part: 'services',
  was: { at: 0, row },
  texts: { ...row, 实施主体: '民政所', 承诺办结时限: '5个工作日' },
};
const theirs = services.put(SAMPLE_UNIT, 0, { promisedLimit: '9个工作日', aliases: ['救急'] });

test('what others changed in other boxes is no matter, in the same one it is asked', () => {
  expect(touchedIn(services, draft)).toEqual(['实施主体', '承诺办结时限']);
  expect(whereIs(SAMPLE_UNIT, services, draft)).toEqual({ at: 0 });
  expect(whereIs(theirs, services, draft)).toMatchObject({ at: 0, heads: ['承诺办结时限'] });
});

test('upon their row a draft changes what it changed before, and nothing else', () => {
  const [now = {}] = services.rowsOf(theirs);
  const next = upon(services, draft, 0, now);
  expect(next.texts).toEqual({ ...now, 实施主体: '民政所', 承诺办结时限: '5个工作日' });
  expect(touchedIn(services, next)).toEqual(['实施主体', '承诺办结时限']);
  expect(whereIs(theirs, services, next)).toEqual({ at: 0 });
});

test('a new row is nowhere', () => {
  expect(whereIs(SAMPLE_UNIT, services, { part: 'services', texts: {} })).toEqual({});
});
