/** Words around the settings; theirs stand with them. */
export const SETTINGS = {
  start: '第一次用要做的三件事',
} as const;
