// Starts the command line:  node .ci/duibiao.cjs [arguments…]
// In this process and from its bundle, when the bundle is that of the sources as they stand; else set-up and bundle come first.
const { dirname, join } = require('node:path');
const { bundlesOf, freshBundle } = require('./bundle.cjs');
const { install } = require('./compiled.cjs');

const root = dirname(__dirname);
/** Told by this file to itself, when set-up is over. */
const ready = process.env.DUIBIAO_READY !== undefined;

function run(entry) {
  install(bundlesOf(root));
  require(entry);
}

/** Runs a script beside this one. Loaded only here: most starts need no other process. */
function spawn(script, args, options) {
  const { spawnSync } = require('node:child_process');
  return spawnSync(process.execPath, [join(__dirname, script), ...args], options).status ?? 2;
}

/** Brings packages and Node, and starts this file again. */
function prepare() {
  const env = { ...process.env, INIT_CWD: process.cwd(), DUIBIAO_READY: '1' };
  process.exitCode = spawn('setup.mjs', ['.ci/duibiao.cjs', ...process.argv.slice(2)], { stdio: 'inherit', env });
}

function build() {
  // What is built says so on standard error: results on standard output stay clean.
  spawn('build-cli.mjs', [], { stdio: ['ignore', 2, 2] });
  const entry = freshBundle(root);
  if (entry !== undefined) return run(entry);
  process.stderr.write('[setup] the command line could not be built; see the lines above.\n');
  process.exitCode = 2;
}

// npm starts its scripts in the project; paths on the command line mean the folder in which npm was called.
if (process.env.npm_lifecycle_event === 'duibiao' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
const isOld = Number(process.versions.node.split('.')[0]) < 22;
const fresh = isOld && !ready ? undefined : freshBundle(root);
if (fresh !== undefined) run(fresh);
else if (ready) build();
else prepare();
