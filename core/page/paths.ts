/**
 * Where an element stands, short. A path is told against the element that holds it: the number of a child, or steps down
 * (and up, `..`) separated by spaces, or an anchor `#id` with steps behind it. A whole path leads from the top of a frame:
 * '' is its root, `#form 2 1` the first child of the second child of the element with that id. An id keeps a path right
 * when the page around it changes. The step 0 leads into the shadow root of an element.
 */
export type Path = number | string;

/** A path inside the element with the whole path `base`; that element itself without one. */
export function wholePath(base: string, path: Path | undefined): string {
  if (path === undefined) return base;
  if (typeof path === 'number') return base === '' ? String(path) : `${base} ${path}`;
  return base === '' || path.charCodeAt(0) === ANCHOR ? path : `${base} ${path}`;
}

const ANCHOR = 0x23;

/**
 * Whole paths of things that follow one another in an element (rows, cells, items): one without a path of its own stands
 * behind the one before it. Call the function once for each, in order.
 */
export function pathsAlong(base: string): (path: Path | undefined) => string {
  let stem = base;
  let index = 0;
  return (path) => {
    if (path === undefined) index += 1;
    else if (typeof path === 'number') {
      stem = base;
      index = path;
    } else {
      const whole = wholePath(base, path);
      const cut = whole.lastIndexOf(' ');
      const last = Number(whole.slice(cut + 1));
      // An anchor alone: what follows it cannot be told from it, and has a path of its own.
      if (Number.isNaN(last)) return whole;
      stem = cut < 0 ? '' : whole.slice(0, cut);
      index = last;
    }
    return stem === '' ? String(index) : `${stem} ${index}`;
  };
}

/** The element with a whole path in a frame's document; null when it is no longer there. Only reads. `rootOf` as in the capture. */
export function elementAt(document: Document, path: string, rootOf: RootOf = openRoot): Element | null {
  let place: Element | ShadowRoot | null = document.documentElement;
  for (const step of path === '' ? [] : path.split(' ')) {
    if (step.charCodeAt(0) === ANCHOR) place = document.getElementById(step.slice(1));
    else if (step === '..') place = place && holderOf(place);
    else if (step === '0') place = place?.nodeType === 1 ? rootOf(place as Element) : null;
    else place = childAt(place, Number(step));
    if (place === null) return null;
  }
  // A shadow root is nothing to point at: its element is.
  return place?.nodeType === 11 ? (place as ShadowRoot).host : (place as Element | null);
}

/** What an element stands in: its parent, or the shadow root that it stands at the top of. */
export function holderOf(element: Element | ShadowRoot): Element | ShadowRoot | null {
  const { parentNode } = element;
  return parentNode?.nodeType === 1 || parentNode?.nodeType === 11 ? (parentNode as Element | ShadowRoot) : null;
}

/** The shadow root of an element; null where there is none to read. An extension can tell the closed ones too. */
export type RootOf = (element: Element) => ShadowRoot | null;

/** The roots that a page shows to everybody. */
export const openRoot: RootOf = (element) => element.shadowRoot ?? null;

/** A form with a control named `children` answers with that control; its child elements are gone through one by one. */
function childAt(element: Element | ShadowRoot | null, number: number): Element | null {
  let child = element?.firstElementChild ?? null;
  for (let at = 1; child !== null && at < number; at += 1) child = child.nextElementSibling;
  return child;
}

/** An id that is longer is no name. */
export const LONGEST_ID = 80;

/** The whole path of an element in its document, as the capture writes it: `elementAt` leads back to it. Only reads. */
export function pathOf(element: Element): string {
  let steps = '';
  let place: Element | ShadowRoot = element;
  for (let holder = holderOf(place); ; holder = holderOf(place)) {
    const anchor = place.nodeType === 1 ? anchorOf(place as Element) : '';
    if (anchor !== '') return steps === '' ? anchor : `${anchor} ${steps}`;
    if (holder === null && place.nodeType === 1) return steps;
    const step = place.nodeType === 1 ? numberOf(place as Element) : 0;
    steps = steps === '' ? String(step) : `${step} ${steps}`;
    place = holder ?? (place as ShadowRoot).host;
  }
}

function numberOf(element: Element): number {
  let number = 1;
  for (let before = element.previousElementSibling; before; before = before.previousElementSibling) number += 1;
  return number;
}

/** `#id` for an element that alone answers to its id; a form with a control named `id` has none. */
function anchorOf(element: Element): string {
  const id: unknown = element.id;
  if (typeof id !== 'string' || id === '' || id.length > LONGEST_ID || /\s/.test(id) || !id.isWellFormed()) return '';
  return element.ownerDocument.getElementById(id) === element ? `#${id}` : '';
}
