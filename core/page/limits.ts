import type { CaptureLimits } from './walk/state.ts';

/** Bounds of one capture, where the caller names no others. */
export const CAPTURE_LIMITS: CaptureLimits = {
  elements: 200_000,
  // Two thousand pages of print. The whole way to the panel carries what was read several times over.
  text: 1_000_000,
  depth: 300,
  frameDepth: 5,
  frames: 60,
};

/** Bounds of a snapshot that came from outside: whatever capture makes of an honest page lies within. */
export const SNAPSHOT_LIMITS = {
  /** Characters of its JSON, and of all texts in it: paths and attributes come on top of what `CAPTURE_LIMITS.text` counts. */
  characters: 64_000_000,
  /** Nodes, rows, cells and items: an element makes one at the most, and has a run of text before and after it. */
  objects: 3 * CAPTURE_LIMITS.elements + 1_000,
  /** Lists of nodes inside one another: no more than elements. */
  depth: CAPTURE_LIMITS.depth + 2,
  frames: CAPTURE_LIMITS.frames,
} as const;
