/** Where the walk stands, told as paths (paths.ts). */

import { holderOf, LONGEST_ID, type Path } from '../paths.ts';
import { HAS } from './attributes.ts';
import { native } from './dom.ts';
import type { Level, Walk } from './state.ts';

/** The path of the element at whose start tag the walk stands, against the element whose nodes `parent` collects. */
export function pathHere(walk: Walk, parent: Level): Path {
  const anchor = walk.start.has & HAS.id ? anchorOf(walk, walk.start.element) : '';
  if (anchor !== '') return anchor;
  const steps = stepsOf(walk, parent);
  return steps === '' ? parent.index : `${steps} ${parent.index}`;
}

/** The path of an element that the walk stands in; undefined for the very element whose nodes it collects. */
export function pathOfLevel(walk: Walk, level: Level): Path | undefined {
  const steps = stepsOf(walk, level);
  if (steps === '') return undefined;
  return level.parent?.steps === '' && steps.charCodeAt(0) !== ANCHOR ? level.parent.index : steps;
}

function stepsOf(walk: Walk, level: Level): string {
  if (level.steps !== null) return level.steps;
  const parent = level.parent as Level;
  const anchor = level.named ? anchorOf(walk, level.element) : '';
  level.steps = anchor === '' ? stepDown(stepsOf(walk, parent), parent.index) : anchor;
  return level.steps;
}

/**
 * The path of a row, cell or item against its table, row or list, which stands at `exit` around it; undefined when it stands
 * right behind the one before (or is the first child).
 */
export function pathInOrder(walk: Walk, parent: Level, exit: 'table' | 'row' | 'list'): Path | undefined {
  const anchor = walk.start.has & HAS.id ? anchorOf(walk, walk.start.element) : '';
  if (anchor !== '') {
    // What follows an anchor cannot be told from it.
    parent.last = 0;
    return anchor;
  }
  const { index, last } = parent;
  parent.last = index;
  const direct = parent.exit === exit;
  if (index === last + 1 && (last > 0 || direct)) return undefined;
  if (direct) return index;
  let steps = String(index);
  for (let level = parent; level.exit !== exit && level.parent; level = level.parent) {
    const outer = level.named ? anchorOf(walk, level.element) : '';
    if (outer !== '') return `${outer} ${steps}`;
    steps = `${level.parent.index} ${steps}`;
  }
  return steps;
}

/** The whole path of the element at whose start tag the walk stands. */
export function wholePathHere(walk: Walk, parent: Level): string {
  let steps = '';
  let element = walk.start.element;
  for (let level: Level | null = parent; level; level = level.parent) {
    const anchor = anchorOf(walk, element);
    if (anchor !== '') return steps === '' ? anchor : `${anchor} ${steps}`;
    steps = steps === '' ? String(level.index) : `${level.index} ${steps}`;
    element = level.element;
  }
  return steps;
}

/** Steps from one element of the document to another, both in the same shadow root or in none. */
export function stepsBetween(from: Element, to: Element): string {
  let up = '';
  let common: Element | ShadowRoot = from;
  for (let outer = holderOf(common); outer && !common.contains(to); outer = holderOf(common)) {
    up += up === '' ? '..' : ' ..';
    common = outer;
  }
  let down = '';
  let element = to;
  for (let outer = holderOf(to); outer && element !== common; outer = holderOf(outer)) {
    let index = 1;
    for (let before = element.previousElementSibling; before; before = before.previousElementSibling) index += 1;
    down = down === '' ? String(index) : `${index} ${down}`;
    if (outer === common) break;
    element = outer as Element;
  }
  return up === '' || down === '' ? up + down : `${up} ${down}`;
}

const stepDown = (steps: string, index: number): string => (steps === '' ? String(index) : `${steps} ${index}`);

const ANCHOR = 0x23;
/** `#id` for an element with an id of its own; '' without one, or where another element answers to it. */
function anchorOf(walk: Walk, element: Element): string {
  let id: unknown = element.id;
  // A form with a control named `id`.
  if (typeof id !== 'string') id = native<string>(element, 'id');
  const name = id as string;
  if (name === '' || name.length > LONGEST_ID || /\s/.test(name) || !name.isWellFormed()) return '';
  const found = native<Document['getElementById']>(walk.document, 'getElementById').call(walk.document, name);
  return found === element ? `#${name}` : '';
}
