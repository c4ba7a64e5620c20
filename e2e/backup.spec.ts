import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { writeSecondBundle } from '../core/ledger/bundle/testing.ts';
import { sampleLedger, sampleNote } from '../core/ledger/testing.ts';
import { type Driven, launch } from './browser.ts';
import { axe, checkPage, keep } from './steps.ts';
import { expect, test } from './test.ts';

let folder: string;
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'duibiao-backup-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

const backup = (driven: Driven): Promise<Page> => driven.open('workbench.html#/backup');
const choose = (page: Page, path: string): Promise<void> =>
  page.getByLabel('选择证据包文件').locator('input').setInputFiles(path);
const restoreButton = (page: Page) => page.getByRole('button', { name: /^(恢复 \d+ 条|接着恢复)$/ });

async function rate(
  page: Page,
  indicator: string,
  reason: string,
): Promise<{ sequence: number; previousHash: string }> {
  const reply = await page.evaluate((body) => chrome.runtime.sendMessage({ to: 'background', name: 'rate', body }), {
    scorecard: 'pilot-2013-61',
    indicator,
    score: 1,
    reason,
  });
  if (!reply.ok) throw new Error(reply.problem.message);
  return reply.value;
}

/** What a person finds in the ledger: rows, a search, the sentence of verification, and the self-evaluation sheet. */
async function answers(driven: Driven) {
  const page = await driven.open('workbench.html#/ledger');
  const rows = page.getByRole('row').filter({ has: page.getByRole('link') });
  await expect(rows.first()).toBeVisible();
  const list = (await rows.allInnerTexts()).filter((row) => !row.includes('导入'));
  await page.getByRole('button', { name: '核对链条' }).click();
  const verified = page.getByRole('region', { name: '核对结果' });
  await expect(verified).toContainText('核对通过');
  const words = page.getByRole('searchbox');
  await words.fill('标准化培训');
  await expect(rows).toHaveCount(1);
  const found = await rows.allInnerTexts();
  await page.goto(page.url().replace('#/ledger', '#/evaluation'));
  await page.reload();
  await expect(page.getByLabel('C1 领导职责 自报理由')).toHaveValue('有正式发文');
  const sheet = await page.locator('main').innerText();
  await page.close();
  return { list, found, sheet };
}

/** The hash of an entry, as its own page shows it. */
async function hashOf(driven: Driven, sequence: number): Promise<string> {
  const page = await driven.open(`workbench.html#/ledger/${sequence}`);
  const own = page.getByText('本条指纹').locator('xpath=following-sibling::dd[1]');
  await expect(own).toHaveText(/^\s*[0-9a-f]{64}\s*$/);
  const text = ((await own.textContent()) ?? '').trim();
  await page.close();
  return text;
}

async function exportBundle(driven: Driven, name: string): Promise<string> {
  const page = await backup(driven);
  const path = join(folder, name);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出证据包' }).click(),
  ]);
  await download.saveAs(path);
  await expect(page.getByText('之后没有新增')).toBeVisible();
  await page.close();
  return path;
}

test('what was kept comes back from a bundle in an empty profile: entries, heads and answers', async ({
  driven,
  oa,
  tab,
}) => {
  test.setTimeout(240_000);
  for (const path of ['/red/documents/faulty', '/spa/#/documents/pending']) {
    const panel = await checkPage(driven, oa, tab, path);
    await keep(panel);
  }
  const options = await driven.open('options.html');
  await rate(options, 'C1', '有正式发文');
  await rate(options, 'C10', '有审批单');
  const path = await exportBundle(driven, 'first.zip');
  const before = await answers(driven);
  const hashBefore = await hashOf(driven, 5);

  const other = await launch();
  try {
    const page = await backup(other);
    await expect(page.getByText('还没有证据，不用备份')).toBeVisible();
    await choose(page, path);
    const main = page.locator('main');
    await expect(main).toContainText('核对通过：5 条');
    await expect(main).toContainText('没有写');
    await expect(main).toContainText('只在一台电脑上恢复');
    await expect(main).toContainText(hashBefore);
    await axe(page);
    await restoreButton(page).click();
    await expect(main).toContainText('恢复好了');
    await axe(page);

    const after = await answers(other);
    // The bundle ends with a checkpoint, and was written before the entry that notes its own export.
    expect(after.list).toEqual(before.list.filter((row) => !row.includes('导出')));
    expect(after.found).toEqual(before.found);
    expect(after.sheet).toBe(before.sheet);
    expect(await hashOf(other, 5)).toBe(hashBefore);

    // The chain goes on behind the entry that tells of the restore.
    const own = await other.open('options.html');
    const told = await hashOf(other, 6);
    expect(await rate(own, 'C2', '新的')).toMatchObject({ sequence: 7, previousHash: told });

    await choose(page, path);
    await expect(main).toContainText('还多 2 条，不用恢复');
    await expect(restoreButton(page)).toHaveCount(0);
    expect(await rate(own, 'C3', '再新的')).toMatchObject({ sequence: 8 });

    // The old computer was used on: the two have parted.
    await rate(options, 'C4', '旧电脑上的');
    const parted = await exportBundle(driven, 'parted.zip');
    await choose(page, parted);
    await expect(main).toContainText('已经对不上了，不能恢复');
    await expect(restoreButton(page)).toHaveCount(0);
    await axe(page);
  } finally {
    await other.close();
  }
});

