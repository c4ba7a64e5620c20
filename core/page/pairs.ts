import { cleanText } from '../base/text.ts';
import { type GridCell, type IsLabel, isLabelText, pairGrid, plainLabel, splitInline } from '../pairing/grid.ts';
import type { LabelledValue, PairKind } from '../pairing/pair.ts';
import { isBoxControl, lineEnd, textOfNodes, walkNodes } from './nodes.ts';
import type {
  ControlNode,
  FieldNode,
  FrameSnapshot,
  LabelNode,
  ListNode,
  PageNode,
  PageSnapshot,
  TableCell,
  TableNode,
  TextNode,
} from './snapshot.ts';

/** What one frame's search for pairs shares. */
interface Search {
  readonly snapshot: PageSnapshot;
  readonly frame: FrameSnapshot;
  readonly isLabel: IsLabel;
  /** The control at a path. */
  readonly controlAt: (path: string) => ControlNode | undefined;
  /** Controls that already belong to a label. */
  readonly used: Set<ControlNode>;
  readonly pairs: LabelledValue[];
}

const STARS = /^[*＊\s]+$/;
/** Text beside an empty box that is advice and no value. */
const HINT =
  /^(?:[（(【[].*[）)】\]]|(?:请|注[:：]|提示|说明[:：]|例如|如[:：]|必填|选填|格式|最多|不超过|还可|剩余).*|.*(?:字以内|个字|字符)|\d+\s*\/\s*\d+|[^\p{Script=Han}]*|.)$/u;

/**
 * Every label with its value, in reading order over all frames. `isLabel` knows the words of labels; pairs that the markup
 * itself ties together (label-for, form items, definition lists, label cells) do not need it.
 * Menus and search forms are left out. A pair in a hidden frame, row or cell is marked `hidden`; inside a visible pair
 * nothing hidden counts.
 */
export function labelledValues(snapshot: PageSnapshot, isLabel: IsLabel): LabelledValue[] {
  const all: LabelledValue[] = [];
  for (const frame of snapshot.frames) {
    const search: Search = {
      snapshot,
      frame,
      isLabel,
      controlAt: controlsByPath(frame),
      used: new Set(),
      pairs: [],
    };
    scan(search, frame.nodes, frame.hidden === true, 'inline-text');
    titles(search);
    for (const pair of search.pairs) all.push(pair);
  }
  return all;
}

/** The controls of a frame by their paths. Few pages have labels that ask for one: they are put in order at the first question. */
function controlsByPath(frame: FrameSnapshot): Search['controlAt'] {
  let controls: Map<string, ControlNode> | undefined;
  return (path) => {
    if (!controls) {
      const found = new Map<string, ControlNode>();
      walkNodes(frame.nodes, (node) => {
        if (node.type === 'control') found.set(node.path, node);
      });
      controls = found;
    }
    return controls.get(path);
  };
}

/** Controls that nothing around them names, named by their title. */
function titles(search: Search): void {
  const visit = (nodes: readonly PageNode[]): void => {
    walkNodes(
      nodes,
      (node) => {
        if (node.type !== 'control' || !isBoxControl(node) || search.used.has(node)) return;
        if (node.control === 'radio' || node.control === 'checkbox') return;
        if (node.title && isLabelText(node.title, search.isLabel)) {
          emit(search, node.title, [node], 'title-attribute', node.hidden === true || search.frame.hidden === true, {});
        }
      },
      (group) => group.role !== 'navigation' && group.role !== 'search',
    );
  };
  visit(search.frame.nodes);
}

/** Looks through the nodes of one container. `kind` is what a label and a value on one line are called here. */
function scan(search: Search, nodes: readonly PageNode[], hidden: boolean, kind: PairKind): void {
  for (let at = 0; at < nodes.length; ) {
    const node = nodes[at] as PageNode;
    const away = hidden || node.hidden === true;
    switch (node.type) {
      case 'group':
        if (node.role !== 'navigation' && node.role !== 'search') scan(search, node.nodes, away, 'inline-text');
        at += 1;
        break;
      case 'field':
        scanField(search, node, away);
        at += 1;
        break;
      case 'list':
        scanList(search, node, away);
        at += 1;
        break;
      case 'table':
        scanTable(search, node, away);
        at += 1;
        break;
      case 'heading':
        at += 1;
        break;
      default: {
        const end = lineEnd(nodes, at);
        at = scanLine(search, nodes, at, end, hidden, kind);
      }
    }
  }
}

