import { PRESS } from '../../messages/guarded.ts';

/** What the person did, to be done once more as if nothing had come between. */
export interface Held {
  /** What the person pressed; the question stands beside it. */
  anchor: HTMLElement;
  /** Does it: once. */
  go(): void;
}

/** An address that does something when it is followed; `javascript:;` and `javascript:void(0)` do nothing. */
const SCRIPT = /^\s*javascript:(?!\s*(?:void\s*\(?\s*0\s*\)?)?[\s;]*$)/i;

/** Whether a script of the page's own world has to press it: an address `javascript:` that a content script follows is refused. */
export function needsPage(path: readonly EventTarget[]): boolean {
  return path.some((one) => {
    const { localName } = one as Element;
    return localName === 'a' && SCRIPT.test((one as Element).getAttribute('href') ?? '');
  });
}

/** Whether there is such a script in the window of an element (background/press.ts). */
export function isPressHere(element: Element): boolean {
  const window = element.ownerDocument.defaultView;
  return window !== null && !window.dispatchEvent(new CustomEvent(PRESS, { cancelable: true }));
}

/** A click, as it was: on the very element, at the same place, with the same keys. */
export function heldClick(event: MouseEvent, anchor: HTMLElement): Held {
  const path = event.composedPath();
  const target = (path[0] as Element | undefined) ?? anchor;
  const { clientX, clientY, screenX, screenY, ctrlKey, shiftKey, altKey, metaKey, detail } = event;
  const init: MouseEventInit = {
    ...{ bubbles: true, cancelable: true, composed: true, view: target.ownerDocument.defaultView },
    ...{ clientX, clientY, screenX, screenY, ctrlKey, shiftKey, altKey, metaKey, detail },
  };
  return {
    anchor,
    go() {
      if (needsPage(path)) {
        const press = new CustomEvent(PRESS, { bubbles: true, composed: true, cancelable: true });
        if (!target.dispatchEvent(press)) return;
      }
      target.dispatchEvent(new MouseEvent('click', init));
    },
  };
}

/** A form that was on its way without a click: Enter in a box. */
export function heldSubmit(event: SubmitEvent): Held | undefined {
  const form = event.composedPath()[0] as HTMLFormElement;
  const { submitter } = event;
  const anchor = submitter ?? (form.ownerDocument.activeElement as HTMLElement | null) ?? form;
  // A box of the form with this name stands before the form's own function.
  const submit = HTMLFormElement.prototype.requestSubmit;
  return { anchor, go: () => submit.call(form, submitter) };
}
