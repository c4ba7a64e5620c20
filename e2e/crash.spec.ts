import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { bundleForPage } from './bench/bundle.ts';
import { type Driven, launch, waitFor } from './browser.ts';
import { expect, test } from './test.ts';

/*
 * The browser killed at moments left to chance. `ROUNDS=20` makes it twenty times instead of a few, and `SEED=…`, as a run
 * prints it, chooses the same moments again: `ROUNDS=20 npm run test:browser -- crash`.
 */
const ROUNDS = Number(process.env.ROUNDS ?? 2);
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
/** What one round may take on a busy machine. */
const PATIENCE = 120_000;

/** Records that are packed together. */
const SEGMENT = 256;

/** Numbers between 0 and 1 that look like chance and are the same for the same seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What tells in the output which moments a run chose, so that it can be had again. */
const tell = (line: string): void => console.log(`  ${line} (SEED=${SEED} ROUNDS=${ROUNDS})`);

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}

function kill(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

/** Makes ready to kill a browser: its processes are asked for now, and none of them is asked or told anything then. */
async function killerOf(driven: Driven): Promise<() => Promise<void>> {
  const main = await driven.processId();
  const ids = (await driven.processes()).map(({ id }) => id);
  return async () => {
    // The browser leads a group of processes, of which all are killed at once; where there are no groups, one by one.
    if (process.platform !== 'win32') kill(-main);
    for (const id of [main, ...ids]) kill(id);
    await waitFor('all processes to be gone', () => ([main, ...ids].some(isRunning) ? undefined : true));
    await driven.close({ keepProfile: true });
  };
}

/** An entry that was acknowledged, and the text that it was asked to hold. */
interface Acknowledged {
  sequence: number;
  hash: string;
  reason: string;
}

/** Has a page append one entry after another, as fast as they are acknowledged; a page that is gone ends it. */
async function keepOn(page: Page, writer: string, told: (one: Acknowledged) => void): Promise<void> {
  await page.exposeFunction('told', told);
  await page
    .evaluate(async (name) => {
      for (let number = 1; ; number += 1) {
        const reason = `${name}第${number}次`;
        const body = { scorecard: 'pilot', indicator: 'C1', score: number % 3, reason };
        const reply = await chrome.runtime.sendMessage({ to: 'background', name: 'rate', body });
        if (!reply.ok) throw new Error(reply.problem.message);
        const { sequence, hash } = reply.value;
        await (globalThis as unknown as { told(one: unknown): Promise<void> }).told({ sequence, hash, reason });
      }
    }, writer)
    .catch((error: unknown) => {
      // Whatever ends it but the end of the browser is a failure of the test.
      if (!/closed|crash|detached|destroyed/i.test(String(error))) throw error;
    });
}

interface Stored {
  sequence: number;
  hash: string;
  reason: string | undefined;
}

/** Every entry of the chain with its content, read straight from the database, in whatever form it stands there. */
async function storedEntries(page: Page): Promise<{ entries: Stored[]; packed: number; indexes: number }> {
  return page.evaluate(async () => {
    const answer = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const names = ['tail', 'entryRows', 'payloadRows', 'indexes'];
    const database = await answer(indexedDB.open('duibiao'));
    const transaction = database.transaction(names);
    const all = (name: string) => answer(transaction.objectStore(name).getAll());
    const [tail = [], entryRows = [], payloadRows = [], indexes = []] = await Promise.all(names.map(all));
    database.close();
    const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
    const lines = ({ lines: bytes }: { lines: Uint8Array }): string[] => textOf(bytes).split('\n');
    const contents = payloadRows.flatMap(lines);
    const packed = entryRows.flatMap(lines).map((text, at) => ({ text, content: contents[at] ?? '' }));
    const fresh = tail.map(({ entry, payload }) => ({ text: textOf(entry), content: textOf(payload) }));
    const entries = [...packed, ...fresh].map(({ text, content }) => ({
      sequence: JSON.parse(text.slice(64)).sequence,
      hash: text.slice(0, 64),
      reason: JSON.parse(content).reason,
    }));
    return { entries, packed: packed.length, indexes: indexes.length };
  });
}

const rate = (page: Page, reason: string) =>
  page.evaluate(
    (given) =>
      chrome.runtime.sendMessage({
        to: 'background',
        name: 'rate',
        body: { scorecard: 'pilot', indicator: 'C2', score: 1, reason: given },
      }),
    reason,
  );

/** The person has the chain checked; the answer has to be that so many entries are in order. */
async function expectInOrder(driven: Driven, count: number): Promise<void> {
  const workbench = await driven.open('workbench.html#/ledger');
  await workbench.getByRole('button', { name: '核对链条' }).click();
  await expect(workbench.getByText(`核对通过：${count} 条`, { exact: false }).first()).toBeVisible();
  await workbench.close();
}

/** Nothing is there in part: the sequences are without a gap, and a segment is packed with its index or it is not. */
function expectWhole({ entries, packed, indexes }: Awaited<ReturnType<typeof storedEntries>>): void {
  expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, at) => at + 1));
  expect(packed).toBe(indexes * SEGMENT);
}