function scanField(search: Search, field: FieldNode, hidden: boolean): void {
  const inner = field.nodes.filter((node) => node.type === 'field');
  if (field.label === '' || inner.length > 0) {
    scan(search, field.nodes, hidden, 'form-item');
    return;
  }
  const options = field.required ? { required: true } : {};
  emit(search, field.label, field.nodes, 'form-item', hidden, options, field.path);
  for (const node of field.nodes) if (node.type === 'table') scanTable(search, node, hidden || node.hidden === true);
}

function scanList(search: Search, list: ListNode, hidden: boolean): void {
  let term: string | undefined;
  let values: PageNode[] = [];
  let path = list.path;
  let away = hidden;
  const close = (): void => {
    if (term) emit(search, term, values, 'definition', away, {}, path);
    term = undefined;
    values = [];
  };
  for (const item of list.items) {
    const itemHidden = hidden || item.hidden === true;
    if (list.list !== 'definition') scan(search, item.nodes, itemHidden, 'inline-text');
    else if (item.term) {
      close();
      term = textOfNodes(item.nodes, itemHidden);
      path = item.path;
      away = itemHidden;
    } else {
      if (values.length === 0) path = item.path;
      values = values.concat(item.nodes);
    }
  }
  close();
}

// ---- one line -----------------------------------------------------------------------------------------------------

interface Pending {
  label: string;
  nodes: PageNode[];
  kind: PairKind;
  /** A colon or a label element says that a value has to follow. */
  sure: boolean;
  hidden: boolean;
  required: boolean;
  path: string;
}

/**
 * Reads the nodes `from`…`to` that stand on one line: 承办人：[box] 负责人：[box], a label element and what follows it,
 * running text with colons. Gives the index after what it used: a label at the end of a line may take the line below.
 */
function scanLine(
  search: Search,
  nodes: readonly PageNode[],
  from: number,
  to: number,
  hidden: boolean,
  kind: PairKind,
): number {
  let pending: Pending | undefined;
  let next = to;
  const close = (): void => {
    if (!pending) return;
    const { label, nodes: values, sure, path, required } = pending;
    if (sure || values.some((node) => node.type !== 'text' || !STARS.test(node.text))) {
      emit(search, label, values, pending.kind, pending.hidden, required ? { required } : {}, path);
    }
    pending = undefined;
  };
  for (let at = from; at < to; at += 1) {
    const node = nodes[at] as PageNode;
    const away = hidden || node.hidden === true;
    if (node.type === 'text') {
      if (away && !hidden) continue;
      pending = scanText(search, node, pending, close, away, kind, at + 1 < to);
      continue;
    }
    if (node.type === 'label') {
      if (isDecoration(node)) continue;
      close();
      pending = scanLabel(search, node, away);
      continue;
    }
    if (node.type === 'button') continue;
    if (pending) pending.nodes.push(node);
    else if (node.type === 'link') scanText(search, { ...node, type: 'text' }, undefined, () => {}, away, kind, false);
  }
  const open = pending as Pending | undefined;
  if (open && !open.nodes.some((node) => node.type !== 'picture' || node.mark !== 'required')) {
    // A label that ends its line: the box below belongs to it, text below only when a colon announces it.
    const below = nodes[to];
    const end = below && isInline(below) ? lineEnd(nodes, to) : to;
    const line = nodes.slice(to, end).filter((node) => hidden || !node.hidden);
    const boxes = line.some((node) => node.type === 'control' && isBoxControl(node));
    const first = line[0];
    const text = first?.type === 'text' ? first.text : '';
    const labelled = line.some((node) => node.type === 'label') || beginsWithLabel(text, search.isLabel);
    if (line.length > 0 && !labelled && (boxes || open.sure)) {
      open.nodes.push(...line);
      next = end;
    } else if (below && open.sure && (below.type === 'list' || below.type === 'group') && !below.hidden) {
      if (below.type === 'group' && below.role !== 'tab') {
        // A form of its own below a caption.
      } else if (below.type === 'list' && below.list === 'plain') open.nodes.push(below);
    }
  }
  close();
  return next;
}

function isInline(node: PageNode): boolean {
  return !(
    node.type === 'group' ||
    node.type === 'field' ||
    node.type === 'list' ||
    node.type === 'table' ||
    node.type === 'heading'
  );
}

function beginsWithLabel(text: string, isLabel: IsLabel): boolean {
  if (text === '') return false;
  const line = text.split('\n', 1)[0] ?? '';
  return isLabelText(line, isLabel) || /^[^:：]{1,15}[:：]/.test(line);
}

/** A badge or a star that is marked up as a label. */
function isDecoration(node: LabelNode): boolean {
  return STARS.test(node.text) || node.text === '';
}

