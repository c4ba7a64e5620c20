import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { editRow, meetAgain, rowsIn } from './edit.ts';
import { parseUnit } from './parse.ts';
import type { UnitProfile } from './profile.ts';
import { boxesOf, readTyped } from './read-row.ts';
import { SAMPLE_UNIT } from './sample.ts';
import { UNIT_TABLES } from './tables/index.ts';
import type { RowTexts } from './tables/unit-table.ts';

const YUANTAN = parseUnit(
  readFileSync(new URL('../../fixtures/packs/unit-yuantan.json', import.meta.url), 'utf8'),
  'unit-yuantan.json',
);
const tableOf = (id: string) => {
  const table = UNIT_TABLES.find(({ type }) => type.id === id);
  if (table === undefined) throw new Error(id);
  return table;
};
/** Types into the row that reads so, and keeps it. */
function typed(profile: UnitProfile, part: string, find: RowTexts | undefined, texts: RowTexts) {
  const table = tableOf(part);
  const rows = rowsIn(table, profile);
  const at = find && rows.findIndex((row) => Object.entries(find).every(([head, text]) => row[head] === text));
  if (at !== undefined && at < 0) throw new Error(JSON.stringify(find));
  const read = readTyped(profile, table, at, { ...(at === undefined ? {} : rows[at]), ...texts });
  return { ...read, ...editRow(profile, table, at, read.change) };
}
const removed = (profile: UnitProfile, part: string, find: (row: RowTexts) => boolean) => {
  const table = tableOf(part);
  return editRow(profile, table, rowsIn(table, profile).findIndex(find), undefined);
};

describe.each([
  ['the sample', SAMPLE_UNIT],
  ['a whole unit', YUANTAN],
])('every part of %s', (_name, unit) => {
  test.each(UNIT_TABLES.map((table) => [table.type.name, table] as const))(
    '%s: a row that is opened and kept changes nothing',
    (_, table) => {
      for (const [at, row] of rowsIn(table, unit).entries()) {
        const read = readTyped(unit, table, at, row);
        expect(read).toEqual({ change: {}, faults: {}, doubts: {} });
        expect(editRow(unit, table, at, read.change)).toEqual({ profile: unit, along: [], stays: [] });
      }
    },
  );

  test.each(UNIT_TABLES.map((table) => [table.type.name, table] as const))(
    '%s: one box changes, or is emptied, and the rest of the row stays',
    (_, table) => {
      const rows = rowsIn(table, unit);
      for (const [at, row] of rows.entries())
        for (const { head, kind = 'text', required, choices } of boxesOf(table)) {
          if (required || kind === 'designation' || kind === 'designations' || choices !== undefined) continue;
          for (const text of [kind === 'day' ? '2025-02-28' : '韩梅', '']) {
            const texts = { ...row, [head]: text };
            const { change, fault, faults } = readTyped(unit, table, at, texts);
            // Without its post, with its days turned around, or with a box above it that there is not, a row is none.
            if (fault !== undefined || Object.keys(faults).length > 0) continue;
            const after = editRow(unit, table, at, change).profile;
            const expected = rows.with(at, texts);
            // A part of a main item that has no name of its own is called like it.
            if (head === '子项名称' && row.子项名称 !== '' && text === '') continue;
            if (head === '姓名') continue;
            expect(rowsIn(table, after)).toEqual(expected);
            expect(() => parseUnit(after, '')).not.toThrow();
          }
        }
    },
  );

  test.each(UNIT_TABLES.filter(({ form }) => form === undefined).map((table) => [table.type.name, table] as const))(
    '%s: a row that is taken away and added again is there again',
    (_, table) => {
      const rows = rowsIn(table, unit);
      for (const [at, row] of rows.entries()) {
        // What stands below a box that is gone stands at the top.
        if (table.type.id === 'structure' && rows.some((other) => other.上级编号 === row.体系编号)) continue;
        const without = editRow(unit, table, at, undefined).profile;
        expect(rowsIn(table, without)).toEqual(rows.toSpliced(at, 1));
        const read = readTyped(without, table, undefined, rows[at] ?? {});
        const again = rowsIn(table, editRow(without, table, undefined, read.change).profile);
        expect(read.faults).toEqual({});
        expect(again.toSorted(byText)).toEqual(rows.toSorted(byText));
      }
    },
  );
});
const byText = (left: RowTexts, right: RowTexts): number => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1);

