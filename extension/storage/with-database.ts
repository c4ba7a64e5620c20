import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/**
 * A small database of its own, opened for each use: it is used rarely, and a page that holds it open would stand in the way of
 * the next version. The function that is given rejects with the database's own error.
 */
export const databaseOf =
  <Schema extends DBSchema>(name: string, create: (database: IDBPDatabase<Schema>) => void) =>
  async <Answer>(use: (opened: IDBPDatabase<Schema>) => Promise<Answer>): Promise<Answer> => {
    const opened = await openDB<Schema>(name, 1, { upgrade: create });
    try {
      return await use(opened);
    } finally {
      opened.close();
    }
  };
