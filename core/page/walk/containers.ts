/** Elements that hold others: cells, lists, groups, form items, editors, and all else that is only a block or runs inline. */

import { cleanText } from '../../base/text.ts';
import { HAS, MARK } from '../marks.ts';
import type { ControlNode, FieldNode, GroupNode, ListItem, ListNode, PageNode, TableCell } from '../snapshot.ts';
import type { Hiding } from '../visibility.ts';
import { addDrawnSelect } from './controls.ts';
import { classOf, hasPlaceholderId, native, titleOf } from './dom.ts';
import { labelNode } from './labels.ts';
import { addEmbed } from './pictures.ts';
import { type FieldLevel, type Level, open, type Walk } from './state.ts';
import { endLine, flush, openWords, takeText, tidy } from './text.ts';

export function enterContainer(
  walk: Walk,
  parent: Level | null,
  element: Element,
  kind: string,
  path: string,
  hidden: Hiding,
  marks: number,
  has: number,
): void {
  const role = has & HAS.role ? native<Element['getAttribute']>(element, 'getAttribute').call(element, 'role') : null;
  if (has & HAS.editable && parent && !(parent.inherited & MARK.editor)) {
    const editable = element.getAttribute('contenteditable');
    if (editable !== null && editable !== 'false' && element.localName !== 'body') {
      flush(walk);
      const output: ControlNode = { type: 'control', control: 'editor', path, value: '' };
      const title = titleOf(element);
      if (title !== '') output.title = title;
      const level = open(walk, parent, element, 'editor', path, hidden, MARK.editor, output, {
        field: null,
        list: null,
        item: null,
      });
      level.outerStarted = walk.lineStarted;
      walk.lineStarted = false;
      return;
    }
  }
  if (parent && (marks !== 0 || role !== null || (has & HAS.id && hasPlaceholderId(element)))) {
    if (enterMarked(walk, parent, element, kind, path, hidden, marks, role)) return;
  }
  if (kind === 'inline') {
    if (parent?.afterElement && walk.line !== '' && !(parent.inherited & MARK.editor)) {
      // Two parts side by side that the style sets apart: a name and a time.
      if (has & HAS.class && classOf(element) !== '') walk.line += ' ';
    }
    if (parent) parent.afterElement = true;
    if (element.localName.indexOf('-') > 0 && element.shadowRoot)
      addEmbed(walk, parent as Level, element, path, hidden);
    open(walk, parent, element, 'inline', path, hidden, marks, null);
    return;
  }
  endLine(walk);
  switch (kind) {
    case 'list':
      openList(walk, parent, element, path, hidden, marks);
      return;
    case 'item':
      openItem(walk, parent as Level, element, path, hidden, marks);
      return;
    case 'form':
      openGroup(walk, parent, element, 'form', path, hidden, marks);
      return;
    case 'fieldset':
    case 'dialog':
    case 'navigation':
    case 'article':
    case 'search':
      openGroup(walk, parent, element, kind, path, hidden, marks);
      return;
    case 'details':
      open(walk, parent, element, 'block', path, hidden, marks, null, { closed: !element.hasAttribute('open') });
      return;
    case 'rows':
      open(walk, parent, element, 'block', path, hidden, marks, null, {
        elements: true,
        head: element.localName === 'thead',
      });
      return;
    default:
      open(walk, parent, element, 'block', path, hidden, marks, null);
  }
}

/** An element whose class or role says what it is; false when it is only a wrapper after all. */
function enterMarked(
  walk: Walk,
  parent: Level,
  element: Element,
  kind: string,
  path: string,
  hidden: Hiding,
  marks: number,
  role: string | null,
): boolean {
  if (marks & MARK.placeholder || hasPlaceholderId(element)) return !element.firstElementChild?.closest('form');
  if (marks & MARK.drawnSelect) {
    addDrawnSelect(walk, parent, element, path, hidden);
    return true;
  }
  if (marks & MARK.drawnOption) return true;
  if (marks & (MARK.avatar | MARK.icon)) {
    const text = element.textContent ?? '';
    // A letter or a glyph in place of a picture; anything longer is text.
    if (cleanText(text).length <= 2 || /^[a-z_ ]+$/.test(text))
      return element.querySelector('input,img') === null || !!(marks & MARK.avatar);
  }
  if (
    marks & (MARK.done | MARK.current | MARK.waiting) &&
    parent.list?.list === 'steps' &&
    parent.item &&
    !parent.item.state
  ) {
    parent.item.state = stateOf(marks) ?? 'waiting';
  }
  if (marks & MARK.button || role === 'button') {
    if (
      element.querySelector('input,select,textarea,table,button,li') === null &&
      (element.textContent ?? '').length <= 200
    ) {
      openWords(walk, parent, element, 'button', path, hidden, { type: 'button', path, text: '' });
      return true;
    }
    return false;
  }
  if (marks & MARK.item && parent.list) {
    endLine(walk);
    openItem(walk, parent, element, path, hidden, marks);
    return true;
  }
  if (marks & MARK.label && kind !== 'item') {
    if (element.querySelector('label,input,select,textarea,table') !== null) return false;
    openWords(walk, parent, element, 'label', path, hidden, labelNode(path, marks));
    return true;
  }
  if (marks & MARK.steps) {
    endLine(walk);
    const list: ListNode = { type: 'list', list: 'steps', path, items: [] };
    if (hidden) list.hidden = true;
    open(walk, parent, element, 'list', path, hidden, marks, list, { list, item: null, sink: parent.sink });
    return true;
  }
  if (marks & MARK.timeline && kind !== 'list') {
    endLine(walk);
    openList(walk, parent, element, path, hidden, marks);
    return true;
  }
  if (marks & MARK.field) {
    endLine(walk);
    const node: FieldNode = { type: 'field', path, label: '', nodes: [] };
    if (marks & MARK.required) node.required = true;
    if (hidden) node.hidden = true;
    const field: FieldLevel = { sink: parent.sink, current: node };
    open(walk, parent, element, 'field', path, hidden, marks, node, { field, sink: node.nodes });
    return true;
  }
  const group = groupOf(marks, role);
  if (group) {
    endLine(walk);
    openGroup(walk, parent, element, group, path, hidden, marks);
    return true;
  }
  if (marks & MARK.splitTable) {
    endLine(walk);
    open(walk, parent, element, 'block', path, hidden, marks, null, { split: { head: null } });
    return true;
  }
  if (marks & MARK.required && parent.field && cleanText(element.textContent ?? '') === '')
    parent.field.current.required = true;
  return false;
}

