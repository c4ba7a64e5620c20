import { mergeConfig } from 'vitest/config';
import config from './vitest.config.ts';

/** The tests of the rules alone: what mutation testing asks of them they have to show by themselves. */
export default { ...mergeConfig(config, {}), test: { ...config.test, include: ['core/rules/**/*.test.ts'], maxWorkers: 1 } };
