import { describe, expect, it } from 'vitest';
import type { Register } from '../document/register.ts';
import { catalogueFrom, TODAY } from '../rules/testing.ts';
import { type CheckedRegister, MOST_ROWS, tallyOfRegister } from './checked-register.ts';
import { collectRegister } from './register.ts';

const source = { from: 'page', frame: '', label: '', path: '#row' } as const;
const rowOf = (...cells: string[]): Register['rows'][number] => ({ cells, source, places: cells.map(() => source) });
const COLUMNS: Register['columns'] = [
  { label: '发文字号', role: 'docNumber' },
  { label: '标题', role: 'title' },
  { label: '签发人', role: 'approver' },
  { label: '状态' },
];
const pageOf = (rows: Register['rows'], more: Partial<Register> = {}): Register => ({
  ...{ kind: 'outgoing', name: '发文登记', place: 'http://oa.example/list', columns: COLUMNS, rows },
  ...more,
});
const done = (at: number, approver = '何长青'): Register['rows'][number] =>
  rowOf(`源政办〔2026〕${at}号`, `关于第${at}件事的通知`, approver, '已归档');
const some = (from: number, count: number): Register['rows'] =>
  Array.from({ length: count }, (_, at) => done(from + at));

let runs = 0;
const collect = (register: Register, before?: CheckedRegister): CheckedRegister => {
  runs += 1;
  const options = { today: TODAY, catalogue: catalogueFrom([]), runId: `run ${runs}`, at: `${TODAY}T00:00:00Z` };
  return collectRegister(register, before, options);
};
const readOf = ({ read, rows }: CheckedRegister): unknown => [read.map(({ page }) => page), rows.length];

describe('pages of one register', () => {
  it('collect, each row once, and only the rows of the page that is shown have a place', () => {
    const first = collect(pageOf(some(1, 5), { page: 1, total: 10 }));
    const second = collect(pageOf(some(5, 6), { page: 2, total: 10 }), first);
    expect(readOf(second)).toEqual([[1, 2], 10]);
    expect(second.rows.filter((row) => row.source !== undefined)).toHaveLength(6);
    const again = collect(pageOf(some(1, 5), { page: 1, total: 10 }), second);
    expect(readOf(again)).toEqual([[1, 2], 10]);
    expect(again.rows.filter((row) => row.source !== undefined)).toHaveLength(5);
  });

  it('are told apart without a number on them: by the rows that stood there before', () => {
    const first = collect(pageOf(some(1, 5)));
    const second = collect(pageOf(some(6, 5)), first);
    const back = collect(pageOf(some(1, 5)), second);
    expect([readOf(first), readOf(second), readOf(back)]).toEqual([
      [[1], 5],
      [[1, 2], 10],
      [[1, 2], 10],
    ]);
    // A list that grows when it is scrolled is one page.
    expect(readOf(collect(pageOf(some(1, 9)), first))).toEqual([[1], 9]);
  });

  it('let the newest reading of a row win', () => {
    const open = rowOf('源政办〔2026〕1号', '关于第1件事的通知', '', '审核中');
    const before = collect(pageOf([open, ...some(2, 4)], { page: 1 }));
    const after = collect(pageOf(some(1, 5), { page: 1 }), before);
    expect(after.rows.map(({ stage }) => stage)).toEqual(Array(5).fill('archived'));
  });

  it('find a number that stands on two pages, and lose it again when it is put right', () => {
    const first = collect(pageOf(some(1, 5), { page: 1 }));
    const other = rowOf('源政办〔2026〕3号', '关于别的事的函', '何长青', '已归档');
    const second = collect(pageOf([...some(6, 5), other], { page: 2 }), first);
    const told = second.rows.flatMap(({ findings }) => findings.map(({ rule, message }) => `${rule} ${message}`));
    expect(told).toEqual([expect.stringContaining('（第2页第6行）'), expect.stringContaining('（第1页第3行）')]);
    const right = rowOf('源政办〔2026〕12号', '关于别的事的函', '何长青', '已归档');
    const later = collect(pageOf([...some(6, 5), right], { page: 2 }), second);
    // The row under its old number was read once and stands as it was read.
    expect(later.rows).toHaveLength(12);
    expect(tallyOfRegister(collect(pageOf([...some(6, 5), right], { page: 2 }), first)).must).toBe(0);
  });

  it('begin anew with another address, other columns, another name and another choice', () => {
    const first = collect(pageOf(some(1, 5), { page: 1, total: 120 }));
    const next = some(6, 5);
    for (const more of [
      { place: 'http://oa.example/other' },
      { name: '收文登记' },
      { columns: COLUMNS.with(3, { label: '环节' }) },
      { total: 20 },
    ] satisfies Partial<Register>[])
      expect(readOf(collect(pageOf(next, { page: 2, total: 120, ...more }), first)), JSON.stringify(more)).toEqual([
        [2],
        5,
      ]);
    expect(readOf(collect(pageOf(next, { page: 2, total: 121 }), first))).toEqual([[1, 2], 10]);
  });

  it('are no more than so many rows, and it is said', () => {
    const first = collect(pageOf([done(1)], { page: 1 }));
    const [row] = first.rows;
    const full = { ...first, rows: Array.from({ length: MOST_ROWS }, (_, at) => ({ ...row, key: `${at}` })) };
    const next = collect(pageOf(some(2, 3), { page: 2 }), full as CheckedRegister);
    expect([next.rows.length, next.full, first.full]).toEqual([MOST_ROWS, true, undefined]);
  });
});