function scanText(
  search: Search,
  node: TextNode,
  before: Pending | undefined,
  close: () => void,
  hidden: boolean,
  kind: PairKind,
  followed: boolean,
): Pending | undefined {
  const lead: Pick<Pending, 'kind' | 'hidden' | 'path'> = { kind, hidden, path: node.path };
  const inline = splitInline(node.text, search.isLabel);
  if (inline.length === 0) {
    const line = node.text.slice(node.text.lastIndexOf('\n') + 1);
    const words = plainLabel(line);
    const colon = /[:：]\s*[*＊]?$/.test(line);
    const known = isLabelText(words, search.isLabel);
    if (words !== '' && (known || (colon && followed && words.length <= 15))) {
      close();
      return { ...lead, label: words, nodes: [], sure: colon, required: /[*＊]/.test(line) };
    }
    if (before) before.nodes.push(node);
    return before;
  }
  const first = inline[0] as (typeof inline)[number];
  if (before && first.start > 0) {
    const text = cleanText(node.text.slice(0, first.start));
    if (text !== '') before.nodes.push({ type: 'text', path: node.path, text, joined: true });
  }
  close();
  let pending: Pending | undefined;
  inline.forEach((pair, at) => {
    const value: PageNode[] = pair.value === '' ? [] : [{ type: 'text', path: node.path, text: pair.value }];
    if (at < inline.length - 1) {
      emit(search, pair.label, value, kind, hidden, {}, node.path);
      return;
    }
    pending = {
      ...lead,
      label: pair.label,
      nodes: value,
      sure: true,
      required: /[*＊]\s*$/.test(node.text.slice(0, pair.start)) || /[*＊]/.test(node.text.slice(pair.start, pair.end)),
    };
  });
  return pending;
}

function scanLabel(search: Search, label: LabelNode, hidden: boolean): Pending | undefined {
  const text = plainLabel(label.text);
  const required = label.required === true || /[*＊]/.test(label.text);
  const control = label.control ? search.controlAt(label.control) : undefined;
  if (control && !search.used.has(control)) {
    const away = hidden || control.hidden === true;
    const wrapped = control.path.startsWith(label.path);
    emit(
      search,
      text,
      [control],
      wrapped ? 'label-wrapped' : 'label-for',
      away,
      required ? { required } : {},
      label.path,
    );
    return undefined;
  }
  return text === ''
    ? undefined
    : {
        label: text,
        nodes: [],
        kind: 'form-item',
        sure: isLabelText(text, search.isLabel) || /[:：]\s*$/.test(label.text),
        hidden,
        required,
        path: label.path,
      };
}

// ---- tables -------------------------------------------------------------------------------------------------------

interface PageCell extends GridCell {
  order: number;
  hidden: boolean;
  path: string;
  nodes: readonly PageNode[];
  required: boolean;
  label?: LabelNode;
  origin: TableCell;
}

function scanTable(search: Search, table: TableNode, hidden: boolean): void {
  const rows = table.rows.map((row) => ({ cells: row.cells, hidden: row.hidden === true }));
  const partly = !hidden && rows.some((row) => row.hidden || row.cells.some((cell) => cell.hidden));
  // What a person sees is read as if the rest were not there; then the rest, which is only told as hidden.
  pairTable(
    search,
    rows.filter((row) => hidden || !row.hidden).map((row) => row.cells.filter((cell) => hidden || !cell.hidden)),
    hidden,
    undefined,
  );
  if (partly) {
    const away = new Set<TableCell>();
    for (const row of rows) for (const cell of row.cells) if (row.hidden || cell.hidden) away.add(cell);
    pairTable(
      search,
      rows.map((row) => row.cells),
      true,
      away,
    );
  }
}

