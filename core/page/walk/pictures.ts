/** Pictures, frames, and pieces that give no text. */

import { MARK } from '../marks/index.ts';
import { nativeControlOf } from '../native-controls.ts';
import type { PageNode } from '../snapshot.ts';
import { titleOf } from './dom.ts';
import { pathHere, wholePathHere } from './path.ts';
import type { Level, Walk } from './state.ts';
import { flush, push, spokenText } from './text.ts';

const ICON_SOURCE = /icon|btn|button|calendar|search|browse|arrow|blank|spacer|loading|expand|collapse/i;

const SIGNATURE_SOURCE = /sign|qianming|签名|手写|签章|seal|stamp|印章/i;

const REQUIRED_SOURCE = /BacoError|required|must|star/i;

export function addPicture(walk: Walk, parent: Level): void {
  const { marks, hidden } = walk.start;
  const element = walk.start.element as HTMLImageElement;
  flush(walk);
  const source = element.getAttribute('src') ?? '';
  const words = `${element.alt} ${element.title}`;
  // A picture inlined as data says nothing by its address.
  const address = source.slice(0, 5) === 'data:' ? '' : source.slice(-200);
  const node: PageNode = { type: 'picture', path: pathHere(walk, parent), alt: spokenText(walk, element.alt) };
  const title = spokenText(walk, element.title);
  if (title !== '') node.title = title;
  const width = Number(element.getAttribute('width') ?? Number.NaN);
  if (REQUIRED_SOURCE.test(address) || marks & MARK.required) node.mark = 'required';
  else if (marks & MARK.signature || SIGNATURE_SOURCE.test(address) || SIGNATURE_SOURCE.test(words))
    node.mark = 'signature';
  else if (marks & (MARK.icon | MARK.avatar | MARK.button) || ICON_SOURCE.test(address) || width <= 20)
    node.mark = 'icon';
  push(walk, parent.sink, node, hidden !== 0);
}

export function addFrame(walk: Walk, parent: Level): void {
  const { hidden } = walk.start;
  const element = walk.start.element as HTMLIFrameElement;
  flush(walk);
  const at = walk.found.length;
  const label = spokenText(
    walk,
    element.title || element.getAttribute('aria-label') || element.name || element.id || '',
  );
  walk.found[at] = { element, owner: wholePathHere(walk, parent), label, hidden: hidden !== 0 };
  const frame = walk.framePath === '' ? String(at) : `${walk.framePath}.${at}`;
  push(walk, parent.sink, { type: 'frame', path: pathHere(walk, parent), frame }, hidden !== 0);
}

export function addEmbed(walk: Walk, parent: Level): void {
  const { element, tag, hidden } = walk.start;
  flush(walk);
  const control = nativeControlOf(element);
  const name =
    control?.name ||
    titleOf(element) ||
    element.getAttribute('name') ||
    element.id ||
    element.getAttribute('type') ||
    element.localName;
  const node: PageNode = { type: 'embed', path: pathHere(walk, parent), name: spokenText(walk, name) };
  if (control?.signs) node.box = true;
  if (tag === 'canvas' || tag === 'video' || tag === 'audio') node.drawn = true;
  push(walk, parent.sink, node, hidden !== 0);
}
