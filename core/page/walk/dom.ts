/** Questions to single elements that answer alike on every page, whatever its own script and forms do to them. */

import { cleanText } from '../../base/text.ts';
import { MARK, marksOf } from '../marks/index.ts';
import { ATTRIBUTES, HAS } from './attributes.ts';

/**
 * The value of an accessor as the platform defines it. A form or a document with a child named `id` or `body` answers
 * with that child; the accessor of its prototype does not.
 */
export function native<Value>(object: object, property: string): Value {
  let prototype = Object.getPrototypeOf(object) as object | null;
  while (prototype) {
    const found = Object.getOwnPropertyDescriptor(prototype, property);
    if (found) return (found.get ? found.get.call(object) : found.value) as Value;
    prototype = Object.getPrototypeOf(prototype) as object | null;
  }
  return undefined as Value;
}

/** An attribute that may hide the element, a style rule apart. */
export function mayHide(element: Element, has: number): boolean {
  if (has & HAS.hide) return true;
  const style = native<Element['getAttribute']>(element, 'getAttribute').call(element, 'style');
  return style !== null && /display|visib/.test(style);
}

/** What an element has of the attributes that say something, as a sum of `HAS` bits. */
export function attributesOf(element: Element, clobbers: boolean): number {
  const names = clobbers
    ? native<Element['getAttributeNames']>(element, 'getAttributeNames').call(element)
    : element.getAttributeNames();
  let has = 0;
  for (let at = 0; at < names.length; at += 1) has |= ATTRIBUTES.get(names[at] as string) ?? 0;
  return has;
}

/** A native option that a component library hides and draws anew beside it. */
export function isStandIn(element: HTMLInputElement): boolean {
  const drawn = element.nextElementSibling;
  return drawn !== null && (marksOf(classOf(drawn)) & MARK.drawnOption) !== 0;
}

export function classOf(element: Element): string {
  const name: unknown = element.className;
  return typeof name === 'string' ? name : '';
}

/** Placeholders that lie over a box as elements of their own, known by their id (remarkShadowDiv). */
export function hasPlaceholderId(element: Element): boolean {
  return /placeholder|shadowdiv$/i.test(native<string>(element, 'id'));
}

export function titleOf(element: Element): string {
  return cleanText((element.getAttribute('title') || element.getAttribute('aria-label') || '').toWellFormed());
}

/** The words of a small element, at most so many characters. */
export function wordsIn(element: Element, most: number): string {
  return cleanText((element.textContent ?? '').toWellFormed()).slice(0, most);
}

/** Where pages keep the address of a file that a script of theirs opens. */
const ADDRESSES_ASIDE = ['data-download', 'data-href', 'data-file'] as const;

/** The absolute address of a link on the same origin, also one that stands aside for a script; undefined for any other. */
export function addressOf(element: HTMLAnchorElement, origin: string): string | undefined {
  const href: unknown = element.href;
  if (typeof href !== 'string' || origin === '') return undefined;
  if (!/^https?:/.test(href)) return addressAside(element, origin);
  return href === origin || href.slice(0, origin.length + 1) === `${origin}/` ? href : undefined;
}

function addressAside(element: Element, origin: string): string | undefined {
  for (const name of ADDRESSES_ASIDE) {
    const value = element.getAttribute(name);
    if (value !== null && /^\/(?![/\\])/.test(value)) return `${origin}${value.toWellFormed()}`;
  }
  return undefined;
}

export function originOf(document: Document): string {
  try {
    const origin = document.defaultView?.origin ?? new URL(document.URL).origin;
    return /^https?:/.test(origin) ? origin : '';
  } catch {
    return '';
  }
}

/** True when the whole body is a rich-text editor. */
export function isEditor(document: Document): boolean {
  const body = native<HTMLElement | null>(document, 'body');
  if (!body) return false;
  if (native<string>(document, 'designMode') === 'on') return true;
  const editable = body.getAttribute('contenteditable');
  return (editable !== null && editable !== 'false') || (marksOf(classOf(body)) & MARK.editor) !== 0;
}
