import { expect, test } from 'vitest';
import { ProblemError } from './problems.ts';
import { firstIssue, issuesOf, parseWith, v } from './schema.ts';

const schema = v.object({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(5)),
  level: v.exactOptional(v.picklist(['county', 'village'])),
  day: v.exactOptional(
    v.pipe(
      v.string(),
      v.check((text) => text !== 'x', '没有这一天'),
    ),
  ),
  people: v.exactOptional(v.array(v.object({ name: v.string() }))),
});

test.each([
  [{ name: '甲' }, undefined],
  [{}, { path: 'name', why: '没有写' }],
  [{ name: 1 }, { path: 'name', why: '应该是文字' }],
  [{ name: '' }, { path: 'name', why: '不能是空的' }],
  [{ name: '一二三四五六' }, { path: 'name', why: '太长了' }],
  [
    { name: '甲', people: {} },
    { path: 'people', why: '应该是一个列表' },
  ],
  [
    { name: '甲', people: [{ name: '乙' }, {}] },
    { path: 'people.1.name', why: '没有写' },
  ],
  [
    { name: '甲', level: 'town' },
    { path: 'level', why: '只能是"county"、"village"' },
  ],
  [
    { name: '甲', day: 'x' },
    { path: 'day', why: '没有这一天' },
  ],
  [null, { path: '最外层', why: '应该是一组内容' }],
])('%j', (value, issue) => {
  expect(firstIssue(schema, value)).toEqual(issue);
});

test('a good value comes out without what the schema does not know', () => {
  expect(parseWith(schema, { name: '甲', more: 1 }, 'catalogue-invalid')).toEqual({ name: '甲' });
});

test('a bad value is a coded problem with a sentence', () => {
  expect(() => parseWith(schema, { name: '甲', people: [{}] }, 'catalogue-invalid')).toThrow(ProblemError);
  expect(() => parseWith(schema, { name: '甲', people: [{}] }, 'catalogue-invalid')).toThrow(
    '“people.0.name”这一项不对：没有写',
  );
});

test('everything wrong is told with the keys that lead to it', () => {
  const wrong = { name: 1, people: [{ name: '乙' }, {}] };
  const issues = [
    { keys: ['name'], why: '应该是文字' },
    { keys: ['people', 1, 'name'], why: '没有写' },
  ];
  expect(issuesOf(schema, wrong)).toEqual(issues);
  expect(issuesOf(schema, { name: '甲' })).toEqual([]);
});
