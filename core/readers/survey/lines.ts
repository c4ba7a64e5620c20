import { cleanText } from '../../base/text.ts';
import { nodesOf } from '../../page/nodes.ts';
import type { Content, PageNode } from '../../page/snapshot.ts';

/** The text of a cell, its lines as `linesOf` gives them. */
export function textOfHolder(holder: Content & { hidden?: true }, hidden: boolean): string {
  if (holder.hidden && !hidden) return '';
  if (holder.text !== undefined) return holder.text.includes('\n') ? cleanText(holder.text) : holder.text;
  if (holder.nodes === undefined) return '';
  const [only] = holder.nodes;
  if (holder.nodes.length === 1 && only?.type === 'control')
    return (only.hidden && !hidden) || only.control === 'hidden' ? '' : cleanText(only.value);
  return linesOf(holder.nodes, hidden).join('\n');
}

/**
 * Lines of text of nodes in reading order, values of controls among them. @param hidden true where the whole of it is out of
 * sight: then what is hidden inside counts too.
 */
export function linesOf(nodes: readonly PageNode[], hidden: boolean): string[] {
  const lines: string[] = [];
  const add = (text: string, joined: boolean): void => {
    const last = lines.length - 1;
    if (joined && last >= 0) lines[last] += text;
    else lines.push(text);
  };
  for (const node of nodes) {
    if (node.hidden && !hidden) continue;
    const joined = node.joined === true;
    if (node.type === 'text' || node.type === 'heading' || node.type === 'link' || node.type === 'label')
      add(node.text, joined);
    else if (node.type === 'control' && node.control !== 'hidden' && node.value !== '') add(` ${node.value} `, joined);
    else if (node.type === 'field') lines.push(node.label, ...linesOf(node.nodes, hidden));
    else if (node.type === 'group') lines.push(...linesOf(node.nodes, hidden));
    else if (node.type === 'list') for (const item of node.items) lines.push(...linesOfHolder(item, hidden));
    else if (node.type === 'table')
      for (const row of node.rows) for (const cell of row.cells) lines.push(...linesOfHolder(cell, hidden));
  }
  return lines.map(cleanText).filter((line) => line !== '');
}

/** Lines of a cell or an item. */
export function linesOfHolder(holder: Content & { hidden?: true }, hidden: boolean): string[] {
  return holder.hidden && !hidden ? [] : linesOf(nodesOf(holder), hidden);
}
