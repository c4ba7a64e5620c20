import { expect, it } from 'vitest';
import { beginNewLog, hasDatabases } from './new-log.ts';
import { emptyStorage } from './testing.ts';

it('writes more than LevelDB gathers in one log, and leaves nothing of it', async () => {
  emptyStorage();
  expect(await hasDatabases()).toBe(false);
  let written = 0;
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (value, key) {
    written += (value as Uint8Array).length;
    return put.call(this, value, key);
  };
  try {
    await beginNewLog();
    await beginNewLog();
  } finally {
    IDBObjectStore.prototype.put = put;
  }
  expect(written / 2).toBeGreaterThan(4 * 2 ** 20);
  expect(await hasDatabases()).toBe(true);
  const opened = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('duibiao-log');
    request.onsuccess = () => resolve(request.result);
  });
  const count = opened.transaction('filling').objectStore('filling').count();
  await new Promise((resolve) => {
    count.onsuccess = resolve;
  });
  expect(count.result).toBe(0);
  opened.close();
});
