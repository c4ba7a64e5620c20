import { globSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from '../../base/text.ts';
import { endingOf, FORMATS, formatOfName } from '../../files/formats.ts';
import type { Ignoring } from './ignore.ts';

/** Files to check and files passed over, as paths in the order in which they are reported. */
export interface Walk {
  files: string[];
  skipped: string[];
  /** Arguments that name nothing. */
  missing: string[];
}

const MAGIC = /[*?[\]{}]/;

/**
 * Files, folders (walked) and patterns to the files meant, without what is to be ignored. A file that was named itself is taken
 * whatever its name.
 */
export function walk(patterns: readonly string[], isIgnored: Ignoring): Walk {
  const result: Walk = { files: [], skipped: [], missing: [] };
  const visit = (path: string): boolean => {
    const facts = statSync(path, { throwIfNoEntry: false });
    if (facts?.isDirectory()) walkFolder(path, isIgnored, result);
    else if (facts) result.files.push(path);
    return facts !== undefined;
  };
  for (const pattern of patterns) {
    if (visit(pattern)) continue;
    const matches = MAGIC.test(pattern) ? globSync(pattern).sort(compareText) : [];
    if (matches.length === 0) result.missing.push(pattern);
    for (const match of matches) {
      if (stepsOf(match, pattern).some(isIgnored)) continue;
      // A pattern meets whatever stands there: unknown names are passed over as in a folder.
      if (lstatSync(match).isDirectory() || formatOfName(match)) visit(match);
      else result.skipped.push(match);
    }
  }
  return { ...result, files: [...new Set(result.files)], skipped: [...new Set(result.skipped)] };
}

/** The paths from where a pattern leaves something open down to what it met. */
function stepsOf(match: string, pattern: string): string[] {
  const parts = match.split(/[\\/]/);
  const fixed = pattern.split(/[\\/]/).findIndex((part) => MAGIC.test(part));
  return parts.flatMap((_, index) => (index < fixed ? [] : [parts.slice(0, index + 1).join('/')]));
}

function walkFolder(folder: string, isIgnored: Ignoring, result: Walk): void {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((left, right) =>
    compareText(left.name, right.name),
  );
  const names = entries.map((entry) => entry.name);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (isIgnored(path)) continue;
    if (entry.isDirectory()) {
      if (!isCompanion(entry.name, names)) walkFolder(path, isIgnored, result);
    } else if (entry.isFile() && formatOfName(entry.name)) result.files.push(path);
    // Symbolic links are not followed: they may lead out of the folder or round in a circle.
    else result.skipped.push(path);
  }
}

/** What a browser saved beside a page belongs to it and is read with it. */
function isCompanion(folder: string, names: readonly string[]): boolean {
  return FORMATS.some((format) => {
    const owner = 'companion' in format ? format.companion?.exec(folder)?.[1] : undefined;
    return (
      owner !== undefined &&
      names.some((name) => formatOfName(name) === format && name.slice(0, -endingOf(name).length) === owner)
    );
  });
}
