import type { Block } from '../base/block.ts';
import type { PageSource } from '../base/source.ts';
import { cleanText, labelKey } from '../base/text.ts';
import type { PageNode, PageSnapshot, TableCell, TableNode } from '../page/snapshot.ts';
import { linesOf } from './lines.ts';

/** Labels of the box that holds the text of the document itself. */
const BODY_LABELS = new Set([
  '正文',
  '正文内容',
  '公文内容',
  '公文正文',
  '文件内容',
  '文件正文',
  '内容正文',
  '文稿',
  '稿件内容',
]);

/** A label with its star and its note; a cell of more pieces is no label. */
const MOST_LABEL_NODES = 3;

export function isBodyLabel(label: string): boolean {
  return BODY_LABELS.has(labelKey(label));
}

/** Cells that hold the text of the document: the one behind a cell 正文. */
export function bodyCells(table: TableNode): Set<TableCell> {
  const found = new Set<TableCell>();
  for (const { cells } of table.rows)
    cells.forEach((cell, index) => {
      const next = cells[index + 1];
      if (next && cell.nodes.length <= MOST_LABEL_NODES && isBodyLabel(linesOf(cell.nodes).join(''))) found.add(next);
    });
  return found;
}

interface Region {
  frame: string;
  region: Block['region'];
  listed: boolean;
}

/**
 * The text of a page that a person sees, in reading order. Body is what stands in an editor, in an article, or in the box
 * 正文; all else is the form around it. Menus and search forms are left out.
 */
export function blocksOfPage(snapshot: PageSnapshot): Block[] {
  const blocks: Block[] = [];
  const bodyFrames = new Set<string>();
  for (const frame of snapshot.frames) {
    if (frame.hidden) continue;
    const region = frame.editor || bodyFrames.has(frame.path) ? 'body' : 'form';
    addNodes(frame.nodes, { frame: frame.path, region, listed: false }, blocks, bodyFrames);
  }
  return blocks;
}

function addNodes(nodes: readonly PageNode[], place: Region, blocks: Block[], bodyFrames: Set<string>): void {
  let line: Block | undefined;
  const add = (kind: Block['kind'], text: string, path: string, more: Partial<Block> = {}): Block | undefined => {
    const source: PageSource = { from: 'page', frame: place.frame, label: '', path };
    const block: Block = { kind, text, region: place.region, source, ...more };
    if (cleanText(text) === '') return undefined;
    blocks.push(block);
    return block;
  };
  for (const node of nodes) {
    if (node.hidden) continue;
    const written = node.type === 'text' || node.type === 'link' || node.type === 'heading' || node.type === 'label';
    if (written && node.joined && line) {
      line.text += node.text;
      continue;
    }
    if (!node.joined) line = undefined;
    switch (node.type) {
      case 'text':
      case 'link':
      case 'label':
        line = add(place.listed ? 'list-item' : 'paragraph', node.text, node.path);
        break;
      case 'heading':
        line = add('heading', node.text, node.path, { level: node.level });
        break;
      case 'control':
        if (node.control !== 'editor') break;
        if (node.nodes) addNodes(node.nodes, { ...place, region: 'body' }, blocks, bodyFrames);
        else add('paragraph', node.value, node.path, { region: 'body' });
        break;
      case 'field':
        addNodes(node.nodes, { ...place, region: isBodyLabel(node.label) ? 'body' : place.region }, blocks, bodyFrames);
        break;
      case 'group':
        if (node.role === 'navigation' || node.role === 'search') break;
        addNodes(node.nodes, { ...place, region: node.role === 'article' ? 'body' : place.region }, blocks, bodyFrames);
        break;
      case 'list':
        for (const item of node.items)
          if (!item.hidden) addNodes(item.nodes, { ...place, listed: true }, blocks, bodyFrames);
        break;
      case 'table':
        addTable(node, place, blocks, bodyFrames);
        break;
      case 'frame':
        if (place.region === 'body') bodyFrames.add(node.frame);
        break;
      default:
    }
  }
}

function addTable(table: TableNode, place: Region, blocks: Block[], bodyFrames: Set<string>): void {
  const bodies = bodyCells(table);
  const rows = table.rows
    .filter((row) => !row.hidden)
    .map((row) => row.cells.map((cell) => (cell.hidden || bodies.has(cell) ? '' : linesOf(cell.nodes).join('\n'))));
  const text = rows.map((row) => row.join('\t')).join('\n');
  if (cleanText(text) !== '')
    blocks.push({
      kind: 'table',
      text,
      rows,
      region: place.region,
      source: { from: 'page', frame: place.frame, label: '', path: table.path },
    });
  for (const row of table.rows)
    for (const cell of row.cells) {
      if (row.hidden || cell.hidden) continue;
      if (bodies.has(cell)) addNodes(cell.nodes, { ...place, region: 'body' }, blocks, bodyFrames);
      else addNodes(cell.nodes.filter(holdsFrame), place, [], bodyFrames);
    }
}

const holdsFrame = (node: PageNode): boolean =>
  node.type === 'frame' || node.type === 'table' || ('nodes' in node && (node.nodes ?? []).some(holdsFrame));
