import { describe, expect, it } from 'vitest';
import { checkDocument } from '../check/check.ts';
import { readDocument } from '../files/read.ts';
import { openSheets } from '../files/sheets/open.ts';
import { RULES } from '../rules/index.ts';
import { BUILT_IN_CATALOGUE } from '../standards/pack.ts';
import { readDrawnStructure } from '../unit/drawn-structure.ts';
import type { UnitProfile } from '../unit/profile.ts';
import { systemViewOf } from '../unit/system-view.ts';
import { takeTables } from '../unit/take-tables.ts';
import { unitWithSystem } from '../unit/testing.ts';
import { structureWorkbook } from './structure-xlsx.ts';
import { readWorkbook } from './xlsx.ts';

const DAY = '2026-11-28';
const NAME = '标准体系.xlsx';
const bytesOf = (unit: UnitProfile) =>
  structureWorkbook(systemViewOf(unit, BUILT_IN_CATALOGUE, DAY), {
    ...{ unit: unit.name, day: DAY, createdAt: `${DAY}T02:00:00.000Z` },
  });

describe('the workbook of a system', () => {
  it('is one in which our own rules find nothing wrong', async () => {
    const unit: UnitProfile = { ...unitWithSystem(), systemPublishedOn: '2022-09-20', systemEffectiveOn: '2022-10-01' };
    const document = await readDocument(NAME, await bytesOf(unit), { uri: NAME, sha256: '' });
    const rules = RULES.filter(({ kinds }) => kinds.includes('table'));
    const run = checkDocument(document, { rules, catalogue: BUILT_IN_CATALOGUE, today: DAY, unit });
    const told = run.findings.map(({ rule, outcome, message }) => `${rule} ${outcome} ${message}`);
    expect(document.kind).toBe('table');
    expect(told.filter((one) => / (?:failed|errored) /u.test(one))).toEqual([]);
    const passed = (rule: string) => run.findings.find((one) => one.rule === rule)?.outcome;
    for (const rule of ['register-complete', 'register-totals', 'structure-codes', 'register-files'])
      expect([rule, passed(rule)]).toEqual([rule, 'passed']);
  });

  it('is told by the same rules where a number or a code in it is changed', async () => {
    const unit = unitWithSystem();
    const wrong = { ...unit, structure: (unit.structure ?? []).filter(({ code }) => code !== 'TG304') };
    const document = await readDocument(NAME, await bytesOf(wrong), { uri: NAME, sha256: '' });
    const rules = RULES.filter(({ id }) => id === 'structure-codes');
    const run = checkDocument(document, { rules, catalogue: BUILT_IN_CATALOGUE, today: DAY, unit });
    expect(run.findings.map(({ message }) => message)).toContain('明细表里的体系编号TG304在体系图里找不到。');
  });

  it('is read again as what it was made of', async () => {
    const unit = unitWithSystem();
    const sheets = await openSheets({ name: NAME, bytes: await bytesOf(unit) });
    const { profile, claims, others, tables } = takeTables(sheets, undefined);
    expect(profile.structure).toEqual(unit.structure);
    const plain = (standards: UnitProfile['standards']) =>
      standards.map(({ designation, title, code }) => `${designation} ${title} ${code}`).sort();
    expect(plain(profile.standards)).toEqual(plain(unit.standards));
    expect(new Set(profile.standards.map(({ system }) => system))).toEqual(
      new Set(['通用基础标准体系', '服务保障标准体系', '服务提供标准体系', '岗位工作标准体系']),
    );
    expect(others).toEqual([]);
    expect(claims.map(({ differing }) => differing)).toEqual([0]);
    expect(claims[0]?.agreed).toBe((4 + 1) * 7);
    expect(tables.flatMap(({ remarks }) => remarks.filter(({ what }) => what !== 'skipped'))).toEqual([]);
    const [drawing] = sheets;
    expect(drawing && readDrawnStructure(drawing).rows).toHaveLength(unit.structure?.length ?? 0);
  });

  it('without a declared structure has the sub-systems that the register names, and no formula', async () => {
    const sheets = await readWorkbook(
      await bytesOf({
        ...{ schema: 'duibiao/unit@1', name: '=甲镇', people: [], services: [] },
        standards: [
          { designation: 'Q/JZ 101—2022', title: '=1+1', system: '服务提供体系' },
          { designation: 'GB/T 1.1—2009', title: '导则', system: '国家标准' },
        ],
      }),
    );
    expect(sheets.map(({ name }) => name)).toEqual(['体系图', '标准明细表', '标准汇总表']);
    const [drawing, register, totals] = sheets.map(({ rows }) => rows.map((row) => row.join('|')));
    expect(drawing).toContain('没有填体系图，按明细表里写的所属体系画的。|');
    expect(drawing).toContain('服务提供体系|1 项');
    expect(register?.at(-2)).toMatch(/^1\|\|Q\/JZ 101—2022\|=1\+1\|/u);
    expect(register?.at(-1)).toMatch(/\|GB\/T 1\.1—2009\|导则\|.*\|已被代替\|/u);
    expect(totals?.slice(2)).toEqual([
      '标准类别|服务提供|未归类|合计',
      'GB|0|0|0',
      'GB/T|0|1|1',
      '行业标准|0|0|0',
      '地方标准|0|0|0',
      '团体标准|0|0|0',
      '内部标准|1|0|1',
      '合计|1|1|2',
    ]);
  });
});
