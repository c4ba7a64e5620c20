import type { EntryDraft, LedgerEntry } from '../../core/ledger/entry.ts';
import { openDatabase } from '../../extension/storage/database.ts';
import { createLedgerReader } from '../../extension/storage/ledger-reader.ts';
import { createLedgerWriter } from '../../extension/storage/ledger-writer.ts';

const NAME = 'bench-append';
const RAW = 'bench-raw';

/** An evidence entry of ordinary size: about 2 kB with its payload. */
function draft(number: number): EntryDraft {
  return {
    kind: 'evidence',
    factOn: '2026-03-01',
    capturedAt: '2026-03-02T01:00:00.000Z',
    actor: '综合窗口1',
    subject: `关于印发标准化工作计划的通知 青政发〔2026〕${number}号`,
    indicators: ['C3', 'C10'],
    payload: {
      document: {
        uri: `http://oa.example/document?id=${number}`,
        sha256: 'a'.repeat(64),
        key: 'b'.repeat(64),
        kind: 'official',
        kindWord: '通知',
        stage: 'approval',
        title: '关于印发标准化工作计划的通知',
        reader: '通用',
      },
      fields: Array.from({ length: 12 }, (_, index) => ({
        role: `role${index}`,
        state: 'present',
        value: `第${number}份的值${index}`,
        raw: `标签${index}：第${number}份的值${index}`,
      })),
      trail: Array.from({ length: 4 }, (_, index) => ({
        step: `环节${index}`,
        actors: ['王芳'],
        action: '同意',
        time: '2026-03-01T09:00:00',
        state: 'done',
      })),
      attachments: ['计划.docx'],
      notRead: [],
    },
  };
}

function openRaw(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(RAW, 1);
    request.onupgradeneeded = () => request.result.createObjectStore('records', { autoIncrement: true });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** One put in a transaction of its own, strict: what an append could cost at the least. */
function rawPut(database: IDBDatabase, record: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction('records', 'readwrite', { durability: 'strict' });
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.objectStore('records').put(record);
  });
}

const drop = (name: string): Promise<void> =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = request.onerror = request.onblocked = () => resolve();
  });

/**
 * @public called inside the page
 *
 * Milliseconds of each round, ours and the raw put of the same bytes, in turn. A round is `size` entries one after another.
 */
export async function measure(
  rounds: number,
  warmUp: number,
  size: number,
): Promise<{ ours: number[]; raw: number[] }> {
  await Promise.all([drop(NAME), drop(RAW)]);
  const ledger = await openDatabase(NAME);
  const { append } = createLedgerWriter(() => Promise.resolve(ledger));
  const reader = createLedgerReader(() => Promise.resolve(ledger));
  const database = await openRaw();
  const [ours, raw]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds + warmUp; round += 1) {
    const entries: LedgerEntry[] = [];
    const start = performance.now();
    for (let number = 0; number < size; number += 1) entries.push(await append(draft(round * size + number)));
    const middle = performance.now();
    const records: { entry: LedgerEntry; payload: string }[] = [];
    for (const entry of entries) {
      records.push({ entry, payload: JSON.stringify((await reader.read(entry.sequence))?.payload) });
    }
    const again = performance.now();
    for (const record of records) await rawPut(database, record);
    const end = performance.now();
    if (round < warmUp) continue;
    ours.push(middle - start);
    raw.push(end - again);
  }
  ledger.close();
  database.close();
  await Promise.all([drop(NAME), drop(RAW)]);
  return { ours, raw };
}
