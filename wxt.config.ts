import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { pdfjsWithoutWays } from './.ci/pdfjs-without-ways.ts';
import { polyfillOfUse } from './.ci/polyfill-of-use.ts';
import { thirdParty } from './.ci/third-party.ts';
import { verifier } from './.ci/verifier.ts';

const notices = thirdParty();

/** Pages ask which formats are known; files are read in the worker alone, whose build has the parsers. */
const NO_PARSER = '\0no-parser';
const withoutParsers: Plugin = {
  name: 'without-parsers',
  enforce: 'pre',
  resolveId: (id, importer) =>
    /^\.\/\w+\/read\.ts$/.test(id) && importer?.endsWith('core/files/formats.ts') ? NO_PARSER : undefined,
  load: (id) => (id === NO_PARSER ? 'export default undefined;' : undefined),
};

/**
 * `wxt build` makes the extension that is handed out. `wxt build --mode standing` makes the one for tests of
 * 在这个地址常开: the same, with the loopback addresses granted at install, because the browser's permission dialog
 * cannot be answered without a display.
 */
export default defineConfig({
  srcDir: 'extension',
  // WXT looks for entrypoints only here; tests stand elsewhere.
  entrypointsDir: 'entrypoints',
  publicDir: 'extension/public',
  outDir: '.output',
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}{{modeSuffix}}',
  imports: false,
  targetBrowsers: ['chrome', 'edge'],
  hooks: { 'build:done': ({ config }) => notices.write(config.outDir) },
  vite: () => ({
    plugins: [notices.plugin(), polyfillOfUse(), withoutParsers, verifier()],
    // Parsers are loaded with the first file that needs them.
    worker: { format: 'es', plugins: () => [notices.plugin(), pdfjsWithoutWays(), verifier()] },
    resolve: {
      alias: [
        {
          find: /^\.{1,2}\/html\/read\.ts$/,
          replacement: fileURLToPath(new URL('extension/worker/no-saved-page.ts', import.meta.url)),
        },
        {
          find: /^\.\/cmaps\.ts$/,
          replacement: fileURLToPath(new URL('extension/worker/packed-cmaps.ts', import.meta.url)),
        },
      ],
    },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    // The polyfill for old browsers calls fetch; what we ship calls nothing of the kind.
    build: { modulePreload: { polyfill: false } },
  }),
  manifest: ({ mode }) => ({
    name: '对标',
    description: '提交前看一眼：文件缺什么、执行哪些标准、证据放在哪里。内容不出这台电脑。',
    minimum_chrome_version: '117',
    permissions: ['activeTab', 'scripting', 'sidePanel', 'storage', 'unlimitedStorage'],
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    ...(mode === 'standing' ? { host_permissions: ['http://127.0.0.1/*', 'http://localhost/*'] } : {}),
    // What an administrator may hand out (background/packs.ts).
    storage: { managed_schema: 'policy.json' },
    action: { default_title: '对标：检查这一页' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+D' }, description: '检查这一页' },
    },
    // Nothing leaves the computer: the extension's pages may talk to themselves only.
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    },
  }),
});
