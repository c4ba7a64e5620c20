import { cleanText } from '../../base/text.ts';
import { nodesOf } from '../../page/nodes.ts';
import type { Content, FieldNode, PageNode } from '../../page/snapshot.ts';

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
  addLines(lines, nodes, hidden);
  return lines;
}

/**
 * Puts the lines of nodes behind those that are there. One list for all that stands inside one another, each line cleaned
 * when it ends: tables in tables would be copied and cleaned once for every level.
 */
function addLines(lines: string[], nodes: readonly PageNode[], hidden: boolean): void {
  const from = lines.length;
  /** The last line of this level is still growing. */
  let growing = false;
  /** It is a label without a colon so far: its mark is drawn by a style. */
  let labelled = false;
  const settle = (): void => {
    if (!growing) return;
    growing = false;
    labelled = false;
    const line = cleanText(lines.pop() ?? '');
    if (line !== '') lines.push(line);
  };
  const add = (text: string, joined: boolean): void => {
    if (joined && lines.length > from) lines.push(`${lines.pop()}${labelled ? '：' : ''}${text}`);
    else {
      settle();
      lines.push(text);
    }
    growing = true;
    labelled = false;
  };
  const addHolder = (holder: Content & { hidden?: true }): void => {
    if (!holder.hidden || hidden) addLines(lines, nodesOf(holder), hidden);
  };
  for (const node of nodes) {
    if (node.hidden && !hidden) continue;
    const joined = node.joined === true;
    if (node.type === 'text' || node.type === 'heading' || node.type === 'link' || node.type === 'label') {
      add(node.text, joined);
      labelled = node.type === 'label' && !node.wraps && !/[:：\s]$/u.test(node.text);
    } else if (node.type === 'control' && node.control !== 'hidden' && node.value !== '')
      add(` ${node.value} `, joined);
    else if (node.type === 'field') {
      settle();
      addField(lines, node, hidden);
    } else if (node.type === 'group' || node.type === 'list' || node.type === 'table') {
      settle();
      if (node.type === 'group') addLines(lines, node.nodes, hidden);
      else if (node.type === 'list') for (const item of node.items) addHolder(item);
      else for (const row of node.rows) for (const cell of row.cells) addHolder(cell);
    }
  }
  settle();
}

/** A label with its value on one line, its colon drawn by a style or not; what has more lines stands below it. */
function addField(lines: string[], { label, nodes }: FieldNode, hidden: boolean): void {
  const name = cleanText(label);
  const at = lines.length;
  addLines(lines, nodes, hidden);
  const [value] = lines.slice(at);
  if (name !== '' && value !== undefined && lines.length === at + 1)
    lines[at] = /[:：]$/u.test(name) ? `${name}${value}` : `${name}：${value}`;
  else if (name !== '') lines.splice(at, 0, name);
}

/** Lines of a cell or an item. */
export function linesOfHolder(holder: Content & { hidden?: true }, hidden: boolean): string[] {
  return holder.hidden && !hidden ? [] : linesOf(nodesOf(holder), hidden);
}
