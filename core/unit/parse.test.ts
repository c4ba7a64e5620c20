import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ProblemError } from '../base/problems.ts';
import { parseUnit } from './parse.ts';
import { NAMED_MEMBERS, placeInProfile } from './place-words.ts';
import { SAMPLE_UNIT } from './sample.ts';

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

test('a profile with wrong types is refused with every wrong place, in words, and what belongs there', () => {
  expect(problemOf(() => parseUnit(read('unit-wrong-types.json'), 'unit-wrong-types.json'))).toEqual({
    code: 'unit-invalid',
    message: [
      '单位资料里有 4 处不对，没有导入，原来的资料没有变。请改好后再导入一次：',
      '人员 第 2 人 › 岗位 第 1 个 › 开始日期：应该是写成 2022-09-20 这样的日期',
      '事项：应该是一个列表',
      '标准 第 1 项 › 标准号：应该是写成 GB/T 1.1—2020 这样的标准号',
      '标准 第 1 项 › 标准名称：应该是文字',
    ].join('\n'),
  });
});

const good = { schema: 'duibiao/unit@1', name: '甲镇便民服务中心', people: [], services: [], standards: [] };

test.each<[path: string, why: string, value: unknown]>([
  ['整个文件', '应该是一组内容', null],
  ['格式标记', '没有写', {}],
  ['格式标记', '只能是"duibiao/unit@1"', { ...good, schema: 'duibiao/catalogue@1' }],
  ['人员', '应该是一个列表', { ...good, people: '王芳' }],
  ['人员 第 1 人 › 岗位', '没有写', { ...good, people: [{ name: '王芳' }] }],
  [
    '事项 第 1 项 › 标准 第 1 项',
    '应该是写成 GB/T 1.1—2020 这样的标准号',
    { ...good, services: [{ name: '甲', standards: ['GB/T1.1'] }] },
  ],
  [
    '适用规则 第 1 条',
    '事项类型、实施主体、名称里有，至少要写一样',
    { ...good, applies: [{ standard: 'GB/T 1.1—2020', words: [] }] },
  ],
  [
    '适用规则 第 1 条 › 标准号',
    '应该是写成 GB/T 1.1—2020 这样的标准号',
    { ...good, applies: [{ standard: '岗位规范', serviceType: '行政给付' }] },
  ],
  ['试点期', '结束日期早于开始日期', { ...good, pilot: { from: '2024-01-01', to: '2023-01-01' } }],
  ['体系图', '有的上级编号没有写成一个框', { ...good, structure: [{ code: 'JC', name: '基础', parent: 'TG' }] }],
  [
    '体系图',
    '同一个体系编号写了两次',
    {
      ...good,
      structure: [
        { code: 'JC', name: '基础' },
        { code: 'JC', name: '提供' },
      ],
    },
  ],
  [
    '体系图',
    '有的框绕一圈又在自己下面',
    {
      ...good,
      structure: [
        { code: 'JC', name: '基础', parent: 'TG' },
        { code: 'TG', name: '提供', parent: 'JC' },
      ],
    },
  ],
  [
    '体系图',
    '分得太深，最多 8 层',
    {
      ...good,
      structure: Array.from({ length: 9 }, (_, at) => ({
        code: `J${at}`,
        name: '框',
        ...(at > 0 ? { parent: `J${at - 1}` } : {}),
      })),
    },
  ],
  [
    '编号规则 第 1 条 › 编号样式',
    '应该是写成 Q/YTBM 1××—×××× 这样的编号样式',
    { ...good, numbering: [{ form: '随便编', system: '基础' }] },
  ],
  [
    '标准 第 1 项 › 体系编号',
    '不能是空的',
    { ...good, standards: [{ designation: 'Q/A 1—2022', title: '甲', code: '' }] },
  ],
  [
    '保管期限 第 1 类 › 年数',
    '应该是年数或 "permanent"（永久）',
    { ...good, retentionClasses: [{ name: '甲', years: '十年' }] },
  ],
])('%s: %s', (path, why, value) => {
  expect(problemOf(() => parseUnit(value, 'a.json'))?.message).toContain(`${path}：${why}`);
});

test('text that is no JSON, and text far too long', () => {
  expect(problemOf(() => parseUnit('{"name":', 'a.json'))).toMatchObject({
    code: 'unit-not-json',
    message: expect.stringContaining('“a.json”不是有效的 JSON 文件：到末尾还没写完'),
  });
  expect(problemOf(() => parseUnit('{\n  "name": "甲"\n  "people": []}\n', 'a.json'))?.message).toContain(
    '第 3 行第 3 个字附近写错了',
  );
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

test('of many wrong places the first are told, and all are counted', () => {
  const people = Array.from({ length: 30 }, () => ({ name: '王芳' }));
  const message = problemOf(() => parseUnit({ ...good, people }, 'a.json'))?.message ?? '';
  expect(message).toContain('有 30 处不对');
  expect(message.split('\n')).toHaveLength(10);
  expect(message).toMatch(/人员 第 8 人 › 岗位：没有写\n……$/);
});

test('every member of a profile has a word', () => {
  const members = (value: unknown): string[] =>
    typeof value !== 'object' || value === null
      ? []
      : Object.entries(value).flatMap(([key, part]) => [...(Array.isArray(value) ? [] : [key]), ...members(part)]);
  expect(members(SAMPLE_UNIT).filter((key) => !NAMED_MEMBERS.has(key))).toEqual([]);
  // 废止日期 is the one that the sample does not have.
  expect(new Set([...members(SAMPLE_UNIT), 'withdrawnOn'])).toEqual(NAMED_MEMBERS);
});

test('a name is called by what it is the name of', () => {
  expect(placeInProfile(['name'])).toBe('单位名称');
  expect(placeInProfile(['windows', 2, 'name'])).toBe('窗口 第 3 个 › 窗口名称');
  expect(placeInProfile(['people', 0, 'posts', 1, 'name'])).toBe('人员 第 1 人 › 岗位 第 2 个 › 岗位名称');
});
