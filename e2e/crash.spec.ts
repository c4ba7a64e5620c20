import { type Driven, launch } from './browser.ts';
import { expect, test } from './test.ts';

/** Two segments and two: the first one is packed right after the entry that follows it was acknowledged, and then the kill comes. */
const ENTRIES = 514;
const KILL_AT = 257;

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

interface Stored {
  sequence: number;
  hash: string;
}

/** Every entry of the chain, read straight from the database, in whatever form it stands there. */
async function storedEntries(driven: Driven): Promise<{ entries: Stored[]; packed: number }> {
  const page = await driven.open('options.html');
  return page.evaluate(async () => {
    const answer = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const transaction = (await answer(indexedDB.open('duibiao'))).transaction(['tail', 'entryRows']);
    const rows = await answer(transaction.objectStore('entryRows').getAll());
    const tail = await answer(transaction.objectStore('tail').getAll());
    const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
    const packed = rows.flatMap(({ lines }: { lines: Uint8Array }) => textOf(lines).split('\n'));
    const fresh = tail.map(({ entry }: { entry: Uint8Array }) => textOf(entry));
    const entries = [...packed, ...fresh].map((text) => ({
      sequence: JSON.parse(text.slice(64)).sequence,
      hash: text.slice(0, 64),
    }));
    return { entries, packed: packed.length };
  });
}

test('the browser killed while entries are being kept and packed: every acknowledged one is there and the chain verifies', async () => {
  test.setTimeout(150_000);
  const first = await launch();
  const acknowledged: number[] = [];
  const processId = await first.processId();
  const keeping = keepMany(first, (sequence) => acknowledged.push(sequence)).catch(() => undefined);
  // Each is on the disk before the next one: on a busy machine that takes its time.
  await expect.poll(() => acknowledged.length, { timeout: 100_000, intervals: [50] }).toBeGreaterThanOrEqual(KILL_AT);
  process.kill(processId, 'SIGKILL');
  await keeping;
  await first.close({ keepProfile: true });
  expect(acknowledged.length).toBeGreaterThanOrEqual(KILL_AT);
  expect(acknowledged.length).toBeLessThan(ENTRIES);

  const second = await launch({ profile: first.profile });
  try {
    const { entries: stored, packed } = await storedEntries(second);
    // A segment is packed or it is not; it is never there in part.
    expect(packed % 256).toBe(0);
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
    // What the kill kept from being packed is packed now.
    await expect.poll(async () => (await storedEntries(second)).packed, { timeout: 30_000 }).toBe(256);
  } finally {
    await second.close();
  }
});
