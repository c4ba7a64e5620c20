/** What of an address tells a form: no host, and no part behind # that is no route of a single-page application. */
function partsOfAddress(url: string): { path: string; query: string; route: string } | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, pathname, search, hash } = new URL(url);
  // A saved page that does not tell where it is from.
  if (!/^https?:$/.test(protocol) || hostname.endsWith('.invalid')) return undefined;
  return { path: pathname, query: search, route: /^#!?\//.test(hash) ? hash.replace(/\?.*$/, '') : '' };
}

/**
 * Whether an address fits a pattern: literal text, `*` for any run of characters. The host is never asked, the query only
 * where the pattern has one. Undefined for an address that tells nothing (a saved page). Linear in both.
 */
export function fitsAddress(pattern: string, url: string): boolean | undefined {
  const parts = partsOfAddress(url);
  if (parts === undefined) return undefined;
  const { path, query, route } = parts;
  return matches(pattern, pattern.includes('?') ? path + query + route : path + route);
}

/** `*` takes as little as it can; on a mismatch the last one takes one more. */
function matches(pattern: string, text: string): boolean {
  const pieces = pattern.split('*');
  const first = pieces[0] ?? '';
  if (pieces.length === 1) return text === pattern;
  const last = pieces.at(-1) ?? '';
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = text.indexOf(piece, at);
    if (found < 0 || found + piece.length > end) return false;
    at = found + piece.length;
  }
  return true;
}

/** The pattern for pages like this one: numbers and long codes of documents are left open. '*' for one that tells nothing. */
export function patternOf(url: string): string {
  const parts = partsOfAddress(url);
  if (parts === undefined) return '*';
  return (parts.path + parts.route)
    .replace(/[\da-f]{8}-[\da-f-]{9,}|[\da-f]{16,}/giu, '*')
    .replace(/\d+/g, '*')
    .replace(/\*(?:[._-]?\*)+/g, '*');
}
