/** Screens of the workbench, in the order of the navigation. */
export const SCREENS = ['ledger', 'evaluation', 'standards', 'unit'] as const;
export type Screen = (typeof SCREENS)[number];

export interface Route {
  screen: Screen;
  /** One entry of the ledger: `#/ledger/12`. */
  sequence?: number;
}

/** A route from the address's hash; whatever is not known leads to the ledger. */
export function readRoute(hash: string): Route {
  const [, name, rest] = /^#\/([a-z]+)(?:\/(\d{1,9}))?$/.exec(hash) ?? [];
  const screen = SCREENS.find((one) => one === name) ?? 'ledger';
  return screen === 'ledger' && Number(rest) > 0 ? { screen, sequence: Number(rest) } : { screen };
}

/** The hash of a route: `readRoute(hashOf(route))` is the route again. */
export function hashOf({ screen, sequence }: Route): string {
  return sequence === undefined ? `#/${screen}` : `#/${screen}/${sequence}`;
}