/** Pairs of the cells given; with `only`, those alone in which one of these cells takes part. */
function pairTable(search: Search, rows: TableCell[][], hidden: boolean, only: Set<TableCell> | undefined): void {
  const found: { order: number; pair: LabelledValue }[] = [];
  let order = 0;
  const grid = rows.map((cells) =>
    cells.map((cell): PageCell => {
      order += 1;
      const inner: LabelledValue[] = [];
      const made = pageCell(search, cell, hidden, order, only === undefined || only.has(cell), inner);
      for (const pair of inner) found.push({ order, pair });
      return made;
    }),
  );
  for (const pair of pairGrid(grid, search.isLabel)) {
    const { labelCell, valueCell } = pair;
    if (only && !only.has(labelCell.origin) && !(valueCell && only.has(valueCell.origin))) continue;
    const options = labelCell.required || valueCell?.required ? { required: true } : {};
    const values: PageNode[] =
      pair.kind === 'same-cell' || !valueCell
        ? pair.value === ''
          ? []
          : [{ type: 'text', path: labelCell.path, text: pair.value }]
        : [...valueCell.nodes, ...(pair.dateCell ? [joinedText(pair.dateCell)] : [])];
    const path = valueCell?.path ?? labelCell.path;
    const made = labelled(search, pair.label, values, pair.kind, hidden, options, path);
    if (made) found.push({ order: labelCell.order, pair: made });
  }
  // A label element alone in its cell that points at a control which the grid did not reach.
  for (const line of grid) {
    for (const cell of line) {
      const control = cell.label?.control ? search.controlAt(cell.label.control) : undefined;
      if (!cell.label || !control || search.used.has(control) || only) continue;
      const away = hidden || control.hidden === true;
      const made = labelled(search, cell.label.text, [control], 'label-for', away, {}, cell.path);
      if (made) found.push({ order: cell.order, pair: made });
    }
  }
  found.sort((left, right) => left.order - right.order);
  for (const { pair } of found) search.pairs.push(pair);
}

/** The date beside or below a name, on the name's line. */
function joinedText(cell: PageCell): TextNode {
  return { type: 'text', path: cell.path, text: ` ${cleanText(cell.text)}`, joined: true };
}

/** A cell as the grid sees it; labels with boxes inside the cell are read here, into `inner`, and make it `own`. */
function pageCell(
  search: Search,
  cell: TableCell,
  hidden: boolean,
  order: number,
  fresh: boolean,
  inner: LabelledValue[],
): PageCell {
  const nodes = hidden ? cell.nodes : seen(cell.nodes);
  const texts: PageNode[] = [];
  let box = false;
  let required = false;
  let deep = false;
  for (const node of nodes) {
    if (node.type === 'control' && !isBoxControl(node)) continue;
    if (node.type === 'picture' && node.mark === 'required') required = true;
    else if (node.type === 'picture' && node.mark === 'icon') continue;
    else if (node.type === 'button') continue;
    else if (node.type === 'text' || node.type === 'link' || node.type === 'heading' || node.type === 'label') {
      if (node.type === 'label' && node.required) required = true;
      texts.push(node);
    } else {
      box = true;
      if (node.type === 'control' && node.required) required = true;
      if (node.type === 'table' || node.type === 'group' || node.type === 'field' || node.type === 'list') deep = true;
    }
  }
  const text = textOfNodes(texts, true);
  if (/[*＊]/.test(text)) required = true;
  const label = texts.length === 1 && texts[0]?.type === 'label' && !box ? texts[0] : undefined;
  const inside = box || (texts.some((node) => node.type === 'label') && texts.length > 1);
  if (inside && fresh) scan({ ...search, pairs: inner }, nodes, hidden, 'same-cell');
  const own = inner.length > 0 || (deep && nodes.some((node) => node.type === 'table' && node.rows.length > 3));
  const made: PageCell = { text, order, hidden, path: cell.path, nodes, required, origin: cell };
  if (cell.header || label) made.header = true;
  if (cell.columns) made.columns = cell.columns;
  if (cell.rows) made.rows = cell.rows;
  if (box) made.hasBox = true;
  if (own) made.own = true;
  if (label) made.label = label;
  return made;
}

// ---- values -------------------------------------------------------------------------------------------------------

/** Nodes in sight. */
function seen(nodes: readonly PageNode[]): readonly PageNode[] {
  return nodes.some((node) => node.hidden) ? nodes.filter((node) => !node.hidden) : nodes;
}

function emit(search: Search, ...given: Given): void {
  const pair = labelled(search, ...given);
  if (pair) search.pairs.push(pair);
}

type Given = [
  label: string,
  nodes: readonly PageNode[],
  kind: PairKind,
  hidden: boolean,
  options: { required?: boolean },
  path?: string,
];

/** A label with what stands in its value: text, or boxes. */
function labelled(
  search: Search,
  ...[label, nodes, kind, hidden, options, path = '']: Given
): LabelledValue | undefined {
  const name = plainLabel(label);
  if (name === '') return undefined;
  const content = contentOf(search, hidden ? nodes : seen(nodes), hidden);
  const pair: LabelledValue = {
    label: name,
    value: content.value,
    state: content.state,
    kind,
    box: content.box,
    source: { from: 'page', frame: search.frame.path, label: name, path: content.path ?? path },
  };
  if (content.reason) pair.reason = content.reason;
  if (options.required || content.required || /[*＊]/.test(label)) pair.required = true;
  if (content.readOnly) pair.readOnly = true;
  if (hidden) pair.hidden = true;
  if (content.picture) pair.picture = true;
  return pair;
}

