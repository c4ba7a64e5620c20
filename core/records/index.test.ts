import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROLES } from '../document/vocabulary.ts';
import { itemsOf, PILOT_SCORECARD } from '../evaluation/scorecard.ts';
import { LEDGER_TYPES, RECORD_TYPES, recordTypeOf, recordTypeOfId, recordTypeOfLabels, typesOfGroup } from './index.ts';
import { RECORD_GROUPS, type RecordType } from './record-type.ts';

/** What stands beside the types. */
const NO_TYPES = ['index.ts', 'record-type.ts', 'kept-record.ts', 'fault.ts', 'due.ts'];
const files = readdirSync(import.meta.dirname).filter((name) => !name.endsWith('.test.ts') && !NO_TYPES.includes(name));
const ids = LEDGER_TYPES.map(({ id }) => id);
const camelCase = (id: string): string => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const unique = (words: readonly string[]): boolean => new Set(words).size === words.length;
const SERVED = [
  ...itemsOf(PILOT_SCORECARD).map(({ id }) => id),
  ...PILOT_SCORECARD.categories.flatMap(({ topics }) => topics.map(({ key }) => key)),
];

describe('the list of types of record', () => {
  it('is what stands in the folder', async () => {
    expect(files.toSorted()).toEqual(ids.map((id) => `${id}.ts`).sort());
    for (const type of LEDGER_TYPES) {
      const module: Record<string, RecordType> = await import(join(import.meta.dirname, `${type.id}.ts`));
      expect(Object.keys(module)).toEqual([camelCase(type.id)]);
      expect(module[camelCase(type.id)]).toBe(type);
    }
  });

  it('has each id, each name and each example once', () => {
    expect(unique(ids)).toBe(true);
    expect(unique(LEDGER_TYPES.map(({ name }) => name))).toBe(true);
    expect(unique(RECORD_TYPES.map(({ example }) => example))).toBe(true);
  });

  it.each(RECORD_TYPES.map((type, index) => [type.id, type, index] as const))('%s is told', (_, type, index) => {
    // By its own example, and by none that is tried before it.
    expect(recordTypeOf(type.example)).toBe(type);
    const narrower = RECORD_TYPES.slice(0, index).filter((other) => new RegExp(other.title, 'u').test(type.example));
    expect(narrower).toEqual([]);
  });

  it.each(LEDGER_TYPES.map((type) => [type.id, type] as const))('%s is well made', (id, type) => {
    expect(recordTypeOfId(id)).toBe(type);
    expect(JSON.parse(JSON.stringify(type))).toEqual(type);
    expect(type.name).toMatch(/^\p{Script=Han}+$/u);
    expect(type.title === undefined).toBe(type.example === undefined);
    const names = type.boxes.map(({ name }) => name);
    // A sample fills in every box, and only those.
    expect(Object.keys(type.sample).sort()).toEqual([...names].sort());
    if (type.day !== undefined) expect(type.boxes.find(({ name }) => name === type.day)?.type).toBe('date');
    for (const { type: of, choices, waits } of type.boxes) {
      expect(of === 'choice').toBe(choices !== undefined);
      if (waits !== undefined) expect(names).toContain(waits);
    }
    const words = type.boxes.map(({ name, words: more }) => [name, ...(more ?? '').split(' ').filter(Boolean)]);
    expect(unique(type.boxes.map(({ name }) => name))).toBe(true);
    expect(words.flat().filter((word, at, all) => all.indexOf(word) < at)).toEqual([]);
    for (const word of words.flat()) expect(word).toMatch(/^\p{Script=Han}{2,8}$/u);
    for (const { role } of type.boxes) if (role !== undefined) expect(ROLES).toContain(role);
    expect(type.boxes.filter(({ optional }) => !optional).length).toBeGreaterThan(2);
    expect(type.about.length).toBeGreaterThan(0);
    for (const name of type.about) expect(type.boxes.filter((box) => box.name === name && !box.signed)).toHaveLength(1);
    expect(type.indicators.length).toBeGreaterThan(0);
    for (const indicator of type.indicators) expect(SERVED).toContain(indicator);
    for (const { to, how, by, due, found, changed } of type.links) {
      const other = recordTypeOfId(to);
      for (const own of [by?.[0], due, found, changed]) if (own !== undefined) expect(names).toContain(own);
      if (by !== undefined) expect(other?.boxes.map(({ name }) => name)).toContain(by[1]);
      expect(other, to).toBeDefined();
      expect(to).not.toBe(id);
      if (how === 'with') expect(other?.links).toContainEqual(expect.objectContaining({ to: id, how }));
      else expect(other?.links.map((link) => link.to)).not.toContain(id);
    }
  });
});

it('has an order in each group: what follows stands behind what it follows on', () => {
  const groups = Object.keys(RECORD_GROUPS) as (keyof typeof RECORD_GROUPS)[];
  expect(
    groups
      .flatMap(typesOfGroup)
      .map(({ id }) => id)
      .sort(),
  ).toEqual([...ids].sort());
  expect(typesOfGroup('training').map(({ name }) => name)).toEqual(['培训计划', '培训记录', '培训效果评价']);
  expect(
    typesOfGroup('standards')
      .slice(0, 5)
      .map(({ name }) => name),
  ).toEqual(['修订申请', '评审记录', '修订审批发布令', '发放记录', '回收记录']);
});

it.each([
  ['标准修订申请表', '修订申请'],
  ['标 准 修订\u3000申请表', '修订申请'],
  ['2026年度培训计划表', '培训计划'],
  ['培训效果评价表', '培训效果评价'],
  ['培训签到表', '培训记录'],
  ['文件回收记录', '回收记录'],
  ['文件发放回收记录', '发放记录'],
  ['标准发放登记表', '发放记录'],
  ['自我评价记录', '自我评价记录'],
  ['窗口服务日常检查表', '检查考核记录'],
  ['不合格项整改记录', '纠正措施记录'],
  ['服务对象满意度调查表', '满意度调查记录'],
  ['归档文件目录', '归档目录'],
  ['2026年受控文件清单', '受控文件清单'],
  ['受控文件发放登记表', '发放记录'],
])('%s is %s', (title, name) => {
  expect(recordTypeOf(title)?.name).toBe(name);
});

it('tells no type by a title that names none', () => {
  expect(recordTypeOf('值班登记表')).toBeUndefined();
  expect(recordTypeOf('')).toBeUndefined();
});

it.each([
  [['文件编号', '文件名称', '份数', '接收部门', '接收人', '发放日期'], '发放记录'],
  [['序号', '文件编号', '版本', '回收份数', '回收人', '处理方式', '回收日期'], '回收记录'],
  [['培训时间', '培训地点', '讲师', '培训内容', '参加人员', '学时'], '培训记录'],
  [['名称', '日期', '部门', '份数'], undefined],
  [['检查人', '培训地点'], undefined],
  [[], undefined],
])('columns %j make %s', (labels, name) => {
  expect(recordTypeOfLabels(labels)?.name).toBe(name);
});
