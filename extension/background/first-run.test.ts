import { beforeEach, expect, it, vi } from 'vitest';
import { fake } from '../testing.ts';
import { openFirstRun } from './first-run.ts';

vi.mock('../browser.ts', async () => (await import('../testing.ts')).fakeDoor());

beforeEach(() => fake.reset());

it('opens one page, once, however often the browser says that it was installed', async () => {
  await openFirstRun();
  await openFirstRun();
  expect(fake.opened).toEqual(['chrome-extension://duibiao/workbench.html#/start']);
});

it('opens nothing where the policy of the office installed it', async () => {
  fake.installType = 'admin';
  await openFirstRun();
  expect(fake.opened).toEqual([]);
});