describe('what names a thing', () => {
  const NAME = '临时救助申请';

  test('of a service goes with its new name', () => {
    const { profile, along } = typed(YUANTAN, 'services', { 事项名称: NAME }, { 事项名称: '临时救助' });
    const [before, after] = [YUANTAN, profile].map(({ services }) =>
      services.find(({ code }) => code === '000511002000'),
    );
    expect(after).toEqual({ ...before, name: '临时救助' });
    expect(profile.windows?.[0]?.services).toContain('临时救助');
    expect(along).toEqual([
      { name: '岗位要做的', rows: 1 },
      { name: '窗口', rows: 1 },
    ]);
  });

  test('of a service that is taken away goes with it', () => {
    const { profile, along } = removed(YUANTAN, 'services', (row) => row.事项名称 === NAME);
    expect(profile.services).toEqual(YUANTAN.services.filter(({ name }) => name !== NAME));
    expect(JSON.stringify(profile.windows)).not.toContain(NAME);
    expect(along).toEqual([
      { name: '岗位要做的', rows: 1 },
      { name: '窗口', rows: 1 },
    ]);
  });

  test('of two services with one name, as long as one of them has it, stays', () => {
    const two = { ...YUANTAN, services: [...YUANTAN.services, { name: NAME, code: 'X1', standards: [] }] };
    expect(removed(two, 'services', (row) => row.实施编码 === 'X1')).toEqual({
      profile: YUANTAN,
      along: [],
      stays: [],
    });
  });

  test('of a person: the groups, and the posts', () => {
    const { profile, along } = typed(
      YUANTAN,
      'people',
      { 姓名: '徐文静', 岗位: '便民服务中心主任' },
      { 姓名: '徐文婧' },
    );
    expect(JSON.stringify(profile)).not.toContain('徐文静');
    expect(profile.leadingGroup).toContain('徐文婧');
    expect(along).toEqual([
      { name: '单位', rows: 1 },
      { name: '人员岗位', rows: 1 },
    ]);
  });

  test('of a standard: services and clauses go with its number, and stay where it is taken away', () => {
    const from = 'Q/YTBM 503—2022';
    const { profile } = typed(YUANTAN, 'standards', { 标准号: from }, { 标准号: 'Q/YTBM 503-2026' });
    expect(JSON.stringify(profile)).not.toContain(from);
    expect(profile.services.find(({ name }) => name === NAME)?.duties?.[0]?.clause).toBe('Q/YTBM 503—2026 5.3');
    const gone = removed(YUANTAN, 'standards', (row) => row.标准号 === from);
    expect(gone.profile.services).toEqual(YUANTAN.services);
    expect(gone).toMatchObject({
      along: [],
      stays: [
        { name: '事项清单', rows: 1 },
        { name: '岗位要做的', rows: 1 },
      ],
    });
  });
});

test('a box of the system that is called otherwise is that for the boxes below it and for its standards; one that is gone leaves them', () => {
  const { profile, along } = typed(SAMPLE_UNIT, 'structure', { 体系编号: 'TG' }, { 体系编号: 'FW' });
  expect(profile.structure?.map(({ code, parent }) => [code, parent])).toEqual([
    ['FW', undefined],
    ['TG101', 'FW'],
  ]);
  expect(along).toEqual([{ name: '体系图', rows: 1 }]);
  const standard = typed(SAMPLE_UNIT, 'structure', { 体系编号: 'TG101' }, { 体系编号: 'TG1' });
  expect(standard.profile.standards[0]?.code).toBe('TG1');
  const gone = removed(SAMPLE_UNIT, 'structure', (row) => row.体系编号 === 'TG');
  expect(gone.profile.structure).toEqual([{ code: 'TG101', name: '事项办理' }]);
  expect(() => parseUnit(gone.profile, '')).not.toThrow();
});

describe('people', () => {
  test('a post that was another person’s goes to that person', () => {
    const { profile } = typed(YUANTAN, 'people', { 岗位: '兼职标准化管理员' }, { 姓名: '孙丽' });
    expect(profile.people.find(({ name }) => name === '王芳')?.posts.map(({ name }) => name)).toEqual(['综合窗口']);
    expect(profile.people.find(({ name }) => name === '孙丽')?.posts).toEqual([
      { name: '民政窗口', from: '2020-02-17' },
      { name: '兼职标准化管理员', from: '2022-09-15' },
    ]);
  });

  test('a second post is added to the same person; the last one that is taken away takes the person', () => {
    const { profile } = typed(YUANTAN, 'people', undefined, { 姓名: '孙丽', 岗位: '考核员', 任职开始: '2026-01-01' });
    expect(profile.people).toHaveLength(YUANTAN.people.length);
    const gone = removed(YUANTAN, 'people', (row) => row.姓名 === '何立新');
    expect(gone.profile.people.map(({ name }) => name)).not.toContain('何立新');
  });
});

