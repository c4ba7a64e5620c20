import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  outputDir: '.output/e2e',
  // Each test has a browser of its own and waits most of the time: two cores carry three.
  workers: 3,
  fullyParallel: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  forbidOnly: true,
  // A real browser on a busy machine: a test that needs its second try is told as flaky by name, not hidden.
  retries: process.env.CI ? 1 : 0,
});
