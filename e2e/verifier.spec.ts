import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { memoryBytes } from '../core/base/byte-source.ts';
import { readMember, readZip } from '../core/base/zip-reader.ts';
import { verifyBundle } from '../core/ledger/bundle/read.ts';
import { expect, test } from './test.ts';

let folder: string;
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'duibiao-verifier-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The members of a bundle's file. */
async function membersOf(path: string): Promise<Map<string, Uint8Array>> {
  const source = memoryBytes(readFileSync(path));
  const members = new Map<string, Uint8Array>();
  for (const member of (await readZip(source, 100)).members)
    members.set(member.name, (await readMember(source, member)) ?? new Uint8Array());
  return members;
}

const chosen = async (page: Page, path: string): Promise<void> => page.getByLabel('选择证据包文件').setInputFiles(path);

test('a bundle is verified by the page inside it, from a disk and without the extension', async ({ driven }) => {
  const options = await driven.open('options.html');
  for (let number = 1; number <= 3; number += 1)
    await options.evaluate(
      (reason) =>
        chrome.runtime.sendMessage({
          to: 'background',
          name: 'rate',
          body: { scorecard: 'pilot-2013-61', indicator: 'C1', score: 1, reason },
        }),
      `<img src=x onerror=alert(${number})>`,
    );
  const workbench = await driven.open('workbench.html#/backup');
  const [download] = await Promise.all([
    workbench.waitForEvent('download'),
    workbench.getByRole('button', { name: '导出证据包' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^证据包-\d{4}-\d\d-\d\d\.zip$/);
  const bundle = join(folder, '证据包.zip');
  await download.saveAs(bundle);

  const members = await membersOf(bundle);
  expect([...members.keys()]).toEqual(['怎样核对.txt', '核对.html', 'chains/0001/000001.ndjson', 'bundle.json']);
  expect(new TextDecoder().decode(members.get('怎样核对.txt'))).toContain('不用装软件');
  const verifier = join(folder, '核对.html');
  writeFileSync(verifier, members.get('核对.html') ?? '');
  const page = await driven.context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('dialog', () => asked.push('a dialog'));
  const address = pathToFileURL(verifier).href;
  await page.goto(address);
  await chosen(page, bundle);
  const outcome = page.getByRole('status');
  await expect(outcome).toContainText('核对通过：4 条');
  await expect(outcome).toContainText('签名都对');
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map((one) => one.id)).toEqual([]);

  // What stands on a signed sheet.
  const [, hash = ''] = /第 4 号 ([0-9a-f]{64})/.exec(await outcome.innerText()) ?? [];
  await page.getByLabel('第几号').fill('4');
  await page.getByLabel('末条指纹').fill(`${hash.slice(0, 8)} ${hash.slice(8, 16)}`);
  await chosen(page, bundle);
  await expect(outcome).toContainText('见证对得上：第 4 号');
  await page.getByLabel('末条指纹').fill('0'.repeat(16));
  await chosen(page, bundle);
  await expect(outcome).toContainText('见证对不上');
  await page.getByLabel('末条指纹').fill('不是');
  await chosen(page, bundle);
  await expect(page.getByRole('alert')).toContainText('指纹是 0–9 和 a–f');
  await page.getByLabel('第几号').fill('');
  await page.getByLabel('末条指纹').fill('');

  const changed = readFileSync(bundle);
  const at = changed.length - 500;
  changed[at] = (changed[at] ?? 0) ^ 1;
  const bad = join(folder, 'changed.zip');
  writeFileSync(bad, changed);
  await chosen(page, bad);
  await expect(page.locator('.outcome.bad')).toBeVisible();

  // A byte in what is packed: the entries there cannot be read, and are not called missing.
  const torn = readFileSync(bundle);
  const part = (await readZip(memoryBytes(torn), 100)).members.find(({ name }) => name.startsWith('chains/'));
  const inside = (part?.offset ?? 0) + 200;
  torn[inside] = (torn[inside] ?? 0) ^ 1;
  const tornFile = join(folder, 'torn.zip');
  writeFileSync(tornFile, torn);
  await chosen(page, tornFile);
  await expect(outcome).toContainText('第 1 条到第 4 条所在的文件');

  // What the command line and the workbench say of them too (extension/worker/same-words.test.ts).
  const samples = join(import.meta.dirname, '..', 'fixtures', 'ledgers');
  for (const name of readdirSync(samples).filter((file) => /\.jsonl?$/.test(file))) {
    const path = join(samples, name);
    const { message, notes, limits } = await verifyBundle(memoryBytes(readFileSync(path)), name);
    await chosen(page, path);
    for (const sentence of [message, ...notes, limits]) await expect(outcome, name).toContainText(sentence);
  }
  const none = join(folder, 'letter.zip');
  writeFileSync(none, 'PK\u0003\u0004敬启者');
  await chosen(page, none);
  await expect(page.getByRole('alert')).toContainText('“letter.zip”不是证据包');
  expect(asked.filter((url) => url !== address)).toEqual([]);
});
