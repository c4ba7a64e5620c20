import { describe, expect, it } from 'vitest';
import type { CataloguePack } from '../standards/catalogue.ts';
import { SAMPLE_UNIT } from './sample.ts';
import { listStandards, type StandardsQuestion } from './standards-list.ts';

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
const listed = (question: Partial<StandardsQuestion>, most = 300) =>
  listStandards({ catalogue, unit }, { words: '', scope: 'all', on: '2026-11-20', ...question }, most);
const list = (question: Partial<StandardsQuestion>) => listed(question).rows;

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
    expect(listStandards({ catalogue, unit: undefined }, { words: '', scope: 'unit', on: '2026-11-20' }, 300)).toEqual({
      rows: [],
      count: 0,
    });
  });

  it('tells the status on the day that is asked for', () => {
    const statuses = (on: string) => list({ on, scope: 'catalogue' }).map(({ answer }) => answer.status);
    expect(statuses('2015-01-01')).toEqual(['current', 'upcoming']);
    expect(statuses('2026-11-20')).toEqual(['replaced', 'current']);
  });

  it('lists the first and counts all, each once', () => {
    const first = (question: Partial<StandardsQuestion>, most: number) => {
      const { rows, count } = listed(question, most);
      return [rows.map(({ designation }) => designation), count];
    };
    expect(first({}, 2)).toEqual([['GB/T 1.1—2009', 'Q/MMZ 101—2024'], 3]);
    expect(first({ words: 'gb' }, 1)).toEqual([['GB/T 1.1—2009'], 2]);
    expect(first({ words: 'gb' }, 2)).toEqual([['GB/T 1.1—2009', 'GB/T 1.1—2020'], 2]);
    expect(first({ words: 'gb', scope: 'catalogue' }, 1)).toEqual([['GB/T 1.1—2009'], 2]);
    expect(first({ scope: 'unit' }, 1)).toEqual([['GB/T 1.1—2009'], 2]);
  });

  it('searches both lists', () => {
    expect(list({ words: '1.1 起草' }).map(({ designation }) => designation)).toEqual(['GB/T 1.1—2020']);
    expect(list({ words: '临时救助' }).map(({ designation }) => designation)).toEqual(['Q/MMZ 101—2024']);
    expect(list({ words: '量子引力' })).toEqual([]);
    expect(list({ words: '2号柜' }).map(({ place }) => place)).toEqual(['2号柜']);
    expect(list({ words: '1hg 救助' }).map(({ designation }) => designation)).toEqual(['Q/MMZ 101—2024']);
    expect(list({ words: '2号柜', scope: 'catalogue' })).toEqual([]);
  });

  it('lists what comes near only where neither has the words', () => {
    const titles = (words: string) => list({ words }).map(({ title }) => title);
    expect(titles('结构和编与')).toEqual(['结构和编写（馆藏）']);
    expect(titles('结构和起早规则')).toEqual(['结构和起草规则']);
    expect(titles('结构和编写')).toEqual(['结构和编写（馆藏）']);
  });
});
