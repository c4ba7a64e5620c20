import { OVERLAY_TAG } from './frames.ts';
import { inTheWay, type Work } from './in-the-way.ts';
import { findAgain, linesOf, type Words } from './lines.ts';
import { firstFree, notePlaces, overlap, type Rect, type Size, shared, shifted, tagPlaces } from './place.ts';

const COLOUR = '#b42318';
const PAPER = '#fffdfc';
const INK = '#1c1f23';
const FONT = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif';
/** The box stands off the element by this much. */
const OFF = 3;
/** Words have others beside them: a line below, which touches none of them. */
const WORDS_BOX = `border-bottom:3px double ${COLOUR};background:rgba(180,35,24,.1);`;
const OFF_WORDS = 2;
/** Widths that a note is tried in. */
const NOTE_WIDTHS = [300, 190];
/** Points that one look may ask for: some milliseconds. What is left over waits for the next. */
const POINTS = 900;
/** Each so many looks one item that rests is looked at again. */
const SELDOM = 4;

/** A place to mark. */
export interface Marked {
  target: Element;
  /** Of the items whose place this is: their numbers, or a sign in their stead. */
  tags: string[];
  /** The note beside it; '' for none. */
  text: string;
  /** Of words in the target: they are marked, and not all of it. */
  words?: Words;
}

export interface Sheet {
  document: Document;
  /** Brings everything to where its target stands now; false when no target is left in the page. */
  move(): boolean;
  /** Finds places for tags and notes whose target came to rest; true while one still waits. */
  settle(): boolean;
  remove(): void;
}

/** What is put where nothing is written. */
interface Label {
  element: HTMLElement;
  sizes(): Size[];
  places: (target: Rect, size: Size, view: Rect) => Rect[];
  /** Where it stands, against the corner of its target; undefined where there was no room, or nobody has looked. */
  at?: Rect | undefined;
  /** Where its target stood when it was last looked at; '' to look again. */
  seen: string;
}

interface Item {
  target: Element;
  words: Words | undefined;
  /** One around the target, or one a line of the words. */
  boxes: HTMLElement[];
  labels: Label[];
  area: Rect;
  shown: boolean;
  /** Where the target stood at the look before this one. */
  before: string;
}

/** Draws boxes around the targets, which all stand in this document, and a numbered tag and perhaps a note beside each. */
export function drawSheet(document: Document, marked: readonly Marked[]): Sheet {
  const host = document.createElement(OVERLAY_TAG);
  host.style.cssText =
    'all:initial;position:fixed;inset:0;width:auto;height:auto;pointer-events:none;z-index:2147483647;contain:layout style;';
  const shadow = host.attachShadow({ mode: 'closed' });
  const part = (name: string, style: string, text: string): HTMLElement => {
    const element = document.createElement('div');
    element.dataset.part = name;
    element.style.cssText = `position:fixed;box-sizing:border-box;${style}`;
    element.textContent = text;
    shadow.append(element);
    return element;
  };
  const boxOf = (words: Words | undefined): HTMLElement =>
    part('box', words ? WORDS_BOX : `border:2px solid ${COLOUR};border-radius:4px;background:rgba(180,35,24,.06);`, '');
  let items = marked.map(({ target, tags, text, words }): Item => {
    const tag = part(
      'tag',
      `visibility:hidden;min-width:18px;padding:0 4px;font:bold 12px/16px ${FONT};text-align:center;white-space:nowrap;color:#fff;background:${COLOUR};border:1px solid ${PAPER};border-radius:9px;`,
      tags.join('、'),
    );
    const labels: Label[] = [{ element: tag, sizes: () => [sizeOf(tag)], places: tagPlaces, seen: '' }];
    if (text !== '') {
      const note = part(
        'note',
        `visibility:hidden;width:max-content;max-height:40vh;overflow:hidden;overflow-wrap:anywhere;padding:5px 9px;font:13px/1.5 ${FONT};color:${INK};background:${PAPER};border:1px solid ${COLOUR};border-left-width:4px;border-radius:3px;box-shadow:0 2px 8px rgba(0,0,0,.18);`,
        text,
      );
      const sizes = (): Size[] => {
        const all = NOTE_WIDTHS.map((width) => {
          note.style.maxWidth = `${width}px`;
          return sizeOf(note);
        });
        // It is as wide as the place that is found, whichever was measured last.
        note.style.maxWidth = '';
        return all;
      };
      labels.unshift({ element: note, sizes, places: notePlaces, seen: '' });
    }
    return { target, words, boxes: [boxOf(words)], labels, area: NOWHERE, shown: false, before: '' };
  });
  document.documentElement.append(host);
  // Above a modal dialog of the page, where the browser has a layer for that.
  host.popover = 'manual';
  host.showPopover?.();

  let view = NOWHERE;
  let turn = 0;

  const drawItem = (item: Item): void => {
    const { target, words, boxes, labels } = item;
    const lines = words ? linesOf(words.range) : [];
    const all = lines.length > 0 ? lines : [target.getBoundingClientRect()];
    const [area = NOWHERE] = all;
    item.area = area;
    item.shown = overlap(area, view) && !isScrolledAway(lines.length > 0 ? words?.range : undefined, target, area);
    for (const line of all.slice(boxes.length)) if (line) boxes.push(boxOf(words));
    for (const [index, box] of boxes.entries()) {
      const line = all[index];
      box.style.visibility = item.shown && line ? 'visible' : 'hidden';
      if (line) setPlace(box, grown(line, words ? OFF_WORDS : OFF));
    }
    for (const { element, at } of labels) {
      const shown = item.shown && at !== undefined;
      element.style.visibility = shown ? 'visible' : 'hidden';
      if (shown) setPlace(element, shifted(at, area.left, area.top));
    }
  };

  const settleLabel = (item: Item, label: Label, work: Work): void => {
    const { area } = item;
    const alone = work.points === POINTS;
    const others = items.flatMap((one) =>
      one.labels.filter((other) => other !== label).flatMap((other) => placeOf(one, other) ?? []),
    );
    const free = (place: Rect): Rect | undefined =>
      others.find((other) => overlap(other, place)) ?? inTheWay(document, place, work);
    // Where it stands is good as long as nothing comes under it.
    const now = placeOf(item, label);
    const stays = now && isWithin(now, view) && firstFree([now], free);
    const found = stays || firstPlace(label, area, view, free);
    // One look is not enough for all of them; what takes more than one alone has no place.
    if (work.points >= 0 || alone) {
      label.seen = keyOf(area);
      label.at = found && shifted(found, -area.left, -area.top);
    }
    drawItem(item);
  };

  return {
    document,
    move() {
      view = visibleArea(document);
      items = items.filter((item) => {
        if (item.target.isConnected) return true;
        for (const element of [...item.boxes, ...item.labels.map((label) => label.element)]) element.remove();
        return false;
      });
      findAgain(items);
      for (const item of items) drawItem(item);
      host.style.visibility = items.some((item) => item.shown) ? 'visible' : 'hidden';
      return items.length > 0;
    },
    settle() {
      const work = { points: POINTS };
      let waits = false;
      // Now and then one is looked at again: a late row may have come under it.
      const again = turn % SELDOM === 0 ? items[(turn / SELDOM) % items.length] : undefined;
      turn += 1;
      for (const item of items) {
        const key = keyOf(item.area);
        const rests = key === item.before;
        item.before = key;
        if (!item.shown) continue;
        for (const label of item.labels) {
          if (label.seen === key && item !== again) continue;
          if (rests && work.points > 0) settleLabel(item, label, work);
          waits ||= label.seen !== key;
        }
      }
      return waits;
    },
    remove: () => host.remove(),
  };
}

