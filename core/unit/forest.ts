import { codeKey } from './codes.ts';
import type { SubSystem } from './profile.ts';

/** Levels of the deepest system: what is drawn with more of them nobody reads. */
export const DEEPEST = 8;

/** What is wrong with boxes that should make trees; undefined for nothing. */
export type ForestFault = 'twice' | 'no-parent' | 'cycle' | 'deep';

/** What is said of it. */
export const FOREST_WORDS: Readonly<Record<ForestFault, string>> = {
  twice: '同一个体系编号写了两次',
  'no-parent': '有的上级编号没有写成一个框',
  cycle: '有的框绕一圈又在自己下面',
  deep: `分得太深，最多 ${DEEPEST} 层`,
};

/** Whether boxes make trees: each code once, each box above known, none above itself, not too deep. */
export function forestFault(boxes: readonly SubSystem[]): ForestFault | undefined {
  const known = new Map(boxes.map((box) => [codeKey(box.code), box]));
  if (known.size < boxes.length) return 'twice';
  if (boxes.some(({ parent }) => parent !== undefined && !known.has(codeKey(parent)))) return 'no-parent';
  let fault: ForestFault | undefined;
  for (const box of boxes) {
    let [above, level]: [SubSystem | undefined, number] = [box, 0];
    while (above !== undefined && level <= boxes.length) {
      level += 1;
      above = above.parent === undefined ? undefined : known.get(codeKey(above.parent));
    }
    if (above !== undefined) return 'cycle';
    if (level > DEEPEST) fault = 'deep';
  }
  return fault;
}
