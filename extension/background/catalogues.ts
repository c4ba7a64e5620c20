import { ProblemError } from '../../core/base/problems.ts';
import { LIMITS } from '../../core/files/limits.ts';
import type { CataloguePack, KeptCatalogue } from '../../core/standards/catalogue.ts';
import { catalogueJson, parseCatalogue } from '../../core/standards/parse.ts';
import { browser } from '../browser.ts';
import { catalogueInUse, dropCatalogue, keepCatalogue } from '../storage/catalogues.ts';

/** Pages hear by it that other packs are kept: a database tells nobody. */
const STAMP = 'cataloguesChanged';
async function changed(): Promise<void> {
  inUse = undefined;
  await browser.storage.local.set({ [STAMP]: crypto.randomUUID() });
}

let inUse: Promise<CataloguePack> | undefined;

/** The catalogue that documents are judged by. Nobody else changes it: it is read once. */
export const catalogueHere = (): Promise<CataloguePack> => {
  inUse ??= catalogueInUse();
  return inUse;
};

/**
 * Keeps a pack of which every row is good: the worker read it, and the person saw it.
 * @throws ProblemError what `parseCatalogue` and `keepCatalogue` throw, `file-too-large`; then nothing is changed
 */
export async function importCatalogue(file: Blob, name: string): Promise<KeptCatalogue> {
  const [size, limit] = [Math.ceil(file.size / 1e6), LIMITS.file.size / 1e6];
  if (size > limit) throw new ProblemError('file-too-large', { name, size, limit });
  const pack = parseCatalogue(catalogueJson(await file.text(), name));
  const kept = await keepCatalogue(pack, { name, importedAt: new Date().toISOString() });
  await changed();
  return kept;
}

/** Takes a kept pack away. */
export async function removeCatalogue(id: string): Promise<void> {
  await dropCatalogue(id);
  await changed();
}
