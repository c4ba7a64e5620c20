/** Elements whose class or role says what they are, whatever their tag. */

import { cleanText } from '../../base/text.ts';
import { MARK } from '../marks/index.ts';
import type { GroupNode } from '../snapshot.ts';
import { addDrawnSelect } from './controls.ts';
import { hasPlaceholderId } from './dom.ts';
import { openField, openGroup, openItem, openList, stateOf } from './holders.ts';
import { labelNode } from './labels.ts';
import { pathHere } from './path.ts';
import { type FieldLevel, type Level, open, type Walk } from './state.ts';
import { enterByRole } from './tables.ts';
import { endLine, openWords } from './text.ts';

/** What makes a list of tabs an accordion: the panels stand in it. */
const PANELS = '[role=tabpanel],[class*=collapse-content]';

/** What no value of one label holds: behind a badge stands a whole part of a page. */
const MORE_THAN_VALUE = 'table,form,fieldset,h1,h2,h3,label,[class*=label]';

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
  if (marks & MARK.value && takesLabel(walk, parent)) return true;
  if (role !== 'tab' && (marks & MARK.button || (role === 'button' && kind !== 'item' && list?.list !== 'steps'))) {
    if (
      inButton(parent) ||
      element.querySelector('input,select,textarea,table,button,li,a~a') !== null ||
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
  if (role !== null && kind === 'block' && enterByRole(walk, parent, role)) return true;
  const group = groupOf(walk, role);
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

/** True for the layers of which a button is drawn. */
function inButton(parent: Level): boolean {
  let level: Level | null = parent;
  while (level && (level.exit === 'inline' || level.exit === 'block' || level.exit === 'rows')) level = level.parent;
  return level?.exit === 'button';
}

/** A value behind its label makes a form item of both, also where no element holds the two alone. */
function takesLabel(walk: Walk, parent: Level): boolean {
  const { sink } = parent;
  const label = sink[sink.length - 1];
  if (label?.type !== 'label' || walk.line !== '' || label.control !== undefined || parent.around.field) return false;
  if (walk.start.element.querySelector(MORE_THAN_VALUE) !== null) return false;
  sink.length -= 1;
  openField(walk, parent);
  const { current } = (walk.level as Level).around.field as FieldLevel;
  current.label = label.text;
  if (label.required) current.required = true;
  return true;
}

function groupOf({ start: { element, marks } }: Walk, role: string | null): GroupNode['role'] | undefined {
  if (marks & MARK.dialog || role === 'dialog' || role === 'alertdialog') return 'dialog';
  if (marks & MARK.tab || role === 'tabpanel') return 'tab';
  if (marks & MARK.navigation || role === 'navigation' || role === 'menu' || role === 'menubar') return 'navigation';
  if (role === 'tablist' && element.querySelector(PANELS) === null) return 'navigation';
  if (marks & MARK.search || role === 'search') return 'search';
  if (role === 'article') return 'article';
  if (role === 'form') return 'form';
  return undefined;
}
