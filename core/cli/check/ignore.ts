import { basename, matchesGlob, resolve, sep } from 'node:path';

/** Whether a file or folder is passed over without a word. */
export type Ignoring = (path: string) => boolean;

/** Letters that mean something in a pattern. */
const MAGIC = /[*?[({]/g;

/** A pattern that means the same wherever the command is called; one without a slash means a name at any depth and stays. */
export function patternIn(folder: string, pattern: string): string {
  if (!pattern.replace(/\/$/, '').includes('/')) return pattern;
  const base = resolve(folder).replaceAll(sep, '/').replace(MAGIC, '[$&]');
  return pattern.startsWith('/') || /^[A-Za-z]:/.test(pattern) ? pattern : `${base}/${pattern.replace(/^\.\//, '')}`;
}

/** Names that a program keeps for itself: hidden ones, and the locks of Word and WPS beside an open file. */
export const isOutOfSight = (name: string): boolean => /^(?:\.(?!\.?$)|~\$)/.test(name);

/**
 * Passes over what is out of sight, what fits one of the patterns, which are relative to the current folder, and the files and
 * folders of the checker's own.
 */
export function ignoring(patterns: readonly string[], own: readonly string[] = []): Ignoring {
  const full = patterns.map((pattern) => patternIn('.', pattern).replace(/\/$/, ''));
  const ours = new Set(own.map((path) => resolve(path)));
  return (path) => {
    const name = basename(path);
    if (isOutOfSight(name) || ours.has(resolve(path))) return true;
    return full.some((pattern) => matchesGlob(pattern.includes('/') ? resolve(path) : name, pattern));
  };
}
