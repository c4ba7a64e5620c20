import { describe, expect, it } from 'vitest';
import { fc } from '../base/testing.ts';
import { BUILT_IN_CATALOGUE } from '../standards/pack.ts';
import type { UnitProfile } from '../unit/profile.ts';
import { systemOn, topOf } from '../unit/structure.ts';
import { unitWithSystem } from '../unit/testing.ts';
import { type Layout, layOut, SHEET, widthOf, wrap } from './structure-layout.ts';
import { structureSvg } from './structure-svg.ts';

const DAY = '2026-11-28';
const ABOUT = { unit: '源潭镇便民服务中心', day: DAY };
const systemOf = (unit: UnitProfile) => systemOn(unit, BUILT_IN_CATALOGUE, DAY);

/** What is wrong with where boxes stand: beyond the sheet, over each other, texts wider than their box. */
function wrongIn({ boxes, width, height }: Layout): string[] {
  const wrong: string[] = [];
  for (const [at, box] of boxes.entries()) {
    if (box.x < 0 || box.y < 0 || box.x + box.width > width + 0.1 || box.y + box.height > height)
      wrong.push(`out ${at}`);
    if ([...box.name, ...box.count].some((text) => widthOf(text) > box.width)) wrong.push(`wide ${at} ${box.width}`);
    for (const [other, one] of boxes.slice(0, at).entries())
      if (
        box.x < one.x + one.width - 0.1 &&
        one.x < box.x + box.width - 0.1 &&
        box.y < one.y + one.height - 0.1 &&
        one.y < box.y + box.height - 0.1
      )
        wrong.push(`over ${at} ${other}`);
  }
  return wrong;
}

describe('the drawing of a system', () => {
  it('of sixty boxes on five levels stands on one sheet of A4 across, nothing over anything', () => {
    const system = systemOf(unitWithSystem());
    const { columns } = topOf(system);
    const layout = layOut({ code: '', name: '源潭镇便民服务中心标准体系', count: 60, over: 0 }, columns);
    expect(layout.boxes.length).toBeGreaterThan(60);
    expect(new Set(layout.boxes.map(({ level }) => level)).size).toBeGreaterThanOrEqual(4);
    expect(wrongIn(layout)).toEqual([]);
    // A sheet of A4, or little more: letters that are printed stay as large as those of a form.
    expect(layout.height / SHEET.height).toBeLessThanOrEqual(1.15);
    const svg = structureSvg(system, ABOUT);
    for (const { code } of unitWithSystem().structure ?? []) expect(svg).toContain(code);
    expect(svg).toContain('源潭镇便民服务中心标准体系');
    expect(svg).toContain('共 60 项标准');
    expect(structureSvg(systemOf(unitWithSystem()), ABOUT)).toBe(svg);
  });

  it('says in words which boxes have standards that are over, and that nothing was declared', () => {
    const unit: UnitProfile = {
      ...{ schema: 'duibiao/unit@1', name: '甲镇', people: [], services: [] },
      standards: [
        { designation: 'GB/T 1.1—2009', title: '导则', system: '通用基础' },
        { designation: 'Q/JZ 101—2022', title: '规范', system: '<服务>&"提供' },
        { designation: 'Q/JZ 102—2022', title: '规范' },
      ],
    };
    const svg = structureSvg(systemOf(unit), { unit: '甲镇<b>', day: DAY });
    expect(svg).toContain('1 项（1 项已被代替或废止）');
    expect(svg).toContain('未归类');
    expect(svg).toContain('按明细表里写的所属体系画的');
    expect(svg).toContain('&lt;服务&gt;&amp;&quot;提供');
    expect(svg).not.toMatch(/<b>|<服务/u);
  });

  it('holds nothing that an image cannot', () => {
    const unit: UnitProfile = {
      ...{ schema: 'duibiao/unit@1', name: '甲镇', people: [], services: [] },
      standards: [{ designation: 'Q/JZ 101—2022', title: '规范', system: '服务\u0001提\uFFFE供\uD800' }],
    };
    const svg = structureSvg(systemOf(unit), { unit: '甲\u0000镇', day: DAY });
    expect(svg).toContain('服务提供');
    expect(svg).toContain('甲镇标准体系');
    expect(() => encodeURIComponent(svg)).not.toThrow();
  });

  it('of nothing is the name of the unit alone', () => {
    const unit: UnitProfile = { schema: 'duibiao/unit@1', name: '甲镇', people: [], services: [], standards: [] };
    expect(structureSvg(systemOf(unit), { unit: '甲镇', day: DAY })).toContain('甲镇标准体系');
  });

  it('property: whatever the boxes are, none is over another one and no text leaves its box', () => {
    const name = fc.string({
      unit: fc.constantFrom('标', '准', 'W', 'i', '1', ' ', '—', '𠮷'),
      minLength: 1,
      maxLength: 40,
    });
    const tree = fc.array(fc.record({ name, up: fc.nat({ max: 6 }) }), { maxLength: 60 });
    fc.assert(
      fc.property(tree, (some) => {
        const structure = some.map(({ name: text, up }, at) => ({
          ...{ code: `A${at}`, name: `${text}名` },
          ...(up > 0 && at - up >= 0 ? { parent: `A${at - up}` } : {}),
        }));
        const { columns, whole } = topOf(systemOf({ ...unitWithSystem(), standards: [], structure }));
        const layout = layOut({ code: '', name: whole?.name ?? '甲', count: 0, over: 0 }, columns.slice(0, 20));
        // Boxes deeper than a profile may be are not drawn on paper by anybody.
        if (Math.max(...layout.boxes.map(({ level }) => level)) <= 8) expect(wrongIn(layout)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('property: lines keep every character of a text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 20, max: 200 }), (text, room) => {
        expect(wrap(text, room).join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      }),
    );
  });
});
