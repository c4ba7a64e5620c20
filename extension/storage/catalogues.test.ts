import { beforeEach, expect, it } from 'vitest';
import { BUILT_IN_CATALOGUE } from '../../core/standards/pack.ts';
import { statusOn } from '../../core/standards/status.ts';
import { cataloguePack, catalogueRow } from '../../core/standards/testing.ts';
import { catalogueInUse, dropCatalogue, keepCatalogue, keptCatalogues } from './catalogues.ts';
import { emptyStorage } from './testing.ts';

const FROM = { name: '目录.xlsx', importedAt: '2026-11-28T02:00:00.000Z' };
const NUMBER = 'GB/T 99999—2020';
const pack = cataloguePack([catalogueRow(NUMBER)], { id: 'own', issuedOn: '2026-11-20' });

beforeEach(emptyStorage);

it('makes no database where nothing was imported', async () => {
  expect(await keptCatalogues()).toEqual([]);
  expect(await catalogueInUse()).toBe(BUILT_IN_CATALOGUE);
  expect(await indexedDB.databases()).toEqual([]);
});

it('joins what was imported to what comes with the tool, and forgets it when it is taken away', async () => {
  const kept = await keepCatalogue(pack, FROM);
  expect(kept).toMatchObject({ id: 'own', rows: 1, name: '目录.xlsx' });
  expect(await keptCatalogues()).toEqual([kept]);
  const inUse = await catalogueInUse();
  expect(statusOn(inUse, NUMBER, '2026-11-28').status).toBe('current');
  expect(statusOn(inUse, 'GB/T 24421.2—2009', '2026-11-28').status).toBe('replaced');
  expect(await catalogueInUse()).toBe(inUse);
  await dropCatalogue('own');
  expect(statusOn(await catalogueInUse(), NUMBER, '2026-11-28').status).toBe('not-in-catalogue');
});

it('keeps one pack of an id', async () => {
  await keepCatalogue(pack, FROM);
  await keepCatalogue({ ...pack, version: '2', rows: [] }, FROM);
  expect(await keptCatalogues()).toMatchObject([{ version: '2', rows: 0 }]);
});

it('refuses more than it can hold, and changes nothing', async () => {
  for (let number = 0; number < 20; number += 1) await keepCatalogue({ ...pack, id: `own-${number}` }, FROM);
  await expect(keepCatalogue({ ...pack, id: 'more' }, FROM)).rejects.toThrow('最多存 20 份');
  await expect(keepCatalogue({ ...pack, id: 'own-3', version: '2' }, FROM)).resolves.toMatchObject({ version: '2' });
  expect(await keptCatalogues()).toHaveLength(20);
});
