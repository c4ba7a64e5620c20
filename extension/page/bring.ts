/** Scrolls to an element, or to words in it: the middle of what is tall may be far from them. */
export function bring(target: Element, words: Range | undefined): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const near = words?.startContainer.parentElement ?? target;
  const view = near.ownerDocument.documentElement.clientHeight;
  if (words && near.getBoundingClientRect().height > view / 2) bringWords(near, words);
  else near.scrollIntoView({ block: 'center', inline: 'nearest', behavior: still ? 'auto' : 'smooth' });
}

/** Box by box from the inside, at once: each can only tell when what is in it stands still. */
function bringWords(near: Element, words: Range): void {
  for (let box: Element | null = near; box; box = around(box)) {
    const { documentElement, scrollingElement } = box.ownerDocument;
    const isTop = box === documentElement;
    const scrolls = isTop ? scrollingElement : /auto|scroll/.test(getComputedStyle(box).overflowY) ? box : null;
    if (!scrolls) continue;
    const from = isTop ? 0 : box.getBoundingClientRect().top;
    scrolls.scrollBy({
      top: middleIn(box.ownerDocument, words) - from - scrolls.clientHeight / 2,
      behavior: 'instant',
    });
  }
}

/** What an element stands in, out of shadow trees and frames too. */
function around(element: Element): Element | null {
  const root = element.getRootNode();
  const host = root instanceof ShadowRoot ? root.host : null;
  return element.parentElement ?? host ?? element.ownerDocument.defaultView?.frameElement ?? null;
}

/** How far down the words stand in the window of a document, which may be one around theirs. */
function middleIn(document: Document, words: Range): number {
  const { top, height } = words.getBoundingClientRect();
  let middle = top + height / 2;
  for (let inner = words.startContainer.ownerDocument; inner && inner !== document; ) {
    const frame: Element | null = inner.defaultView?.frameElement ?? null;
    if (frame) middle += frame.getBoundingClientRect().top + frame.clientTop;
    inner = frame?.ownerDocument ?? null;
  }
  return middle;
}
