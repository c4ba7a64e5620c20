import type { ControlNode, GroupNode, PageNode } from './snapshot.ts';

/** A control that a person fills in or reads: everything but hidden helpers and passwords. */
export function isBoxControl(node: ControlNode): boolean {
  return node.control !== 'hidden' && node.control !== 'password';
}

/** Index after the last node of the line that begins at `from`. */
export function lineEnd(nodes: readonly PageNode[], from: number): number {
  let end = from + 1;
  while (end < nodes.length && nodes[end]?.joined) end += 1;
  return end;
}

/**
 * Visits nodes and all that stands in them, in reading order; the labels of fields are not nodes.
 * `into` decides about groups; with `seenOnly` nothing hidden is entered.
 */
export function walkNodes(
  nodes: readonly PageNode[],
  visit: (node: PageNode) => void,
  into: (group: GroupNode) => boolean = () => true,
  seenOnly = false,
): void {
  for (const node of nodes) {
    if (seenOnly && node.hidden) continue;
    visit(node);
    switch (node.type) {
      case 'group':
        if (into(node)) walkNodes(node.nodes, visit, into, seenOnly);
        break;
      case 'field':
        walkNodes(node.nodes, visit, into, seenOnly);
        break;
      case 'list':
        for (const item of node.items) if (!(seenOnly && item.hidden)) walkNodes(item.nodes, visit, into, seenOnly);
        break;
      case 'table':
        for (const row of node.rows)
          if (!(seenOnly && row.hidden))
            for (const cell of row.cells) if (!(seenOnly && cell.hidden)) walkNodes(cell.nodes, visit, into, seenOnly);
        break;
      default:
    }
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
  walkNodes(nodes, visit, undefined, !hidden);
  return text;
}
