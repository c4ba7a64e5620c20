import { cleanText } from '../base/text.ts';
import type { PageNode } from '../page/snapshot.ts';

/**
 * Lines of text of nodes in reading order, values of controls among them. @param hidden true where the whole of it is out of
 * sight: then what is hidden inside counts too.
 */
export function linesOf(nodes: readonly PageNode[], hidden = false): string[] {
  const [only] = nodes;
  if (only === undefined) return [];
  if (nodes.length === 1 && only.type === 'text') {
    const line = only.hidden && !hidden ? '' : cleanText(only.text);
    return line === '' ? [] : [line];
  }
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
    else if (node.type === 'list')
      for (const item of node.items) lines.push(...(item.hidden && !hidden ? [] : linesOf(item.nodes, hidden)));
    else if (node.type === 'table')
      for (const row of node.rows)
        for (const cell of row.cells) lines.push(...(cell.hidden && !hidden ? [] : linesOf(cell.nodes, hidden)));
  }
  return lines.map(cleanText).filter((line) => line !== '');
}
