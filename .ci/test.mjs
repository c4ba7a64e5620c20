// All of `npm test`, one step after another; a step that fails does not keep the others from telling what they know.
// Called by .ci/setup.mjs, which brings Node, packages and browser.
import { spawnSync } from 'node:child_process';

const STEPS = ['check', 'build:extension', 'test:unit', 'test:browser'];

const failed = STEPS.filter((step) => {
  console.log(`\n# ${step}`);
  return spawnSync('npm', ['run', '-s', step], { stdio: 'inherit', shell: process.platform === 'win32' }).status !== 0;
});
if (failed.length > 0) console.error(`\nfailed: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);
