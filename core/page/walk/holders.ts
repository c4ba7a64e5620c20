/** Lists, items, form items and groups: elements that hold nodes of their own. */

import { cleanText } from '../../base/text.ts';
import { DIALOG_TITLE, MARK } from '../marks/index.ts';
import type { FieldNode, GroupNode, ListItem, ListNode } from '../snapshot.ts';
import { native, wordsIn } from './dom.ts';
import { pathHere, pathInOrder } from './path.ts';
import { type FieldLevel, type Level, open, type Walk } from './state.ts';
import { endLine } from './text.ts';

export function openList(walk: Walk, parent: Level, kind?: ListNode['list']): void {
  const { tag, marks, hidden } = walk.start;
  endLine(walk);
  const list: ListNode = {
    type: 'list',
    list:
      kind ?? (marks & MARK.timeline ? 'timeline' : tag === 'ol' ? 'numbered' : tag === 'dl' ? 'definition' : 'plain'),
    path: pathHere(walk, parent),
    items: [],
  };
  if (hidden) list.hidden = true;
  const level = open(walk, parent, 'list');
  level.output = list;
  level.around = { ...parent.around, list, item: null };
}

export function openItem(walk: Walk, parent: Level): void {
  const { tag, marks, hidden } = walk.start;
  endLine(walk);
  if (!parent.around.list) {
    open(walk, parent, 'block');
    return;
  }
  const item: ListItem = {};
  const path = pathInOrder(walk, parent, 'list');
  if (path !== undefined) item.path = path;
  if (hidden) item.hidden = true;
  if (tag === 'dt') item.term = true;
  const state = stateOf(marks);
  if (state) item.state = state;
  const level = open(walk, parent, 'item');
  level.output = item;
  level.around = { ...parent.around, item };
  level.collect([]);
}

/** What the marks of an item say of its step. */
export function stateOf(marks: number): NonNullable<ListItem['state']> | undefined {
  if (marks & MARK.done) return 'done';
  if (marks & MARK.current) return 'current';
  if (marks & MARK.waiting) return 'waiting';
  return undefined;
}

export function openGroup(walk: Walk, parent: Level, role: GroupNode['role']): void {
  endLine(walk);
  const group: GroupNode = { type: 'group', role, path: pathHere(walk, parent), nodes: [] };
  if (walk.start.hidden) group.hidden = true;
  const label = groupLabel(walk, role);
  if (label !== '') group.label = label;
  const level = open(walk, parent, 'group');
  level.output = group;
  // Menus are drawn as lists; their items are only lines of the menu.
  if (role === 'navigation') level.around = { ...parent.around, list: null, item: null };
  level.collect(group.nodes);
}

function groupLabel(walk: Walk, role: GroupNode['role']): string {
  const { element } = walk.start;
  const attribute = native<Element['getAttribute']>(element, 'getAttribute');
  const spoken = attribute.call(element, 'aria-label');
  if (spoken) return cleanText(spoken.toWellFormed());
  const by = attribute.call(element, 'aria-labelledby');
  const target = by
    ? native<Document['getElementById']>(walk.document, 'getElementById').call(walk.document, by)
    : role === 'fieldset'
      ? element.querySelector('legend')
      : role === 'dialog'
        ? element.querySelector(DIALOG_TITLE)
        : null;
  return target ? wordsIn(target, 100) : '';
}

export function openField(walk: Walk, parent: Level): void {
  const { marks, hidden } = walk.start;
  endLine(walk);
  const node: FieldNode = { type: 'field', path: pathHere(walk, parent), label: '', nodes: [] };
  if (marks & MARK.required) node.required = true;
  if (hidden) node.hidden = true;
  const field: FieldLevel = { sink: parent.sink, current: node };
  const level = open(walk, parent, 'field');
  level.around = { ...parent.around, field };
  level.collect(node.nodes);
}
