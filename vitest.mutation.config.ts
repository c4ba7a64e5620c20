import { mergeConfig } from 'vitest/config';
import config from './vitest.config.ts';

/** The tests beside the rules alone, in one worker: what mutation testing asks of them they have to show by themselves. */
export default {
  ...mergeConfig(config, {}),
  test: { ...config.test, include: ['core/rules/*/**/*.test.ts'], isolate: false, pool: 'threads', maxWorkers: 1 },
};
