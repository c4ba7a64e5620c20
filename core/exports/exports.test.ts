import { describe, expect, it } from 'vitest';
import { fc } from '../base/testing.ts';
import { evaluate } from '../evaluation/evaluate.ts';
import type { OpenLoop } from '../evaluation/loops/open-loops.ts';
import { ratingsOf } from '../evaluation/ratings.ts';
import { PILOT_SCORECARD } from '../evaluation/scorecard.ts';
import { entryNames, openArchive } from '../files/containers/zip.ts';
import { openPage } from '../files/html/saved-page.ts';
import type { EntryDraft } from '../ledger/entry.ts';
import { sampleLedger, sampleNote } from '../ledger/testing.ts';
import type { ExportAbout } from './about.ts';
import { ledgerWorkbook } from './ledger-xlsx.ts';
import { escapeMarkup } from './markup.ts';
import { scoreHtml } from './score-html.ts';
import { scoreWorkbook } from './score-xlsx.ts';
import { readWorkbook, type TableRow, writeWorkbook } from './xlsx.ts';

const HOSTILE = '<script>alert(1)</script>=cmd|"/c calc"!A1 & \'x\'';
const evidence: EntryDraft = {
  ...sampleNote(1),
  kind: 'evidence',
  factOn: '2025-03-01',
  indicators: ['C1', 'C3'],
  subject: HOSTILE,
  payload: {
    document: { uri: 'a', sha256: '', key: '', kind: 'official', kindWord: '', stage: '', title: '', reader: '' },
    fields: [],
    trail: [],
    attachments: [],
    notRead: [],
    place: '1柜3盒',
  },
};
const rating = (indicator: string, score: number): EntryDraft => ({
  ...sampleNote(1),
  kind: 'rating',
  payload: { scorecard: PILOT_SCORECARD.id, indicator, score, reason: HOSTILE },
});

async function sample(drafts: EntryDraft[] = [evidence, rating('C1', 1.5), rating('C2', 1)]) {
  const store = await sampleLedger(0, drafts);
  const records = store.records();
  const about: ExportAbout = { unit: '青禾镇便民服务中心', createdAt: '2026-03-02T01:00:00.000Z', head: store.head() };
  return { records, about, sheet: evaluate(PILOT_SCORECARD, records, ratingsOf(records, PILOT_SCORECARD)) };
}
const text = (rows: unknown[][]): string => rows.map((row) => row.join('\t')).join('\n');