/** A bundle in lines, as they were written before, of so many notes, each with so many characters, made without a browser. */
async function bundleOf(count: number, length: number, name: string): Promise<string> {
  const drafts = Array.from({ length: count }, (_, at) => ({
    ...sampleNote(at + 1),
    payload: { text: `内容${at + 1}，${'办'.repeat(length)}` },
  }));
  const store = await sampleLedger(0, drafts);
  const pieces: Uint8Array[] = [];
  const about = { exportedAt: '2026-11-23T00:00:00.000Z', unit: '青禾镇便民服务中心' };
  await writeSecondBundle(
    [{ head: store.head(), records: [store.stored()] }],
    about,
    (bytes) => void pieces.push(bytes),
  );
  const path = join(folder, name);
  writeFileSync(path, Buffer.concat(pieces));
  return path;
}

test('a bundle with one changed byte, a file that is none, and another computer’s are refused with a sentence', async ({
  driven,
}) => {
  const good = await bundleOf(30, 10, 'good.jsonl');
  const page = await backup(driven);
  const main = page.locator('main');
  const changed = join(folder, 'changed.jsonl');
  writeFileSync(changed, readFileSync(good, 'utf8').replace('第17条记事', '第18条记事'));
  await choose(page, changed);
  await expect(main).toContainText('第 17 条的内容被改过');
  await expect(main).toContainText('核对没有通过，不能恢复');
  await expect(restoreButton(page)).toHaveCount(0);

  const none = join(folder, 'letter.jsonl');
  writeFileSync(none, '敬启者：\n');
  await choose(page, none);
  await expect(page.getByRole('alert')).toContainText('“letter.jsonl”不是证据包');
  await axe(page);

  const options = await driven.open('options.html');
  await rate(options, 'C1', '自己的');
  await choose(page, good);
  await expect(main).toContainText('这台电脑上有别的证据');
  await expect(restoreButton(page)).toHaveCount(0);
  expect(await rate(options, 'C2', '还是自己的')).toMatchObject({ sequence: 2 });
});

const MANY = 3_000;

test('the browser killed in the middle of a restore: the same bundle once more completes it', async () => {
  test.setTimeout(240_000);
  const path = await bundleOf(MANY, 2_000, 'many.jsonl');
  const first = await launch();
  const processId = await first.processId();
  const page = await backup(first);
  await page.exposeFunction('moved', () => process.kill(processId, 'SIGKILL'));
  await page.evaluate(() => {
    chrome.runtime.onMessage.addListener((message) => {
      if (message.name === 'restoreMoved' && message.body.done >= 768)
        void (globalThis as unknown as { moved(): Promise<void> }).moved();
    });
  });
  await choose(page, path);
  await restoreButton(page).click();
  await first.context.waitForEvent('close', { timeout: 120_000 });
  await first.close({ keepProfile: true });

  const second = await launch({ profile: first.profile });
  try {
    const again = await backup(second);
    const main = again.locator('main');
    await expect(main).toContainText('上次恢复没有做完');
    const written = Number(/已写入 (\d+) 条/.exec(await main.innerText())?.[1]);
    expect(written).toBeGreaterThanOrEqual(768);
    expect(written).toBeLessThan(MANY);
    const options = await second.open('options.html');
    await expect(rate(options, 'C1', '等一等')).rejects.toThrow('从证据包恢复还没有做完');
    await axe(again);
    await choose(again, path);
    await expect(main).toContainText(`还差 ${MANY - written} 条`);
    await again.getByRole('button', { name: '接着恢复' }).click();
    await expect(main).toContainText('恢复好了', { timeout: 120_000 });
    const workbench = await second.open('workbench.html#/ledger');
    await workbench.getByRole('button', { name: '核对链条' }).click();
    await expect(workbench.getByText(`核对通过：${MANY + 1} 条`, { exact: false }).first()).toBeVisible();
    expect(await rate(options, 'C1', '接着记')).toMatchObject({ sequence: MANY + 2 });
  } finally {
    await second.close();
  }
});
