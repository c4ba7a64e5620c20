/** Where the workbench is: a screen, and what that screen shows. */
export interface Route {
  screen: string;
  /** What stands behind the screen's name, in plain text; only the screen can read it. */
  parameter?: string;
}

/** Characters of a parameter that are read; more than any words that a person types. */
const LENGTH = 300;

/** A route from the address's hash; '' as the screen's name for whatever is no address of the workbench. */
export function readRoute(hash: string): Route {
  const [, screen = '', written] = /^#\/([a-z]+)(?:\/(.+))?$/.exec(hash) ?? [];
  if (written === undefined) return { screen };
  const parameter = plain(written);
  return parameter === undefined || parameter.length > LENGTH ? { screen: '' } : { screen, parameter };
}

/** Text without the escapes of an address; undefined where these are none. */
function plain(written: string): string | undefined {
  try {
    return decodeURIComponent(written);
  } catch {
    return undefined;
  }
}

/** The hash of a route, whatever its parameter is: `readRoute(hashOf(screen, parameter))` is the route again. */
export function hashOf(screen: string, parameter?: string | number): string {
  if (parameter === undefined) return `#/${screen}`;
  return `#/${screen}/${encodeURIComponent(String(parameter).toWellFormed()).replaceAll('%2F', '/')}`;
}
