import { expect, it } from 'vitest';
import { openSheets } from '../files/sheets/open.ts';
import { BUILT_IN_CATALOGUE } from '../standards/pack.ts';
import { coverageOf } from '../unit/coverage.ts';
import { SAMPLE_UNIT } from '../unit/sample.ts';
import { coverageWorkbook } from './coverage-xlsx.ts';

it('tells of each service which standards it goes by and why, and of each standard which services', async () => {
  const unit = { ...SAMPLE_UNIT, services: [...SAMPLE_UNIT.services, { name: '生育登记', standards: [] }] };
  const bytes = await coverageWorkbook(coverageOf(unit, BUILT_IN_CATALOGUE, '2026-11-28'), {
    ...{ unit: unit.name, day: '2026-11-28', createdAt: '2026-11-28T01:00:00.000Z' },
  });
  const texts = (await openSheets({ name: 'a.xlsx', bytes })).map(({ cells }) => cells.map(({ text }) => text));
  const all = texts.map((one) => one.join(' '));
  expect(all[0]).toContain('没有列出标准的事项 1');
  expect(all[1]).toContain('临时救助申请 Q/MMZ 101—2024 临时救助办理规范 服务提供 现行 事项清单列明');
  expect(all[1]).toMatch(/GB\/T 36112—2018 .* 按规则：事项类型是“行政给付”，名称里有“救助”或“补贴”（窗口办理）/);
  expect(all[1]).toContain('生育登记 没有列出标准');
  expect(all[2]).toMatch(/Q\/MMZ 101—2024 临时救助办理规范 .* 临时救助申请/);
});