describe('what a row may be blamed for', () => {
  const tally = (rows: Register['rows'], more: Partial<Register> = {}): number =>
    tallyOfRegister(collect(pageOf(rows, more))).must;

  it('is an empty cell of a finished row, where the column is in use', () => {
    expect(tally([...some(1, 4), done(5, '')])).toBe(1);
    // Seldom filled: it is not kept here.
    expect(tally([done(1), done(2, ''), done(3, ''), done(4, ''), done(5, '')])).toBe(0);
    // Nobody forgot what was struck out.
    expect(tally([...some(1, 4), done(5, '—')])).toBe(0);
  });

  it('is nothing that is still to come, or of which nobody knows how far it is', () => {
    for (const state of ['审核中', '草稿', '', '正常'])
      expect(tally([...some(1, 4), rowOf('', '关于某事的通知', '', state)]), state).toBe(0);
  });

  it('is nothing that most rows show: then the column means something else', () => {
    const columns = [...COLUMNS, { label: '签发日期', role: 'approvedOn' }] satisfies Register['columns'];
    const planned = some(1, 6).map((row) => ({
      ...row,
      cells: [...row.cells, '2027-01-05'],
      places: [...row.places, source],
    }));
    expect(tally(planned, { columns })).toBe(0);
    const [one, ...others] = planned;
    const past = others.map((row) => ({ ...row, cells: row.cells.with(4, '2026-01-05') }));
    expect(tally(one ? [one, ...past] : [], { columns })).toBe(1);
  });

  it('of a mark of secrecy keeps nothing, wherever it stands', () => {
    const columns = [...COLUMNS, { label: '密级', role: 'secrecy' }] satisfies Register['columns'];
    const marked = (title: string, mark: string): Register['rows'][number] =>
      rowOf('源政〔2026〕9号', title, '何长青', '已归档', mark);
    for (const row of [marked('关于某事的通知', '机密'), marked('关于某事的通知 秘密★5年', ''), marked('绝密', '')]) {
      const register = collect(pageOf([row], { columns }));
      expect(tallyOfRegister(register)).toMatchObject({ rows: 0, leftOut: 1 });
      expect(JSON.stringify(register)).not.toMatch(/某事|9号/);
    }
    expect(collect(pageOf([marked('关于某事的通知', '内部')], { columns })).askBeforeKeeping?.why).toBe('internal');
  });
});
