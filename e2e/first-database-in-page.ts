import type { EntryDraft } from '../core/ledger/entry.ts';
import { appendFirst, openFirstDatabase } from '../extension/storage/testing-1.ts';

/** Some 2 kB of text, no two alike: as much as the evidence of an ordinary document. */
const textOf = (number: number): string => `第${number}条：${'记下来的一件事，'.repeat(80)}`;

const draftOf = (number: number): EntryDraft => ({
  kind: 'note',
  factOn: '2026-03-02',
  capturedAt: '2026-03-02T01:00:00.000Z',
  actor: '综合窗口1',
  subject: `第${number}条记事`,
  indicators: [`C${(number % 12) + 1}`],
  payload: { text: textOf(number) },
});

/** Entries of one transaction. */
const AT_ONCE = 500;

/**
 * @public called inside the page
 *
 * Makes the database of the first version with so many entries, and gives their hashes.
 */
export async function makeFirst(count: number): Promise<string[]> {
  // The page that opens at the installation has made the newest database already.
  await new Promise((resolve, reject) => {
    const gone = indexedDB.deleteDatabase('duibiao');
    gone.onsuccess = resolve;
    gone.onerror = reject;
  });
  const database = await openFirstDatabase('chain-of-old');
  const hashes: string[] = [];
  for (let from = 1; from <= count; from += AT_ONCE) {
    const drafts = Array.from({ length: Math.min(AT_ONCE, count - from + 1) }, (_, index) => draftOf(from + index));
    const entries = await appendFirst(database, drafts, () => new Date('2026-03-02T01:00:00.000Z'));
    hashes.push(...entries.map(({ hash }) => hash));
  }
  database.close();
  return hashes;
}
