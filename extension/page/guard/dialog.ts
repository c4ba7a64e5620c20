import type { PageSource } from '../../../core/base/source.ts';
import { fillSlots, labelKey } from '../../../core/base/text.ts';
import { REMARK_LENGTH } from '../../messages/settings.ts';
import { OVERLAY_TAG } from '../frames.ts';
import { notePlaces, overlap, type Rect, shifted } from '../place.ts';
import { GUARD } from './words.ts';

const COLOUR = '#b42318';
const PAPER = '#fffdfc';
const INK = '#1c1f23';
const LINE = '#8a9199';
const ACTION = '#0b57a4';
const FONT = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif';
const WIDTH = 344;
/** A window smaller than this shows no question. */
const [LEAST_WIDTH, LEAST_HEIGHT] = [300, 200];
/** Between two looks at whether the question still stands in sight. */
const LOOK = 250;

export interface Question {
  musts: readonly { label: string; text: string; place?: PageSource }[];
  more: number;
  /** Whether the person may say why: it is kept. */
  keeps: boolean;
}

/** So many looks at it in sight, and the person has read it. */
const READ = 4;

/** What became of the question: `gone` is no answer, it was taken out of sight, before or after it could be read. */
export type Answer = { how: 'back' } | { how: 'submit'; reason: string } | { how: 'gone'; read: boolean };

interface Asking {
  /** What was pressed; the question stands beside it, and the focus goes back to it. */
  anchor: HTMLElement;
  /** Scrolls to a place of the page and marks it. */
  show(place: PageSource, text: string): void;
  /** The element at a place; null where it is not there any more. */
  find(place: PageSource): Element | null;
  /** Called once. */
  answered(answer: Answer): void;
  /** Asked again and again whether it may go on standing. */
  isAlive(): boolean;
}

/**
 * Asks beside the button, in our one element, above whatever else the page shows. A modal dialog of the browser's own: it
 * holds the focus and gives it back. Gives the function that takes it away; undefined where it cannot be seen.
 */
