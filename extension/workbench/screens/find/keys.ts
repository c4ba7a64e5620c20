/** Marks the lists in which arrow keys go from one thing that was found to the next. */
export const FOUND = 'data-found';

/** Kinds of input into which nothing is typed. */
const PRESSED = ['button', 'checkbox', 'radio', 'submit', 'reset', 'file', 'image', 'range', 'color'];

/** Whether keys belong to a field in which the person types, or to a dialog over the page. */
export function isTyping(document: Document): boolean {
  const { activeElement: active } = document;
  if (document.querySelector('dialog[open]') !== null) return true;
  if (active instanceof HTMLInputElement) return !PRESSED.includes(active.type);
  return active instanceof HTMLElement && (active.isContentEditable || ['TEXTAREA', 'SELECT'].includes(active.tagName));
}

const linksIn = (document: Document): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(`[${FOUND}] li a`)];

/** Goes to the first that was found. False where there is none. */
export function focusFirst(document: Document): boolean {
  const [first] = linksIn(document);
  first?.focus();
  return first !== undefined;
}

/** Goes to the next or the one before, from the one that has the focus. False at an end, and where none has it. */
export function focusNext(document: Document, step: 1 | -1): boolean {
  const links = linksIn(document);
  const at = links.indexOf(document.activeElement as HTMLElement);
  const next = at < 0 ? undefined : links[at + step];
  next?.focus();
  return next !== undefined;
}
