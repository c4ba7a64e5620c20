import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The two builds: as handed out, and the one that grants the loopback addresses (在这个地址常开). */
export const BUILDS = {
  shipped: join(root, '.output', 'chrome-mv3'),
  standing: join(root, '.output', 'chrome-mv3-standing'),
} as const;

export interface LaunchOptions {
  build?: keyof typeof BUILDS;
  /** Keeps the profile of an earlier browser, for tests of what survives. */
  profile?: string;
  headless?: boolean;
  /** Leaves the page open that a new user begins with. */
  firstRun?: boolean;
  viewport?: { width: number; height: number } | null;
}

/** A Chromium with the extension, driven the way a person drives it. */
export interface Driven {
  context: BrowserContext;
  extensionId: string;
  profile: string;
  /** Clicks the toolbar button over a page and gives the panel that opens (or stands open already). */
  clickToolbar(page: Page): Promise<Page>;
  /** A page of the extension in a tab of its own. */
  open(path: string): Promise<Page>;
  /** Stops the extension's worker, as the browser does after half a minute of rest. */
  stopWorker(): Promise<void>;
  /** Id of the browser's process, for tests that kill it. */
  processId(): Promise<number>;
  /** All its processes. */
  processes(): Promise<{ type: string; id: number }[]>;
  close(options?: { keepProfile?: boolean }): Promise<void>;
}

const PATIENCE = 30_000;

export async function launch(options: LaunchOptions = {}): Promise<Driven> {
  const build = BUILDS[options.build ?? 'shipped'];
  if (!existsSync(join(build, 'manifest.json')))
    throw new Error(`No extension in ${build}: run "npm run build" first.`);
  const profile = options.profile ?? newProfile();
  const headless = options.headless ?? true;
  const context = await chromium.launchPersistentContext(profile, {
    ...(process.env.DUIBIAO_BROWSER ? { executablePath: process.env.DUIBIAO_BROWSER } : {}),
    headless: false,
    // Without a locale of UTF-8 the browser gives no file a Chinese name: it calls all of them "download".
    env: { ...process.env, LC_ALL: process.env.LC_ALL || 'C.UTF-8' } as Record<string, string>,
    viewport: options.viewport === undefined ? { width: 1366, height: 768 } : options.viewport,
    locale: 'zh-CN',
    acceptDownloads: true,
    args: [
      ...(headless ? ['--headless=new', '--disable-gpu'] : ['--start-maximized']),
      ...(process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []),
      // The browser's own words (date boxes, menus) in Chinese too.
      '--lang=zh-CN',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--remote-debugging-port=0',
      '--enable-unsafe-extension-debugging',
      `--disable-extensions-except=${build}`,
      `--load-extension=${build}`,
    ],
  });
  const browser = context.browser();
  if (!browser) throw new Error('The browser of a persistent context cannot be reached.');
  const cdp = await browser.newBrowserCDPSession();
  const extensionId = await findExtension(cdp);
  await workerReady(context, extensionId);
  if (options.profile === undefined) {
    const first = await waitFor('the page for the first time', () =>
      context.pages().find((page) => page.url().endsWith('/workbench.html#/start')),
    );
    if (options.firstRun !== true) await first.close();
  }
  const panelUrl = `chrome-extension://${extensionId}/sidepanel.html`;
  let panels: Browser | undefined;

  /** The side panel is no page of Playwright's own context; a second connection, made once it is open, sees it. */
  const findPanel = async (): Promise<Page> => {
    const look = (): Page | undefined =>
      panels
        ?.contexts()
        .flatMap((one) => one.pages())
        .find((one) => one.url().startsWith(panelUrl) && !one.isClosed());
    await waitFor('the panel', async () => {
      const { targetInfos } = await cdp.send('Target.getTargets');
      return targetInfos.find((one) => one.url.startsWith(panelUrl));
    });
    const known = look();
    if (known) return known;
    await panels?.close();
    const [port = ''] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
    panels = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
    return waitFor('the panel as a page', look);
  };

  const driven: Driven = {
    context,
    extensionId,
    profile,
    async clickToolbar(page) {
      await page.bringToFront();
      const targetId = await tabTarget(cdp, page);
      await cdp.send('Extensions.triggerAction' as never, { id: extensionId, targetId } as never);
      return findPanel();
    },
    async open(path) {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/${path}`);
      return page;
    },
    async stopWorker() {
      const { targetInfos } = await cdp.send('Target.getTargets');
      const worker = targetInfos.find((one) => one.type === 'service_worker' && one.url.includes(extensionId));
      if (worker) await cdp.send('Target.closeTarget', { targetId: worker.targetId });
    },
    async processId() {
      const main = (await driven.processes()).find((one) => one.type === 'browser');
      if (!main) throw new Error('The browser does not tell its process.');
      return main.id;
    },
    async processes() {
      const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
      return processInfo;
    },
    async close({ keepProfile = false } = {}) {
      await panels?.close().catch(() => undefined);
      await context.close().catch(() => undefined);
      if (!keepProfile) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return driven;
}

/** An empty profile that does not offer to translate Chinese pages. */
export function newProfile(folder: string = tmpdir()): string {
  const profile = mkdtempSync(join(folder, 'duibiao-'));
  mkdirSync(join(profile, 'Default'));
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify({ translate: { enabled: false } }));
  return profile;
}

/** The worker may start late; its target tells the extension's id. */
async function findExtension(cdp: CDPSession): Promise<string> {
  return waitFor('the extension', async () => {
    const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{}] } as never);
    const worker = targetInfos.find(
      (one) =>
        one.type === 'service_worker' &&
        one.url.startsWith('chrome-extension://') &&
        one.url.endsWith('/background.js'),
    );
    return worker ? new URL(worker.url).host : undefined;
  });
}

/** The worker exists before it listens; a click that comes earlier is lost. It is ready when it answers a message. */
async function workerReady(context: BrowserContext, extensionId: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/options.html`);
  await waitFor('the worker to answer', () =>
    page.evaluate(() =>
      chrome.runtime.sendMessage({ to: 'background', name: 'addressesChanged', body: {} }).then(
        (reply) => (reply?.ok === true ? true : undefined),
        () => undefined,
      ),
    ),
  );
  await page.close();
}

/** `Extensions.triggerAction` wants the target of type tab, which stands above the page's own. */
async function tabTarget(cdp: CDPSession, page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  await session.detach();
  return waitFor('the tab', async () => {
    const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{ type: 'tab' }] } as never);
    const sameAddress = targetInfos.filter((one) => one.url === page.url());
    return (sameAddress.find((one) => one.title === targetInfo.title) ?? sameAddress[0])?.targetId;
  });
}

/** Asks again and again, for half a minute at most. */
export async function waitFor<Value>(
  what: string,
  look: () => Promise<Value | undefined> | Value | undefined,
): Promise<Value> {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Waited ${PATIENCE / 1000} s for ${what}.`);
}
