import { type DBSchema, deleteDB } from 'idb';
import { databaseOf } from './with-database.ts';

/*
 * What belongs to this installation of the browser and to nothing that it kept: it stands in no bundle, and is not restored
 * from one. It has a database of its own, so that the ledger's database stays what it is.
 */

/** A backup that was written into the folder: which file, when (ISO date-time UTC), and where the chain ended in it. */
export interface WrittenBackup {
  name: string;
  at: string;
  sequence: number;
  hash: string;
}

/** How backups are made without being asked for. */
export type BackupPlan =
  | { how: 'downloads' }
  /** `files`: those that were written there, oldest first. */
  | { how: 'folder'; folder: FileSystemDirectoryHandle; files: readonly WrittenBackup[] };

/** Everything that is kept here, by name. */
interface Kept {
  backup: BackupPlan;
  /** Signs the checkpoints of this installation. Its private half cannot be read, by us either. */
  signingKey: CryptoKeyPair;
  /** Checkpoints get an SM3 beside the SHA-256. */
  sm3: boolean;
}

interface DeviceSchema extends DBSchema {
  kept: { key: string; value: Kept[keyof Kept] };
}

const withDatabase = databaseOf<DeviceSchema>('duibiao-device', (database) => void database.createObjectStore('kept'));

/** Reads and writes what belongs to this installation: nobody else writes here. Rejects with the database's own error. */
export const device = {
  get: <Name extends keyof Kept>(name: Name): Promise<Kept[Name] | undefined> =>
    withDatabase(async (opened) => (await opened.get('kept', name)) as Kept[Name] | undefined),
  /** Changes what is kept in one step: nobody comes in between. undefined removes it. */
  change: <Name extends keyof Kept>(
    name: Name,
    change: (kept: Kept[Name] | undefined) => Kept[Name] | undefined,
  ): Promise<Kept[Name] | undefined> =>
    withDatabase(async (opened) => {
      const transaction = opened.transaction('kept', 'readwrite', { durability: 'strict' });
      const next = change((await transaction.store.get(name)) as Kept[Name] | undefined);
      await (next === undefined ? transaction.store.delete(name) : transaction.store.put(next, name));
      await transaction.done;
      return next;
    }),
};

/** Removes a database by its name, when nobody holds it open any more. */
export const removeDatabase = (name: string): Promise<void> => deleteDB(name);
