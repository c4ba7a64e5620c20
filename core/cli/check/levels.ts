/** How loudly a rule may be told to speak. */
export const LEVELS = ['off', 'info', 'warning', 'error'] as const;
/** From which severity on the exit code is 1. */
export const FAIL_ON = ['error', 'warning', 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];
export const MOST_JOBS = 64;