test('a duty that belongs to another service goes there', () => {
  const { profile } = typed(YUANTAN, 'duties', { 条款: 'Q/YTBM 503—2022 5.3' }, { 事项名称: '生育登记' });
  const dutiesOf = (name: string) => profile.services.find((one) => one.name === name)?.duties;
  expect(dutiesOf('临时救助申请')).toEqual([]);
  expect(dutiesOf('生育登记')?.at(-1)).toEqual({
    text: '情况紧急的先行救助，10个工作日内补齐手续',
    clause: 'Q/YTBM 503—2022 5.3',
  });
});

describe('a sentence', () => {
  test.each([
    ['standards', {}, { faults: { designation: '请填“标准号”。', title: '请填“标准名称”。' } }],
    ['standards', { 标准号: '甲', 标准名称: '乙' }, { faults: { designation: '“标准号”里的“甲”不像标准号。' } }],
    [
      'standards',
      { 标准号: 'Q/YTBM 503-2022', 标准名称: '乙' },
      { fault: '已经有这一项了：Q/YTBM 503—2022　临时救助申请办理规程。请改那一项。' },
    ],
    ['services', { 事项名称: '临时救助 申请' }, { fault: '已经有这一项了：临时救助申请。请改那一项。' }],
    [
      'duties',
      { 事项名称: '没有的', 要做的: '登记' },
      { faults: { service: '“事项清单”里没有“没有的”，请先到那里新增，或改成那里的写法。' } },
    ],
    ['people', { 姓名: '张三', 任职开始: '2026-01-01' }, { fault: '写了任职日期，没有写“岗位”。' }],
    [
      'people',
      { 姓名: '张三', 岗位: '窗口', 任职开始: '2026-01-02', 任职结束: '2026-01-01' },
      { fault: '“任职结束”早于“任职开始”。' },
    ],
    ['people', { 姓名: '孙丽', 岗位: '民政窗口' }, { fault: '已经有这一项了：孙丽　民政窗口。请改那一项。' }],
    [
      'retention',
      { 档案类别: '文书', 保管年数: '很久' },
      { fault: '“保管年数”写的“很久”不是年数，请写成 30 这样的数字，或写“永久”。' },
    ],
    ['structure', { 体系编号: 'TG', 子体系名称: '提供', 上级编号: 'tg' }, { fault: '“上级编号”写的是自己。' }],
    [
      'numbering',
      { 编号样式: '随便', 所属体系: '提供' },
      { fault: '“随便”不像编号样式，请写成 Q/YTBM 1××—×××× 这样，× 代替数字。' },
    ],
    [
      'numbering',
      { 编号样式: 'Q/YTBM 1XX-YYYY', 所属体系: '提供' },
      { faults: {}, profile: { numbering: [{ form: 'Q/YTBM 1××—××××' }] } },
    ],
    ['basics', { 单位名称: '' }, { faults: { 单位名称: '请填“单位名称”。' } }],
    ['basics', { 级别: '省' }, { fault: '“级别”只能是县、乡镇、村。' }],
    ['basics', { 试点开始: '2027-01-01' }, { fault: '“试点结束”早于“试点开始”。' }],
  ])('%s %j', (part, texts, expected) => {
    expect(typed(YUANTAN, part, part === 'basics' ? {} : undefined, texts as RowTexts)).toMatchObject(expected);
  });

  test('in doubt, and the number as it is read', () => {
    const { doubts, change } = typed(YUANTAN, 'standards', undefined, { 标准号: 'GB/T 5O89-2018', 标准名称: '甲' });
    expect(doubts.designation).toContain('按 GB/T 5089—2018 读');
    expect(change.designation).toBe('GB/T 5089—2018');
  });
});

describe('a row that others changed meanwhile', () => {
  const table = tableOf('standards');
  const [was = {}] = rowsIn(table, YUANTAN);
  const meet = (profile: UnitProfile, heads: string[]) => meetAgain(profile, table, { at: 0, was, heads });
  const other = (texts: RowTexts) => typed(YUANTAN, 'standards', { 标准号: was.标准号 ?? '' }, texts).profile;

  test('is found where it stands now', () => {
    expect(meet(YUANTAN, ['存放处'])).toEqual({ at: 0 });
    const later = { ...YUANTAN, standards: [...YUANTAN.standards.slice(1), ...YUANTAN.standards.slice(0, 1)] };
    expect(meet(later, ['存放处'])).toEqual({ at: YUANTAN.standards.length - 1 });
  });
  test('in other boxes is no matter', () => {
    expect(meet(other({ 所属体系: '岗位' }), ['存放处'])).toEqual({ at: 0 });
  });
  test('in the same box is told', () => {
    expect(meet(other({ 存放处: '二楼' }), ['存放处'])).toMatchObject({
      at: 0,
      heads: ['存放处'],
      now: { 存放处: '二楼' },
    });
  });
  test('or that is gone', () => {
    expect(meet(editRow(YUANTAN, table, 0, undefined).profile, ['存放处'])).toEqual({});
  });
});
