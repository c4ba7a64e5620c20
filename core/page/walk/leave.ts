/** What the walk does at the end tag of an element. */

import type { Path } from '../paths.ts';
import type {
  ControlNode,
  GroupNode,
  ListItem,
  ListNode,
  PageNode,
  TableCell,
  TableNode,
  TableRow,
} from '../snapshot.ts';
import { settleContent } from './cells.ts';
import { addressOf, titleOf } from './dom.ts';
import { takeFieldLabel, tie } from './labels.ts';
import { stepsBetween } from './path.ts';
import type { FieldLevel, Level, Walk } from './state.ts';
import { endLine, push, spokenText, textOf } from './text.ts';

export function leave(walk: Walk, level: Level): void {
  switch (level.exit) {
    case 'inline':
      return;
    case 'block':
    case 'rows':
      endLine(walk);
      return;
    case 'heading':
      leaveWords(walk, level, false);
      return;
    case 'link':
    case 'button':
    case 'label':
      leaveWords(walk, level, true);
      return;
    case 'table':
      endLine(walk);
      leaveTable(level);
      return;
    case 'row':
      endLine(walk);
      addRow(level.around.table as TableNode, level.output as TableRow);
      return;
    case 'cell':
      endLine(walk);
      settleContent(level.output as TableCell, level.sink);
      return;
    case 'list':
      endLine(walk);
      level.sink[level.sink.length] = level.output as ListNode;
      return;
    case 'item': {
      endLine(walk);
      const { list, item } = level.around as { list: ListNode; item: ListItem };
      settleContent(item, level.sink);
      list.items[list.items.length] = item;
      return;
    }
    case 'field': {
      endLine(walk);
      const field = level.around.field as FieldLevel;
      field.sink[field.sink.length] = field.current;
      return;
    }
    case 'group': {
      endLine(walk);
      const { sink } = level.parent as Level;
      sink[sink.length] = level.output as GroupNode;
      return;
    }
    case 'editor':
      leaveEditor(walk, level);
  }
}

function addRow({ rows }: TableNode, row: TableRow): void {
  rows[rows.length] = row;
}

/** A table is over; where a component draws its head as one table and its body as the next, the two become one. */
function leaveTable(level: Level): void {
  const table = level.output as TableNode;
  const { split } = level.around;
  if (split?.head && isHeadOnly(split.head.table) && !isHeadOnly(table)) {
    const between = stepsBetween(split.head.element, level.element);
    for (let at = 0; at < table.rows.length; at += 1) {
      const row = table.rows[at] as TableRow;
      if (row.path !== undefined || at === 0) row.path = behind(between, row.path ?? 1);
      addRow(split.head.table, row);
    }
    split.head = null;
    return;
  }
  if (split) split.head = { table, element: level.element };
  level.sink[level.sink.length] = table;
}

const behind = (steps: string, path: Path): Path =>
  typeof path === 'string' && path.startsWith('#') ? path : `${steps} ${path}`;

function isHeadOnly(table: TableNode): boolean {
  for (let at = 0; at < table.rows.length; at += 1) {
    const { cells } = table.rows[at] as TableRow;
    for (let cell = 0; cell < cells.length; cell += 1) if (!(cells[cell] as TableCell).header) return false;
  }
  return table.rows.length > 0;
}

/** A heading, link, button or label is over: its words become its text, what else stood in it follows it. */
function leaveWords(walk: Walk, level: Level, onLine: boolean): void {
  endLine(walk);
  const output = level.output as Extract<PageNode, { text: string }>;
  const sink = (level.parent as Level).sink;
  const inner = level.sink;
  output.text = textOf(inner, level.hidden !== 0);
  if (onLine) walk.lineStarted = level.outerStarted;
  let rest = 0;
  for (let at = 0; at < inner.length; at += 1) {
    const node = inner[at] as PageNode;
    if (node.type !== 'text' && node.type !== 'label') rest += 1;
  }
  if (output.type === 'link') {
    const href = addressOf(level.element as HTMLAnchorElement, walk.origin);
    if (href) output.href = href;
    if (output.text === '' && rest === 0) output.text = spokenText(walk, titleOf(level.element));
  } else if (output.type === 'button') {
    if ((level.element as HTMLButtonElement).disabled || level.element.getAttribute('aria-disabled') === 'true')
      output.disabled = true;
    if (output.text === '') output.text = spokenText(walk, titleOf(level.element));
  } else if (output.type === 'label') {
    const target = level.element.getAttribute('for');
    const wrapped = firstControl(inner);
    if (wrapped) {
      tie(walk, output, wrapped);
      output.wraps = true;
    } else if (target) walk.pointing[walk.pointing.length] = { label: output, element: level.element, target };
    const { field } = level.around;
    if (field && !wrapped && output.text !== '') {
      takeFieldLabel(walk, level, field, output);
      return;
    }
  }
  if (output.text !== '' || (output.type === 'label' && output.required)) push(walk, sink, output, level.hidden !== 0);
  if (output.type === 'button') return;
  for (let at = 0; at < inner.length; at += 1) {
    const node = inner[at] as PageNode;
    if (node.type === 'text' || node.type === 'label') continue;
    if (node.type === 'heading') continue;
    node.joined = true;
    if (output.text === '' && at === 0 && !level.outerStarted) delete node.joined;
    sink[sink.length] = node;
  }
  if (!onLine) walk.lineStarted = false;
}

function firstControl(nodes: PageNode[]): ControlNode | undefined {
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at] as PageNode;
    if (node.type === 'control' && node.control !== 'hidden') return node;
  }
  return undefined;
}

function leaveEditor(walk: Walk, level: Level): void {
  endLine(walk);
  const output = level.output as ControlNode;
  const nodes = level.sink;
  let value = '';
  for (let at = 0; at < nodes.length; at += 1) {
    const text = textOf([nodes[at] as PageNode], false);
    if (text !== '') value += value === '' || (nodes[at] as PageNode).joined ? text : `\n${text}`;
  }
  output.value = value;
  if (nodes.length > 1 || (nodes.length === 1 && (nodes[0] as PageNode).type !== 'text')) output.nodes = nodes;
  walk.lineStarted = level.outerStarted;
  push(walk, (level.parent as Level).sink, output, level.hidden !== 0);
}
