import { sha256Now } from '../base/hash.ts';
import type { PageSnapshot } from '../page/snapshot.ts';

/** Half a surrogate pair, as JSON writes it. */
const HALF = /(?<!\\)((?:\\\\)*)\\ud[89a-f][\da-f]{2}/g;

/**
 * The snapshot and the SHA-256 of all that it says. A script can leave half a surrogate pair in a page, which no other JSON
 * carries: U+FFFD takes its place.
 */
export function fingerprinted(captured: PageSnapshot): { snapshot: PageSnapshot; sha256: string } {
  const said = saying(captured);
  if (said.isWellFormed()) return { snapshot: captured, sha256: sha256Now(said) };
  const snapshot = JSON.parse(JSON.stringify(captured).replace(HALF, '$1\\ufffd')) as PageSnapshot;
  return { snapshot, sha256: sha256Now(saying(snapshot)) };
}

/** The keys that a page repeats most, by one letter each. */
const SHORT = new Map([
  ['type', 't'],
  ['text', 'x'],
  ['nodes', 'n'],
  ['cells', 'c'],
  ['rows', 'r'],
  ['control', 'o'],
  ['value', 'v'],
]);

/**
 * A value as one text that no other value gives: every text with its length in front. Paths are left out: they say where a
 * thing stands and not what it is, and would make most of the text.
 */
function saying(value: unknown): string {
  if (typeof value === 'string') return `${value.length}:${value}`;
  if (typeof value !== 'object' || value === null) return `${value};`;
  if (Array.isArray(value)) {
    let text = '[';
    for (let at = 0; at < value.length; at += 1) text += saying(value[at]);
    return `${text}]`;
  }
  let text = '{';
  for (const key in value)
    if (key !== 'path') text += (SHORT.get(key) ?? key) + saying((value as Record<string, unknown>)[key]);
  return `${text}}`;
}
