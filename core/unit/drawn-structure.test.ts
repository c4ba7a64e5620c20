import { describe, expect, it } from 'vitest';
import { fc } from '../base/testing.ts';
import { sheetOf } from '../tables/testing.ts';
import { readDrawnStructure } from './drawn-structure.ts';
import { parseUnit } from './parse.ts';
import type { UnitProfile } from './profile.ts';
import { takeTables } from './take-tables.ts';

type More = Parameters<typeof sheetOf>[1];
const read = (lines: string[][], more?: More) => {
  const { rows, remarks } = readDrawnStructure(sheetOf(lines, more));
  return {
    boxes: rows.map(({ values: { code, name, parent } }) => [parent, code, name].filter(Boolean).join(' ')),
    told: remarks.map(({ row, what, text }) => `${row} ${what} ${text}`),
  };
};

describe('a drawn system', () => {
  it('of joined boxes with their codes', () => {
    const { boxes, told } = read(
      [
        ['源潭镇便民服务中心标准体系结构图', '', '', ''],
        ['源潭镇便民服务中心标准体系', '', '', ''],
        ['JC 通用基础标准体系', '', 'BZ 服务保障标准体系', ''],
        ['JC101\n标准化导则', 'JC102 术语', 'BZ201 环境', 'BZ202\n安\n全'],
        ['', 'JC102.1 缩略语', '', '应急'],
        ['注：编号按内部规则。', '', '', ''],
      ],
      {
        spans: [
          { row: 2, column: 0, rows: 1, columns: 2 },
          { row: 2, column: 2, rows: 1, columns: 2 },
        ],
      },
    );
    expect(boxes).toEqual([
      'JC 通用基础标准体系',
      'BZ 服务保障标准体系',
      'JC JC101 标准化导则',
      'JC JC102 术语',
      'BZ BZ201 环境',
      'BZ BZ202 安全',
      'JC102 JC102.1 缩略语',
    ]);
    expect(told).toEqual([
      '1 skipped “源潭镇便民服务中心标准体系结构图”是标题，不是一个框。',
      '2 skipped “源潭镇便民服务中心标准体系”是标题，不是一个框。',
      '5 lost “应急”没有编号，没有读。请在名称前面写上体系编号。',
      '6 skipped “注：编号按内部规则。”是图下面的说明，不是一个框。',
    ]);
  });

  it('as an indented list, codes in cells of their own, and how many there are', () => {
    const { boxes, told } = read([
      ['编号', '名称', '', '数量'],
      ['1', '通用基础', '', '12'],
      ['', '1.1', '标准化导则', '5'],
      ['', '1.2', '术语', '7'],
      ['2', '服务提供', '', '3'],
      ['9', '', '', ''],
    ]);
    expect(boxes).toEqual(['1 通用基础', '1 1.1 标准化导则', '1 1.2 术语', '2 服务提供']);
    expect(told.filter((one) => !one.includes('标题'))).toEqual([
      '2 skipped “12”是数，不是一个框。',
      '3 skipped “5”是数，不是一个框。',
      '4 skipped “7”是数，不是一个框。',
      '5 skipped “3”是数，不是一个框。',
      '6 skipped “9”是数，不是一个框。',
    ]);
  });

  it('with codes over names, and codes that do not say what stands above', () => {
    const spans = [
      { row: 0, column: 0, rows: 1, columns: 2 },
      { row: 0, column: 2, rows: 1, columns: 2 },
    ];
    expect(
      read(
        [
          ['JC 基础', '', 'TG 提供', ''],
          ['101', '102', '201', '202'],
          ['导则', '术语', '规范', '质量'],
        ],
        { spans },
      ).boxes,
    ).toEqual(['JC 基础', 'TG 提供', 'JC 101 导则', 'JC 102 术语', 'TG 201 规范', 'TG 202 质量']);
  });

  it('of several boxes in a cell, names in front of codes', () => {
    expect(read([['通用基础标准体系（JC）'], ['JC101 导则\nJC102 术语']]).boxes).toEqual([
      'JC 通用基础标准体系',
      'JC JC101 导则',
      'JC JC102 术语',
    ]);
  });

  it('property: each cell with letters or digits is a box or told, and what comes of it is a profile', () => {
    const cell = fc.constantFrom(
      '',
      '',
      'JC',
      '1',
      '1.1',
      '101',
      'JC1 基础',
      '基础',
      '提供（TG）',
      '12项',
      '→',
      '注：无',
      '体系图',
    );
    const grid = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(grid, (lines) => {
        const sheet = sheetOf(lines, { name: '标准体系图' });
        const { rows, remarks } = readDrawnStructure(sheet);
        const said = new Set([...rows.map(({ row }) => row), ...remarks.map(({ row }) => row)]);
        for (const [at, line] of lines.entries())
          if (line.some((text) => /^(?:JC1 基础|基础|提供（TG）|注：无)$/u.test(text)) && !said.has(at + 1))
            // A name that a code above it took is in the row of the code.
            expect(said.has(at)).toBe(true);
        const { profile } = takeTables([sheet], undefined);
        expect(() => parseUnit({ ...profile, name: '甲' }, '')).not.toThrow();
      }),
    );
  });
});

