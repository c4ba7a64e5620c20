import { openDB } from 'idb';

/*
 * The browser keeps all databases of an extension in one store of LevelDB: what is written goes to the end of a log, and into
 * tables when a few megabytes have come together. Killed in the middle of a write it leaves a torn record at the log's end.
 * At the next start that is passed over; but Chromium goes on with the same log, and at the start after that it finds the torn
 * record in the middle, takes the store for damaged and begins an empty one: every database of ours is gone, without a
 * word. So after each start of the browser enough is written for it to begin a new log and to leave the old one.
 */

const [NAME, STORE] = ['duibiao-log', 'filling'];
/** Bytes together: more than the four million after which LevelDB begins a new log. Larger pieces would become files of their own. */
const [PIECES, PIECE] = [100, 60_000];

/** Sees to it that what is written from now on stands in a new log. Leaves an empty database. Rejects with the database's own error. */
export async function beginNewLog(): Promise<void> {
  const database = await openDB(NAME, 1, { upgrade: (opened) => void opened.createObjectStore(STORE) });
  try {
    const piece = new Uint8Array(PIECE);
    // Nobody waits for the disk here: order is all that matters.
    const filling = database.transaction(STORE, 'readwrite', { durability: 'relaxed' });
    await Promise.all(Array.from({ length: PIECES }, (_, at) => filling.store.put(piece, at)));
    await filling.done;
    await database.clear(STORE);
  } finally {
    database.close();
  }
}

/** Whether there is any database yet that could be lost. */
export const hasDatabases = async (): Promise<boolean> => (await indexedDB.databases()).length > 0;
