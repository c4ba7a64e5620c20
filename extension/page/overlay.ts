import type { PageSource } from '../../core/base/source.ts';
import { elementAt } from '../../core/page/paths.ts';
import { MOST_MARKS } from '../messages/settings.ts';
import type { Marking } from '../messages/to-page.ts';
import { bring } from './bring.ts';
import { boxesWith, createWordSearch } from './find-words.ts';
import { innerDocument } from './frames.ts';
import { MOST_LOOKS } from './lines.ts';
import { rootOf } from './roots.ts';
import { drawSheet, type Marked, type Sheet } from './sheet.ts';

export interface Overlay {
  /**
   * Marks places, by numbers or signs, in the stead of what was marked before; gives how many were found. Where words are
   * meant it is they that are marked, wherever they stand in their place; all of it where they are not found.
   * `go` scrolls to the first of them; `text` is the note beside it, '' for none.
   */
  mark(marking: Marking): number;
  clear(): void;
}

/** Milliseconds between two looks at where things stand: while something moves or waits for its place, and at rest. */
const SOON = 60;
const AT_LEISURE = 300;
/** What has not come to rest after so many looks may never do. */
const MOST_SOON = 50;

/**
 * Marks beside fields. Writes nothing into the host's elements, adds no style to the page and takes no focus.
 * Inline styles through the CSS object model work under a strict content policy. Esc hides everything.
 * @param gone told when marks went without being asked to: by the person's Esc, or with what they showed
 */
export function createOverlay(
  root: Document,
  signal: AbortSignal,
  isAlive: () => boolean,
  gone: () => void = () => {},
): Overlay {
  let current: AbortController | undefined;

  const clear = (): void => {
    current?.abort();
    current = undefined;
  };
  const leave = (): void => {
    clear();
    gone();
  };
  signal.addEventListener('abort', clear);

  const mark = ({ marks, text, go }: Marking): number => {
    clear();
    const search = createWordSearch();
    const marked = new Map<Element | Range, Marked>();
    let places = 0;
    for (const { number, source, words = '', sign } of marks) {
      const found = findTarget(root, source);
      if (!found) continue;
      const ranges = search(found, words).filter((range) => range.getBoundingClientRect().width > 0);
      const boxes = boxesWith(found, words);
      const targets = [...(ranges.length + boxes.length === 0 ? [found] : boxes)].flatMap(
        (one) => nearestShown(one) ?? [],
      );
      if (ranges.length + targets.length === 0) continue;
      places += 1;
      const tag = sign ?? `${number}`;
      for (const [index, range] of ranges.entries())
        marked.set(range, {
          target: found,
          tags: [tag],
          text: '',
          words: { text: words, index, range, looks: MOST_LOOKS },
        });
      for (const target of targets) {
        const tags = new Set([...(marked.get(target)?.tags ?? []), tag]);
        marked.set(target, { target, tags: [...tags], text: '' });
      }
    }
    const all = [...marked.values()].slice(0, MOST_MARKS);
    const [first] = all;
    if (first === undefined) return 0;
    // A sign says what the text begins with anyway.
    first.text = text === '' || marks.some(({ sign }) => sign) ? text : `${first.tags.join('、')} ${text}`;
    if (go) bring(first.target, first.words?.range);
    current = new AbortController();
    follow(all, current.signal);
    return places;
  };

  const follow = (all: readonly Marked[], over: AbortSignal): void => {
    const byDocument = Map.groupBy(all, ({ target }) => target.ownerDocument);
    const sheets = [...byDocument].map(([document, marked]) => drawSheet(document, marked));
    let timer: ReturnType<typeof setTimeout> | undefined;
    let soon = 0;
    over.addEventListener('abort', () => {
      clearTimeout(timer);
      for (const sheet of sheets) sheet.remove();
    });
    const move = (): void => {
      // Marks of a stopped extension go by themselves.
      if (!isAlive()) clear();
      else if (sheets.filter((sheet) => sheet.move()).length === 0) leave();
    };
    /** One timer for all marks: what moves without scrolling (late rows, opened tabs) is followed at leisure. */
    const look = (): void => {
      move();
      if (over.aborted) return;
      const busy = sheets.map((sheet: Sheet) => sheet.settle()).includes(true);
      soon = busy ? soon + 1 : 0;
      timer = setTimeout(look, busy && soon < MOST_SOON ? SOON : AT_LEISURE);
    };
    look();
    for (const document of new Set(sheets.flatMap((sheet) => documentsAbove(sheet.document)))) {
      // The person's own key: a page that makes one up takes no mark away.
      document.addEventListener('keydown', (event) => event.isTrusted && event.key === 'Escape' && leave(), {
        capture: true,
        passive: true,
        signal: over,
      });
      document.addEventListener('scroll', move, { capture: true, passive: true, signal: over });
      document.defaultView?.addEventListener('resize', move, { passive: true, signal: over });
    }
  };
  return { mark, clear };
}

/** The element itself where it takes room, else what stands around it: a record that is folded up, a picker's inner box. */
function nearestShown(target: Element): Element | null {
  for (let element: Element | null = target; element; element = element.parentElement) {
    const { width, height } = element.getBoundingClientRect();
    if (width > 0 && height > 0) return element;
  }
  return target.ownerDocument.defaultView?.frameElement ?? null;
}

/** The element of a source: frame by frame down the path, then the element; a frame out of reach stands for itself. */
export function findTarget(root: Document, source: PageSource): Element | null {
  let document = root;
  for (const step of source.frame === '' ? [] : source.frame.split('.')) {
    const frame = document.querySelectorAll('iframe, frame')[Number(step)];
    if (frame === undefined) return null;
    const inner = innerDocument(frame);
    if (inner === null) return frame;
    document = inner;
  }
  return elementAt(document, source.path, rootOf);
}

function documentsAbove(document: Document): Document[] {
  const found = [document];
  for (let frame = document.defaultView?.frameElement; frame; frame = frame.ownerDocument.defaultView?.frameElement) {
    found.push(frame.ownerDocument);
  }
  return found;
}
