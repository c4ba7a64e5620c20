/** Finds words in the texts of an element; those that stand apart on the page (two cells, two paragraphs) are not joined. */
export type WordSearch = (element: Element, words: string) => Range[];

/** What one search may read; what lies behind it is not found. */
const MOST_CHARACTERS = 100_000;
const MOST_TEXTS = 4_000;
const BOXES = 'textarea, input:not([type=hidden], [type=password])';
const LONGEST_VALUE = 20_000;
/** Places of the same words in one element. */
const MOST_PLACES = 200;

/** What makes no difference between two texts: blanks of all kinds, and what is not seen at all. */
const UNSEEN = /[\s\u00AD\u200B-\u200D\u2060\uFEFF]/u;
const EACH_UNSEEN = new RegExp(UNSEEN, 'gu');
/** Of a longer word or number, and no end of this one. */
const GOES_ON = /[A-Za-z0-9]/;
/** GB/T 24421 is not meant where GB/T 24421.2 stands. */
const NEXT_PART = /^[.\-—–‐‑−]\d/u;
const APART = '\n';

/** The characters of an element that are seen, and where each of them stands. */
interface Flat {
  text: string;
  nodes: Text[];
  /** Of each character: the index of its node, and its place in it. */
  node: number[];
  offset: number[];
  /** Whether something unseen stands before it. */
  gap: boolean[];
}

/** A search over as many elements as are asked for: each is read once, and all together within the limits above. */
export function createWordSearch(): WordSearch {
  const known = new Map<Element, Flat>();
  const left = { characters: MOST_CHARACTERS, texts: MOST_TEXTS };
  return (element, words) => {
    const wanted = seen(words);
    if (wanted === '') return [];
    const flat = known.get(element) ?? flatten(element, left);
    known.set(element, flat);
    return placesIn(flat, wanted).map((at) => rangeOf(element, flat, at, at + wanted.length - 1));
  };
}

const seen = (text: string): string => text.replace(EACH_UNSEEN, '');

/** Boxes to fill in within an element (or it itself) in which words are written: the browser tells no places in them. */
export function boxesWith(element: Element, words: string): Element[] {
  const wanted = seen(words);
  if (wanted === '') return [];
  // A form with a control of this name answers with that control.
  const { querySelectorAll, matches } = Element.prototype;
  const inner = [...querySelectorAll.call(element, BOXES)].slice(0, MOST_PLACES);
  const boxes = matches.call(element, BOXES) ? [element, ...inner] : inner;
  return boxes.filter((box) => seen((box as HTMLInputElement).value.slice(0, LONGEST_VALUE)).includes(wanted));
}

function flatten(element: Element, left: { characters: number; texts: number }): Flat {
  const flat: Flat = { text: '', nodes: [], node: [], offset: [], gap: [] };
  const characters: string[] = [];
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const add = (character: string, offset: number, gap: boolean): void => {
    characters.push(character);
    flat.node.push(flat.nodes.length - 1);
    flat.offset.push(offset);
    flat.gap.push(gap);
  };
  let around: Element | undefined;
  let gap = false;
  while (walker.nextNode() && left.texts > 0 && left.characters > 0) {
    const node = walker.currentNode as Text;
    left.texts -= 1;
    left.characters -= node.length;
    if (node.length > MOST_CHARACTERS) continue;
    const own = blockOf(node, element);
    flat.nodes.push(node);
    if (around !== undefined && own !== around) add(APART, 0, false);
    around = own;
    for (let offset = 0; offset < node.length; offset += 1) {
      const character = node.data.charAt(offset);
      // Most are Han, and to be seen.
      const unseen = (character < '一' || character > '鿿') && UNSEEN.test(character);
      if (!unseen) add(character, offset, gap);
      gap = unseen;
    }
  }
  flat.text = characters.join('');
  return flat;
}

/** What a text stands in as a line of its own: a paragraph, a cell. */
function blockOf(text: Text, top: Element): Element {
  const view = top.ownerDocument.defaultView;
  let element = text.parentElement ?? top;
  while (element !== top && /^(?:inline|contents|ruby)/.test(view?.getComputedStyle(element).display ?? '')) {
    element = element.parentElement ?? top;
  }
  return element;
}

function placesIn({ text, gap }: Flat, words: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0 && places.length < MOST_PLACES; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    const runsOn =
      (GOES_ON.test(words.charAt(0)) && GOES_ON.test(text.charAt(at - 1)) && !gap[at]) ||
      (GOES_ON.test(words.slice(-1)) &&
        ((GOES_ON.test(text.charAt(end)) && !gap[end]) || NEXT_PART.test(text.slice(end, end + 2))));
    if (!runsOn) places.push(at);
  }
  return places;
}

function rangeOf(element: Element, flat: Flat, first: number, last: number): Range {
  const range = element.ownerDocument.createRange();
  range.setStart(nodeAt(flat, first), flat.offset[first] ?? 0);
  range.setEnd(nodeAt(flat, last), (flat.offset[last] ?? 0) + 1);
  return range;
}

const nodeAt = ({ nodes, node }: Flat, at: number): Text => nodes[node[at] ?? 0] as Text;
