import { beforeEach, expect, it } from 'vitest';
import { evidenceDraft } from '../../core/evidence/evidence.ts';
import { openSheets } from '../../core/files/sheets/open.ts';
import { blocksFrom, documentFrom } from '../../core/rules/testing.ts';
import { parseCatalogue } from '../../core/standards/parse.ts';
import { cataloguePack, catalogueRow } from '../../core/standards/testing.ts';
import { catalogueFromTables } from '../../core/unit/catalogue-table.ts';
import type { UnitProfile } from '../../core/unit/profile.ts';
import { keepCatalogue } from '../storage/catalogues.ts';
import { openDatabase } from '../storage/database.ts';
import { createLedgerReader } from '../storage/ledger-reader.ts';
import { createLedgerWriter } from '../storage/ledger-writer.ts';
import { emptyStorage } from '../storage/testing.ts';
import { createCatalogueWork } from './catalogues.ts';

const NOW = () => new Date('2026-11-28T02:00:00.000Z');
const opening = () => {
  const opened = openDatabase();
  const keep = (title: string, text: string) =>
    createLedgerWriter(() => opened, undefined, NOW).append(
      evidenceDraft(documentFrom({ title, blocks: blocksFrom([text]) }), undefined, {
        ...{ actor: '综合窗口1', capturedAt: NOW().toISOString(), indicators: [] },
      }),
    );
  return {
    keep,
    work: createCatalogueWork(
      createLedgerReader(() => opened),
      NOW,
    ),
  };
};
const TITLE = '政务服务中心服务现场管理规范';
const FROM = { importedAt: '2026-11-27T02:00:00.000Z' };
const HEAD = '标准号,标准名称,状态,发布日期,实施日期,废止日期,代替标准号,是否核对过';
const csv = (...rows: string[]): Blob => new Blob([[HEAD, ...rows].join('\n')]);
const unit: UnitProfile = {
  schema: 'duibiao/unit@1',
  name: '源潭镇便民服务中心',
  people: [],
  services: [
    { name: '临时救助', standards: ['GB/T 36112'] },
    { name: '残疾人证办理', standards: ['GB/T 36113—2018'] },
  ],
  standards: [{ designation: 'GB/T 36112—2018', title: TITLE }],
};
const NEWER = csv(
  'GB/T 36112-2026,政务服务中心服务现场管理规范,现行,2026-03-01,2026-10-01,,GB/T 36112-2018,是',
  'GB/T 36112-2018,政务服务中心服务现场管理规范,被代替,2018-03-15,2018-07-01,2026-10-01,,是',
  'GB/T 36ll3-2018,甲,现行,,,,,',
);

beforeEach(emptyStorage);

