import { innerDocument } from './frames.ts';
import { overlap, type Rect, shifted } from './place.ts';
import { rootOf } from './roots.ts';

/** How many points may still be asked for: what is drawn beside a field is never worth a long task of the page. */
export interface Work {
  points: number;
}

/** Pixels from point to point: less than a line is high and, with the room that a line of text takes, than it is wide. */
const STEP_X = 12;
const STEP_Y = 8;
/** Around text, so that nothing of ours touches it. */
const AIR = 2;
/** Texts of one element, and lines of one text, that are looked at; where there are more, the points find them. */
const MOST_TEXTS = 30;
const MOST_LINES = 300;

/** What a person fills in, presses or looks at, whether it has text or not. */
const CONTROLS =
  'input,select,textarea,button,a,label,summary,img,picture,svg,canvas,video,object,embed,applet,' +
  '[role=button],[role=textbox],[role=combobox],[role=checkbox],[role=radio],[contenteditable]:not([contenteditable=false])';

/**
 * Something written, a control or a picture that an area of a document's window would cover, in frames within it too, as its
 * rectangle; undefined where the area is free. The whole area when the work is used up: what was not looked at is not free.
 */
export function inTheWay(document: Document, area: Rect, work: Work): Rect | undefined {
  const [seen, seenOnTop] = [new Set<Element>(), new Set<Element>()];
  for (const y of stepsOf(area.top, area.bottom, STEP_Y)) {
    for (const x of stepsOf(area.left, area.right, STEP_X)) {
      work.points -= 1;
      if (work.points < 0) return area;
      const stack = document.elementsFromPoint(x, y);
      for (const [depth, element] of stack.entries()) {
        const looked = depth === 0 ? seenOnTop : seen;
        if (looked.has(element)) continue;
        looked.add(element);
        const found = obstacleOf(element, area, work) ?? textOf(element, area, depth === 0);
        if (found !== undefined) return found;
      }
    }
  }
  return undefined;
}

function* stepsOf(from: number, to: number, step: number): Generator<number> {
  const count = Math.max(1, Math.ceil((to - from) / step));
  for (let index = 0; index <= count; index += 1) yield from + ((to - from) * index) / count;
}

function obstacleOf(element: Element, area: Rect, work: Work): Rect | undefined {
  // A form with a control of this name answers with that control.
  if (Element.prototype.matches.call(element, 'iframe, frame')) {
    const box = element.getBoundingClientRect();
    const inner = innerDocument(element);
    if (inner === null) return box;
    const [x, y] = [box.left + element.clientLeft, box.top + element.clientTop];
    const within = {
      left: Math.max(0, area.left - x),
      top: Math.max(0, area.top - y),
      right: Math.min(element.clientWidth - 1, area.right - x),
      bottom: Math.min(element.clientHeight - 1, area.bottom - y),
    };
    if (within.left > within.right || within.top > within.bottom) return undefined;
    const found = inTheWay(inner, within, work);
    return found && shifted(found, x, y);
  }
  const isControl = Element.prototype.matches.call(element, CONTROLS) || rootOf(element) !== null;
  return isControl ? element.getBoundingClientRect() : undefined;
}

/** A line of text of the element in the area. @param whole also of what is inside it: it lies on top at a point */
function textOf(element: Element, area: Rect, whole: boolean): Rect | undefined {
  const near = { left: area.left - AIR, top: area.top - AIR, right: area.right + AIR, bottom: area.bottom + AIR };
  const range = element.ownerDocument.createRange();
  let texts = 0;
  for (const node of whole ? textsIn(element) : element.childNodes) {
    if (node.nodeType !== Node.TEXT_NODE || !/\S/.test((node as Text).data)) continue;
    texts += 1;
    if (texts > MOST_TEXTS) return undefined;
    range.selectNodeContents(node);
    const lines = range.getClientRects();
    for (let index = 0; index < Math.min(lines.length, MOST_LINES); index += 1) {
      const line = lines[index];
      if (line && line.width > 0 && overlap(line, near)) return line;
    }
  }
  return undefined;
}

function* textsIn(element: Element): Generator<Node> {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let count = 0; count < MOST_TEXTS && walker.nextNode(); count += 1) yield walker.currentNode;
}
