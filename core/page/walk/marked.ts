/** Elements whose class or role says what they are, whatever their tag. */

import { cleanText } from '../../base/text.ts';
import { MARK } from '../marks/index.ts';
import type { GroupNode } from '../snapshot.ts';
import { addDrawnSelect } from './controls.ts';
import { hasPlaceholderId } from './dom.ts';
import { openField, openGroup, openItem, openList, stateOf } from './holders.ts';
import { labelNode } from './labels.ts';
import { pathHere } from './path.ts';
import { type Level, open, type Walk } from './state.ts';
import { endLine, openWords } from './text.ts';

/** Longest text of an element that only draws a button. */
const LONGEST_BUTTON = 200;

/** Reads the element at whose start tag the walk stands by its marks; false when it is only a wrapper after all. */
export function enterMarked(walk: Walk, parent: Level, role: string | null): boolean {
  const { element, kind, marks } = walk.start;
  if (marks & MARK.placeholder || hasPlaceholderId(element)) return !element.firstElementChild?.closest('form');
  if (marks & MARK.drawnSelect) {
    addDrawnSelect(walk, parent);
    return true;
  }
  if (marks & MARK.drawnOption) return true;
  if (marks & (MARK.avatar | MARK.icon)) {
    const text = element.textContent ?? '';
    // A letter or a glyph in place of a picture; anything longer is text.
    if (cleanText(text).length <= 2 || /^[a-z_ ]+$/.test(text))
      return element.querySelector('input,img') === null || !!(marks & MARK.avatar);
  }
  const { list, item, field } = parent.around;
  if (marks & (MARK.done | MARK.current | MARK.waiting) && list?.list === 'steps' && item && !item.state) {
    item.state = stateOf(marks) ?? 'waiting';
  }
  if (marks & MARK.button || role === 'button') {
    if (
      element.querySelector('input,select,textarea,table,button,li') !== null ||
      (element.textContent ?? '').length > LONGEST_BUTTON
    )
      return false;
    openWords(walk, parent, { type: 'button', path: pathHere(walk, parent), text: '' });
    return true;
  }
  if (marks & MARK.item && list) {
    openItem(walk, parent);
    return true;
  }
  if (marks & MARK.label && kind !== 'item') {
    if (element.querySelector('label,input,select,textarea,table') !== null) return false;
    openWords(walk, parent, labelNode(walk, parent));
    return true;
  }
  if (marks & MARK.steps) {
    openList(walk, parent, 'steps');
    return true;
  }
  if (marks & MARK.timeline && kind !== 'list') {
    openList(walk, parent);
    return true;
  }
  if (marks & MARK.field) {
    openField(walk, parent);
    return true;
  }
  const group = groupOf(marks, role);
  if (group) {
    openGroup(walk, parent, group);
    return true;
  }
  if (marks & MARK.splitTable) {
    endLine(walk);
    open(walk, parent, 'block').around = { ...parent.around, split: { head: null } };
    return true;
  }
  if (marks & MARK.required && field && cleanText(element.textContent ?? '') === '') field.current.required = true;
  return false;
}

function groupOf(marks: number, role: string | null): GroupNode['role'] | undefined {
  if (marks & MARK.dialog || role === 'dialog' || role === 'alertdialog') return 'dialog';
  if (marks & MARK.tab || role === 'tabpanel') return 'tab';
  if (marks & MARK.navigation || role === 'navigation' || role === 'tablist' || role === 'menu' || role === 'menubar')
    return 'navigation';
  if (marks & MARK.search || role === 'search') return 'search';
  if (role === 'article') return 'article';
  if (role === 'form') return 'form';
  return undefined;
}
