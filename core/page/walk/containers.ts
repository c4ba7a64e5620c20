/** Elements that hold others: those that a tag or a class names, editors, and all else that is only a block or runs inline. */

import { MARK } from '../marks/index.ts';
import type { ControlNode } from '../snapshot.ts';
import { HAS } from './attributes.ts';
import { classOf, hasPlaceholderId, native, titleOf } from './dom.ts';
import { openGroup, openItem, openList } from './holders.ts';
import { enterMarked } from './marked.ts';
import { pathHere } from './path.ts';
import { type Level, NOTHING_AROUND, open, type Walk } from './state.ts';
import { addLeafText, endLine, flush, spokenText } from './text.ts';

export function enterContainer(walk: Walk, parent: Level | null): void {
  const { element, tag, kind, has, marks } = walk.start;
  if (parent === null) {
    open(walk, parent, 'block');
    return;
  }
  // Most elements hold one text and nothing else: it is read at once, and no node of it is touched.
  const leaf = element.firstElementChild === null;
  const text = leaf ? (element.textContent ?? '') : '';
  // Only elements of the page's own making and empty ones are asked for a shadow: others hold what they show.
  if (tag.indexOf('-') > 0 || (leaf && text === '' && element.firstChild === null)) {
    const root = walk.rootOf(element);
    if (root !== null) {
      openShadow(walk, parent, root);
      return;
    }
  }
  if (has & HAS.editable && !(parent.inherited & MARK.editor)) {
    const editable = element.getAttribute('contenteditable');
    if (editable !== null && editable !== 'false' && element.localName !== 'body') {
      openEditor(walk, parent);
      return;
    }
  }
  const role = has & HAS.role ? native<Element['getAttribute']>(element, 'getAttribute').call(element, 'role') : null;
  if (marks !== 0 || role !== null || (has & HAS.id && hasPlaceholderId(element))) {
    if (enterMarked(walk, parent, role)) return;
  }
  switch (kind) {
    case 'inline':
      beginInline(walk, parent);
      if (leaf) addLeafText(walk, parent, text);
      else open(walk, parent, 'inline');
      return;
    case 'list':
      openList(walk, parent);
      return;
    case 'item':
      openItem(walk, parent);
      return;
    case 'form':
    case 'fieldset':
    case 'dialog':
    case 'navigation':
    case 'article':
    case 'search':
      openGroup(walk, parent, kind);
      return;
    case 'details':
      endLine(walk);
      open(walk, parent, 'block').closed = !element.hasAttribute('open');
      return;
    case 'rows':
      endLine(walk);
      openRows(walk, parent);
      return;
    default:
      endLine(walk);
      if (!leaf) open(walk, parent, 'block');
      else {
        addLeafText(walk, parent, text);
        endLine(walk);
      }
  }
}

function beginInline(walk: Walk, parent: Level): void {
  const { element, has } = walk.start;
  if (parent.afterElement && walk.line !== '' && !(parent.inherited & MARK.editor)) {
    // Two parts side by side that the style sets apart: a name and a time.
    if (has & HAS.class && classOf(element) !== '') walk.line += ' ';
  }
  parent.afterElement = true;
}

/** What a shadow root shows, and behind it what it takes in through its slots; without slots nothing else is shown. */
function openShadow(walk: Walk, parent: Level, root: ShadowRoot): void {
  const host = open(walk, parent, 'inline');
  if (root.querySelector('slot') === null) host.next = null;
  open(walk, host, 'inline').visitRoot(root);
}

function openRows(walk: Walk, parent: Level): void {
  open(walk, parent, 'rows').head = walk.start.tag === 'thead';
}

function openEditor(walk: Walk, parent: Level): void {
  flush(walk);
  const output: ControlNode = { type: 'control', control: 'editor', path: pathHere(walk, parent), value: '' };
  const title = spokenText(walk, titleOf(walk.start.element));
  if (title !== '') output.title = title;
  const level = open(walk, parent, 'editor');
  level.output = output;
  level.around = NOTHING_AROUND;
  level.inherited |= MARK.editor;
  level.collect([]);
  level.outerStarted = walk.lineStarted;
  walk.lineStarted = false;
}
