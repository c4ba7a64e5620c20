import { lineEnd, nodesOf, textOfNodes, walkHolders } from '../../page/nodes.ts';
import { wholePath } from '../../page/paths.ts';
import type { ControlNode, FieldNode, ListItem, ListNode, PageNode, PageSnapshot } from '../../page/snapshot.ts';
import { type IsLabel, isLabelText } from '../../pairing/labels.ts';
import type { LabelledValue } from '../../pairing/pair.ts';
import type { Survey } from '../survey/survey.ts';
import { labelsBesideBlocks } from './blocks.ts';
import { scanLine } from './line.ts';
import { emit, type Search, type Spot } from './search.ts';
import { scanTable } from './table.ts';
import type { Piece } from './value.ts';

/**
 * Every label with its value, in reading order over all frames. `isLabel` knows the words of labels; pairs that the markup
 * itself ties together (label-for, form items, definition lists, label cells) do not need it.
 * Menus, search forms, lists of things and workflow records are left out, and what the text of the document prints. A pair in
 * a hidden frame, row or cell is marked `hidden`; inside a visible pair nothing hidden counts.
 * @param used controls that belong to a label; those found are added
 */
export function labelledValues(
  snapshot: PageSnapshot,
  survey: Survey,
  isLabel: IsLabel,
  used: Set<ControlNode> = new Set(),
): LabelledValue[] {
  const all: LabelledValue[] = [];
  for (const frame of snapshot.frames) {
    const search: Search = { snapshot, frame, survey, isLabel, used, pairs: [], scan };
    const body = survey.bodyFrames.has(frame.path);
    scan(search, frame.nodes, { base: '', hidden: frame.hidden === true, kind: 'inline-text', body });
    titles(search);
    for (const pair of search.pairs) all.push(pair);
  }
  return all;
}

/** Controls that nothing around them names, named by their title. */
function titles(search: Search): void {
  for (const { node, frame, base, hidden } of search.survey.titled) {
    if (frame !== search.frame.path || search.used.has(node)) continue;
    if (node.control === 'radio' || node.control === 'checkbox') continue;
    const label = node.title ?? '';
    if (isLabelText(label, search.isLabel))
      emit(search, {
        label,
        kind: 'title-attribute',
        pieces: [{ nodes: [node], base }],
        hidden,
        body: false,
        path: base,
      });
  }
}

/** Looks through the nodes of one container. */
function scan(search: Search, nodes: readonly PageNode[], spot: Spot): void {
  const beside = labelsBesideBlocks(nodes, search.isLabel);
  for (let at = 0; at < nodes.length; ) {
    const node = nodes[at] as PageNode;
    const end = beside.get(at);
    if (end !== undefined && node.type === 'text') {
      const { base, hidden, body } = spot;
      const pieces = [{ nodes: nodes.slice(at + 1, end), base }];
      emit(search, { label: node.text, kind: 'block-beside', pieces, hidden, body, path: wholePath(base, node.path) });
      at = end;
      continue;
    }
    const inner = (change: Partial<Spot> = {}): Spot => ({
      ...spot,
      base: wholePath(spot.base, node.path),
      hidden: spot.hidden || node.hidden === true,
      ...change,
    });
    switch (node.type) {
      case 'group':
        if (node.role !== 'navigation' && node.role !== 'search') {
          const body = spot.body || node.role === 'article';
          search.scan(search, node.nodes, inner({ kind: 'inline-text', body }));
        }
        at += 1;
        break;
      case 'field':
        scanField(search, node, inner());
        at += 1;
        break;
      case 'list':
        if (!search.survey.outside.has(node)) scanList(search, node, inner());
        at += 1;
        break;
      case 'table':
        if (!search.survey.outside.has(node)) scanTable(search, node, inner());
        at += 1;
        break;
      case 'heading':
        at += 1;
        break;
      default:
        at = scanLine(search, nodes, { from: at, to: lineEnd(nodes, at) }, spot);
    }
  }
}

/** @param spot inside the form item */
function scanField(search: Search, field: FieldNode, spot: Spot): void {
  const inside: Spot = { ...spot, kind: 'form-item' };
  if (field.label === '' || field.nodes.some((node) => node.type === 'field')) {
    search.scan(search, field.nodes, inside);
    return;
  }
  const { base, hidden, body } = spot;
  emit(search, {
    label: field.label,
    kind: 'form-item',
    pieces: [{ nodes: field.nodes, base }],
    hidden,
    body,
    required: field.required === true,
    path: wholePath(base, field.labelPath),
  });
  for (const node of field.nodes) if (node.type === 'table') search.scan(search, [node], inside);
}

/** @param spot inside the list */
function scanList(search: Search, list: ListNode, spot: Spot): void {
  let term: string | undefined;
  let pieces: Piece[] = [];
  let path = spot.base;
  let away = spot.hidden;
  const close = (): void => {
    if (term) emit(search, { label: term, kind: 'definition', pieces, hidden: away, body: spot.body, path });
    term = undefined;
    pieces = [];
  };
  walkHolders(list, spot.base, (holder, base, itemHidden) => {
    const hidden = spot.hidden || itemHidden;
    const nodes = nodesOf(holder);
    if (list.list !== 'definition') search.scan(search, nodes, { ...spot, base, hidden, kind: 'inline-text' });
    else if ((holder as ListItem).term) {
      close();
      term = textOfNodes(nodes, hidden);
      path = base;
      away = hidden;
    } else {
      if (pieces.length === 0) path = base;
      pieces.push({ nodes, base });
    }
  });
  close();
}
