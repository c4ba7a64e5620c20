// Which bundle of the command line may be run: what it was made of is compared with what stands there now.
// Plain CommonJS without packages: it runs at every start, on Node 20 and newer.
const { readFileSync, statSync } = require('node:fs');
const { join } = require('node:path');

/** Where the bundles of a checkout are kept, each in a folder of its own. */
const bundlesOf = (root) => join(root, '.output', 'cli');
/** Names the bundle that was made last, and every file that it was made of, by paths in the checkout. */
const manifestOf = (root) => join(bundlesOf(root), 'manifest.json');

/** Size of a file, and when anything about it last changed: unlike its time of writing nobody can set that back. */
function stateOf(path) {
  const facts = statSync(path, { throwIfNoEntry: false });
  return facts && [facts.size, facts.ctimeMs];
}

/** Clocks of files run behind by some milliseconds. */
const COARSE = 20;

/**
 * The states of the files that a bundle is made of; undefined when one is gone or was changed after `since` (milliseconds): the
 * bundle may hold what stood there before.
 */
function statesOf(root, files, since) {
  const states = files.map((file) => [file, ...(stateOf(join(root, file)) ?? [])]);
  return states.every(([, size, changed]) => size !== undefined && changed < since - COARSE) ? states : undefined;
}

/** The entry of the bundle that was made of the files as they stand now; undefined when there is none. */
function freshBundle(root) {
  try {
    const { entry, files } = JSON.parse(readFileSync(manifestOf(root), 'utf8'));
    const path = join(root, entry);
    const fresh = files.every(([file, size, changed]) => {
      // Not `join`, which takes half of the time of a start for so many paths.
      const state = stateOf(`${root}/${file}`);
      return state?.[0] === size && state[1] === changed;
    });
    return fresh && statSync(path).isFile() ? path : undefined;
  } catch {
    return undefined;
  }
}

module.exports = { bundlesOf, manifestOf, statesOf, freshBundle };