it('says what a table would change and what of ours that touches; nothing is kept, and its good rows can be', async () => {
  const { keep, work } = opening();
  await keep('关于大厅分区的通知', '按GB/T 36112-2018分区，按GB/T 36113—2018处理投诉。');
  const { pack, ...preview } = await work.previewCatalogue(NEWER, '新目录.csv');
  expect(preview).toMatchObject({
    from: 'table',
    head: { id: '新目录', issuedOn: '2026-11-28', lapsesOn: '2027-11-28' },
    ...{ source: '新目录.csv', rows: 2, unconfirmed: 0, lost: 1 },
    remarks: { lost: { count: 1, first: [expect.stringContaining('第 4 行：标准号“GB/T 36ll3-2018”里有写错的字符')] } },
  });
  expect(preview.earlier).toBeUndefined();
  const { status, gone, ...others } = preview.changes;
  expect([status, others.new].map(({ count, first }) => [count, first.map(({ designation }) => designation)])).toEqual([
    [1, ['GB/T 36112—2018']],
    [1, ['GB/T 36112—2026']],
  ]);
  expect(gone.count).toBe(0);
  const touched = await work.catalogueTouches(pack, unit);
  const REPLACED = 'GB/T 36112—2018已被GB/T 36112—2026代替（2026-10-01起）。';
  expect(touched.lines).toEqual({
    count: 2,
    first: [
      `标准明细表“${TITLE}”：${REPLACED}不涉及具体条款，可以改为不注日期引用GB/T 36112。`,
      expect.stringMatching(/^文件“.*关于大厅分区的通知.*”：.*请看引用的是不是具体条款/),
    ],
  });
  expect(touched.tasks).toMatchObject([
    { place: 'register', name: TITLE, source: '标准目录“新目录”（截至 2026-11-28）' },
    { place: 'document', at: { sequence: 1 } },
  ]);
  // A service that names no edition goes by the newer one: nothing to do.
  expect(touched.settled).toHaveLength(1);
  expect(await work.catalogues()).toMatchObject({ builtIn: { issuedOn: '2026-11-01' }, kept: [] });
  const kept = await keepCatalogue(parseCatalogue(JSON.parse(await pack.text())), { name: '新目录.csv', ...FROM });
  expect(await work.catalogues()).toMatchObject({ kept: [kept] });

  // Taken away, all that is over.
  expect(await work.settledWithout('新目录', unit)).toHaveLength(3);

  // The very same again, told as that; nothing of ours is touched.
  const again = await work.previewCatalogue(NEWER, '新目录.csv');
  expect(again.earlier).toMatchObject({ id: '新目录', same: true });
  expect(Object.values(again.changes).map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(await work.catalogueTouches(again.pack, unit)).toEqual({
    lines: { count: 0, first: [] },
    ...{ tasks: [], settled: [] },
  });
  // An older one in its stead takes back what only it said.
  const about = { id: '新目录', issuedOn: '2026-06-01', source: '公开页' };
  const older = await work.previewCatalogue(csv('GB/T 5—2020,乙,现行,,2020-01-01,,,'), '旧目录.csv', about);
  expect(older.earlier).toMatchObject({ issuedOn: '2026-11-28', same: false });
  expect(older.head).toMatchObject({ id: '新目录', issuedOn: '2026-06-01' });
  expect(older.changes.gone.first.map(({ designation }) => designation)).toEqual(['GB/T 36112—2026']);
  expect(older.unconfirmed).toBe(1);
});

it('counts all, and hands out the first of many', async () => {
  const rows = Array.from({ length: 1_000 }, (_, at) => catalogueRow(`GB/T ${90_000 + at}—2020`));
  const broken = Array.from({ length: 300 }, () => ({ designation: '甲' }));
  const json = JSON.stringify({ ...cataloguePack(rows), rows: [...rows, ...broken] });
  const { work } = opening();
  const read: [number, number][] = [];
  const { changes, remarks, ...preview } = await work.previewCatalogue(
    new Blob([json]),
    '目录.json',
    undefined,
    (done, of) => read.push([done, of]),
  );
  expect(read).toEqual([
    [1_000, 1_300],
    [1_300, 1_300],
  ]);
  expect([preview.rows, preview.lost, preview.from]).toEqual([1_000, 300, 'pack']);
  expect([remarks.lost.count, remarks.lost.first.length]).toEqual([300, 200]);
  expect([changes.new.count, changes.new.first.length]).toEqual([1_000, 200]);
});

it.each([
  ['坏的.json', '{', '不是 JSON 文件'],
  ['以后的.json', '{"schema":"duibiao/catalogue@2"}', '请先更新“对标”'],
  ['别的.json', '{"schema":"duibiao/unit@1"}', '这一项不对'],
  ['改了名的.xlsx', '\u00d0\u00cf\u0011\u00e0', '改了名的.xlsx'],
  ['菜单.csv', '菜名,价格\n面,10', '没有读到标准'],
])('%s has its sentence', async (name, content, sentence) => {
  const bytes = new Blob([Buffer.from(content, name.endsWith('.xlsx') ? 'latin1' : 'utf8')]);
  await expect(opening().work.previewCatalogue(bytes, name)).rejects.toThrow(sentence);
});

it('hands out a workbook to fill in; its example is no row', async () => {
  const { name, content } = await opening().work.catalogueTemplate();
  const sheets = await openSheets({ name, bytes: new Uint8Array(await content.arrayBuffer()) });
  const { pack, lost, unknown } = catalogueFromTables(sheets, {
    ...{ id: '1', version: '1', issuedOn: '2026-11-28', lapsesOn: '2027-11-28', source: name },
  });
  expect([pack.rows, lost, unknown]).toEqual([[], 0, []]);
});
