import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ProblemError } from '../base/problems.ts';
import { parseUnit } from './parse.ts';

const read = (name: string) => readFileSync(new URL(`../../fixtures/packs/${name}`, import.meta.url), 'utf8');
function problemOf(run: () => unknown) {
  try {
    run();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
  return undefined;
}

test('the sample unit, as text and as a value', () => {
  const unit = parseUnit(read('unit-yuantan.json'), 'unit-yuantan.json');
  expect(unit.name).toBe('源潭镇便民服务中心');
  expect(parseUnit(JSON.parse(read('unit-yuantan.json')), 'unit-yuantan.json')).toEqual(unit);
});

test('what the sample unit names is there: people of the groups, services of the windows, standards of the services', () => {
  const unit = parseUnit(read('unit-yuantan.json'), 'unit-yuantan.json');
  const people = unit.people.map(({ name }) => name);
  const services = unit.services.map(({ name }) => name);
  const own = unit.standards.map(({ designation }) => designation);
  expect(people).toEqual(expect.arrayContaining([...(unit.leadingGroup ?? []), ...(unit.standardisationOffice ?? [])]));
  expect(unit.windows?.flatMap((window) => window.services).toSorted()).toEqual(services.toSorted());
  expect(own).toEqual(
    expect.arrayContaining(unit.services.flatMap(({ standards }) => standards).filter((one) => one.startsWith('Q/'))),
  );
});

test('a profile with wrong types is refused with the path and why', () => {
  expect(problemOf(() => parseUnit(read('unit-wrong-types.json'), 'unit-wrong-types.json'))).toEqual({
    code: 'unit-invalid',
    message:
      '单位资料里“people.1.posts.0.from”这一项不对：应该是写成 2022-09-20 这样的日期。资料没有导入，原来的资料没有变。',
  });
});

const good = { schema: 'duibiao/unit@1', name: '甲镇便民服务中心', people: [], services: [], standards: [] };

test.each<[path: string, why: string, value: unknown]>([
  ['最外层', '应该是一组内容', null],
  ['schema', '没有写', {}],
  ['schema', '只能是"duibiao/unit@1"', { ...good, schema: 'duibiao/catalogue@1' }],
  ['people', '应该是一个列表', { ...good, people: '王芳' }],
  ['people.0.posts', '没有写', { ...good, people: [{ name: '王芳' }] }],
  [
    'services.0.standards.0',
    '应该是写成 GB/T 1.1—2020 这样的标准号',
    { ...good, services: [{ name: '甲', standards: ['GB/T1.1'] }] },
  ],
  ['pilot', '结束日期早于开始日期', { ...good, pilot: { from: '2024-01-01', to: '2023-01-01' } }],
  [
    'retentionClasses.0.years',
    '应该是年数或 "permanent"（永久）',
    { ...good, retentionClasses: [{ name: '甲', years: '十年' }] },
  ],
])('%s: %s', (path, why, value) => {
  expect(problemOf(() => parseUnit(value, 'a.json'))?.message).toContain(`“${path}”这一项不对：${why}。`);
});

test('text that is no JSON, and text far too long', () => {
  expect(problemOf(() => parseUnit('{"name":', 'a.json'))).toMatchObject({
    code: 'unit-not-json',
    message: expect.stringContaining('a.json'),
  });
  expect(problemOf(() => parseUnit(`"${'x'.repeat(6_000_000)}"`, 'a.json'))?.code).toBe('file-too-large');
  expect(parseUnit(`\uFEFF${JSON.stringify(good)}`, 'a.json')).toEqual(good);
});

test('what the format does not know is left out', () => {
  expect(parseUnit({ ...good, colour: 'red', ['__proto__']: { name: 'x' } }, 'a.json')).toEqual(good);
});

test('half a character that an escape writes is made whole: no fingerprint could be made of it', () => {
  const text = '{"schema":"duibiao/unit@1","name":"源潭\\ud800","people":[],"services":[],"standards":[]}';
  expect(parseUnit(text, 'unit.json').name).toBe('源潭\ufffd');
});
