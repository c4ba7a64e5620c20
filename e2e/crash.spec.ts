import type { LedgerEntry } from '../core/ledger/entry.ts';
import { type Driven, launch, waitFor } from './browser.ts';
import { expect, test } from './test.ts';

const ENTRIES = 200;

/** Asks the background to append, one entry after another, as fast as it acknowledges; acknowledged ones are told. */
async function keepMany(driven: Driven, told: (sequence: number) => void): Promise<void> {
  const page = await driven.open('options.html');
  await page.exposeFunction('told', told);
  await page.evaluate(async (count) => {
    for (let index = 1; index <= count; index += 1) {
      const body = { scorecard: 'pilot', indicator: 'C1', score: index % 3, reason: `第${index}次` };
      const reply = await chrome.runtime.sendMessage({ to: 'background', name: 'rate', body });
      if (!reply.ok) throw new Error(reply.problem.message);
      await (globalThis as unknown as { told(sequence: number): Promise<void> }).told(reply.value.sequence);
    }
  }, ENTRIES);
}

/** Every entry of the chain, read straight from the database. */
async function storedEntries(driven: Driven): Promise<LedgerEntry[]> {
  const page = await driven.open('options.html');
  return page.evaluate(
    () =>
      new Promise<LedgerEntry[]>((resolve, reject) => {
        const request = indexedDB.open('duibiao');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const all = request.result.transaction('entries').objectStore('entries').getAll();
          all.onsuccess = () => resolve(all.result);
          all.onerror = () => reject(all.error);
        };
      }),
  );
}

test('the browser killed while 200 entries are being kept: every acknowledged one is there and the chain verifies', async () => {
  const first = await launch();
  const acknowledged: number[] = [];
  const processId = await first.processId();
  const keeping = keepMany(first, (sequence) => acknowledged.push(sequence)).catch(() => undefined);
  await waitFor('half of the entries', () => acknowledged.length >= ENTRIES / 2 || undefined);
  process.kill(processId, 'SIGKILL');
  await keeping;
  await first.close({ keepProfile: true });
  expect(acknowledged.length).toBeGreaterThanOrEqual(ENTRIES / 2);
  expect(acknowledged.length).toBeLessThan(ENTRIES);

  const second = await launch({ profile: first.profile });
  try {
    const stored = await storedEntries(second);
    const sequences = stored.map((entry) => entry.sequence);
    expect(sequences.slice(0, acknowledged.length)).toEqual(acknowledged);
    // One more may have been written whose acknowledgement was lost with the browser; none is half there.
    expect(sequences.length - acknowledged.length).toBeLessThanOrEqual(1);
    const workbench = await second.open('workbench.html#/ledger');
    await workbench.getByRole('button', { name: '核对链条' }).click();
    await expect(workbench.getByText(`核对通过：${sequences.length} 条`, { exact: false }).first()).toBeVisible();
    // And it goes on: the next entry takes its place in the chain.
    const [page] = second.context.pages();
    const next = await page?.context().newPage();
    await next?.goto(`chrome-extension://${second.extensionId}/options.html`);
    const reply = await next?.evaluate(() =>
      chrome.runtime.sendMessage({
        to: 'background',
        name: 'rate',
        body: { scorecard: 'pilot', indicator: 'C2', score: 1, reason: '继续' },
      }),
    );
    expect(reply.value).toMatchObject({ sequence: sequences.length + 1, previousHash: stored.at(-1)?.hash });
  } finally {
    await second.close();
  }
});
