/** The one door to the database in memory. Imported by tests only. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';

/** Throws every database away, as a new browser profile would. */
export function emptyStorage(): void {
  globalThis.indexedDB = new IDBFactory();
}
