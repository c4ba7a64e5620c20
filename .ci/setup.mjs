// Prepares a fresh clone, then runs a program on the project's own Node.
//   node .ci/setup.mjs [--browser] [program.ts arguments…]
// Plain JavaScript without packages: it runs before anything is installed, on Node 20 and newer.
// Everything it says goes to standard error, so that results on standard output stay clean.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const bin = join(modules, '.bin');
const stamp = join(modules, '.duibiao-setup');
const windows = platform() === 'win32';
const say = (text) => process.stderr.write(`[setup] ${text}\n`);
const withBin = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` };

function fail(text) {
  say(text);
  process.exit(2);
}

function run(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell: windows, ...options });
  return done.status === 0;
}

/** Packages: installed again only when the lockfile is not the one that was installed. */
function installPackages() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('installing packages from package-lock.json (about half a minute) …');
  // Not `npm ci`: it refuses a lockfile that lacks the packages of other systems, and where this one was made the
  // registry did not have them all. `npm install` takes the versions and digests that are pinned, and writes nothing.
  if (!run('npm', ['install', '--no-save', '--ignore-scripts', '--loglevel=error']))
    fail('npm install failed; see the lines above.');
  writeFileSync(stamp, wanted);
}

/** The project's tools want Node 22 or newer. On Linux and Windows (x64) npm brought one; elsewhere the system's must do. */
function findNode() {
  const brought = join(bin, windows ? 'node.cmd' : 'node');
  if (existsSync(brought)) return brought;
  if (Number(process.versions.node.split('.')[0]) >= 22) return process.execPath;
  return fail(
    `Node ${process.versions.node} is too old and none could be brought for this system. Install Node 24 and try again.`,
  );
}

const BROWSERS = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/usr/bin/microsoft-edge',
  ],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  win32: [
    `${process.env.ProgramFiles}\\Microsoft\\Edge\\Application\\msedge.exe`,
    `${process.env['ProgramFiles(x86)']}\\Microsoft\\Edge\\Application\\msedge.exe`,
    `${process.env.ProgramFiles}\\Google\\Chrome\\Application\\chrome.exe`,
    `${process.env.LOCALAPPDATA}\\Chromium\\Application\\chrome.exe`,
  ],
};

function installedBrowser() {
  if (process.env.DUIBIAO_BROWSER) return process.env.DUIBIAO_BROWSER;
  return (BROWSERS[platform()] ?? []).find((path) => existsSync(path));
}

/** Playwright's own Chromium, when it was downloaded before. */
function playwrightBrowser() {
  const script = "process.stdout.write(require('@playwright/test').chromium.executablePath())";
  const path = spawnSync(findNode(), ['-e', script], {
    cwd: root,
    encoding: 'utf8',
    env: { HOME: homedir(), ...withBin },
  }).stdout;
  return path && existsSync(path) ? path : undefined;
}

/** A Chromium: an installed one, else Debian's package, else Playwright's download. */
function findBrowser() {
  const found = installedBrowser() ?? playwrightBrowser();
  if (found) return found;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    say('no browser found: installing the Debian packages chromium and fonts-noto-cjk (a few minutes) …');
    const quiet = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    run('apt-get', ['update', '-q'], quiet);
    run('apt-get', ['install', '-y', '-q', 'chromium', 'fonts-noto-cjk'], quiet);
  } else {
    say("no browser found: downloading Playwright's Chromium …");
    run(join(bin, windows ? 'playwright.cmd' : 'playwright'), ['install', 'chromium'], { env: withBin });
  }
  return (
    installedBrowser() ??
    playwrightBrowser() ??
    fail('No Chromium could be brought. Install Chrome, Edge or Chromium and try again.')
  );
}

/** Chinese pages need a Chinese font; without one every picture is boxes. */
function bringFont() {
  if (platform() !== 'linux' || !existsSync('/etc/debian_version') || process.getuid?.() !== 0) return;
  const fonts = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  if (fonts.status === 0 && fonts.stdout.trim() !== '') return;
  say('no Chinese font found: installing the Debian package fonts-noto-cjk …');
  run('apt-get', ['update', '-q']);
  run('apt-get', ['install', '-y', '-q', 'fonts-noto-cjk', 'fontconfig'], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

const given = process.argv.slice(2);
const wantsBrowser = given[0] === '--browser';
const [program, ...args] = wantsBrowser ? given.slice(1) : given;

installPackages();
const node = findNode();
if (wantsBrowser) {
  findBrowser();
  bringFont();
}
if (program) {
  const browser = wantsBrowser ? { DUIBIAO_BROWSER: findBrowser() } : {};
  const done = spawnSync(node, [join(root, program), ...args], {
    stdio: 'inherit',
    shell: windows,
    // Relative paths on the command line mean the folder in which npm was called.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: { ...withBin, ...browser },
  });
  process.exit(done.status ?? 2);
}
