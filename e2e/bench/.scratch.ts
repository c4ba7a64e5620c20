import { mkdtempSync, rmSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { appendIn } from './append.ts';

const dir = mkdtempSync('/tmp/bench-');
const context = await chromium.launchPersistentContext(dir, {
  executablePath: '/usr/bin/chromium',
  headless: true,
  args: ['--no-sandbox'],
});
try {
  const page = await context.newPage();
  await page.route('http://127.0.0.1:7777/**', (route) =>
    route.fulfill({ body: '<!doctype html>', contentType: 'text/html' }),
  );
  await page.goto('http://127.0.0.1:7777/');
  console.log(await appendIn(page));
} finally {
  await context.close();
  rmSync(dir, { recursive: true, force: true });
}
