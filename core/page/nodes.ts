import { pathsAlong, wholePath } from './paths.ts';
import type { Content, ControlNode, GroupNode, ListNode, PageNode, PageSnapshot, TableNode } from './snapshot.ts';

/** A control that a person fills in or reads: everything but hidden helpers and passwords. */
export function isBoxControl(node: ControlNode): boolean {
  return node.control !== 'hidden' && node.control !== 'password';
}

/** What stands in a cell or an item, as nodes. */
export function nodesOf(holder: Content & { hidden?: true }): readonly PageNode[] {
  if (holder.nodes) return holder.nodes;
  if (holder.text === undefined) return NOTHING;
  return [holder.hidden ? { type: 'text', text: holder.text, hidden: true } : { type: 'text', text: holder.text }];
}

const NOTHING: readonly PageNode[] = [];

/** Index after the last node of the line that begins at `from`. */
export function lineEnd(nodes: readonly PageNode[], from: number): number {
  let end = from + 1;
  while (end < nodes.length && nodes[end]?.joined) end += 1;
  return end;
}

export interface WalkOptions {
  /** Whole path of the element that holds the nodes. */
  base?: string;
  /** Nothing hidden is visited. */
  seenOnly?: boolean;
  /** What is refused is visited and not entered. */
  into?: (node: GroupNode | ListNode | TableNode) => boolean;
}

/**
 * Visits nodes and all that stands in them, in reading order, each with the whole path of the element that holds it; the
 * labels of fields are not nodes.
 */
export function walkNodes(
  nodes: readonly PageNode[],
  visit: (node: PageNode, base: string) => void,
  { base = '', seenOnly = false, into }: WalkOptions = {},
): void {
  const walk = (inner: readonly PageNode[], base: string): void => {
    for (const node of inner) {
      if (seenOnly && node.hidden) continue;
      visit(node, base);
      switch (node.type) {
        case 'field':
          walk(node.nodes, wholePath(base, node.path));
          break;
        case 'group':
          if (!into || into(node)) walk(node.nodes, wholePath(base, node.path));
          break;
        case 'list':
        case 'table':
          if (!into || into(node))
            walkHolders(node, wholePath(base, node.path), (holder, path, hidden) => {
              if (!(seenOnly && hidden)) walk(nodesOf(holder), path);
            });
          break;
        default:
      }
    }
  };
  walk(nodes, base);
}

/** The items of a list or the cells of a table, in reading order, each with its whole path. @param whole path of the list or table */
export function walkHolders(
  node: ListNode | TableNode,
  whole: string,
  visit: (holder: Content & { hidden?: true }, path: string, hidden: boolean) => void,
): void {
  if (node.type === 'list') {
    const along = pathsAlong(whole);
    for (const item of node.items) visit(item, along(item.path), item.hidden === true);
    return;
  }
  const down = pathsAlong(whole);
  for (const row of node.rows) {
    const along = pathsAlong(down(row.path));
    for (const cell of row.cells) visit(cell, along(cell.path), row.hidden === true || cell.hidden === true);
  }
}

/** Text of nodes, one line an entry; values of boxes and captions of buttons are not text. */
export function textOfNodes(nodes: readonly PageNode[], hidden: boolean): string {
  const [only] = nodes;
  if (only === undefined) return '';
  if (nodes.length === 1 && only.type === 'text') return only.hidden && !hidden ? '' : only.text;
  let text = '';
  const add = (piece: string, joined: boolean): void => {
    if (piece === '') return;
    if (text === '') text = piece;
    else text += joined ? piece : `\n${piece}`;
  };
  const visit = (node: PageNode): void => {
    if (node.type === 'text' || node.type === 'link' || node.type === 'heading' || node.type === 'label') {
      add(node.text, node.joined === true);
    } else if (node.type === 'field') add(node.label, false);
  };
  walkNodes(nodes, visit, { seenOnly: !hidden });
  return text;
}

/** Changes one run of siblings; gives back the same run where there is nothing to change. */
export type ChangeNodes = (nodes: readonly PageNode[]) => readonly PageNode[];

/** A snapshot with every run of sibling nodes changed, the inner ones first. The given one stays as it is. */
export function changeNodes(snapshot: PageSnapshot, change: ChangeNodes): PageSnapshot {
  return {
    ...snapshot,
    frames: snapshot.frames.map((frame) => ({ ...frame, nodes: changeRuns(frame.nodes, change) })),
  };
}

/** A snapshot without these very nodes, wherever they stand. */
export function withoutNodes(snapshot: PageSnapshot, gone: ReadonlySet<PageNode>): PageSnapshot {
  const same: ChangeNodes = (nodes) => nodes;
  return {
    ...snapshot,
    frames: snapshot.frames.map((frame) => ({ ...frame, nodes: changeRuns(frame.nodes, same, gone) })),
  };
}

const NOTHING_GONE: ReadonlySet<PageNode> = new Set();

/** Nodes with every run of siblings in them changed, the inner ones first, themselves last. @param gone nodes that are left out */
export function changeRuns(
  nodes: readonly PageNode[],
  change: ChangeNodes,
  gone: ReadonlySet<PageNode> = NOTHING_GONE,
): PageNode[] {
  const inner = <Holder extends Pick<Content, 'nodes'>>(holder: Holder): Holder =>
    holder.nodes ? { ...holder, nodes: changeRuns(holder.nodes, change, gone) } : holder;
  const left = gone.size === 0 ? nodes : nodes.filter((node) => !gone.has(node));
  return [
    ...change(
      left.map((node): PageNode => {
        switch (node.type) {
          case 'group':
          case 'field':
          case 'control':
            return inner(node);
          case 'list':
            return { ...node, items: node.items.map(inner) };
          case 'table':
            return { ...node, rows: node.rows.map((row) => ({ ...row, cells: row.cells.map(inner) })) };
          default:
            return node;
        }
      }),
    ),
  ];
}
