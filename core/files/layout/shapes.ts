import type { RulingLine } from './page.ts';

/** What is thinner than this, in points, is a line. */
const THIN = 3;

/** How a shape is painted: only filled, it is a coloured ground, unless it is thin. */
export interface Painted {
  filled: boolean;
  drawn: boolean;
}

/** The rules that a shape shows: the middle of a thin filled one, else the straight lines that are drawn of it. */
export function rulesOfShape(lines: readonly RulingLine[], { filled, drawn }: Painted): readonly RulingLine[] {
  const thin = filled && lines.length > 1 ? middleOf(lines) : undefined;
  return thin ? [thin] : drawn ? lines : [];
}

/** The line that a thin shape looks like; undefined for any other shape. */
function middleOf(lines: readonly RulingLine[]): RulingLine | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x1, y1, x2, y2 } of lines) {
    left = Math.min(left, x1, x2);
    right = Math.max(right, x1, x2);
    top = Math.min(top, y1, y2);
    bottom = Math.max(bottom, y1, y2);
  }
  if (bottom - top <= THIN && right - left > THIN)
    return { x1: left, x2: right, y1: (top + bottom) / 2, y2: (top + bottom) / 2 };
  if (right - left <= THIN && bottom - top > THIN)
    return { x1: (left + right) / 2, x2: (left + right) / 2, y1: top, y2: bottom };
  return undefined;
}
