/** Bounds on a pack of own rules. Apart from the rules, since a screen that asks for them loads none. */
export const OWN_LIMITS = {
  megabytes: 1,
  rules: 200,
} as const;
