// Makes the bundle of the command line in .output/cli. Called by .ci/duibiao.cjs when sources changed.
// Two bundles: the library for saved pages, which only changes with the packages, and the command line itself.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { formatOfName } from '../core/files/formats.ts';
import { pdfjsWithoutWays } from './pdfjs-without-ways.ts';
import { verifier } from './verifier.ts';

const { bundlesOf, freshBundle, manifestOf, statesOf } = createRequire(import.meta.url)('./bundle.cjs');
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bundles = bundlesOf(root);
/** What a bundle depends on beside the modules in it. */
const ABOUT = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  '.ci/build-cli.mjs',
  '.ci/bundle.cjs',
  '.ci/pdfjs-without-ways.ts',
  '.ci/verifier.ts',
  'extension/verifier/page.ts',
  'extension/verifier/page.html',
  'extension/verifier/page.css',
  'extension/verifier/words.ts',
  '.ci/compiled.cjs',
];
const ATTEMPTS = 3;

/** Settings that both share. Letters of other scripts are escaped: text of one byte a letter loads faster. */
async function bundle(folder, input, plugins, chunks = {}) {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node22',
      outDir: folder,
      emptyOutDir: true,
      minify: true,
      rollupOptions: {
        input,
        output: {
          format: 'cjs',
          charset: 'ascii',
          // What a script loads, it loads by `require`.
          dynamicImportInCjs: false,
          entryFileNames: '[name].cjs',
          chunkFileNames: '[name]-[hash].cjs',
          ...chunks,
        },
      },
    },
  });
}

/** Replaces a piece of a module that the bundle cannot keep as it is. Throws when it is not there, as after an update. */
function patched(code, id, piece, replacement) {
  if (code.split(piece).length !== 2) throw new Error(`${id}: expected once: ${piece}`);
  return code.replace(piece, () => replacement);
}

const digestOf = (...texts) => createHash('sha256').update(texts.join('\0')).digest('hex').slice(0, 16);
const read = (path) => readFileSync(join(root, path), 'utf8');

/** jsdom reads pages without a network here: in the place of its network library stands one that refuses. */
const NO_NETWORK = `
class Refusing { constructor() { if (new.target === Refusing) throw new Error('no network'); } }
class Dispatcher extends Refusing { dispatch() { throw new Error('no network'); } }
module.exports = { Dispatcher, DecoratorHandler: Refusing, WebSocket: Refusing, getGlobalDispatcher: () => new Dispatcher() };`;

/** Whose cookie it is, nobody asks here: in the place of the list of all public domains stands one that knows none. */
const NO_DOMAINS = 'module.exports = { getDomain: () => null };';

/** Nothing is painted here: the package that could, which another one may bring along, is as if it were not there. */
const NO_PAINTING = 'throw new Error("no canvas");';

/** jsdom loads modules by names that are put together, and a helper process for requests that wait: neither survives bundling. */
const jsdomPlugin = {
  name: 'jsdom-in-one-file',
  enforce: 'pre',
  load(id) {
    if (/[\\/]node_modules[\\/]undici[\\/]index\.js$/.test(id)) return NO_NETWORK;
    if (/[\\/]node_modules[\\/]@napi-rs[\\/]canvas[\\/]/.test(id)) return NO_PAINTING;
    return /[\\/]node_modules[\\/]tldts[\\/]dist[\\/].*index\.js$/.test(id) ? NO_DOMAINS : undefined;
  },
  transform(code, id) {
    if (id.endsWith('XMLHttpRequest-impl.js'))
      return patched(code, id, 'require.resolve("./xhr-sync-worker.js")', '""');
    if (!code.includes('syntax.definition.cssom}.js')) return undefined;
    const folder = '../../../../generated/idl';
    const rules = readdirSync(join(dirname(id), folder)).filter((name) => /^CSS\w*Rule\.js$/.test(name));
    const table = rules.map((name) => `${name.slice(0, -3)}: () => require('${folder}/${name}')`).join(', ');
    return patched(
      code,
      id,
      `require(\`${folder}/\${syntax.definition.cssom}.js\`)`,
      `({ ${table} })[syntax.definition.cssom]()`,
    );
  },
};

/** Path of jsdom in one file; made anew only when the packages or this file changed. */
async function jsdomBundle() {
  const folder = join(bundles, `jsdom-${digestOf(read('package-lock.json'), read('.ci/build-cli.mjs'))}`);
  if (!existsSync(folder)) {
    const made = `${folder}-${process.pid}`;
    const entry = {
      name: 'entry',
      resolveId: (id) => (id === 'entry' ? '\0entry' : undefined),
      load: (id) => (id === '\0entry' ? "export { JSDOM, VirtualConsole } from 'jsdom';" : undefined),
    };
    await bundle(made, { jsdom: 'entry' }, [entry, jsdomPlugin]);
    moveTo(made, folder);
  }
  return join(folder, 'jsdom.cjs');
}

