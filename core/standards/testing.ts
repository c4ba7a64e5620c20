import type { CataloguePack, CatalogueRow } from './catalogue.ts';

/** A row of a catalogue, in force since 2010 and confirmed where nothing else is given. Imported by tests only. */
export const catalogueRow = (designation: string, more: Partial<CatalogueRow> = {}): CatalogueRow => ({
  designation,
  title: '某规范',
  effectiveOn: '2010-01-01',
  verified: true,
  source: '测试',
  checkedOn: '2026-01-01',
  ...more,
});

/** A pack of these rows that holds through 2026. Imported by tests only. */
export const cataloguePack = (rows: CatalogueRow[], more: Partial<CataloguePack> = {}): CataloguePack => ({
  schema: 'duibiao/catalogue@1',
  id: 'test',
  version: '1',
  issuedOn: '2026-01-01',
  lapsesOn: '2027-01-01',
  rows,
  ...more,
});