test('the browser killed while two tabs write: every acknowledged entry is there, in order, and it goes on', async () => {
  test.setTimeout(PATIENCE * (ROUNDS + 1));
  const random = chance(SEED);
  const acknowledged: Acknowledged[] = [];
  /** Asked for and not acknowledged when the browser was killed: one of each tab may have been written. */
  let open = 0;
  const seen = { packing: 0, between: 0 };
  let driven = await launch();
  try {
    for (let round = 1; round <= ROUNDS; round += 1) {
      // Every other round waits for a segment that becomes whole: it is packed right after the entry that follows it.
      const whilePacking = round % 2 === 0;
      const [entries, delay] = [1 + Math.floor(random() * 40), random() * (whilePacking ? 120 : 40)];
      const killAll = await killerOf(driven);
      const before = acknowledged.length;
      const from = acknowledged.at(-1)?.sequence ?? 0;
      const boundary = Math.ceil((from + 2) / SEGMENT) * SEGMENT + 1;
      const told = (one: Acknowledged): void => void acknowledged.push(one);
      const pages = [await driven.open('options.html'), await driven.open('workbench.html#/ledger')] as const;
      const writing = pages.map((page, at) => keepOn(page, `第${round}轮第${at + 1}页`, told));
      const due = (): boolean =>
        whilePacking
          ? acknowledged.some(({ sequence }) => sequence >= boundary)
          : acknowledged.length >= before + entries;
      await expect.poll(due, { timeout: PATIENCE, intervals: [1] }).toBe(true);
      await wait(delay);
      await killAll();
      await Promise.all(writing);
      open += pages.length;
      tell(
        `round ${round}: killed ${Math.round(delay)} ms after ${whilePacking ? `entry ${boundary}` : `${entries} entries`}, ${acknowledged.length - before} acknowledged`,
      );

      driven = await launch({ profile: driven.profile });
      const page = await driven.open('options.html');
      const stored = await storedEntries(page);
      expectWhole(stored);
      if (whilePacking) seen[stored.packed >= boundary - 1 ? 'between' : 'packing'] += 1;
      const at = new Map(stored.entries.map((entry) => [entry.sequence, entry]));
      // One comparison: thousands of them take longer than all else.
      const lost = acknowledged.filter(({ sequence, hash, reason }) => {
        const there = at.get(sequence);
        return there?.hash !== hash || there.reason !== reason;
      });
      expect(lost).toEqual([]);
      expect(new Set(acknowledged.map(({ sequence }) => sequence)).size).toBe(acknowledged.length);
      expect(stored.entries.length - acknowledged.length).toBeLessThanOrEqual(open);
      // What one tab asked for stands in the order in which it asked, and nothing stands there twice.
      const reasons = stored.entries.map(({ reason }) => reason);
      expect(new Set(reasons).size).toBe(reasons.length);
      await expectInOrder(driven, stored.entries.length);
      const reply = await rate(page, `第${round}轮之后`);
      const last = stored.entries.at(-1);
      expect(reply.value).toMatchObject({ sequence: stored.entries.length + 1, previousHash: last?.hash });
      acknowledged.push({ sequence: reply.value.sequence, hash: reply.value.hash, reason: `第${round}轮之后` });
      // What the kill kept from being packed is packed now.
      const whole = Math.floor((reply.value.sequence - 1) / SEGMENT) * SEGMENT;
      await expect.poll(async () => (await storedEntries(page)).packed, { timeout: PATIENCE }).toBe(whole);
    }
    tell(
      `${acknowledged.length} acknowledged, all there; segments found unpacked after the kill ${seen.packing}, packed ${seen.between}`,
    );
  } finally {
    await driven.close();
  }
});

/** A profile in which the first version of the product kept so many entries, and their hashes. */
async function firstProfile(count: number): Promise<{ profile: string; hashes: string[] }> {
  const driven = await launch();
  const page = await driven.open('options.html');
  await page.evaluate(await bundleForPage(join(import.meta.dirname, 'first-database-in-page.ts')));
  const hashes = await page.evaluate((many) => {
    const { bench } = globalThis as unknown as { bench: typeof import('./first-database-in-page.ts') };
    return bench.makeFirst(many);
  }, count);
  await driven.close({ keepProfile: true });
  return { profile: driven.profile, hashes };
}