function openList(
  walk: Walk,
  parent: Level | null,
  element: Element,
  path: string,
  hidden: Hiding,
  marks: number,
): void {
  const tag = element.localName;
  const list: ListNode = {
    type: 'list',
    list: marks & MARK.timeline ? 'timeline' : tag === 'ol' ? 'numbered' : tag === 'dl' ? 'definition' : 'plain',
    path,
    items: [],
  };
  if (hidden) list.hidden = true;
  open(walk, parent, element, 'list', path, hidden, marks, list, {
    list,
    item: null,
    sink: parent ? parent.sink : walk.nodes,
  });
}

function openItem(walk: Walk, parent: Level, element: Element, path: string, hidden: Hiding, marks: number): void {
  if (!parent.list) {
    open(walk, parent, element, 'block', path, hidden, marks, null);
    return;
  }
  const item: ListItem = { path, nodes: [] };
  if (hidden) item.hidden = true;
  if (element.localName === 'dt') item.term = true;
  const state = stateOf(marks);
  if (state) item.state = state;
  open(walk, parent, element, 'item', path, hidden, marks, item, { item, sink: item.nodes });
}

function stateOf(marks: number): NonNullable<ListItem['state']> | undefined {
  if (marks & MARK.done) return 'done';
  if (marks & MARK.current) return 'current';
  if (marks & MARK.waiting) return 'waiting';
  return undefined;
}

function openGroup(
  walk: Walk,
  parent: Level | null,
  element: Element,
  role: GroupNode['role'],
  path: string,
  hidden: Hiding,
  marks: number,
): void {
  const group: GroupNode = { type: 'group', role, path, nodes: [] };
  if (hidden) group.hidden = true;
  const label = groupLabel(walk, element, role);
  if (label !== '') group.label = label;
  // Menus are drawn as lists; their items are only lines of the menu.
  const apart = role === 'navigation' ? { list: null, item: null } : {};
  open(walk, parent, element, 'group', path, hidden, marks, group, { sink: group.nodes, ...apart });
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

function groupLabel(walk: Walk, element: Element, role: GroupNode['role']): string {
  const attribute = native<Element['getAttribute']>(element, 'getAttribute');
  const spoken = attribute.call(element, 'aria-label');
  if (spoken) return cleanText(spoken);
  const by = attribute.call(element, 'aria-labelledby');
  const target = by
    ? native<Document['getElementById']>(walk.document, 'getElementById').call(walk.document, by)
    : role === 'fieldset'
      ? element.querySelector('legend')
      : role === 'dialog'
        ? element.querySelector('.el-dialog__title,.ant-modal-title,.layui-layer-title,.modal-title')
        : null;
  return target ? cleanText(target.textContent ?? '').slice(0, 100) : '';
}

export function enterCell(
  walk: Walk,
  parent: Level,
  element: HTMLTableCellElement,
  heading: boolean,
  path: string,
  hidden: Hiding,
  marks: number,
  has: number,
): void {
  endLine(walk);
  // Most cells hold one text and nothing else.
  const first = element.firstChild;
  const text =
    first === null
      ? ''
      : first.nodeType === 3 && first.nextSibling === null
        ? tidy(takeText(walk, (first as Text).data))
        : undefined;
  // An array that is made with its one node takes a fifth of the room of one that grows.
  const nodes: PageNode[] = text ? [{ type: 'text', path, text }] : [];
  const cell: TableCell = { path, nodes };
  if (hidden) {
    cell.hidden = true;
    if (nodes[0]) nodes[0].hidden = true;
  }
  if (heading || parent.head || marks & MARK.header) cell.header = true;
  if (has & HAS.span) {
    const columns = element.colSpan;
    const rows = element.rowSpan;
    if (columns > 1) cell.columns = columns;
    if (rows > 1) cell.rows = rows;
  }
  if (has & HAS.role) {
    const role = element.getAttribute('role');
    if (role === 'columnheader' || role === 'rowheader') cell.header = true;
  }
  const row = parent.row;
  if (row) row.cells[row.cells.length] = cell;
  if (text !== undefined && row) return;
  open(walk, parent, element, 'cell', path, hidden, marks, cell, {
    sink: cell.nodes,
    list: null,
    item: null,
    field: null,
  });
  if (!row) (walk.level as Level).sink = parent.sink;
}