describe('a workbook with a drawing and what the office counted', () => {
  const REGISTER = sheetOf(
    [
      ['序号', '标准体系编号', '标准号', '标准名称', '归口/责任部门', '代替标准号', '采用情况'],
      ['1', 'JC101', 'GB/T 1.1—2020', '导则', '办公室', 'GB/T 1.1-2009', '采用'],
      ['2', 'JC102', 'GB 2894—2008', '安全标志', '办公室', '', ''],
      ['3', 'TG201', 'Q/YTBM 201—2022', '窗口服务规范', '民政窗口', '', ''],
    ],
    { name: '明细表' },
  );
  const DRAWING = sheetOf(
    [
      ['JC 通用基础标准体系', 'TG 服务提供标准体系'],
      ['JC101 导则', 'TG201 规范'],
      ['JC102 标志', ''],
    ],
    { name: '标准体系图' },
  );
  const TOTALS = sheetOf(
    [
      ['标准汇总表', '', '', '', ''],
      ['标准类别', '', '子体系', '', '合计', '应有数'],
      ['', '', '通用基础', '服务提供', '', ''],
      ['国家标准', 'GB', '1', '0', '1', '2'],
      ['', 'GB/T', '1', '1', '2', '2'],
      ['内部标准', '', '0', '1', '1', '1'],
      ['其它文件', '', '3', '0', '3', '3'],
      ['合计', '', '2', '2', '4', '5'],
    ],
    {
      name: '汇总',
      spans: [
        { row: 1, column: 0, rows: 2, columns: 2 },
        { row: 1, column: 2, rows: 1, columns: 2 },
        { row: 1, column: 4, rows: 2, columns: 1 },
        { row: 1, column: 5, rows: 2, columns: 1 },
        { row: 3, column: 0, rows: 2, columns: 1 },
      ],
    },
  );

  it('is read: boxes, codes of standards, and each number beside the register', () => {
    const { profile, tables, claims, others } = takeTables([TOTALS, DRAWING, REGISTER], undefined);
    expect(others).toEqual([]);
    expect(tables.map(({ id, rows }) => [id, rows])).toEqual([
      ['standards', 3],
      ['structure', 5],
    ]);
    expect(profile.structure?.map(({ code, parent }) => [code, parent])).toEqual([
      ['JC', undefined],
      ['TG', undefined],
      ['JC101', 'JC'],
      ['TG201', 'TG'],
      ['JC102', 'JC'],
    ]);
    expect(profile.standards[0]).toMatchObject({
      ...{ code: 'JC101', owner: '办公室', replaces: ['GB/T 1.1—2009'], adoption: '采用' },
    });
    const [claim] = claims;
    expect([claim?.sheet, claim?.agreed, claim?.differing]).toEqual(['汇总', 8, 4]);
    expect(claim?.remarks.map(({ row, what, text }) => `${row} ${what} ${text}`)).toEqual([
      '0 skipped “应有数”这一栏明细表里数不出来，没有对。',
      '5 look “国家标准 × GB/T × 服务提供”写 1，明细表里数出 0。',
      '5 look “国家标准 × GB/T”写 2，明细表里数出 1。',
      '7 look “其它文件”这一行不知道数的是哪些标准，没有对。',
      '8 look “服务提供”写 2，明细表里数出 1。',
      '8 look “合计”写 4，明细表里数出 3。',
    ]);
  });

  it('the other way round, a sub-system a row', () => {
    const { profile } = takeTables([DRAWING, REGISTER], undefined);
    const turned = sheetOf(
      [
        ['体系', 'GB', 'GB/T', '企业标准', '小计'],
        ['通用基础标准体系', '1', '1', '0', '2'],
        ['服务提供标准体系', '0', '0', '2', '2'],
      ],
      { name: '标准统计表' },
    );
    const [claim] = takeTables([turned], profile).claims;
    expect([claim?.agreed, claim?.remarks.map(({ text }) => text)]).toEqual([
      6,
      ['“服务提供标准体系 × 企业标准”写 2，明细表里数出 1。', '“服务提供标准体系”写 2，明细表里数出 1。'],
    ]);
    const none = takeTables([turned], undefined).claims[0];
    expect(none?.remarks.map(({ text }) => text)).toEqual(['没有标准明细表，汇总表没有对。']);
  });

  it('classes of standards are no sub-systems', () => {
    const list = sheetOf([
      ['标准号', '标准名称', '标准类别'],
      ['GB/T 1.1—2020', '导则', '国家标准'],
      ['Q/YTBM 101—2022', '规范', '服务提供'],
    ]);
    const { profile, tables } = takeTables([list], undefined);
    expect(profile.standards.map(({ system }) => system)).toEqual([undefined, '服务提供']);
    expect(tables[0]?.remarks.map(({ what, text }) => `${what} ${text}`)).toEqual([
      'look “国家标准”是标准的类别，从标准号就看得出来，没有当作所属体系读。',
    ]);
  });

  it('a list that names what stands above instead of its code', () => {
    const list = sheetOf(
      [
        ['标准体系名称', '标准体系编号', '上层体系名称'],
        ['基础标准', 'J', ''],
        ['导则', 'J01', '基础标准'],
        ['导则', 'J02', '导则'],
      ],
      { name: '体系列表' },
    );
    const { profile, tables } = takeTables([list], undefined);
    expect(profile.structure?.map(({ code, parent }) => [code, parent])).toEqual([
      ['J', undefined],
      ['J01', 'J'],
      ['J02', undefined],
    ]);
    expect(tables[0]?.remarks.map(({ text }) => text)).toEqual([
      'J02 导则：有的上级编号没有写成一个框，当作最上面一层，请核对。',
    ]);
  });

  it('boxes that stand in a circle or below nothing are at the top, and told', () => {
    const list = sheetOf(
      [
        ['体系编号', '子体系名称', '上级编号'],
        ['JC', '基础', 'TG'],
        ['TG', '提供', 'JC'],
        ['BZ', '保障', 'QT'],
      ],
      { name: '体系图' },
    );
    const { profile, tables } = takeTables([list], undefined);
    expect(() => parseUnit({ ...profile, name: '甲' } satisfies UnitProfile, '')).not.toThrow();
    expect(tables[0]?.remarks.map(({ text }) => text)).toEqual([
      'JC 基础：有的框绕一圈又在自己下面，当作最上面一层，请核对。',
      'BZ 保障：有的上级编号没有写成一个框，当作最上面一层，请核对。',
    ]);
  });
});