export function askBeside({ musts, more, keeps }: Question, asking: Asking): (() => void) | undefined {
  const { anchor } = asking;
  const document = roomFor(anchor);
  if (document === undefined) return undefined;
  const host = document.createElement(OVERLAY_TAG);
  // Of the element itself and important: no rule of the page is stronger.
  host.style.setProperty('all', 'initial', 'important');
  const shadow = host.attachShadow({ mode: 'closed' });
  const make = <Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    style: string,
    ...inside: (Node | string)[]
  ): HTMLElementTagNameMap[Tag] => {
    const element = document.createElement(tag);
    element.style.cssText = style;
    element.append(...inside);
    return element;
  };
  const dialog = make(
    'dialog',
    `position:fixed;box-sizing:border-box;margin:0;padding:14px 16px;width:${WIDTH}px;max-height:calc(100vh - 16px);overflow:auto;overflow-wrap:anywhere;font:14px/1.5 ${FONT};color:${INK};background:${PAPER};border:1px solid ${COLOUR};border-left-width:4px;border-radius:4px;box-shadow:0 4px 16px rgba(0,0,0,.25);`,
  );
  const title = make('h2', 'margin:0 0 8px;font-size:15px;line-height:1.4;font-weight:600;', countOf(musts, more));
  title.id = 'title';
  const list = make('ol', 'margin:0 0 8px;padding:0 0 0 20px;');
  list.id = 'list';
  for (const { label, text, place } of musts) {
    const item = make('li', 'margin:0 0 6px;');
    const name = labelKey(label);
    if (name !== '' && !text.includes(name)) item.append(make('b', '', name), ' ');
    item.append(text);
    if (place) item.append(' ', showButton(text, place));
    list.append(item);
  }
  dialog.append(title, list);
  if (more > 0) dialog.append(make('p', 'margin:0 0 8px;', fillSlots(GUARD.more, { count: more })));
  const reason = make(
    'input',
    `display:block;box-sizing:border-box;width:100%;margin:2px 0 0;padding:4px 8px;font:inherit;color:inherit;background:#fff;border:1px solid ${LINE};border-radius:4px;`,
  );
  reason.maxLength = REMARK_LENGTH;
  reason.autocomplete = 'off';
  if (keeps) dialog.append(make('label', 'display:block;margin:0 0 12px;', GUARD.reason, reason));
  const back = button(GUARD.back, `color:#fff;background:${ACTION};border-color:${ACTION};`);
  const submit = button(GUARD.submit, `color:${INK};background:#fff;border-color:${LINE};`);
  const from = make('span', `margin-right:auto;font-size:12px;color:#5b626a;`, GUARD.from);
  dialog.append(make('div', 'display:flex;flex-wrap:wrap;align-items:center;gap:8px;', from, back, submit));
  dialog.setAttribute('role', 'alertdialog');
  dialog.setAttribute('aria-labelledby', title.id);
  dialog.setAttribute('aria-describedby', list.id);
  dialog.lang = 'zh-CN';
  shadow.append(dialog);

  function button(caption: string, style: string): HTMLButtonElement {
    const element = make(
      'button',
      `min-height:32px;padding:0 14px;font:inherit;border:1px solid;border-radius:4px;cursor:pointer;${style}`,
      caption,
    );
    element.type = 'button';
    return element;
  }
  function showButton(text: string, place: PageSource): HTMLButtonElement {
    const link = 'padding:0;border:0;background:none;text-decoration:underline;cursor:pointer;font:inherit;';
    const element = make('button', `${link}color:${ACTION};`, GUARD.show);
    element.type = 'button';
    element.setAttribute('aria-label', fillSlots(GUARD.showLabel, { text }));
    element.addEventListener('click', () => {
      asking.show(place, text);
      shown = asking.find(place);
    });
    return element;
  }

  let over = false;
  let looks = 0;
  const gone = (): void => answer({ how: 'gone', read: looks >= READ });
  /** What was marked last: the question does not stand before it. */
  let shown: Element | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;
  const remove = (): void => {
    over = true;
    clearInterval(timer);
    if (dialog.open) dialog.close();
    host.remove();
  };
  const answer = (given: Answer): void => {
    if (over) return;
    remove();
    if (given.how !== 'gone') anchor.focus({ preventScroll: true });
    asking.answered(given);
  };
  // Only what the person does: nothing that the page makes up reaches into a closed root, and nothing that it could is taken.
  const byPerson = (event: Event, given: () => Answer): void => {
    if (event.isTrusted) answer(given());
  };
  const submitted = (): Answer => ({ how: 'submit', reason: reason.value.trim() });
  back.addEventListener('click', (event) => byPerson(event, () => ({ how: 'back' })));
  submit.addEventListener('click', (event) => byPerson(event, submitted));
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    answer({ how: 'back' });
  });
  reason.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing) byPerson(event, submitted);
  });
  // What is typed here is none of the page's business: its own keys would answer.
  for (const type of ['keydown', 'keypress', 'keyup', 'click', 'mousedown', 'mouseup', 'input'])
    shadow.addEventListener(type, (event) => event.stopPropagation());

  const place = ({ left, top }: { left: number; top: number }): void => {
    dialog.style.left = `${left}px`;
    dialog.style.top = `${top}px`;
  };
  const view = (): Rect => {
    const { documentElement, defaultView } = document;
    const quirks = document.compatMode === 'BackCompat';
    const height = defaultView?.innerHeight ?? 0;
    return {
      left: 0,
      top: 0,
      right: (quirks ? 0 : documentElement.clientWidth) || (defaultView?.innerWidth ?? 0),
      bottom: height,
    };
  };
  /** Beside the button; where there is no room at the edge of the window that is nearest. */
  const besideAnchor = (): void => {
    const seen = view();
    // A scroll bar takes its part of what `vw` counts.
    dialog.style.maxWidth = `${seen.right - 16}px`;
    const { width, height } = dialog.getBoundingClientRect();
    const target = areaIn(document, anchor) ?? shiftedToMiddle(seen);
    const [best] = notePlaces(target, { width, height }, seen);
    const [right, bottom] = [Math.max(4, seen.right - width - 4), Math.max(4, seen.bottom - height - 4)];
    place(best ?? { left: Math.min(Math.max(4, target.left), right), top: Math.min(Math.max(4, target.top), bottom) });
  };
  /** Into a corner that leaves in sight what was marked. */
  const stepAside = (): void => {
    const marked = shown && areaIn(document, shown);
    const { width, height, ...own } = dialog.getBoundingClientRect().toJSON() as DOMRect;
    if (!marked || !overlap(own, marked)) return;
    const seen = view();
    const corners = [seen.bottom - height - 8, 8].flatMap((top) =>
      [seen.right - width - 8, 8].map((left) => ({ left, top, right: left + width, bottom: top + height })),
    );
    const free = corners.find((corner) => !overlap(corner, marked));
    if (free) place(free);
  };

  /** Whether the middle of the question is in sight, with nothing of the page before it. */
  const isSeen = (): boolean => {
    const { left, top, width, height } = dialog.getBoundingClientRect();
    if (!dialog.open || width < 100 || height < 60) return false;
    return document.elementFromPoint(left + width / 2, top + height / 2) === host;
  };
  try {
    document.documentElement.append(host);
    dialog.showModal();
    besideAnchor();
    back.focus({ preventScroll: true });
    if (isSeen()) {
      timer = setInterval(() => {
        if (!asking.isAlive() || !isSeen()) return gone();
        looks += 1;
        stepAside();
      }, LOOK);
      return gone;
    }
  } catch {
    // Where it cannot be shown nothing is asked.
  }
  remove();
  return undefined;
}

const countOf = (musts: readonly unknown[], more: number): string =>
  fillSlots(GUARD.title, { count: musts.length + more });

const shiftedToMiddle = ({ right, bottom }: Rect): Rect => {
  const [x, y] = [Math.max(0, (right - WIDTH) / 2), bottom / 3];
  return { left: x, top: y, right: x, bottom: y };
};

/** The document of the button, or the nearest one around it with room enough; the frame with a row of buttons has none. */
function roomFor(anchor: Element): Document | undefined {
  for (let document: Document | undefined = anchor.ownerDocument; document; document = around(document)) {
    const { innerWidth = 0, innerHeight = 0 } = document.defaultView ?? {};
    if (innerWidth >= LEAST_WIDTH && innerHeight >= LEAST_HEIGHT) return document;
  }
  return undefined;
}

const around = (document: Document): Document | undefined => frameOf(document)?.ownerDocument;

function frameOf(document: Document): Element | null {
  try {
    return document.defaultView?.frameElement ?? null;
  } catch {
    return null;
  }
}

/** Where an element stands in the window of a document that holds its own, or is it; undefined where it does not. */
function areaIn(document: Document, element: Element): Rect | undefined {
  let area: Rect = element.getBoundingClientRect();
  let own = element.ownerDocument;
  while (own !== document) {
    const frame = frameOf(own);
    if (frame === null) return undefined;
    const { left, top } = frame.getBoundingClientRect();
    area = shifted(area, left + frame.clientLeft, top + frame.clientTop);
    own = frame.ownerDocument;
  }
  return area;
}
