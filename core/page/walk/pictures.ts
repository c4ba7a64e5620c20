/** Pictures, frames, and pieces that give no text. */

import { cleanText } from '../../base/text.ts';
import { MARK } from '../marks.ts';
import type { PageNode } from '../snapshot.ts';
import type { Hiding } from '../visibility.ts';
import { titleOf } from './dom.ts';
import type { Level, Walk } from './state.ts';
import { flush, push } from './text.ts';

const ICON_SOURCE = /icon|btn|button|calendar|search|browse|arrow|blank|spacer|loading|expand|collapse/i;

const SIGNATURE_SOURCE = /sign|qianming|签名|手写|签章|seal|stamp|印章/i;

const REQUIRED_SOURCE = /BacoError|required|must|star/i;

export function addPicture(
  walk: Walk,
  parent: Level,
  element: HTMLImageElement,
  path: string,
  hidden: Hiding,
  marks: number,
): void {
  flush(walk);
  const source = element.getAttribute('src') ?? '';
  const words = `${element.alt} ${element.title}`;
  // A picture inlined as data says nothing by its address.
  const address = source.slice(0, 5) === 'data:' ? '' : source.slice(-200);
  const node: PageNode = { type: 'picture', path, alt: cleanText(element.alt) };
  const title = cleanText(element.title);
  if (title !== '') node.title = title;
  const width = Number(element.getAttribute('width') ?? Number.NaN);
  if (REQUIRED_SOURCE.test(address) || marks & MARK.required) node.mark = 'required';
  else if (marks & MARK.signature || SIGNATURE_SOURCE.test(address) || SIGNATURE_SOURCE.test(words))
    node.mark = 'signature';
  else if (marks & (MARK.icon | MARK.avatar | MARK.button) || ICON_SOURCE.test(address) || width <= 20)
    node.mark = 'icon';
  push(walk, parent.sink, node, hidden !== 0);
}

export function addFrame(walk: Walk, parent: Level, element: HTMLIFrameElement, path: string, hidden: Hiding): void {
  flush(walk);
  const at = walk.found.length;
  const label = cleanText(element.title || element.getAttribute('aria-label') || element.name || element.id || '');
  walk.found[at] = { element, path, label, hidden: hidden !== 0 };
  const frame = walk.framePath === '' ? String(at) : `${walk.framePath}.${at}`;
  push(walk, parent.sink, { type: 'frame', path, frame }, hidden !== 0);
}

export function addEmbed(walk: Walk, parent: Level, element: Element, path: string, hidden: Hiding): void {
  flush(walk);
  const name =
    titleOf(element) || element.getAttribute('name') || element.id || element.getAttribute('type') || element.localName;
  const node: PageNode = { type: 'embed', path, name: cleanText(name) };
  const tag = element.localName;
  if (tag === 'canvas' || tag === 'video' || tag === 'audio') node.drawn = true;
  push(walk, parent.sink, node, hidden !== 0);
}
