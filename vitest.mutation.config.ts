import config from './vitest.config.ts';

/**
 * The tests beside the rules: what mutation testing asks of a rule they have to show by themselves. Those of the room that
 * run every rule over whole documents are left out, for they are slow. All files share one worker: to load the
 * readers anew for each file and mutant takes four times as long.
 */
export default {
  ...config,
  test: {
    ...config.test,
    projects: undefined,
    include: ['core/rules/**/*.test.ts'],
    exclude: ['core/rules/{clean,new-rule,promises}.test.ts'],
    isolate: false,
    maxWorkers: 1,
  },
};