interface Content {
  value: string;
  state: LabelledValue['state'];
  box: LabelledValue['box'];
  reason?: string;
  path?: string;
  required: boolean;
  readOnly: boolean;
  picture: boolean;
}

function contentOf(search: Search, nodes: readonly PageNode[], hidden: boolean): Content {
  const controls: ControlNode[] = [];
  const texts: PageNode[] = [];
  let required = false;
  let picture: PageNode | undefined;
  let signature = false;
  let silent: { reason: string; path: string } | undefined;
  let editor: { value: string; path: string } | undefined;
  walkNodes(
    nodes,
    (node) => {
      if (node.hidden && !hidden) return;
      if (node.type === 'control') {
        if (!isBoxControl(node)) return;
        search.used.add(node);
        controls.push(node);
        if (node.required) required = true;
      } else if (node.type === 'picture') {
        if (node.mark === 'required') required = true;
        else if (node.mark !== 'icon') {
          picture = node;
          if (node.mark === 'signature') signature = true;
        }
      } else if (node.type === 'embed') silent ??= { reason: node.name, path: node.path };
      else if (node.type === 'frame') {
        const frame = search.snapshot.frames.find((other) => other.path === node.frame);
        if (frame?.state === 'read') editor ??= { value: textOfNodes(frame.nodes, false), path: node.path };
        else silent ??= { reason: frame?.reason ?? 'failed', path: node.path };
      } else if (node.type === 'text' || node.type === 'link' || node.type === 'heading' || node.type === 'label') {
        if (node.type === 'text' && STARS.test(node.text)) required = true;
        else texts.push(node);
      }
    },
    () => true,
    !hidden,
  );
  const text = textOfNodes(texts, true)
    .replace(/^[*＊]\s*|\s*[*＊]$/g, '')
    .trim();
  if (/^_{2,}$/.test(text)) texts.length = 0;
  const base = { required, readOnly: false, picture: picture !== undefined };
  const filled = (value: string) => (value === '' ? 'empty' : 'filled') as LabelledValue['state'];
  if (controls.length > 0) {
    const first = (controls.find((control) => control.value !== '') ?? controls[0]) as ControlNode;
    const value = controlsValue(controls, nodes, hidden);
    const readOnly = controls.every((control) => control.readOnly || control.disabled);
    const box = first.control === 'editor' ? 'editor' : 'control';
    const beside = first.control !== 'editor' && !controls.every(isOption) && !HINT.test(text);
    const written = value === '' && beside ? text : value;
    if (written === '' && signature)
      return { ...base, value: '', state: 'filled', box: 'picture', path: first.path, readOnly };
    return { ...base, picture: signature, value: written, state: filled(written), box, path: first.path, readOnly };
  }
  if (editor) return { ...base, value: editor.value, state: filled(editor.value), box: 'editor', path: editor.path };
  if (text !== '' && !/^_{2,}$/.test(text)) {
    const path = texts[0]?.path;
    return { ...base, value: text, state: 'filled', box: 'cell', ...(path === undefined ? {} : { path }) };
  }
  if (picture) return { ...base, value: '', state: 'filled', box: 'picture', path: (picture as PageNode).path };
  if (silent) return { ...base, value: '', state: 'unreadable', reason: silent.reason, box: 'cell', path: silent.path };
  return { ...base, value: '', state: 'empty', box: 'cell' };
}

const isOption = (control: ControlNode): boolean => control.control === 'radio' || control.control === 'checkbox';

/** The values of the boxes of one label: chosen options, a period, or a number drawn around its boxes (〔[2026]〕[12]号). */
function controlsValue(controls: readonly ControlNode[], nodes: readonly PageNode[], hidden: boolean): string {
  const written = controls.filter((control) => control.value !== '');
  if (written.length === 0) return '';
  if (written.every(isOption)) return written.map((control) => control.value).join('、');
  if (controls.length === 2 && controls.every((control) => control.control === 'date')) {
    return written.map((control) => control.value).join(' 至 ');
  }
  const line = nodes.filter((node) => hidden || !node.hidden);
  if (line.some((node) => node.type === 'text' && /[〔〕[\]［］]/.test(node.text))) {
    return cleanText(
      line
        .map((node) =>
          node.type === 'control' && isBoxControl(node) ? node.value : node.type === 'text' ? node.text : '',
        )
        .join(''),
    );
  }
  return written.map((control) => control.value).join(' ');
}
