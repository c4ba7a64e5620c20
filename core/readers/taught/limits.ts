/** Bounds on a mapping. Apart from its schema, since a screen that asks for them loads none. */
export const MAPPING_LIMITS = {
  megabytes: 1,
  /** Characters. */
  label: 60,
  name: 200,
  path: 1_000,
  address: 1_000,
  /** How many of a kind. */
  labels: 200,
  fields: 100,
  locators: 4,
  repeats: 1_000,
} as const;