test('the browser killed while the database of the first version is moved: nothing is lost, and it is done the next time', async () => {
  const rounds = Math.ceil(ROUNDS / 2);
  test.setTimeout(PATIENCE * (rounds + 2));
  const random = chance(SEED);
  const { profile, hashes } = await firstProfile(2_000);
  const versions = { old: 0, moved: 0 };
  try {
    for (let round = 1; round <= rounds; round += 1) {
      const copy = mkdtempSync(join(tmpdir(), 'duibiao-'));
      cpSync(profile, copy, { recursive: true });
      const first = await launch({ profile: copy });
      const killAll = await killerOf(first);
      const delay = random() * 1_200;
      const page = await first.open('options.html');
      const asked = rate(page, '第一次').catch(() => undefined);
      await wait(delay);
      await killAll();
      const reply = await asked;

      const second = await launch({ profile: copy });
      try {
        const again = await second.open('options.html');
        const [known] = await again.evaluate(() => indexedDB.databases());
        versions[known?.version === 1 ? 'old' : 'moved'] += 1;
        tell(`round ${round}: killed after ${Math.round(delay)} ms, then of version ${known?.version}`);
        const next = await rate(again, '第二次');
        const stored = await storedEntries(again);
        expectWhole(stored);
        // Those that were there before, and behind them only what was asked for since then.
        expect(stored.entries.slice(0, hashes.length).map(({ hash }) => hash)).toEqual(hashes);
        const behind = stored.entries.slice(hashes.length).map(({ reason }) => reason);
        expect([['第二次'], ['第一次', '第二次']]).toContainEqual(behind);
        if (reply !== undefined) expect(behind).toHaveLength(2);
        expect(next.value).toMatchObject({ sequence: stored.entries.length });
        await expectInOrder(second, stored.entries.length);
      } finally {
        await second.close();
      }
    }
    tell(`killed before the move was done ${versions.old}, after it ${versions.moved}`);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** Holds the database in a page, so that an append waits; gives what lets it go. */
async function holdDatabase(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(async () => {
    const request = indexedDB.open('duibiao');
    await new Promise((resolve) => {
      request.onsuccess = resolve;
    });
    const state = { held: true };
    Object.assign(globalThis, { release: () => (state.held = false) });
    const store = request.result.transaction('tail', 'readwrite').objectStore('tail');
    const again = (): void => {
      store.count().onsuccess = () => {
        if (state.held) again();
        else request.result.close();
      };
    };
    again();
  });
  return () => page.evaluate(() => void (globalThis as unknown as { release(): void }).release());
}

const saved = '已保存';

/** The boxes of one item in the workbench, and what its row says. */
function ratingOf(workbench: Page) {
  const score = workbench.getByLabel('C1 领导职责 自报分');
  const reason = workbench.getByLabel('C1 领导职责 自报理由');
  return { score, reason, row: workbench.getByRole('row').filter({ has: score }) };
}

test('the worker stopped in the middle of an append: the screen says so, tries again, and nothing is written twice', async ({
  driven,
}) => {
  const page = await driven.open('options.html');
  await rate(page, '之前');
  const workbench = await driven.open('workbench.html#/evaluation');
  const { score, reason, row } = ratingOf(workbench);
  await expect(score).toBeVisible();
  const release = await holdDatabase(page);
  await reason.fill('有正式发文');
  await score.fill('1');
  await expect(row).toContainText('正在保存');
  // It stands there only until the screen has tried again, so every frame is looked at.
  const said = workbench.waitForFunction((words) => document.body.innerText.includes(words), '先到“证据”看最后一条');
  await driven.stopWorker();
  await release();
  await said;
  await expect(row).toContainText(saved);
  const again = await driven.open('options.html');
  const stored = await storedEntries(again);
  expectWhole(stored);
  expect(stored.entries.map((entry) => entry.reason)).toEqual(['之前', '有正式发文']);
  await expectInOrder(driven, 2);
});

test('an entry that was written while its acknowledgement was lost is not written again', async ({ driven }) => {
  const workbench = await driven.context.newPage();
  await workbench.addInitScript(() => {
    // As if the worker had been stopped between the writing and the answer: the first answer does not come.
    const state = { lost: false };
    Object.assign(globalThis, { state });
    for (const door of [chrome, (globalThis as unknown as { browser?: typeof chrome }).browser]) {
      if (door === undefined) continue;
      const send = door.runtime.sendMessage.bind(door.runtime) as (...given: unknown[]) => unknown;
      const lossy = (message: { name?: string }, ...rest: unknown[]): unknown => {
        if (message.name !== 'rate' || state.lost) return send(message, ...rest);
        state.lost = true;
        const answer = rest.at(-1);
        if (typeof answer === 'function') return send(message, ...rest.slice(0, -1), () => answer(undefined));
        return (send(message, ...rest) as Promise<unknown>).then(() => undefined);
      };
      Object.assign(door.runtime, { sendMessage: lossy });
    }
  });
  await workbench.goto(`chrome-extension://${driven.extensionId}/workbench.html#/evaluation`);
  const { score, reason, row } = ratingOf(workbench);
  await reason.fill('有正式发文');
  await score.fill('1');
  await expect(row).toContainText(saved);
  expect(await workbench.evaluate(() => (globalThis as unknown as { state: { lost: boolean } }).state.lost)).toBe(true);
  // Longer than it waits before it tries again.
  await wait(2_000);
  const page = await driven.open('options.html');
  expect((await storedEntries(page)).entries.map((entry) => entry.reason)).toEqual(['有正式发文']);
});

test('the worker stopped again and again while two tabs write: each gets an answer, and nothing is written twice', async ({
  driven,
}) => {
  const stops = Math.max(3, ROUNDS);
  test.setTimeout(PATIENCE + stops * 10_000);
  const random = chance(SEED);
  const pages = [await driven.open('options.html'), await driven.open('options.html')] as const;
  let stopping = true;
  let answered = 0;
  const write = async (page: Page, writer: string) => {
    const [acknowledged, unanswered]: [Acknowledged[], string[]] = [[], []];
    for (let number = 1; stopping; number += 1) {
      const reason = `${writer}第${number}次`;
      const reply = await rate(page, reason).catch(() => undefined);
      answered += 1;
      if (reply === undefined) unanswered.push(reason);
      else if (reply.ok) acknowledged.push({ sequence: reply.value.sequence, hash: reply.value.hash, reason });
      else expect(reply).toMatchObject({ ok: false, problem: { code: 'ledger-storage-failed' } });
    }
    return { acknowledged, unanswered };
  };
  const writing = Promise.all(pages.map((page, at) => write(page, `第${at + 1}页`)));
  await expect.poll(() => answered, { timeout: PATIENCE }).toBeGreaterThan(0);
  for (let stop = 0; stop < stops; stop += 1) {
    await wait(200 + random() * 500);
    await driven.stopWorker();
  }
  stopping = false;
  // Whoever waits is told: none waits for ever.
  const written = await writing;
  const acknowledged = written.flatMap((one) => one.acknowledged);
  const unanswered = written.flatMap((one) => one.unanswered);
  tell(
    `worker stopped ${stops} times: ${acknowledged.length} acknowledged, ${unanswered.length} told that nobody answered`,
  );
  expect(acknowledged.length).toBeGreaterThan(0);
  const stored = await storedEntries(pages[0]);
  expectWhole(stored);
  const at = new Map(stored.entries.map((entry) => [entry.sequence, entry]));
  for (const one of acknowledged) expect(at.get(one.sequence)).toEqual(one);
  const reasons = stored.entries.map(({ reason }) => reason ?? '');
  expect(new Set(reasons).size).toBe(reasons.length);
  const others = reasons.filter((reason) => !acknowledged.some((one) => one.reason === reason));
  expect(unanswered).toEqual(expect.arrayContaining(others));
  await expectInOrder(driven, stored.entries.length);
});

/** A record of LevelDB of which the writer told the length and wrote a part. */
const TORN = Buffer.concat([Buffer.from([1, 2, 3, 4, 0xf4, 0x01, 1]), Buffer.alloc(100, 0x41)]);

test('a write that was torn when the browser was killed costs nothing, neither at the next start nor at the one after', async () => {
  test.setTimeout(PATIENCE);
  let driven = await launch();
  try {
    const again = async (): Promise<Page> => {
      driven = await launch({ profile: driven.profile });
      return driven.open('options.html');
    };
    let page = await driven.open('options.html');
    for (let number = 1; number <= 3; number += 1) await rate(page, `第${number}次`);
    await driven.close({ keepProfile: true });

    const databases = join(driven.profile, 'Default', 'IndexedDB');
    const store = join(databases, readdirSync(databases).find((name) => name.endsWith('.leveldb')) ?? '');
    const logs = (): string[] => readdirSync(store).filter((name) => name.endsWith('.log'));
    const [torn = ''] = logs();
    appendFileSync(join(store, torn), TORN);

    page = await again();
    expect((await rate(page, '第4次')).value.sequence).toBe(4);
    // The browser has left the log with the torn record behind.
    await expect.poll(logs).not.toContain(torn);
    await driven.close({ keepProfile: true });
    page = await again();
    const { entries } = await storedEntries(page);
    expect(entries.map(({ reason }) => reason)).toEqual(['第1次', '第2次', '第3次', '第4次']);
    await expectInOrder(driven, 4);
  } finally {
    await driven.close();
  }
});
