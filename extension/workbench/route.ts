/** Where the workbench is: a screen, and what that screen shows. */
export interface Route {
  screen: string;
  /** What stands behind the screen's name, as it is written; only the screen can read it. */
  parameter?: string;
}

/** A route from the address's hash; '' as the screen's name for whatever is no address of the workbench. */
export function readRoute(hash: string): Route {
  const [, screen = '', parameter] = /^#\/([a-z]+)(?:\/([\w.-]{1,100}))?$/.exec(hash) ?? [];
  return parameter === undefined ? { screen } : { screen, parameter };
}

/** The hash of a route: `readRoute(hashOf(screen, parameter))` is the route again. */
export function hashOf(screen: string, parameter?: string | number): string {
  return parameter === undefined ? `#/${screen}` : `#/${screen}/${parameter}`;
}
