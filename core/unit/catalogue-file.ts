import { addMonths } from '../base/dates.ts';
import { ProblemError } from '../base/problems.ts';
import type { Progress } from '../base/progress.ts';
import { withoutEnding } from '../base/text.ts';
import type { CataloguePack } from '../standards/catalogue.ts';
import { catalogueJson, type RowFault, readCatalogue } from '../standards/parse.ts';
import type { TableRemark } from '../tables/read-table.ts';
import type { TableSheet } from '../tables/table-type.ts';
import { catalogueFromTables } from './catalogue-table.ts';

/** What a table of standards does not tell of itself, and somebody has to. */
export interface TableAbout {
  /** What the catalogue is called; it takes the place of an earlier one of this name. */
  id: string;
  /** ISO day up to which it is right. */
  issuedOn: string;
  /** Where the rows are from that do not say it themselves. */
  source: string;
}

/** What is said of a row that is not taken, or that a person should look at. */
export type CatalogueRemark = RowFault | TableRemark;

/** A catalogue in a file, before anything of it is used. */
export interface CatalogueFile {
  pack: CataloguePack;
  /** A pack tells what it is; a table had to be told. */
  from: 'pack' | 'table';
  /** Rows that are not in it; each has its sentence in `remarks`. */
  lost: number;
  remarks: readonly CatalogueRemark[];
  /** Heads of columns that were not read. */
  unknown: readonly string[];
}

/** Months for which a table holds: who made it looks again after a year. */
const HOLDS = 12;

/** What is taken for a table where nobody says it: called like its file, of today, and its own source. */
export const tableAbout = (name: string, today: string): TableAbout => ({
  id: withoutEnding(name) || name,
  issuedOn: today,
  source: name,
});

/**
 * A catalogue in a file: a pack where its name ends with .json, else the table of standards in a workbook.
 * @param openSheets reads the sheets of a workbook, whatever its format
 * @param told of the rows that were read
 * @throws ProblemError what `catalogueJson`, `readCatalogue` and `openSheets` throw; `catalogue-no-rows` for a workbook without
 *   a row that could be one
 */
export async function readCatalogueFile(
  { name, bytes }: { name: string; bytes: Uint8Array },
  about: TableAbout,
  openSheets: (file: { name: string; bytes: Uint8Array }) => Promise<readonly TableSheet[]>,
  told?: Progress,
): Promise<CatalogueFile> {
  if (/\.json$/iu.test(name)) {
    const { pack, faults } = readCatalogue(catalogueJson(new TextDecoder().decode(bytes), name), told);
    return { pack, from: 'pack', lost: faults.length, remarks: faults, unknown: [] };
  }
  const { id, issuedOn, source } = about;
  // In the order in which a pack is written: one and the same table has one digest.
  const head = { id, version: issuedOn, issuedOn, lapsesOn: addMonths(issuedOn, HOLDS) };
  const { pack, ...read } = catalogueFromTables(await openSheets({ name, bytes }), { ...head, source }, told);
  if (pack.rows.length === 0 && read.lost === 0) throw new ProblemError('catalogue-no-rows', { name });
  return { pack, from: 'table', ...read };
}
