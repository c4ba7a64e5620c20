import type { DBSchema } from 'idb';
import { ProblemError } from '../../core/base/problems.ts';
import { compareText } from '../../core/base/text.ts';
import type { CataloguePack, KeptCatalogue } from '../../core/standards/catalogue.ts';
import { digestOf, joinPacks } from '../../core/standards/join.ts';
import { BUILT_IN_CATALOGUE } from '../../core/standards/pack.ts';
import { whyFailed } from './database.ts';
import { databaseOf } from './with-database.ts';

/*
 * Catalogue packs that were imported on this computer. They have a database of their own: they are no evidence, stand in no
 * bundle, and can be imported again. Written by the background alone; read there and in the worker.
 */

interface CataloguesSchema extends DBSchema {
  about: { key: string; value: KeptCatalogue };
  packs: { key: string; value: CataloguePack };
}

const NAME = 'duibiao-catalogues';
/** Packs, and rows in all of them: twice all national, industry and local standards together. */
const MOST = { packs: 20, rows: 400_000 };

const withDatabase = databaseOf<CataloguesSchema>(NAME, (database) => {
  database.createObjectStore('about', { keyPath: 'id' });
  database.createObjectStore('packs', { keyPath: 'id' });
});

/** Who only reads makes no database: the browser's store is written to as seldom as can be. */
const isThere = async (): Promise<boolean> => (await indexedDB.databases()).some(({ name }) => name === NAME);

/** What is kept, in the order of the ids. Rejects with the database's own error. */
export const keptCatalogues = async (): Promise<KeptCatalogue[]> =>
  (await isThere()) ? withDatabase((opened) => opened.getAll('about')) : [];

/**
 * Keeps a pack in the stead of that with its id, in one step.
 * @throws ProblemError `catalogue-too-many`, `catalogue-not-kept`; then nothing is changed
 */
export async function keepCatalogue(
  pack: CataloguePack,
  from: Pick<KeptCatalogue, 'name' | 'importedAt'>,
): Promise<KeptCatalogue> {
  const { id, version, issuedOn, lapsesOn, rows } = pack;
  const digest = digestOf(pack);
  const about = { id, version, issuedOn, lapsesOn, ...from, rows: rows.length, digest };
  const kept = withDatabase(async (opened) => {
    const transaction = opened.transaction(['about', 'packs'], 'readwrite', { durability: 'strict' });
    const others = (await transaction.objectStore('about').getAll()).filter((one) => one.id !== id);
    const sum = others.reduce((all, one) => all + one.rows, rows.length);
    if (others.length >= MOST.packs || sum > MOST.rows) {
      transaction.abort();
      await transaction.done.catch(() => undefined);
      throw new ProblemError('catalogue-too-many', { limit: MOST.packs, rows: MOST.rows });
    }
    await transaction.objectStore('about').put(about);
    await transaction.objectStore('packs').put({ ...pack, digest });
    await transaction.done;
    return about;
  });
  return kept.catch((error: unknown) => {
    throw error instanceof ProblemError
      ? error
      : new ProblemError('catalogue-not-kept', { why: whyFailed(error) }, error);
  });
}

/** Takes a pack away. Rejects with the database's own error. */
export const dropCatalogue = (id: string): Promise<void> =>
  withDatabase(async (opened) => {
    const transaction = opened.transaction(['about', 'packs'], 'readwrite', { durability: 'strict' });
    await transaction.objectStore('about').delete(id);
    await transaction.objectStore('packs').delete(id);
    await transaction.done;
  });

let joined: { of: string; catalogue: CataloguePack } | undefined;

/**
 * The catalogue that standards are judged by: the one that comes with the tool, and all that were imported. Read anew only
 * when another is kept. Where the database gives nothing, the tool's own; the screen of the catalogues tells why.
 */
export async function catalogueInUse(): Promise<CataloguePack> {
  try {
    if (!(await isThere())) return BUILT_IN_CATALOGUE;
    return await withDatabase(async (opened) => {
      const of = (await opened.getAll('about')).map(({ digest }) => digest).join(' ');
      if (joined?.of !== of) {
        const packs = of === '' ? [] : await opened.getAll('packs');
        joined = { of, catalogue: joinPacks([BUILT_IN_CATALOGUE, ...packs]) };
      }
      return joined.catalogue;
    });
  } catch {
    return BUILT_IN_CATALOGUE;
  }
}

/**
 * What would be judged by if a pack were kept too, in the stead of that with its id, or if one were taken away. Rejects with the
 * database's own error.
 */
export async function catalogueWith(change: { pack: CataloguePack } | { without: string }): Promise<CataloguePack> {
  const kept = (await isThere()) ? await withDatabase((opened) => opened.getAll('packs')) : [];
  const [gone, come] = 'pack' in change ? [change.pack.id, [change.pack]] : [change.without, []];
  const packs = [...kept.filter(({ id }) => id !== gone), ...come];
  // As the database will hand them out: of two of one day the later in the list counts.
  return joinPacks([BUILT_IN_CATALOGUE, ...packs.toSorted((left, right) => compareText(left.id, right.id))]);
}
