import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Driven, launch, newProfile } from './browser.ts';
import { axe, rate } from './steps.ts';
import { expect, test } from './test.ts';

let place: string;
test.beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'duibiao-safe-'));
});
test.afterAll(() => rmSync(place, { recursive: true, force: true }));

/** Nobody can answer the browser's own dialog here: a folder of the browser's private file system is chosen in its stead. */
const chooseFolder = (page: Page) =>
  page.addInitScript(() => {
    Object.assign(globalThis, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('备份', { create: true }),
    });
  });

async function backupScreen(driven: Driven): Promise<Page> {
  const page = await driven.context.newPage();
  await chooseFolder(page);
  await page.goto(`chrome-extension://${driven.extensionId}/workbench.html#/backup`);
  return page;
}

/** The files in the folder: their names, and the bytes of the newest one. */
const filesIn = (page: Page): Promise<{ names: string[]; newest: number[] }> =>
  page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('备份');
    const names: string[] = [];
    for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name);
    names.sort();
    const newest = names.at(-1);
    const file = newest === undefined ? undefined : await (await folder.getFileHandle(newest)).getFile();
    return { names, newest: [...new Uint8Array((await file?.arrayBuffer()) ?? new ArrayBuffer(0))] };
  });

/** What the ledger answers: its rows, and what a search finds. */
async function answers(driven: Driven): Promise<{ list: string[]; found: string[] }> {
  const page = await driven.open('workbench.html#/ledger');
  const rows = page.getByRole('row').filter({ has: page.getByRole('link') });
  await page.getByRole('button', { name: /^看全部类别/ }).click();
  await expect(rows.first()).toBeVisible();
  // The list draws what is in sight.
  const list = (await rows.allInnerTexts()).filter((row) => !row.includes('导入')).slice(0, 15);
  await page.getByRole('searchbox').fill('第3次');
  await expect(rows).toHaveCount(1);
  const found = await rows.allInnerTexts();
  await page.close();
  return { list, found };
}

test('a profile that is deleted comes back from its automatic backup: same entries, same answers', async () => {
  test.setTimeout(180_000);
  const first = await launch();
  const path = join(place, '证据包.zip');
  let before: Awaited<ReturnType<typeof answers>>;
  try {
    const options = await first.open('options.html');
    for (let number = 1; number <= 3; number += 1) await rate(options, `第${number}次`);
    const page = await backupScreen(first);
    const main = page.locator('main');
    await expect(main).toContainText('现在没有自动备份');
    await expect(page.locator('header').first()).toContainText('还没有备份，3 条只在这台电脑上');
    await page.getByRole('button', { name: '选择备份文件夹' }).click();
    await expect(main).toContainText('备份在文件夹“备份”里，现有 1 份');
    await expect(main).toContainText('备份好了，读出来核对过');
    await expect(page.locator('header').first()).toContainText(/上次备份 \d\d-\d\d$/);
    await axe(page);

    // What comes in later is backed up without being asked for, as soon as it is much.
    for (let number = 4; number <= 60; number += 1) await rate(options, `第${number}次`);
    await expect(main).toContainText('现有 2 份', { timeout: 30_000 });
    before = await answers(first);

    await page.getByRole('button', { name: '用最近一份备份演练' }).click();
    await expect(main).toContainText('演练通过');
    await expect(main).toContainText('逐条比过，62 条一样');
    await axe(page);
    const { names, newest } = await filesIn(page);
    expect(names).toHaveLength(2);
    writeFileSync(path, Uint8Array.from(newest));
  } finally {
    // The profile, and everything in it, is gone.
    await first.close();
  }

  const second = await launch();
  try {
    const page = await backupScreen(second);
    await page.getByLabel('选择证据包文件').locator('input').setInputFiles(path);
    await page.getByRole('button', { name: '恢复 62 条' }).click();
    await expect(page.locator('main')).toContainText('恢复好了');
    expect(await answers(second)).toEqual(before);
  } finally {
    await second.close();
  }
});

test('a second page leaves the backup to the first, and a folder that is gone is told', async ({ driven }) => {
  const options = await driven.open('options.html');
  await rate(options, '第1次');
  const [page, other] = [await backupScreen(driven), await backupScreen(driven)];
  await page.getByRole('button', { name: '选择备份文件夹' }).click();
  await expect(page.locator('main')).toContainText('现有 1 份');
  for (let number = 2; number <= 60; number += 1) await rate(options, `第${number}次`);
  await expect(page.locator('main')).toContainText('现有 2 份', { timeout: 30_000 });
  // Both heard of the entries; only one of them wrote.
  await other.reload();
  await expect(other.locator('main')).toContainText('现有 2 份');
  expect((await filesIn(other)).names).toHaveLength(2);

  await other.evaluate(async () => {
    await (await navigator.storage.getDirectory()).removeEntry('备份', { recursive: true });
  });
  await rate(options, '之后');
  await page.getByRole('button', { name: '现在备份' }).click();
  await expect(page.getByRole('alert')).toContainText('文件夹或文件不在了');
  await expect(page.locator('header').first()).toContainText('备份没有写成');
  await axe(page);
});

/** Mounts a small file system; undefined where that is not allowed. */
function smallDisk(megabytes: number): string | undefined {
  const path = join(place, 'disk');
  mkdirSync(path, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], { stdio: 'ignore' });
    return path;
  } catch {
    return undefined;
  }
}

