import { describe, expect, it } from 'vitest';
import type { CataloguePack } from '../../../../core/standards/catalogue.ts';
import { SAMPLE_UNIT } from '../../../../core/unit/sample.ts';
import { listStandards } from './standards-list.ts';

const row = { verified: true, source: '公开页', checkedOn: '2026-11-01' };
const catalogue: CataloguePack = {
  schema: 'duibiao/catalogue@1',
  id: 'test',
  version: '1',
  issuedOn: '2026-11-01',
  lapsesOn: '2027-11-01',
  rows: [
    {
      ...row,
      designation: 'GB/T 1.1—2009',
      title: '结构和编写',
      effectiveOn: '2010-01-01',
      replacedBy: ['GB/T 1.1—2020'],
    },
    { ...row, designation: 'GB/T 1.1—2020', title: '结构和起草规则', effectiveOn: '2020-10-01' },
  ],
};
const unit = {
  ...SAMPLE_UNIT,
  standards: [...SAMPLE_UNIT.standards, { designation: 'GB/T 1.1—2009', title: '结构和编写（馆藏）', place: '2号柜' }],
};
const list = (question: Partial<Parameters<typeof listStandards>[2]>, with_ = unit) =>
  listStandards(catalogue, with_, { words: '', scope: 'all', on: '2026-11-20', ...question });

describe('the list of standards', () => {
  it('has each standard once, our own first, with its place', () => {
    expect(list({}).map(({ designation, ours, place }) => [designation, ours, place])).toEqual([
      ['GB/T 1.1—2009', true, '2号柜'],
      ['Q/MMZ 101—2024', true, '1号柜第1盒'],
      ['GB/T 1.1—2020', false, undefined],
    ]);
    expect(list({ scope: 'unit' })).toHaveLength(2);
    expect(list({ scope: 'catalogue' }).map(({ designation }) => designation)).toEqual([
      'GB/T 1.1—2009',
      'GB/T 1.1—2020',
    ]);
    expect(listStandards(catalogue, undefined, { words: '', scope: 'unit', on: '2026-11-20' })).toEqual([]);
  });

  it('tells the status on the day that is asked for', () => {
    const statuses = (on: string) => list({ on, scope: 'catalogue' }).map(({ answer }) => answer.status);
    expect(statuses('2015-01-01')).toEqual(['current', 'upcoming']);
    expect(statuses('2026-11-20')).toEqual(['replaced', 'current']);
  });

  it('searches both lists', () => {
    expect(list({ words: '1.1 起草' }).map(({ designation }) => designation)).toEqual(['GB/T 1.1—2020']);
    expect(list({ words: '临时救助' }).map(({ designation }) => designation)).toEqual(['Q/MMZ 101—2024']);
    expect(list({ words: '量子引力' })).toEqual([]);
  });
});
