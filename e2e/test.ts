import { test as base, expect, type Page } from '@playwright/test';
import { type Driven, type LaunchOptions, launch } from './browser.ts';
import { installedProfile } from './installed-profile.ts';
import { type Oa, startOa } from './oa.ts';

interface Options {
  build: NonNullable<LaunchOptions['build']>;
  /** The page that a new user begins with stays open. */
  firstRun: boolean;
}

interface Fixtures {
  /** A browser with the extension, its own profile, closed after the test. */
  driven: Driven;
  /** A demo OA of its own. */
  oa: Oa;
  /** The tab that the person works in. */
  tab: Page;
}

export const test = base.extend<Options & Fixtures>({
  build: ['shipped', { option: true }],
  firstRun: [false, { option: true }],
  driven: async ({ build, firstRun }, use) => {
    const driven = await launch({ build, ...(firstRun ? { firstRun } : { profile: await installedProfile(build) }) });
    await use(driven);
    await driven.close();
  },
  oa: async ({ browserName: _ }, use) => {
    const oa = await startOa();
    await use(oa);
    await oa.close();
  },
  tab: async ({ driven }, use) => {
    const [tab = await driven.context.newPage()] = driven.context.pages();
    await use(tab);
  },
});

export { expect };
