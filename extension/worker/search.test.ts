import { beforeEach, describe, expect, it } from 'vitest';
import { paperDraft } from '../../core/evidence/entered.ts';
import { sampleNote } from '../../core/ledger/testing.ts';
import { BUILT_IN_CATALOGUE } from '../../core/standards/pack.ts';
import { cataloguePack, catalogueRow } from '../../core/standards/testing.ts';
import { SAMPLE_UNIT } from '../../core/unit/sample.ts';
import { keepCatalogue } from '../storage/catalogues.ts';
import { openDatabase } from '../storage/database.ts';
import { createLedgerReader } from '../storage/ledger-reader.ts';
import { createLedgerWriter, type LedgerWriter } from '../storage/ledger-writer.ts';
import type { Database } from '../storage/schema.ts';
import { emptyStorage } from '../storage/testing.ts';
import { createSearchWork, type FoundEverywhere } from './search.ts';

const NOW = () => new Date('2026-11-28T02:00:00.000Z');
const BY = { actor: '综合窗口1', capturedAt: NOW().toISOString() };
const PAPER = { factOn: '', indicators: [], cabinet: '3号柜', box: '', stub: '' };

let connect: () => Promise<Database>;
let writer: LedgerWriter;
beforeEach(() => {
  emptyStorage();
  const opened = openDatabase();
  connect = () => opened;
  writer = createLedgerWriter(connect, undefined, NOW);
});
const work = () => createSearchWork(createLedgerReader(connect), NOW);
const keep = (title: string, remark = '') => writer.append(paperDraft({ ...PAPER, title, remark }, BY));
const subjects = (found: FoundEverywhere | undefined) => found?.evidence.items.map(({ entry }) => entry.subject);

describe('words over everything', () => {
  it('find what the unit has, what is kept, and the catalogue', async () => {
    await keep('临时救助公示照片');
    await writer.append(sampleNote(2));
    const search = work();
    await search.searchFor(SAMPLE_UNIT);
    const found = await search.everywhere('lsjz', 5);
    expect(found?.services.items).toMatchObject([{ item: { name: '临时救助申请' }, at: 0 }]);
    expect(found?.register.items).toMatchObject([{ designation: 'Q/MMZ 101—2024', answer: { status: 'current' } }]);
    expect(subjects(found)).toEqual([expect.stringContaining('临时救助公示照片')]);
    expect((await search.everywhere('24421', 5))?.standards.count).toBeGreaterThan(5);
    await search.searchFor(undefined);
    expect((await search.everywhere('lsjz', 5))?.services.count).toBe(0);
  });

  it('find a kept document by a number, however either is written', async () => {
    await keep('标准宣贯会签到表', '学习 GB/T 24421.2-2009 和别的');
    for (const words of ['GB/T24421.2—2009', 'gbt 24421.2', ' 24421.2 '])
      expect(subjects(await work().everywhere(words, 5))).toHaveLength(1);
    expect(subjects(await work().everywhere('GB/T 24421.3', 5))).toEqual([]);
  });

  it('forgive a wrong character where nothing has the words', async () => {
    await keep('窗口值班安排');
    const search = work();
    await search.searchFor(SAMPLE_UNIT);
    const near = await search.everywhere('窗口值斑安排', 5);
    expect(near?.evidence).toMatchObject({ count: 1, near: true });
    // One list has the words: nothing is guessed in the others.
    await search.searchFor({ ...SAMPLE_UNIT, services: [{ name: '窗口值班安排表', standards: [] }] });
    expect(await search.everywhere('窗口值班安排', 5)).toMatchObject({
      evidence: { count: 1, near: false },
      services: { count: 1, near: false },
    });
    expect(await search.everywhere('窗口值班安排表', 5)).toMatchObject({
      evidence: { count: 0 },
      services: { count: 1 },
    });
    expect(await search.everywhere(' ', 5)).toMatchObject({ evidence: { count: 0 }, more: false });
  });

  it('give the first, and count no further than needed', async () => {
    for (let number = 0; number < 210; number += 1) await keep(`值班表 ${number}`);
    const found = await work().everywhere('值班', 3);
    expect(found).toMatchObject({ evidence: { count: 200 }, more: true });
    expect(subjects(found)?.[0]).toContain('值班表 209');
    expect(await work().everywhere('值班表 13', 3)).toMatchObject({ more: false });
  });

  it('answer the newest question alone', async () => {
    const search = work();
    const [first, second, list, newer] = await Promise.all([
      search.everywhere('政', 5),
      search.everywhere('政务', 5),
      search.standards({ words: '政', scope: 'all', on: '2026-11-28' }, 5),
      search.standards({ words: '政务', scope: 'all', on: '2026-11-28' }, 5),
    ]);
    expect([first, list]).toEqual([undefined, undefined]);
    expect(second?.standards.count).toBeGreaterThan(0);
    expect(newer?.count).toBeGreaterThan(0);
  });
});

describe('standards', () => {
  it('are looked for in all that is in use, and it is told what that is', async () => {
    const question = { words: 'zwfw', scope: 'all', on: '2026-11-28' } as const;
    const before = await work().standards(question, 300);
    expect(before?.catalogue).toMatchObject({ count: BUILT_IN_CATALOGUE.rows.length, imported: 0 });
    const row = { ...catalogueRow('GB/T 99999—2020'), title: '政务服务驿站建设指南' };
    await keepCatalogue(cataloguePack([row], { id: 'own' }), { name: '目录.xlsx', importedAt: NOW().toISOString() });
    const after = await work().standards(question, 300);
    expect(after?.count).toBe((before?.count ?? 0) + 1);
    expect(after?.catalogue).toMatchObject({ count: BUILT_IN_CATALOGUE.rows.length + 1, imported: 1 });
    expect((await work().everywhere('驿站', 5))?.standards.items).toMatchObject([{ designation: 'GB/T 99999—2020' }]);
  });
});
