import { expect, test } from 'vitest';
import { cataloguePack, catalogueRow } from '../standards/testing.ts';
import { sheetOf } from '../tables/testing.ts';
import { readCatalogueFile, tableAbout } from './catalogue-file.ts';

const ABOUT = tableAbout('国标目录.xlsx', '2026-11-28');
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const noSheets = () => Promise.reject(new Error('no workbook'));
const readJson = (json: unknown, name = '目录.JSON') =>
  readCatalogueFile({ name, bytes: bytesOf(typeof json === 'string' ? json : JSON.stringify(json)) }, ABOUT, noSheets);

test('a table is called like its file and is of today, and holds for a year, until somebody says otherwise', async () => {
  expect(ABOUT).toEqual({ id: '国标目录', issuedOn: '2026-11-28', source: '国标目录.xlsx' });
  expect(tableAbout('.csv', '2026-11-28').id).toBe('.csv');
  const sheet = sheetOf([
    ['标准号', '标准名称', '来源', '是否核对过', '别的'],
    ['GB/T 1.1—2020', '甲', '', '是', ''],
    ['GB/T 1.2', '乙', '', '', ''],
  ]);
  const read = async (about = ABOUT) =>
    readCatalogueFile({ name: '国标目录.xlsx', bytes: new Uint8Array() }, about, async () => [sheet]);
  const { pack, ...rest } = await read();
  expect(pack).toMatchObject({ id: '国标目录', version: '2026-11-28', issuedOn: '2026-11-28', lapsesOn: '2027-11-28' });
  expect(pack.rows).toMatchObject([{ source: '国标目录.xlsx', checkedOn: '2026-11-28', verified: true }]);
  expect(rest).toMatchObject({ from: 'table', lost: 1, unknown: ['别的'] });
  const said = await read({ id: '国标', issuedOn: '2026-06-01', source: '标准信息公共服务平台' });
  expect(said.pack).toMatchObject({ id: '国标', issuedOn: '2026-06-01', lapsesOn: '2027-06-01' });
  expect(said.pack.rows).toMatchObject([{ source: '标准信息公共服务平台', checkedOn: '2026-06-01' }]);
});

test('a pack tells itself what it is, and a broken row of it is named', async () => {
  const good = cataloguePack([catalogueRow('GB/T 1.1—2020')]);
  expect(await readJson(good)).toEqual({ pack: good, from: 'pack', lost: 0, remarks: [], unknown: [] });
  const broken = await readJson({ ...good, rows: [...good.rows, { designation: 'GB/T 2' }] });
  expect(broken).toMatchObject({ pack: good, lost: 1, remarks: [{ row: 2, designation: 'GB/T 2' }] });
});

test.each([
  ['no JSON', '{', '不是 JSON 文件'],
  ['another schema', { schema: 'duibiao/unit@1' }, '这一项不对'],
  ['a later version', { schema: 'duibiao/catalogue@2' }, '请先更新“对标”'],
])('%s has its sentence', async (_what, json, sentence) => {
  await expect(readJson(json)).rejects.toThrow(sentence);
});

test('a workbook without such a table has its sentence, and so has one that is none', async () => {
  const read = (sheets: () => Promise<ReturnType<typeof sheetOf>[]>) =>
    readCatalogueFile({ name: '菜单.xlsx', bytes: new Uint8Array() }, ABOUT, sheets);
  await expect(read(async () => [sheetOf([['菜名'], ['面']])])).rejects.toThrow('没有读到标准');
  await expect(read(noSheets)).rejects.toThrow('no workbook');
});
