import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fc } from '../../base/testing.ts';
import { openSheets } from '../../files/sheets/open.ts';
import { sheetOf } from '../../tables/testing.ts';
import { parseUnit } from '../../unit/parse.ts';
import type { UnitProfile } from '../../unit/profile.ts';
import { SAMPLE_UNIT } from '../../unit/sample.ts';
import { UNIT_TABLES } from '../../unit/tables/index.ts';
import { takeTables } from '../../unit/take-tables.ts';
import { unitWorkbook } from './unit-xlsx.ts';

const AT = '2026-11-23T02:00:00.000Z';
const YUANTAN = parseUnit(
  readFileSync(new URL('../../../fixtures/packs/unit-yuantan.json', import.meta.url), 'utf8'),
  'unit-yuantan.json',
);
const sheetsOf = async (profile?: UnitProfile) =>
  openSheets({ name: '单位资料.xlsx', bytes: await unitWorkbook(AT, profile) });

describe('the workbook of a profile', () => {
  it('says nothing as a template: the examples are none', async () => {
    const { profile, tables, others } = takeTables(await sheetsOf(), undefined);
    expect(others).toEqual([]);
    expect(tables.map(({ name, rows }) => [name, rows])).toEqual(UNIT_TABLES.map(({ type }) => [type.name, 0]));
    expect(profile.name).toBe('');
  });

  it.each([
    ['the sample', SAMPLE_UNIT],
    ['a whole unit', YUANTAN],
  ])('comes back as it was written, from nothing and over itself: %s', async (_name, unit) => {
    const sheets = await sheetsOf(unit);
    const { profile, tables } = takeTables(sheets, undefined);
    expect(parseUnit(profile, '')).toEqual(unit);
    expect(tables.flatMap(({ remarks }) => remarks.filter(({ what }) => what !== 'skipped'))).toEqual([]);
    const again = takeTables(sheets, unit);
    expect(again.profile).toEqual(unit);
    expect(again.tables.flatMap(({ added, changed, missing }) => [...added, ...changed, ...missing])).toEqual([]);
  });

  it('comes back where a window lists services with marks in their names', async () => {
    const names = [
      '出生、死亡登记',
      '取水许可（新办、变更）',
      '取水许可（延续、变更）',
      '出生证明',
      '低保',
      '特困',
      '低保、特困',
    ];
    const profile: UnitProfile = {
      ...SAMPLE_UNIT,
      services: names.map((name) => ({ name, standards: [] })),
      windows: [
        { name: '一号', services: ['出生证明', '出生、死亡登记', '清单里没有的'] },
        { name: '二号', services: ['取水许可（新办、变更）', '取水许可（延续、变更）'] },
        { name: '三号', services: ['低保', '特困'] },
      ],
    };
    expect(takeTables(await sheetsOf(profile), undefined).profile.windows).toEqual(profile.windows);
  });

  it('comes back whatever stands in its texts, and never as a formula', { timeout: 60_000 }, async () => {
    const text = fc
      .oneof(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
        fc.constantFrom('=1+1', '+86', '@SUM(A1)', '=HYPERLINK("http://a","b")', '<script>', '__proto__', '-5元'),
      )
      .map((one) => `窗${one.replace(/[\p{C}\s、，,;；/／—\-–*＊]/gu, '')}口`);
    const unit = fc.record({ names: fc.uniqueArray(text, { minLength: 1, maxLength: 5 }), about: text });
    await fc.assert(
      fc.asyncProperty(unit, async ({ names, about }) => {
        const profile: UnitProfile = {
          ...SAMPLE_UNIT,
          openingHours: about,
          services: names.map((name) => ({ name, department: about, standards: [] })),
          windows: [{ name: about, services: names }],
        };
        const back = takeTables(await sheetsOf(profile), undefined).profile;
        expect(back).toEqual(profile);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a table of an office', () => {
  const LIST = sheetOf(
    [
      ['某某镇政务服务事项清单'],
      ['序号', '事项名称', '子项名称', '权力类型', '承诺时限（工作日）', '备注'],
      ['1', '临时救助申请', '', '行政给付', '8', ''],
      ['2', '中外合作办学', '1.设立审批', '行政许可', '20', ''],
      ['', '', '2.变更审批', '行政许可', '20', ''],
      ['3', '老年人优待证办理', '', '公共服务', '即办', '改过'],
      ['4', '老年人优待证办理', '', '公共服务', '1', '重复'],
    ],
    { name: '2026年清单' },
  );

  it('is taken into a profile: what is new, what differs, what is missing, and what two rows say of the same', () => {
    const { profile, tables } = takeTables([LIST], YUANTAN);
    const [table] = tables;
    expect(table).toMatchObject({ id: 'services', rows: 5, unknown: ['备注'], sheets: ['2026年清单'] });
    const known = YUANTAN.services.map(({ name }) => name);
    expect(table?.missing).toEqual(known.filter((name) => !['临时救助申请', '老年人优待证办理'].includes(name)));
    expect(profile.services.slice(0, known.length).map(({ name }) => name)).toEqual(known);
    expect(profile.services.filter(({ parent }) => parent === '中外合作办学').map(({ name }) => name)).toEqual([
      '设立审批',
      '变更审批',
    ]);
    const remarks = table?.remarks.map(({ row, what, text }) => `${row} ${what} ${text}`);
    expect(remarks).toEqual([
      '5 look “事项名称”空着，按上面一行的“中外合作办学”读，请核对。',
      '7 look 和第 6 行是同一项，写得不一样，以这一行为准，请核对。',
    ]);
  });

  it('keeps what the table says nothing of: duties, standards, other names', () => {
    const before = YUANTAN.services.find(({ duties = [] }) => duties.length > 0);
    if (before === undefined) throw new Error('no service with duties');
    const { profile } = takeTables(
      [
        sheetOf([
          ['事项名称', '承诺时限'],
          [before.name, '3个工作日'],
        ]),
      ],
      YUANTAN,
    );
    const after = profile.services.find(({ name }) => name === before.name);
    expect(after).toEqual({ ...before, promisedLimit: '3个工作日' });
  });

  it('of people keeps who was in post before', () => {
    const people = sheetOf([
      ['姓名', '岗位', '任职开始', '任职结束'],
      ['周志强', '镇长', '2020-05-06', '2026-01-31'],
      ['周志强', '书记', '2026-02-01', ''],
    ]);
    const { profile } = takeTables([people], YUANTAN);
    expect(profile.people.find(({ name }) => name === '周志强')?.posts).toEqual([
      { name: '镇长', from: '2020-05-06', to: '2026-01-31' },
      { name: '标准化工作领导小组组长', from: '2022-09-15' },
      { name: '书记', from: '2026-02-01' },
    ]);
  });

  it('that is none of ours is named', () => {
    expect(
      takeTables(
        [
          sheetOf(
            [
              ['菜名', '价格'],
              ['面', '10'],
            ],
            { name: '食堂' },
          ),
        ],
        undefined,
      ),
    ).toMatchObject({
      tables: [],
      others: ['食堂'],
    });
  });
});

describe('rules of what applies', () => {
  const HEADS = ['标准号', '事项类型是', '实施主体是', '名称里有', '为什么'];

  it('are taken row by row; one that asks for nothing is told and left out', () => {
    const sheet = sheetOf([
      HEADS,
      ['GB/T36112-2018', '行政给付', '', '救助、补贴', ''],
      ['GB/T 36113—2018', '', '', '', '都要用'],
      ['GB/T 36112—2018', '行政给付', '', '救助、补贴', '窗口办理'],
    ]);
    const { profile, tables } = takeTables([sheet], undefined);
    expect(profile.applies).toEqual([
      { standard: 'GB/T 36112—2018', serviceType: '行政给付', words: ['救助', '补贴'], note: '窗口办理' },
    ]);
    expect(tables[0]?.remarks.map(({ row, what, text }) => [row, what, text.slice(0, 12)])).toEqual([
      [3, 'lost', '“事项类型是”“实施主体'],
      [4, 'look', '和第 2 行是同一项，写'],
    ]);
  });

  it('are none in a register that says who is responsible', () => {
    const register = sheetOf([
      ['标准号', '标准名称', '类别', '责任部门'],
      ['Q/QH 101—2024', '窗口服务规范', '服务提供', '社会事务办'],
    ]);
    expect(takeTables([register], undefined).tables.map(({ id }) => id)).toEqual(['standards']);
  });
});

describe('codes of a list', () => {
  const HEADS = ['事项名称', '子项名称', '实施编码', '实施主体'];
  const take = (lines: string[][], before?: UnitProfile) => takeTables([sheetOf([HEADS, ...lines])], before);
  const looks = (lines: string[][]) =>
    take(lines).tables[0]?.remarks.flatMap(({ what, text }) => (what === 'look' ? [text] : []));
  const LINES = [
    ['临时救助申请', '', 'C1', '民政办'],
    ['临时救助复核', '', 'C1', '民政办'],
  ];

  it('that two services have lose neither, in whatever order they come again', () => {
    const { profile } = take(LINES);
    expect(profile.services.map(({ name }) => name)).toEqual(['临时救助申请', '临时救助复核']);
    expect(looks(LINES)).toEqual(['实施编码 C1 写在 2 个名称不同的事项上，当作不同的事项，请核对：第 2、3 行。']);
    for (const lines of [LINES, [...LINES].reverse()]) {
      const again = take(lines, profile);
      expect(again.profile).toEqual(profile);
      expect(again.tables.map(({ added, changed }) => [added, changed])).toEqual([[[], []]]);
    }
  });

  it('that cannot be right are told once for the sheet, and the rows are taken', () => {
    // The code of a body with its check digit, the level, the basic code; then with another digit, and beside another basic code.
    const [right, wrong] = ['113410240031753988', '113410240031753989'];
    const sheet = sheetOf([
      ['事项名称', '基本编码', '实施编码'],
      ['临时救助申请', '000511002000', `${right}5000511002000`],
      ['高龄津贴申请', '000511003000', `${wrong}5000511003000`],
      ['生育登记', '000511005000', `${right}5000511004000`],
      ['老的编码', '', '34A0123456'],
    ]);
    const { profile, tables } = takeTables([sheet], undefined);
    expect(profile.services).toHaveLength(4);
    expect(tables[0]?.remarks.filter(({ what }) => what === 'look').map(({ text }) => text)).toEqual([
      '实施编码的前18位不合统一社会信用代码的校验，请核对：第 3 行。',
      '实施编码里没有这一行的基本编码，请核对：第 4 行。',
    ]);
  });

  it('tell a service that is called otherwise now', () => {
    const renamed = take([['临时救助', '', 'C1', '']], take(LINES.slice(0, 1)).profile);
    expect(renamed.profile.services.map(({ name, department }) => [name, department])).toEqual([
      ['临时救助', '民政办'],
    ]);
    expect(renamed.tables[0]?.changed).toEqual(['临时救助']);
  });

  it('of a main item are those of its parts by right', () => {
    const parts = [
      ['中外合作办学', '1.设立审批', 'C2', ''],
      ['中外合作办学', '2.变更审批', 'C2', ''],
    ];
    expect(looks(parts)).toEqual([]);
  });

  it('leave several numbered parts of one cell together', () => {
    const { profile } = take([
      ['开采矿产资源审批', '1.新设采矿权审批 2.采矿权延续登记', '', ''],
      ['培训学校审批', '1.设立审批', '', ''],
    ]);
    expect(profile.services.map(({ name }) => name)).toEqual(['1.新设采矿权审批 2.采矿权延续登记', '设立审批']);
  });
});

describe('a list over two sheets', () => {
  const HEADS = ['事项名称', '子项名称', '事项类型'];
  const MAIN = [
    ['办学审批', '设立审批', '行政许可'],
    ['办学审批', '变更审批', '行政许可'],
    ['临时救助申请', '', '行政给付'],
  ];
  const take = (second: string[][]) =>
    takeTables([sheetOf([HEADS, ...MAIN], { name: '主项' }), sheetOf([HEADS, ...second], { name: '子项' })], undefined);
  const said = (second: string[][]) =>
    take(second).tables[0]?.remarks.map(({ sheet, row, what, text }) => `${sheet} ${row} ${what} ${text}`);

  it('is told once for a sheet, not for each row', () => {
    const other = MAIN.map(([main = '', sub = '']) => [main, sub, '公共服务']);
    expect(said(other)).toEqual([
      '子项 0 look 工作表“子项”有 3 行和“主项”里的是同一项，写得不一样，以“子项”为准，请核对：第 2、3、4 行。',
    ]);
    expect(take(other).profile.services.map(({ serviceType }) => serviceType)).toEqual(Array(3).fill('公共服务'));
  });

  it('that says the same again is counted once', () => {
    expect(said([...MAIN, ['养老金申领', '', '公共服务']])).toEqual([
      '子项 0 skipped 工作表“子项”有 3 行和“主项”里的一样，只算一次：第 2、3、4 行。',
    ]);
  });
});