const NOWHERE: Rect = { left: 0, top: 0, right: 0, bottom: 0 };

const keyOf = ({ left, top, right, bottom }: Rect): string => [left, top, right, bottom].map(Math.round).join();

const sizeOf = (element: Element): Size => {
  const { width, height } = element.getBoundingClientRect();
  return { width: Math.ceil(width), height: Math.ceil(height) };
};

const grown = ({ left, top, right, bottom }: Rect, by: number): Rect => ({
  left: left - by,
  top: top - by,
  right: right + by,
  bottom: bottom + by,
});

const isWithin = (place: Rect, view: Rect): boolean =>
  place.left >= view.left && place.top >= view.top && place.right <= view.right && place.bottom <= view.bottom;

const placeOf = ({ area }: Item, { at }: Label): Rect | undefined => at && shifted(at, area.left, area.top);

function setPlace({ style }: HTMLElement, { left, top, right, bottom }: Rect): void {
  style.left = `${left}px`;
  style.top = `${top}px`;
  style.width = `${right - left}px`;
  style.height = `${bottom - top}px`;
}

function firstPlace(label: Label, area: Rect, view: Rect, free: (place: Rect) => Rect | undefined): Rect | undefined {
  // Its own size, not the one of the place that it had.
  Object.assign(label.element.style, { width: 'max-content', height: 'auto' });
  for (const size of label.sizes()) {
    const found = firstFree(label.places(area, size, view), free);
    if (found) return found;
  }
  return undefined;
}

/** The part of a document's window that can be seen through the frames around it. */
function visibleArea(document: Document): Rect {
  const { defaultView, documentElement } = document;
  const own = { left: 0, top: 0, right: documentElement.clientWidth, bottom: defaultView?.innerHeight ?? 0 };
  const frame = defaultView?.frameElement;
  if (!frame) return own;
  const { left, top } = frame.getBoundingClientRect();
  const around = visibleArea(frame.ownerDocument);
  return shared(own, shifted(around, -left - frame.clientLeft, -top - frame.clientTop));
}

/** True when a scrolling box around the element, or around words in it, shows nothing of it just now. */
function isScrolledAway(words: Range | undefined, target: Element, area: Rect): boolean {
  const first = words ? words.startContainer.parentElement : target.parentElement;
  for (let around = first; around; around = around.parentElement) {
    const apart = !overlap(area, around.getBoundingClientRect());
    if (apart && getComputedStyle(around).overflow !== 'visible' && around !== target.ownerDocument.body) return true;
  }
  return false;
}