/** Bytes that are left for the browser. */
const LEFT = 6_000_000;

test('a full disk refuses the entry with a sentence, and nothing of it is written', async () => {
  test.setTimeout(180_000);
  const disk = smallDisk(256);
  test.skip(disk === undefined, 'a small file system cannot be mounted here');
  if (disk === undefined) return;
  try {
    const driven = await launch({ profile: newProfile(disk) });
    try {
      const options = await driven.open('options.html');
      await rate(options, '之前');
      // Something else fills the disk, but for a little.
      const { bavail, bsize } = statfsSync(disk);
      writeFileSync(join(disk, 'ballast'), new Uint8Array(Math.max(0, bavail * bsize - LEFT)));
      // Large notes until there is no room. Text that does not shrink.
      const outcome = await options.evaluate(async () => {
        const random = (): string => {
          const bytes = crypto.getRandomValues(new Uint8Array(45_000));
          let text = '';
          for (const byte of bytes) text += String.fromCharCode(0x4e00 + byte);
          return text.slice(0, 19_000);
        };
        let kept = 1;
        for (let round = 0; round < 2_000; round += 1) {
          const body = { scorecard: 'pilot-2013-61', indicator: 'C2', score: 1, reason: random() };
          const reply = await chrome.runtime.sendMessage({ to: 'background', name: 'rate', body });
          if (!reply.ok) return { kept, problem: reply.problem };
          kept += 1;
        }
        return { kept, problem: undefined };
      });
      expect(outcome.problem?.code).toMatch(/^ledger-storage-(?:full|failed)$/);
      // There is room again: it goes on where it stopped.
      rmSync(join(disk, 'ballast'));
      expect(await rate(options, '之后')).toMatchObject({ ok: true, value: { sequence: outcome.kept + 1 } });
      const page = await driven.open('workbench.html#/ledger');
      await page.getByRole('button', { name: '核对链条' }).click();
      await expect(page.getByRole('region', { name: '核对结果' })).toContainText(`核对通过：${outcome.kept + 1} 条`);
    } finally {
      await driven.close();
    }
  } finally {
    execFileSync('umount', ['-l', disk]);
  }
});

test('a database of a newer version can be read, and is not written into', async ({ driven }) => {
  const options = await driven.open('options.html');
  await rate(options, '之前');
  await driven.stopWorker();
  await options.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('duibiao', 99);
        request.onupgradeneeded = () => void request.result.createObjectStore('of-another-day');
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
        request.onerror = () => reject(request.error);
      }),
  );
  const reply = await rate(options, '之后');
  expect(reply).toMatchObject({ ok: false, problem: { code: 'ledger-newer' } });
  const page = await driven.open('workbench.html#/ledger');
  await page.getByRole('button', { name: /^看全部类别/ }).click();
  await expect(page.getByRole('row').filter({ has: page.getByRole('link') })).toHaveCount(1);
  await page.getByRole('button', { name: '核对链条' }).click();
  await expect(page.getByRole('region', { name: '核对结果' })).toContainText('核对通过：1 条');
});

/** Folders in which a profile keeps its databases. */
const databasesOf = (profile: string): string[] => {
  const folder = join(profile, 'Default', 'IndexedDB');
  return readdirSync(folder)
    .filter((name) => name.startsWith('chrome-extension'))
    .map((name) => join(folder, name));
};

test.describe('a database that is gone', () => {
  for (const [name, damage] of [
    ['deleted', (folder: string) => rmSync(folder, { recursive: true })],
    [
      'damaged on the disk',
      (folder: string) => {
        for (const file of readdirSync(folder)) writeFileSync(join(folder, file), '坏了'.repeat(200));
      },
    ],
  ] as const)
    test(`${name}: the person is told, and a backup brings everything back`, async () => {
      test.setTimeout(120_000);
      const first = await launch();
      const options = await first.open('options.html');
      for (let number = 1; number <= 3; number += 1) await rate(options, `第${number}次`);
      const page = await backupScreen(first);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: '导出证据包' }).click(),
      ]);
      const path = join(place, `${name}.zip`);
      await download.saveAs(path);
      // The note of the last head follows the entry.
      await expect
        .poll(() =>
          page.evaluate(
            async () =>
              (await chrome.storage.local.get<{ ledgerHead?: { sequence: number } }>('ledgerHead')).ledgerHead
                ?.sequence,
          ),
        )
        .toBe(5);
      await first.close({ keepProfile: true });
      for (const folder of databasesOf(first.profile)) if (folder.endsWith('leveldb')) damage(folder);

      const second = await launch({ profile: first.profile });
      try {
        const screen = await backupScreen(second);
        const main = screen.locator('main');
        await expect(main).toContainText('原有的 5 条证据不见了', { timeout: 30_000 });
        await expect(screen.locator('header').first()).toContainText('原有的 5 条证据不见了');
        await axe(screen);
        await screen.getByLabel('选择证据包文件').locator('input').setInputFiles(path);
        await screen.getByRole('button', { name: '恢复 4 条' }).click();
        await expect(main).toContainText('恢复好了');
        // The last entry only noted the export: it is not in the bundle, and not taken for nothing.
        await expect(main).toContainText('原有的 5 条证据不见了');
        await screen.getByRole('button', { name: '知道了，不再提醒' }).click();
        await expect(main).not.toContainText('不见了');
      } finally {
        await second.close();
      }
    });
});
