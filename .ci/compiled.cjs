// Loads the files of a bundle with what V8 had compiled of them when a run over sample documents was over. Node's own cache
// keeps what was compiled before a file ran: of a big library that is the smaller part.
//   node .ci/compiled.cjs ENTRY [arguments…]   runs a bundle and keeps what was compiled
// Plain CommonJS without packages: it runs at every start, on Node 20 and newer.
const { readFileSync, renameSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { dirname, resolve, sep } = require('node:path');
const { Script } = require('node:vm');

/** Beside each file. A bundle is never changed once it is made, so what was compiled of it stays true. */
const cacheOf = (path) => `${path}.compiled`;

function cached(path) {
  try {
    return readFileSync(cacheOf(path));
  } catch {
    return undefined;
  }
}

/**
 * Loads the .cjs files in `folder` with what was compiled of them. What another V8 compiled, or what is damaged, V8 refuses
 * and compiles anew. @param heard is told of every script
 */
function install(folder, heard = () => undefined) {
  const usual = Module._extensions['.js'];
  Module._extensions['.cjs'] = (module, path) => {
    if (!path.startsWith(folder + sep)) return usual(module, path);
    const source = Module.wrap(readFileSync(path, 'utf8'));
    const script = new Script(source, { filename: path, cachedData: cached(path) });
    heard(path, script);
    const { exports } = module;
    script.runInThisContext().call(exports, exports, Module.createRequire(path), module, path, dirname(path));
  };
}

/** Runs a bundle, and keeps what is compiled of its files when it ends. */
function keep(entry, folder) {
  const scripts = new Map();
  install(folder, (path, script) => scripts.set(path, script));
  process.on('exit', () => {
    for (const [path, script] of scripts) {
      const made = `${cacheOf(path)}-${process.pid}`;
      writeFileSync(made, script.createCachedData());
      renameSync(made, cacheOf(path));
    }
  });
  require(entry);
}

if (require.main === module) {
  const [node, , entry, ...args] = process.argv;
  process.argv = [node, entry, ...args];
  keep(resolve(entry), dirname(dirname(resolve(entry))));
}

module.exports = { install };
