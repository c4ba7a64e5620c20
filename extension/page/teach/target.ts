import { pathOf } from '../../../core/page/paths.ts';
import { LONGEST_PATH, MOST_PATHS, type PointedAt } from '../../messages/teaching.ts';
import { innerDocument } from '../frames.ts';
import { rootOf } from '../roots.ts';

/** What lies under a point of the top window, through frames that we may touch and shadow roots. */
export interface Target {
  element: Element;
  /** Path of its frame: '' for the top document, then '0', '0.1', … */
  frame: string;
  /** Where its frame stands in the top window, in pixels. */
  left: number;
  top: number;
}

export function targetAt(root: Document, x: number, y: number): Target | undefined {
  let [document, frame, left, top] = [root, '', 0, 0];
  for (;;) {
    const element = deepest(document, x - left, y - top);
    if (element === null) return undefined;
    const inner = /^i?frame$/.test(element.localName) ? innerDocument(element) : null;
    const number = inner === null ? -1 : Array.from(document.querySelectorAll('iframe, frame')).indexOf(element);
    if (inner === null || number < 0) return { element, frame, left, top };
    const area = element.getBoundingClientRect();
    left += area.left + element.clientLeft;
    top += area.top + element.clientTop;
    frame = frame === '' ? `${number}` : `${frame}.${number}`;
    document = inner;
  }
}

/** The element at a point, through every shadow root that may be looked into. */
function deepest(document: Document, x: number, y: number): Element | null {
  let found = document.elementFromPoint(x, y);
  for (let root = found && rootOf(found); found && root; root = rootOf(found)) {
    const inside: Element | null = root.elementFromPoint(x, y);
    if (inside === null || inside === found) break;
    found = inside;
  }
  return found;
}

/** Boxes that hold a value. */
const BOXES = 'input:not([type="hidden"]), textarea, select, [contenteditable="true"]';
/** Elements around a click among which the label or the value is looked for. */
const AROUND = 5;

/** Where a click led to: the element, the only box in it, what stands alone in it, and the elements around it. */
export function placeOf({ element, frame }: Target): PointedAt {
  const boxes = element.querySelectorAll(BOXES);
  const inside = boxes.length === 1 ? [boxes[0] as Element] : [];
  for (
    let only = element.firstElementChild;
    only && only.parentElement?.childElementCount === 1;
    only = only.firstElementChild
  )
    inside.push(only);
  const around: Element[] = [];
  for (let outer = element.parentElement; outer && around.length < AROUND; outer = outer.parentElement)
    around.push(outer);
  const paths = [element, ...inside, ...around].map(pathOf).filter((path) => path.length <= LONGEST_PATH);
  return { frame, paths: [...new Set(paths)].slice(0, MOST_PATHS) };
}