describe('writeWorkbook', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '=cmd|"/c calc"!A1', '=HYPERLINK("http://a.example")'])(
    'keeps %j as text',
    async (value) => {
      const bytes = await writeWorkbook([{ name: 'a', widths: [10], rows: [{ tone: 'plain', cells: [value] }] }], {
        title: '',
        createdAt: '2026-01-01T00:00:00Z',
      });
      const archive = openArchive(bytes, 'a.xlsx');
      const parts = entryNames(bytes).map((name) => [name, new TextDecoder().decode(archive.read(name))] as const);
      const sheet = parts.find(([name]) => name.endsWith('sheet1.xml'))?.[1] ?? '';
      expect(sheet).toMatch(/<c [^>]*t="(?:s|inlineStr|str)"/);
      for (const [, part] of parts) expect(part).not.toMatch(/<f[ >]/);
      expect(String((await readWorkbook(bytes))[0]?.rows[0]?.[0]).trim()).toBe(value.trim());
    },
  );

  it('gives back every text and number that was put in', async () => {
    const cell = fc.oneof(
      fc
        .string({ unit: fc.constantFrom(...'甲乙=+-@<>&"\'[]a1 𠮷'.split('')), minLength: 1, maxLength: 12 })
        .filter((value) => value.trim() === value && value !== ''),
      fc.integer({ min: -1_000_000, max: 1_000_000 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        async (cells) => {
          const rows = cells.map((row) => ({ tone: 'plain' as const, cells: row }));
          const bytes = await writeWorkbook([{ name: '表', widths: [10], rows }], {
            title: '',
            createdAt: '2026-01-01T00:00:00Z',
          });
          const read = (await readWorkbook(bytes))[0]?.rows ?? [];
          const wellFormed = (value: string | number) =>
            typeof value === 'string' ? value.replace(/\p{Cs}/gu, '') : value;
          expect(cells.map((row, line) => row.map((_, column) => read[line]?.[column] ?? ''))).toEqual(
            cells.map((row) => row.map(wellFormed)),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it('survives characters that the format cannot hold', async () => {
    const bytes = await writeWorkbook(
      [
        {
          name: '[a]/*?:\\',
          widths: [1],
          rows: [{ tone: 'plain', cells: ['a\u0000\u0008b\uFFFF\uD800c', 'x'.repeat(40_000)] }],
        },
      ],
      { title: '', createdAt: '2026-01-01T00:00:00Z' },
    );
    const [sheet] = await readWorkbook(bytes);
    expect(sheet?.rows[0]?.[0]).toBe('abc');
    expect(String(sheet?.rows[0]?.[1])).toHaveLength(32_767);
  });
});

describe('ledgerWorkbook', () => {
  it('lists every entry with its days, place and hash, and the head', async () => {
    const { records, about } = await sample();
    const [sheet] = await readWorkbook(await ledgerWorkbook(records, about));
    const all = text(sheet?.rows ?? []);
    for (const { entry } of records) expect(all).toContain(entry.hash);
    expect(all).toContain(`末条指纹：${about.head.hash}`);
    expect(sheet?.rows.find((row) => row[0] === 1)).toEqual([
      1,
      '证据',
      HOSTILE,
      '',
      'C1、C3',
      '2025-03-01',
      '2026-03-02 09:00',
      '2026-03-02 09:01',
      366,
      '综合窗口1',
      '1柜3盒',
      records[0]?.entry.hash,
    ]);
  });

  it('tells on a sheet of its own what is not closed, where that was looked for', async () => {
    const { records, about } = await sample();
    const sheets = async (loops?: OpenLoop[]) => readWorkbook(await ledgerWorkbook(records, about, undefined, loops));
    expect(await sheets()).toHaveLength(1);
    const place = { chain: records[0]?.entry.chain ?? '', sequence: 1 };
    const loop = { place, type: '培训计划', message: '=还没有培训记录。', who: '李明', due: '2026-03-31', maybe: [] };
    const [, open] = await sheets([loop]);
    expect(open?.name).toBe('没闭环的');
    expect(open?.rows.at(-1)).toEqual(['第 1 号', '培训计划', '=还没有培训记录。', '李明', '2026-03-31']);
    const [, none] = await sheets([]);
    expect(text(none?.rows ?? [])).toContain('没有。');
  });

  it('tells the state in which each was kept, and what later entries made of it', async () => {
    const keep = (subject: string): EntryDraft => ({ ...evidence, subject });
    const finding = {
      id: 'a',
      rule: 'a',
      reason: 'b',
      outcome: 'failed',
      severity: 'error',
      message: '审核人是空的。',
    };
    const check = {
      ...{ runId: 'r', at: '', today: '2026-03-02', rulePack: '1', catalogue: { version: '1', issuedOn: '' } },
      ...{ fingerprints: { document: '', unit: '', catalogue: '' }, summary: {}, findings: [finding, finding] },
    };
    const before: EntryDraft = { ...evidence, subject: '从前的', payload: { ...(evidence.payload as object), check } };
    const correct = (sequence: number, change: object): EntryDraft => ({
      ...sampleNote(1),
      kind: 'correction',
      subject: '更正',
      payload: { sequence, reason: '留错了', ...change },
    });
    const { records, about } = await sample([
      keep('通知（有 4 处必须改，1 处没读到）'),
      before,
      keep('清单'),
      correct(1, { withdrawn: true }),
      correct(2, { indicators: ['C4'] }),
      { ...sampleNote(1), subject: '备注', payload: { text: '补一句', about: 2 } },
    ]);
    const [sheet] = await readWorkbook(await ledgerWorkbook(records, about));
    const rows = sheet?.rows.filter((row) => typeof row[0] === 'number').map((row) => row.slice(2, 5));
    expect(rows).toEqual([
      ['通知', '已撤回（第 4 号）；有 4 处必须改，1 处没读到', 'C1、C3'],
      ['从前的', '指标改过（第 5 号）；另见第 6 号；有 2 处必须改', 'C4'],
      ['清单', '', 'C1、C3'],
      ['更正', '关于第 1 号', 'C2'],
      ['更正', '关于第 2 号', 'C2'],
      ['备注', '关于第 2 号', 'C2'],
    ]);
  });

  it('is the same to the byte for the same ledger', async () => {
    const { records, about } = await sample();
    expect(await ledgerWorkbook(records, about)).toEqual(await ledgerWorkbook(records, about));
  });
});

describe('scoreWorkbook', () => {
  it('has each item, the subtotals, the total of 40 and the evidence', async () => {
    const { sheet, about } = await sample();
    const [score, list] = await readWorkbook(await scoreWorkbook(sheet, about));
    const all = text(score?.rows ?? []);
    for (let number = 1; number <= 13; number += 1) expect(all).toContain(`C${number} `);
    expect(all).toContain('C13 至 C27（15 项） 未获原文');
    expect(score?.rows.find((row) => String(row[2]).startsWith('C1 '))).toMatchObject({
      4: 1.5,
      5: HOSTILE,
      6: '1 条：第 1 条',
      7: '有自报，有证据',
    });
    expect(all).toContain('合计（已获原文部分，40 分）');
    expect(all).toContain('自报且有证据 1.5 分，自报未附证据 1 分');
    expect(all.match(/未获原文/g)?.length).toBeGreaterThan(5);
    expect(all).not.toMatch(/[^.\d]0 [分项]/);
    expect(all).not.toMatch(/合格|及格|通过/);
    expect(all).toContain(about.head.hash);
    expect(list?.rows).toHaveLength(3);
    expect(all).not.toMatch(/\{\w+\}/);
  });
});

describe('an item without a text', () => {
  it('stands alone when there is something to say of it', async () => {
    const { sheet, about } = await sample([{ ...evidence, indicators: ['C20'] }, rating('C24', 1)]);
    const [score] = await readWorkbook(await scoreWorkbook(sheet, about));
    const names = (score?.rows ?? []).map((row) => String(row[2])).filter((name) => name.endsWith('未获原文'));
    expect(names).toEqual([
      'C13 至 C19（7 项） 未获原文',
      'C20 未获原文',
      'C21 至 C23（3 项） 未获原文',
      'C24 未获原文',
      'C25 至 C27（3 项） 未获原文',
    ]);
    const html = scoreHtml(sheet, about);
    for (const name of names) expect(html).toContain(name);
  });
});

describe('rows of a sheet', () => {
  const widths = [10, 20, 10];
  const sheetXml = async (rows: TableRow[]): Promise<string> => {
    const bytes = await writeWorkbook([{ name: '表', widths, rows }], { title: '', createdAt: '2026-01-01T00:00:00Z' });
    return new TextDecoder().decode(openArchive(bytes, 'a.xlsx').read('xl/worksheets/sheet1.xml'));
  };
  const heights = async (...rows: TableRow[]): Promise<number[]> =>
    [...(await sheetXml(rows)).matchAll(/<row [^>]*\bht="([\d.]+)"/g)].map(([, height]) => Number(height));

  it('are as high as their longest cell needs', async () => {
    const [one = 0, two = 0, lines = 0, wide = 0, cut = 0] = await heights(
      { tone: 'plain', cells: ['a', '一二三四五六七八九', null] },
      { tone: 'plain', cells: ['a', '一二三四五六七八九十一二', 'b'] },
      { tone: 'plain', cells: ['a', 'b\nc\nd', 'e'] },
      { tone: 'sum', cells: ['', '一二三四五六七八九十一二', ''], spans: [[1, 2]] },
      { tone: 'plain', cells: ['x'.repeat(30_000)] },
    );
    expect(two - one).toBe(16);
    expect(lines - one).toBe(32);
    expect(wide).toBe(one);
    expect(cut).toBe(409);
  });

  it('join the cells of a title, a remark and a span, and nothing else', async () => {
    const xml = await sheetXml([
      { tone: 'title', cells: ['a'] },
      { tone: 'remark', cells: ['b'] },
      { tone: 'plain', cells: ['c', 'd', 'e'] },
      { tone: 'sum', cells: ['', 'f', ''], spans: [[1, 2]] },
    ]);
    expect([...xml.matchAll(/<mergeCell ref="([^"]+)"/g)].map(([, cells]) => cells)).toEqual([
      'A1:C1',
      'A2:C2',
      'B4:C4',
    ]);
  });
});

describe('scoreHtml', () => {
  it('is one file without script or anything from outside, and escapes what was entered', async () => {
    const { sheet, about } = await sample();
    const html = scoreHtml(sheet, { ...about, unit: HOSTILE });
    expect(html).not.toMatch(/<script|javascript:|\son\w+=|src=|url\(|@import|https?:/i);
    expect(html).toContain(escapeMarkup(HOSTILE));
    expect(html).toContain('default-src &#39;none&#39;');
    expect(html).not.toMatch(/\{\w+\}|undefined|NaN|null/);
  });

  it('is well formed: every row of the table has eight columns', async () => {
    const { sheet, about } = await sample();
    const { document } = await openPage('a.html', new TextEncoder().encode(scoreHtml(sheet, about)), () => undefined);
    const rows = [...(document.querySelector('tbody')?.querySelectorAll('tr') ?? [])];
    const open: number[] = [];
    for (const row of rows) {
      const cells = [...row.querySelectorAll('td, th')] as HTMLTableCellElement[];
      const covered = open.filter((left) => left > 0).length;
      expect(covered + cells.reduce((sum, cell) => sum + cell.colSpan, 0), row.textContent ?? '').toBe(8);
      for (const [index, left] of open.entries()) open[index] = left - 1;
      for (const cell of cells)
        for (let span = 0; span < cell.colSpan; span += 1) if (cell.rowSpan > 1) open.push(cell.rowSpan - 1);
    }
    for (const link of document.querySelectorAll('a'))
      expect(document.querySelector(link.getAttribute('href') ?? '')).not.toBeNull();
  });

  it('says what the head hash proves, and what it does not', async () => {
    const { sheet, about } = await sample();
    const html = scoreHtml(sheet, about);
    expect(html).toContain(about.head.hash);
    expect(html).toContain('可察觉改动');
    expect(html).toContain('不证明记录的内容本身是真的');
    expect(html).toContain('事实日期与登记日期相差 366 天');
  });

  it('says so when the ledger is empty', async () => {
    const { sheet, about } = await sample([]);
    expect(scoreHtml(sheet, about)).toContain('证据库里还没有记录');
  });
});