/** Puts a folder in its place; where another process was faster, its own stays. */
function moveTo(made, folder) {
  try {
    renameSync(made, folder);
  } catch (error) {
    rmSync(made, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

const JSDOM_ID = '\0jsdom';
/**
 * What the sources find beside themselves: jsdom in one file, the pages of rules where they are, the thread of the bundle.
 * @param sources hears of every file that is read; a bundle tells only of those of which something is left in it
 */
const sourcesPlugin = (jsdom, sources) => ({
  name: 'sources-in-few-files',
  enforce: 'pre',
  resolveId(id) {
    if (id === 'jsdom') return JSDOM_ID;
    // The build for Node brings threads with it, which nobody here asks it for.
    if (id === 'fflate') return this.resolve('fflate/browser');
    return id === jsdom ? { id, external: 'absolute' } : undefined;
  },
  load: (id) => (id === JSDOM_ID ? `module.exports = require(${JSON.stringify(jsdom)});` : undefined),
  transform(code, id) {
    sources.add(relative(root, id).replaceAll('\\', '/'));
    if (id.endsWith('core/cli/check/pool.ts')) return patched(code, id, "'./worker.ts'", "'./thread.cjs'");
    if (id.endsWith('core/cli/rules.ts')) return patched(code, id, 'import.meta.dirname', JSON.stringify(dirname(id)));
    return undefined;
  },
});

/** What the check of a Word file loads, in one file: opening forty takes longer than reading them. */
const USUAL_STARTS = [
  'core/cli/check.ts',
  'core/files/docx/read.ts',
  'core/exports/check/pretty.ts',
  'core/standards/pack.ts',
];
const USUAL = {
  name(id, context) {
    usual ??= closureOf(
      USUAL_STARTS.map((path) => join(root, path)),
      (one) => context.getModuleInfo(one)?.importedIds ?? [],
    );
    return usual.has(id) ? 'check' : null;
  },
};
let usual;

/** These modules, and all that they load at once. */
function closureOf(starts, importsOf) {
  const reached = new Set(starts);
  for (const id of reached) for (const next of importsOf(id)) reached.add(next);
  return reached;
}

/** Fewer files than would be read in threads, where nothing that is compiled is kept; so is one of a format that is watched. */
const MOST_SAMPLES = 15;

const isReadHere = (name) => {
  const format = formatOfName(name);
  return format !== undefined && 'read' in format && format.watched !== true;
};

/** Runs the bundle over documents of every format, and keeps what was compiled. A run that fails only makes it slower. */
function compile(entry) {
  const folder = join(root, 'fixtures', 'documents');
  const names = existsSync(folder) ? readdirSync(folder).sort().filter(isReadHere) : [];
  const byEnding = Map.groupBy(names, (name) => extname(name));
  const turns = [...byEnding.values()].flatMap((group) => group.map((name, turn) => ({ name, turn })));
  const samples = turns.sort((left, right) => left.turn - right.turn).slice(0, MOST_SAMPLES);
  const files = samples.map(({ name }) => join(folder, name));
  const args = [join(root, '.ci', 'compiled.cjs'), entry, 'check', ...files, '--today', '2026-01-01'];
  spawnSync(process.execPath, args, { stdio: 'ignore' });
}

async function attempt() {
  const since = Date.now();
  const jsdom = await jsdomBundle();
  const made = join(bundles, `made-${process.pid}`);
  const cli = join(root, 'core', 'cli');
  const sources = new Set();
  const input = { main: join(cli, 'main.ts'), worker: join(cli, 'check/worker.ts') };
  await bundle(made, input, [sourcesPlugin(jsdom, sources), pdfjsWithoutWays(), verifier()], {
    codeSplitting: { groups: [USUAL] },
  });
  const own = [...sources].filter((path) => path.startsWith('core/')).sort();
  const files = statesOf(root, [...own, ...ABOUT], since);
  if (!files) {
    rmSync(made, { recursive: true });
    return false;
  }
  // A thread begins as the program does: with what was compiled.
  const compiled = join(root, '.ci', 'compiled.cjs');
  writeFileSync(
    join(made, 'thread.cjs'),
    `require(${JSON.stringify(compiled)}).install(${JSON.stringify(bundles)});\nrequire('./worker.cjs');\n`,
  );
  const content = readdirSync(made)
    .sort()
    .map((name) => readFileSync(join(made, name), 'utf8'));
  const folder = join(bundles, digestOf(...content));
  moveTo(made, folder);
  compile(join(folder, 'main.cjs'));
  const next = `${manifestOf(root)}-${process.pid}`;
  writeFileSync(next, JSON.stringify({ entry: relative(root, join(folder, 'main.cjs')), files }));
  renameSync(next, manifestOf(root));
  clear([folder, dirname(jsdom), manifestOf(root)]);
  return true;
}

/** A bundle that was made longer ago than this is run by nobody any more. Milliseconds. */
const OLD = 3_600_000;

/** Takes earlier bundles away, but none that a start of a moment ago may still be reading. */
function clear(kept) {
  for (const name of readdirSync(bundles)) {
    const path = join(bundles, name);
    if (!kept.includes(path) && Date.now() - statSync(path).mtimeMs > OLD)
      rmSync(path, { recursive: true, force: true });
  }
}

process.stderr.write('[setup] building the command line …\n');
mkdirSync(bundles, { recursive: true });
for (let count = 0; count < ATTEMPTS; count += 1)
  if (freshBundle(root) !== undefined || (await attempt())) process.exit(0);
process.stderr.write('[setup] sources change while they are bundled.\n');
process.exit(1);
