import type { MappedField } from '../../core/readers/taught/mapping.ts';
import { isObject } from './message.ts';

/** Name of the port through which a page tells where a person points; pointing lasts as long as it is open. */
export const TEACH_PORT = 'duibiao-teach';

/** What teaching begins with: the mapping that reads the page by now, or an empty one. */
export interface TeachingOn {
  id: string;
  name: string;
  fields: MappedField[];
}

/** Bounds on a place that is told. */
export const MOST_PATHS = 16;
export const LONGEST_PATH = 1_000;

/** What comes through that port: a place was clicked (its paths, the likeliest first); the person pressed Esc. */
export interface PointedAt {
  frame: string;
  paths: string[];
}
export type FromPointing = { pointed: PointedAt } | { ended: true };

/** A message of the page in its form. By hand: the panel loads no schema library, and the background judges it again. */
export function readPointing(message: unknown): FromPointing | undefined {
  if (!isObject(message)) return undefined;
  if (message.ended === true) return { ended: true };
  const { pointed } = message;
  if (!isObject(pointed) || typeof pointed.frame !== 'string' || !Array.isArray(pointed.paths)) return undefined;
  const { frame, paths } = pointed;
  const good = paths.every((path) => typeof path === 'string' && path.length <= LONGEST_PATH);
  return good && frame.length <= 100 && paths.length <= MOST_PATHS ? { pointed: { frame, paths } } : undefined;
}
