import { basename } from 'node:path';
import { ProblemError } from '../base/problems.ts';
import { tellCatalogueRemark } from '../exports/changes-words.ts';
import { openSheets } from '../files/sheets/open.ts';
import type { CataloguePack } from '../standards/catalogue.ts';
import { type CatalogueFile, readCatalogueFile, tableAbout } from '../unit/catalogue-file.ts';
import { readBytes } from './disk.ts';
import { progressOn } from './progress.ts';
import { WORDS } from './words.ts';

/** The catalogue in a file, with what is not taken of it; of a table it is today's. @throws ProblemError as the readers do */
export async function readPack(file: string, today: string): Promise<CatalogueFile> {
  const name = basename(file);
  const told = progressOn('rows', WORDS.readingRows);
  return readCatalogueFile({ name, bytes: readBytes(file) }, tableAbout(name, today), openSheets, told);
}

/** The catalogue in a file of which every row is good. @throws ProblemError also `catalogue-invalid` for the first that is not */
export async function wholePack(file: string, today: string): Promise<CataloguePack> {
  const { pack, lost, remarks } = await readPack(file, today);
  if (lost === 0) return pack;
  const first = remarks.find((one) => 'member' in one || (one.what === 'lost' && one.row > 0));
  throw new ProblemError('catalogue-invalid', {
    path: basename(file),
    why: first === undefined ? '' : tellCatalogueRemark(first).replace(/。$/u, ''),
  });
}
