import { cleanText } from '../base/text.ts';
import { ATTRIBUTES, HAS, MARK, marksOf, TAGS } from './marks.ts';
import type {
  CaptureGap,
  ControlNode,
  FieldNode,
  GroupNode,
  LabelNode,
  ListItem,
  ListNode,
  PageNode,
  TableCell,
  TableNode,
  TableRow,
} from './snapshot.ts';
import { type Hiding, Visibility } from './visibility.ts';

/** Bounds of one capture; what lies beyond is left out and told as the gap `too-large`. */
export interface CaptureLimits {
  /** Elements of all frames together. */
  elements: number;
  /** Characters of all text and values together. */
  text: number;
  /** Elements inside one another. */
  depth: number;
  /** Frames inside one another. */
  frameDepth: number;
  /** Frames of a page. */
  frames: number;
}

/** What the frames of one capture share. */
export interface Budget {
  readonly limits: CaptureLimits;
  elements: number;
  text: number;
}

/** A frame element that the walk met, to be read after its parent. */
export interface FoundFrame {
  element: HTMLIFrameElement | HTMLFrameElement;
  path: string;
  label: string;
  hidden: boolean;
}

type Exit =
  | 'block'
  | 'inline'
  | 'heading'
  | 'link'
  | 'button'
  | 'label'
  | 'table'
  | 'row'
  | 'cell'
  | 'list'
  | 'item'
  | 'field'
  | 'group'
  | 'editor';

/** An element that the walk stands in. */
interface Level {
  parent: Level | null;
  element: Element;
  exit: Exit;
  path: string;
  depth: number;
  hidden: Hiding;
  /** The next child to visit. */
  next: Node | null;
  /** Element children visited so far. */
  index: number;
  /** Where nodes go. */
  sink: PageNode[];
  /** The child before was an element and not text. */
  afterElement: boolean;
  /** Marks that hold for everything inside: date box, editor. */
  inherited: number;
  /** The output that this element makes. */
  output: PageNode | TableRow | TableCell | ListItem | null;
  /** Nearest table, row, list or field around. */
  table: TableNode | null;
  row: TableRow | null;
  list: ListNode | null;
  item: ListItem | null;
  field: FieldLevel | null;
  split: SplitTable | null;
  /** State of the line outside, kept while a link, button or label collects its own. */
  outerStarted: boolean;
  /** Only elements stand in it, as in a row: text between them means nothing. */
  elements: boolean;
  /** In the head of a table. */
  head: boolean;
  /** Children but the first summary are not shown: a closed details element. */
  closed: boolean;
}

interface FieldLevel {
  sink: PageNode[];
  current: FieldNode;
}

/** A component that draws its head and its body as two tables. */
interface SplitTable {
  head: TableNode | null;
}

/** What holds outside of everything. */
const OUTERMOST: Omit<Level, 'element' | 'sink'> = {
  parent: null,
  exit: 'block',
  path: '',
  depth: 0,
  hidden: 0,
  next: null,
  index: 0,
  afterElement: false,
  inherited: 0,
  output: null,
  table: null,
  row: null,
  list: null,
  item: null,
  field: null,
  split: null,
  outerStarted: false,
  elements: false,
  head: false,
  closed: false,
};
const NOTHING = {};

/** The line break inside a run, until the run is tidied. */
const BREAK = '\u2028';
/** A style rule may hide elements of this class. */
const SUSPECT = 1 << 30;
const INHERITED = MARK.date | MARK.editor;
const SELECTED_TEXT =
  '.el-select__selected-item.el-select__placeholder:not(.is-transparent),.el-select__tags-text,.el-tag__content,' +
  '.ant-select-selection-item,.ant-select-selection-item-content,.ant-select-selection-selected-value,.ant-select-selection__choice__content,.ant-cascader-picker-label,' +
  '.ivu-select-selected-value,.n-base-selection-label__render-label,.arco-select-view-value';
const ICON_SOURCE = /icon|btn|button|calendar|search|browse|arrow|blank|spacer|loading|expand|collapse/i;
const SIGNATURE_SOURCE = /sign|qianming|签名|手写|签章|seal|stamp|印章/i;
const REQUIRED_SOURCE = /BacoError|required|must|star/i;
const EMPTY_OPTION = /^(?:[-—=\s]*(?:请?选择|请选).*|[-—\s]*)$/;

const steps: string[] = [];
function step(index: number): string {
  let text = steps[index];
  if (text === undefined) {
    text = `>:nth-child(${index})`;
    if (index < 10_000) steps[index] = text;
  }
  return text;
}

/**
 * The value of an accessor as the platform defines it. A form or a document with a child named `id` or `body` answers
 * with that child; the accessor of its prototype does not.
 */
export function native<Value>(object: object, property: string): Value {
  let prototype = Object.getPrototypeOf(object) as object | null;
  while (prototype) {
    const found = Object.getOwnPropertyDescriptor(prototype, property);
    if (found) return (found.get ? found.get.call(object) : found.value) as Value;
    prototype = Object.getPrototypeOf(prototype) as object | null;
  }
  return undefined as Value;
}

/** Text as a person sees it: spaces folded, invisible characters gone, `BREAK` to '\n', blank lines gone. */
function tidy(text: string): string {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (
      code <= 0x20 ||
      code === 0xa0 ||
      code === 0xad ||
      code === 0x3000 ||
      (code >= 0x034f && code <= 0x061c) ||
      (code >= 0x180b && code <= 0x180e) ||
      (code >= 0x2000 && code <= 0x206f) ||
      code >= 0xfe00
    ) {
      return tidyLines(text);
    }
  }
  return text;
}

function tidyLines(text: string): string {
  if (text.indexOf(BREAK) < 0) return cleanText(text);
  let result = '';
  let from = 0;
  while (from <= text.length) {
    let to = text.indexOf(BREAK, from);
    if (to < 0) to = text.length;
    const line = cleanText(text.slice(from, to));
    if (line !== '') result += result === '' ? line : `\n${line}`;
    from = to + 1;
  }
  return result;
}

function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x20 && code !== 0xa0 && code !== 0x3000 && code !== 0xfeff && code !== 0x200b) return false;
  }
  return true;
}

/** All text of nodes on one line; what stands in pictures and controls is left out. */
function textOf(nodes: PageNode[], hidden: boolean): string {
  let text = '';
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at] as PageNode;
    if (node.hidden && !hidden) continue;
    if (node.type === 'text' || node.type === 'link' || node.type === 'label' || node.type === 'heading') {
      text += text === '' || node.joined ? node.text : ` ${node.text}`;
    }
  }
  return text;
}

/**
 * Reads one document in one pass, in portions: `run` goes on until it is done or the time is up.
 * Everything is found on the way down or up; nothing is searched twice and nothing is asked about layout.
 */
export class FrameWalk {
  readonly gaps = new Set<CaptureGap['kind']>();
  readonly found: FoundFrame[] = [];
  readonly #nodes: PageNode[] = [];
  readonly #document: Document;
  readonly #root: Element | null;
  readonly #budget: Budget;
  readonly #framePath: string;
  readonly #origin: string;
  readonly #visibility: Visibility | null = null;
  readonly #judged = new Map<string, number>();
  readonly #askAll: boolean;
  /** Labels with `for`, believed or not when the walk is over. */
  readonly #pointing: { label: LabelNode; element: Element; target: string }[] = [];
  readonly #controls = new Map<string, { path: string; element: Element }>();
  readonly #levels: Level[] = [];
  #level: Level | null = null;
  /** The current line: one run of text that is still growing. */
  #line = '';
  #linePath = '';
  #lineHidden = false;
  #lineSink: PageNode[];
  #lineStarted = false;
  /** The text or element beside a radio that is already its words. */
  #consumed: Node | null = null;

  constructor(document: Document, framePath: string, budget: Budget, hidden: boolean) {
    this.#document = document;
    this.#framePath = framePath;
    this.#budget = budget;
    this.#lineSink = this.#nodes;
    this.#origin = originOf(document);
    this.#root = native<Element | null>(document, 'documentElement');
    this.#askAll = false;
    if (!this.#root) return;
    // A frame that is hidden as a whole has no boxes to ask about; the frame itself is said to be hidden.
    if (!hidden) {
      this.#visibility = new Visibility(document, this.#root);
      this.#askAll = this.#visibility.askAll;
    }
    this.#enter(null, this.#root, 1);
  }

  /** Goes on for as long as `more()` says; true when the document is done. */
  run(more: () => boolean): boolean {
    let beat = 0;
    let level = this.#level;
    while (level) {
      const node: Node | null = level.next;
      if (node === null) {
        this.#leave(level);
        level = this.#level = level.parent;
        continue;
      }
      const kind: unknown = level.elements ? 0 : node.nodeType;
      if (kind === 0) {
        level.next = (node as Element).nextElementSibling;
        level.index += 1;
        this.#enter(level, node as Element, level.index);
        level = this.#level as Level;
      } else if (kind === 3) {
        level.next = node.nextSibling;
        this.#text(level, node as Text);
      } else if (kind === 1) {
        level.next = node.nextSibling;
        level.index += 1;
        this.#enter(level, node as Element, level.index);
        level = this.#level as Level;
      } else if (typeof kind !== 'number') {
        // A form with a control named nodeType.
        level.index += 1;
        level.next = native(node, 'nextSibling');
        this.#enter(level, node as Element, level.index);
        level = this.#level as Level;
      } else {
        level.next = node.nextSibling;
      }
      beat += 1;
      if ((beat & 127) === 0 && !more()) return false;
    }
    return true;
  }

  /** Leaves everything that is still open and gives what was read. */
  finish(): PageNode[] {
    for (let level = this.#level; level; level = level.parent) this.#leave(level);
    this.#level = null;
    this.#endLine();
    this.#believeLabels();
    return this.#nodes;
  }

  // ---- text -------------------------------------------------------------------------------------------------------

  #text(level: Level, node: Text): void {
    if (node === this.#consumed) return;
    const exit = level.exit;
    if (exit === 'table' || exit === 'row' || exit === 'list') return;
    const data = node.data;
    if (isBlank(data)) {
      if (this.#line !== '') this.#line += ' ';
      return;
    }
    level.afterElement = false;
    this.#append(level, data);
  }

  #append(level: Level, data: string): void {
    const hidden = level.hidden !== 0 || level.closed;
    if (this.#line === '') {
      this.#linePath = level.path;
      this.#lineHidden = hidden;
      this.#lineSink = level.sink;
    } else if (this.#lineHidden !== hidden) {
      this.#flush();
      this.#linePath = level.path;
      this.#lineHidden = hidden;
      this.#lineSink = level.sink;
    }
    this.#line += this.#take(data);
  }

  /** Counts text against the limit and cuts what goes beyond it. */
  #take(text: string): string {
    const left = this.#budget.limits.text - this.#budget.text;
    this.#budget.text += text.length;
    if (text.length <= left) return text;
    this.gaps.add('too-large');
    return left > 0 ? text.slice(0, left) : '';
  }

  /** Ends the run of text; the line may go on with a control or a link. */
  #flush(): void {
    if (this.#line === '') return;
    const raw = this.#line;
    this.#line = '';
    const text = tidy(raw);
    if (text !== '') {
      this.#push(this.#lineSink, { type: 'text', path: this.#linePath, text }, this.#lineHidden);
      if (raw.charCodeAt(raw.length - 1) === 0x2028) this.#lineStarted = false;
    }
  }

  #push(sink: PageNode[], node: PageNode, hidden: boolean): void {
    if (hidden) node.hidden = true;
    if (this.#lineStarted) node.joined = true;
    this.#lineStarted = true;
    sink[sink.length] = node;
  }

  #endLine(): void {
    if (this.#line !== '') this.#flush();
    this.#lineStarted = false;
  }

  // ---- elements ---------------------------------------------------------------------------------------------------

  #enter(parent: Level | null, element: Element, index: number): void {
    const budget = this.#budget;
    budget.elements += 1;
    if (budget.elements > budget.limits.elements || (parent && parent.depth >= budget.limits.depth)) {
      this.gaps.add('too-large');
      if (parent && budget.elements > budget.limits.elements) parent.next = null;
      return;
    }
    let tag: unknown = element.localName;
    if (typeof tag !== 'string') tag = 'form';
    const clobbers = tag === 'form';
    if (clobbers && parent) parent.next = native(element, parent.elements ? 'nextElementSibling' : 'nextSibling');
    const kind = TAGS.get(tag as string) ?? 'inline';
    if (kind === 'skip' || element === this.#consumed) return;

    // Most elements have no attribute: what is not there is not asked for.
    const has = clobbers || element.hasAttributes() ? attributesOf(element, clobbers) : 0;
    let marks = 0;
    if (has & HAS.class) {
      const className: unknown = clobbers ? native(element, 'className') : element.className;
      if (typeof className === 'string') marks = this.#judge(className);
    }
    if (marks & MARK.drop) return;
    const id = has & HAS.id ? (clobbers ? native<string>(element, 'id') : element.id) : '';
    const path = id !== '' ? this.#idPath(parent, element, id, index) : pathOf(parent, tag as string, index);

    let hidden: Hiding = parent ? parent.hidden : 0;
    if (parent?.closed && tag !== 'summary') hidden = 2;
    const visibility = this.#visibility;
    if (
      visibility &&
      hidden !== 2 &&
      (hidden === 1 ||
        this.#askAll ||
        (marks & SUSPECT) !== 0 ||
        kind === 'dialog' ||
        ((has & HAS.hiding) !== 0 && mayHide(element, has)) ||
        visibility.suspects(tag as string) ||
        (id !== '' && visibility.suspects(`#${id}`))) &&
      !(kind === 'input' && isStandIn(element as HTMLInputElement))
    ) {
      hidden = visibility.of(element, hidden);
    }
    if (marks & MARK.clone) hidden = 2;
    if (marks & MARK.loading && hidden === 0) {
      this.gaps.add('loading');
      return;
    }

    switch (kind) {
      case 'break':
        if (this.#line !== '') this.#line += BREAK;
        else this.#lineStarted = false;
        return;
      case 'input':
        this.#input(parent as Level, element as HTMLInputElement, path, hidden, marks, has);
        return;
      case 'textarea':
        this.#textarea(parent as Level, element as HTMLTextAreaElement, path, hidden, has);
        return;
      case 'select':
        this.#select(parent as Level, element as HTMLSelectElement, path, hidden, has);
        return;
      case 'picture':
        this.#picture(parent as Level, element as HTMLImageElement, path, hidden, marks);
        return;
      case 'frame':
        this.#frame(parent as Level, element as HTMLIFrameElement, path, hidden);
        return;
      case 'embed':
        this.#embed(parent as Level, element, path, hidden);
        return;
      case 'table': {
        this.#endLine();
        const table: TableNode = { type: 'table', path, rows: [] };
        if (hidden) table.hidden = true;
        this.#open(parent, element, 'table', path, hidden, 0, table, { table, sink: (parent as Level).sink });
        return;
      }
      case 'row': {
        this.#endLine();
        const row: TableRow = { path, cells: [] };
        // The row by which libraries measure columns is marked so and holds nothing.
        const away = hidden || ((has & HAS.away) !== 0 && element.getAttribute('aria-hidden') === 'true');
        if (away) row.hidden = true;
        this.#open(parent, element, 'row', path, away ? 2 : hidden, 0, row, { row });
        return;
      }
      case 'cell':
        this.#cell(parent as Level, element as HTMLTableCellElement, tag === 'th', path, hidden, marks, has);
        return;
      case 'heading':
        this.#endLine();
        this.#open(parent, element, 'heading', path, hidden, 0, {
          type: 'heading',
          path,
          level: (tag as string).charCodeAt(1) - 48,
          text: '',
        });
        return;
      case 'link':
        if (marks & MARK.button || (has & HAS.role && element.getAttribute('role') === 'button')) {
          this.#line_(parent as Level, element, 'button', path, hidden, { type: 'button', path, text: '' });
        } else {
          this.#line_(parent as Level, element, 'link', path, hidden, { type: 'link', path, text: '' });
        }
        return;
      case 'button':
        this.#line_(parent as Level, element, 'button', path, hidden, { type: 'button', path, text: '' });
        return;
      case 'label':
        this.#label(parent as Level, element as HTMLLabelElement, path, hidden, marks);
        return;
      default:
        this.#container(parent, element, kind, path, hidden, marks, has);
    }
  }

  /** The marks of a class attribute, and whether a style rule may hide what carries it. */
  #judge(className: string): number {
    const known = this.#judged.get(className);
    if (known !== undefined) return known;
    const marks = marksOf(className) | (this.#visibility?.suspectsClass(className) ? SUSPECT : 0);
    this.#judged.set(className, marks);
    return marks;
  }

  #idPath(parent: Level | null, element: Element, id: string, index: number): string {
    if (
      id.length <= 80 &&
      native<Document['getElementById']>(this.#document, 'getElementById').call(this.#document, id) === element
    ) {
      if (/^[A-Za-z_][\w-]*$/.test(id)) return `#${id}`;
      if (!/["\\\p{Cc}\p{Cs}]/u.test(id)) return `[id="${id}"]`;
    }
    return pathOf(parent, element.localName, index);
  }

  #open(
    parent: Level | null,
    element: Element,
    exit: Exit,
    path: string,
    hidden: Hiding,
    marks: number,
    output: Level['output'],
    more: {
      sink?: PageNode[];
      table?: TableNode | null;
      row?: TableRow | null;
      list?: ListNode | null;
      item?: ListItem | null;
      field?: FieldLevel | null;
      split?: SplitTable;
      closed?: boolean;
      elements?: boolean;
      head?: boolean;
    } = NOTHING,
  ): Level {
    const depth = parent ? parent.depth + 1 : 0;
    // One level stands at each depth at a time: it is used again for the next element there.
    let level = this.#levels[depth];
    if (level === undefined) {
      level = { ...OUTERMOST, element, sink: this.#nodes };
      this.#levels[depth] = level;
    }
    const outer = parent ?? OUTERMOST;
    level.parent = parent;
    level.element = element;
    level.exit = exit;
    level.path = path;
    level.depth = depth;
    level.hidden = hidden;
    level.elements = exit === 'row' || exit === 'table' || more.elements === true;
    level.next = level.elements
      ? element.firstElementChild
      : exit === 'group'
        ? native(element, 'firstChild')
        : element.firstChild;
    level.index = 0;
    level.sink =
      more.sink ??
      (output && exit !== 'table' && exit !== 'row' && exit !== 'list' ? [] : parent ? parent.sink : this.#nodes);
    level.afterElement = false;
    level.inherited = outer.inherited | (marks & INHERITED);
    level.output = output;
    level.table = more.table !== undefined ? more.table : outer.table;
    level.row = more.row !== undefined ? more.row : outer.row;
    level.list = more.list !== undefined ? more.list : outer.list;
    level.item = more.item !== undefined ? more.item : outer.item;
    level.field = more.field !== undefined ? more.field : outer.field;
    level.split = more.split ?? outer.split;
    level.outerStarted = false;
    level.head = exit !== 'table' && exit !== 'cell' && (more.head === true || outer.head);
    level.closed = more.closed ?? (outer.closed && exit === 'inline');
    this.#level = level;
    return level;
  }

  /** Opens a link, button or label: it stands on the line and has words of its own. */
  #line_(parent: Level, element: Element, exit: Exit, path: string, hidden: Hiding, output: PageNode): void {
    this.#flush();
    const level = this.#open(parent, element, exit, path, hidden, 0, output);
    level.outerStarted = this.#lineStarted;
    this.#lineStarted = false;
  }

  #container(
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
        this.#flush();
        const output: ControlNode = { type: 'control', control: 'editor', path, value: '' };
        const title = titleOf(element);
        if (title !== '') output.title = title;
        const level = this.#open(parent, element, 'editor', path, hidden, MARK.editor, output, {
          field: null,
          list: null,
          item: null,
        });
        level.outerStarted = this.#lineStarted;
        this.#lineStarted = false;
        return;
      }
    }
    if (parent && (marks !== 0 || role !== null || (has & HAS.id && hasPlaceholderId(element)))) {
      if (this.#marked(parent, element, kind, path, hidden, marks, role)) return;
    }
    if (kind === 'inline') {
      if (parent?.afterElement && this.#line !== '' && !(parent.inherited & MARK.editor)) {
        // Two parts side by side that the style sets apart: a name and a time.
        if (has & HAS.class && classOf(element) !== '') this.#line += ' ';
      }
      if (parent) parent.afterElement = true;
      if (element.localName.indexOf('-') > 0 && element.shadowRoot) this.#embed(parent as Level, element, path, hidden);
      this.#open(parent, element, 'inline', path, hidden, marks, null);
      return;
    }
    this.#endLine();
    switch (kind) {
      case 'list':
        this.#openList(parent, element, path, hidden, marks);
        return;
      case 'item':
        this.#openItem(parent as Level, element, path, hidden, marks);
        return;
      case 'form':
        this.#openGroup(parent, element, 'form', path, hidden, marks);
        return;
      case 'fieldset':
      case 'dialog':
      case 'navigation':
      case 'article':
      case 'search':
        this.#openGroup(parent, element, kind, path, hidden, marks);
        return;
      case 'details':
        this.#open(parent, element, 'block', path, hidden, marks, null, { closed: !element.hasAttribute('open') });
        return;
      case 'rows':
        this.#open(parent, element, 'block', path, hidden, marks, null, {
          elements: true,
          head: element.localName === 'thead',
        });
        return;
      default:
        this.#open(parent, element, 'block', path, hidden, marks, null);
    }
  }

  /** An element whose class or role says what it is; false when it is only a wrapper after all. */
  #marked(
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
      this.#drawnSelect(parent, element, path, hidden);
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
        this.#line_(parent, element, 'button', path, hidden, { type: 'button', path, text: '' });
        return true;
      }
      return false;
    }
    if (marks & MARK.item && parent.list) {
      this.#endLine();
      this.#openItem(parent, element, path, hidden, marks);
      return true;
    }
    if (marks & MARK.label && kind !== 'item') {
      if (element.querySelector('label,input,select,textarea,table') !== null) return false;
      this.#line_(parent, element, 'label', path, hidden, labelNode(path, marks));
      return true;
    }
    if (marks & MARK.steps) {
      this.#endLine();
      const list: ListNode = { type: 'list', list: 'steps', path, items: [] };
      if (hidden) list.hidden = true;
      this.#open(parent, element, 'list', path, hidden, marks, list, { list, item: null, sink: parent.sink });
      return true;
    }
    if (marks & MARK.timeline && kind !== 'list') {
      this.#endLine();
      this.#openList(parent, element, path, hidden, marks);
      return true;
    }
    if (marks & MARK.field) {
      this.#endLine();
      const node: FieldNode = { type: 'field', path, label: '', nodes: [] };
      if (marks & MARK.required) node.required = true;
      if (hidden) node.hidden = true;
      const field: FieldLevel = { sink: parent.sink, current: node };
      this.#open(parent, element, 'field', path, hidden, marks, node, { field, sink: node.nodes });
      return true;
    }
    const group = groupOf(marks, role);
    if (group) {
      this.#endLine();
      this.#openGroup(parent, element, group, path, hidden, marks);
      return true;
    }
    if (marks & MARK.splitTable) {
      this.#endLine();
      this.#open(parent, element, 'block', path, hidden, marks, null, { split: { head: null } });
      return true;
    }
    if (marks & MARK.required && parent.field && cleanText(element.textContent ?? '') === '')
      parent.field.current.required = true;
    return false;
  }

  #openList(parent: Level | null, element: Element, path: string, hidden: Hiding, marks: number): void {
    const tag = element.localName;
    const list: ListNode = {
      type: 'list',
      list: marks & MARK.timeline ? 'timeline' : tag === 'ol' ? 'numbered' : tag === 'dl' ? 'definition' : 'plain',
      path,
      items: [],
    };
    if (hidden) list.hidden = true;
    this.#open(parent, element, 'list', path, hidden, marks, list, {
      list,
      item: null,
      sink: parent ? parent.sink : this.#nodes,
    });
  }

  #openItem(parent: Level, element: Element, path: string, hidden: Hiding, marks: number): void {
    if (!parent.list) {
      this.#open(parent, element, 'block', path, hidden, marks, null);
      return;
    }
    const item: ListItem = { path, nodes: [] };
    if (hidden) item.hidden = true;
    if (element.localName === 'dt') item.term = true;
    const state = stateOf(marks);
    if (state) item.state = state;
    this.#open(parent, element, 'item', path, hidden, marks, item, { item, sink: item.nodes });
  }

  #openGroup(
    parent: Level | null,
    element: Element,
    role: GroupNode['role'],
    path: string,
    hidden: Hiding,
    marks: number,
  ): void {
    const group: GroupNode = { type: 'group', role, path, nodes: [] };
    if (hidden) group.hidden = true;
    const label = this.#groupLabel(element, role);
    if (label !== '') group.label = label;
    // Menus are drawn as lists; their items are only lines of the menu.
    const apart = role === 'navigation' ? { list: null, item: null } : {};
    this.#open(parent, element, 'group', path, hidden, marks, group, { sink: group.nodes, ...apart });
  }

  #groupLabel(element: Element, role: GroupNode['role']): string {
    const attribute = native<Element['getAttribute']>(element, 'getAttribute');
    const spoken = attribute.call(element, 'aria-label');
    if (spoken) return cleanText(spoken);
    const by = attribute.call(element, 'aria-labelledby');
    const target = by
      ? native<Document['getElementById']>(this.#document, 'getElementById').call(this.#document, by)
      : role === 'fieldset'
        ? element.querySelector('legend')
        : role === 'dialog'
          ? element.querySelector('.el-dialog__title,.ant-modal-title,.layui-layer-title,.modal-title')
          : null;
    return target ? cleanText(target.textContent ?? '').slice(0, 100) : '';
  }

  #cell(
    parent: Level,
    element: HTMLTableCellElement,
    heading: boolean,
    path: string,
    hidden: Hiding,
    marks: number,
    has: number,
  ): void {
    this.#endLine();
    // Most cells hold one text and nothing else.
    const first = element.firstChild;
    const text =
      first === null
        ? ''
        : first.nodeType === 3 && first.nextSibling === null
          ? tidy(this.#take((first as Text).data))
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
    this.#open(parent, element, 'cell', path, hidden, marks, cell, {
      sink: cell.nodes,
      list: null,
      item: null,
      field: null,
    });
    if (!row) (this.#level as Level).sink = parent.sink;
  }

  #label(parent: Level, element: HTMLLabelElement, path: string, hidden: Hiding, marks: number): void {
    const control = element.control as HTMLInputElement | null;
    if (control && (control.type === 'radio' || control.type === 'checkbox')) {
      // The words of an option, not the label of a box: they are read with the option.
      if (element.contains(control)) {
        this.#flush();
        this.#option(parent, control, path, hidden, wordsOf(element));
      }
      return;
    }
    this.#line_(parent, element, 'label', path, hidden, labelNode(path, marks));
  }

  #leave(level: Level): void {
    const parent = level.parent;
    switch (level.exit) {
      case 'inline':
        return;
      case 'block':
        this.#endLine();
        return;
      case 'heading':
        this.#leaveWords(level, false);
        return;
      case 'link':
      case 'button':
      case 'label':
        this.#leaveWords(level, true);
        return;
      case 'table': {
        this.#endLine();
        const table = level.output as TableNode;
        const split = level.split;
        if (split?.head && isHeadOnly(split.head) && !isHeadOnly(table)) {
          for (let at = 0; at < table.rows.length; at += 1)
            split.head.rows[split.head.rows.length] = table.rows[at] as TableRow;
          split.head = null;
          return;
        }
        if (split) split.head = table;
        level.sink[level.sink.length] = table;
        return;
      }
      case 'row': {
        this.#endLine();
        const table = level.table;
        if (table) table.rows[table.rows.length] = level.output as TableRow;
        return;
      }
      case 'cell':
        this.#endLine();
        return;
      case 'list':
        this.#endLine();
        level.sink[level.sink.length] = level.output as ListNode;
        return;
      case 'item': {
        this.#endLine();
        const list = level.list as ListNode;
        list.items[list.items.length] = level.output as ListItem;
        return;
      }
      case 'field': {
        this.#endLine();
        const field = level.field as FieldLevel;
        field.sink[field.sink.length] = field.current;
        return;
      }
      case 'group':
        this.#endLine();
        {
          const sink = parent ? parent.sink : this.#nodes;
          sink[sink.length] = level.output as GroupNode;
        }
        return;
      case 'editor':
        this.#leaveEditor(level);
    }
  }

  /** A heading, link, button or label is over: its words become its text, what else stood in it follows it. */
  #leaveWords(level: Level, onLine: boolean): void {
    this.#endLine();
    const output = level.output as Extract<PageNode, { text: string }>;
    const sink = (level.parent as Level).sink;
    const inner = level.sink;
    output.text = textOf(inner, level.hidden !== 0);
    if (onLine) this.#lineStarted = level.outerStarted;
    let rest = 0;
    for (let at = 0; at < inner.length; at += 1) {
      const node = inner[at] as PageNode;
      if (node.type !== 'text' && node.type !== 'label') rest += 1;
    }
    if (output.type === 'link') {
      const href = addressOf(level.element as HTMLAnchorElement, this.#origin);
      if (href) output.href = href;
      if (output.text === '' && rest === 0) output.text = titleOf(level.element);
    } else if (output.type === 'button') {
      if ((level.element as HTMLButtonElement).disabled || level.element.getAttribute('aria-disabled') === 'true')
        output.disabled = true;
      if (output.text === '') output.text = titleOf(level.element);
    } else if (output.type === 'label') {
      const target = level.element.getAttribute('for');
      const wrapped = firstControl(inner);
      if (wrapped) output.control = wrapped.path;
      else if (target) this.#pointing[this.#pointing.length] = { label: output, element: level.element, target };
      const field = level.field;
      if (field && !wrapped && output.text !== '') {
        this.#fieldLabel(level, field, output);
        return;
      }
    }
    if (output.text !== '' || (output.type === 'label' && output.required))
      this.#push(sink, output, level.hidden !== 0);
    if (output.type === 'button') return;
    for (let at = 0; at < inner.length; at += 1) {
      const node = inner[at] as PageNode;
      if (node.type === 'text' || node.type === 'label') continue;
      if (node.type === 'heading') continue;
      node.joined = true;
      if (output.text === '' && at === 0 && !level.outerStarted) delete node.joined;
      sink[sink.length] = node;
    }
    if (!onLine) this.#lineStarted = false;
  }

  /** A label inside a form item names it; a second label begins a second item (layui puts several on one row). */
  #fieldLabel(level: Level, field: FieldLevel, label: LabelNode): void {
    let node = field.current;
    if (node.label !== '') {
      field.sink[field.sink.length] = node;
      node = { type: 'field', path: label.path, label: '', nodes: [] };
      field.current = node;
      // Everything that is open inside the item goes on in the new one.
      for (let open = level.parent; open && open.field === field; open = open.parent) {
        open.sink = node.nodes;
        if (open.exit === 'field') break;
      }
    }
    node.label = label.text;
    if (label.required) node.required = true;
    if (level.hidden !== 0) node.hidden = true;
    this.#lineStarted = false;
  }

  #leaveEditor(level: Level): void {
    this.#endLine();
    const output = level.output as ControlNode;
    const nodes = level.sink;
    let value = '';
    for (let at = 0; at < nodes.length; at += 1) {
      const text = textOf([nodes[at] as PageNode], false);
      if (text !== '') value += value === '' || (nodes[at] as PageNode).joined ? text : `\n${text}`;
    }
    output.value = value;
    if (nodes.length > 1 || (nodes.length === 1 && (nodes[0] as PageNode).type !== 'text')) output.nodes = nodes;
    this.#lineStarted = level.outerStarted;
    this.#push((level.parent as Level).sink, output, level.hidden !== 0);
  }

  // ---- controls ---------------------------------------------------------------------------------------------------

  #input(parent: Level, element: HTMLInputElement, path: string, hidden: Hiding, marks: number, has: number): void {
    const type = has & HAS.type ? element.type : 'text';
    if (type === 'hidden') {
      this.#flush();
      const node: ControlNode = { type: 'control', control: 'hidden', path, value: this.#take(element.value) };
      const name = element.name || element.id;
      if (name !== '') node.name = name;
      // Beside the line and never part of it.
      node.hidden = true;
      if (this.#lineStarted) node.joined = true;
      parent.sink[parent.sink.length] = node;
      return;
    }
    this.#flush();
    if (type === 'submit' || type === 'button' || type === 'reset' || type === 'image') {
      const text = tidy(element.value) || titleOf(element) || (type === 'image' ? element.alt : '');
      if (text === '') return;
      const node: PageNode = { type: 'button', path, text };
      if (element.disabled) node.disabled = true;
      this.#push(parent.sink, node, hidden !== 0);
      return;
    }
    if (type === 'radio' || type === 'checkbox') {
      const label = element.labels?.[0];
      this.#option(parent, element, path, hidden, label ? wordsOf(label) : element.title || this.#wordsBeside(element));
      return;
    }
    const date = type === 'date' || type === 'datetime-local' || type === 'month' || type === 'time';
    const control: ControlNode['control'] =
      type === 'password' || type === 'search' || type === 'file'
        ? type
        : date || (parent.inherited | marks) & MARK.date
          ? 'date'
          : 'text';
    let value = type === 'password' ? '' : tidy(this.#take(element.value));
    if (type === 'file') value = value.slice(value.lastIndexOf('\\') + 1);
    const node: ControlNode = { type: 'control', control, path, value };
    if (has & HAS.placeholder && element.placeholder) node.placeholder = element.placeholder;
    if (has & HAS.readOnly) node.readOnly = true;
    this.#control(parent, element, node, hidden, has);
  }

  #control(
    parent: Level,
    element: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement,
    node: ControlNode,
    hidden: Hiding,
    has: number,
  ): void {
    if (has & (HAS.id | HAS.name)) {
      const id = element.id;
      const name = element.name || id;
      if (name !== '') node.name = name;
      if (id !== '' && !this.#controls.has(id)) this.#controls.set(id, { path: node.path, element });
    }
    let title = has & HAS.title ? element.title : '';
    if (has & HAS.spoken) {
      const verify = element.getAttribute('lay-verify');
      title ||= element.getAttribute('aria-label') ?? element.getAttribute('temptitle') ?? '';
      if (element.getAttribute('aria-required') === 'true' || (verify !== null && /\brequired\b/.test(verify))) {
        node.required = true;
      }
    }
    if (title !== '') node.title = cleanText(title);
    if (has & HAS.required) node.required = true;
    if (has & HAS.disabled) node.disabled = true;
    this.#push(parent.sink, node, hidden !== 0);
  }

  #option(parent: Level, element: HTMLInputElement, path: string, hidden: Hiding, words: string): void {
    const node: ControlNode = {
      type: 'control',
      control: element.type === 'radio' ? 'radio' : 'checkbox',
      path,
      value: element.checked ? words || '√' : '',
    };
    if (words !== '') node.title = words;
    if (element.name !== '') node.name = element.name;
    if (element.disabled) node.disabled = true;
    if (element.required) node.required = true;
    this.#push(parent.sink, node, hidden !== 0);
  }

  /** The words after an option that has no label: the next text or the next small element. */
  #wordsBeside(element: HTMLInputElement): string {
    let node = element.nextSibling;
    while (node && node.nodeType === 3 && isBlank((node as Text).data)) node = node.nextSibling;
    if (!node) return '';
    if (node.nodeType === 3 || (node.nodeName === 'SPAN' && !(node as Element).firstElementChild)) {
      this.#consumed = node;
      return cleanText(node.textContent ?? '');
    }
    return '';
  }

  #textarea(parent: Level, element: HTMLTextAreaElement, path: string, hidden: Hiding, has: number): void {
    this.#flush();
    const raw = this.#take(element.value);
    const value = tidyLines(raw.replace(/\r\n?|\n/g, BREAK));
    const node: ControlNode = { type: 'control', control: 'textarea', path, value };
    if (has & HAS.placeholder && element.placeholder) node.placeholder = element.placeholder;
    if (has & HAS.readOnly) node.readOnly = true;
    this.#control(parent, element, node, hidden, has);
  }

  #select(parent: Level, element: HTMLSelectElement, path: string, hidden: Hiding, has: number): void {
    this.#flush();
    let value = '';
    const chosen = element.selectedOptions;
    for (let at = 0; at < chosen.length && at < 100; at += 1) {
      const option = chosen[at] as HTMLOptionElement;
      const text = tidy(option.text);
      if (EMPTY_OPTION.test(text)) continue;
      value += value === '' ? text : `、${text}`;
    }
    const node: ControlNode = { type: 'control', control: 'select', path, value: this.#take(value) };
    this.#control(parent, element, node, hidden, has);
  }

  /** A select drawn by a component library: its choice is text beside an input that is empty, or the input's own value. */
  #drawnSelect(parent: Level, element: Element, path: string, hidden: Hiding): void {
    this.#flush();
    const parts = element.querySelectorAll(SELECTED_TEXT);
    let value = '';
    for (let at = 0; at < parts.length && at < 200; at += 1) {
      const part = parts[at] as Element;
      // Where they stand in one another the innermost says the choice; around it are marks to take it away.
      if (part.querySelector(SELECTED_TEXT)) continue;
      if (
        marksOf(classOf(part)) & MARK.placeholder &&
        part.localName === 'span' &&
        !part.classList.contains('el-select__placeholder')
      )
        continue;
      const text = cleanText(part.textContent ?? '');
      if (text !== '' && !EMPTY_OPTION.test(text)) value += value === '' ? text : `、${text}`;
    }
    const input = element.querySelector('input');
    if (value === '' && input) {
      const text = cleanText(input.value);
      if (!EMPTY_OPTION.test(text)) value = text;
    }
    const node: ControlNode = { type: 'control', control: 'drawn-select', path, value: this.#take(value) };
    const words = element.querySelector('[class*="placeholder"]');
    const placeholder = input?.placeholder || (value === '' && words ? cleanText(words.textContent ?? '') : '');
    if (placeholder) node.placeholder = placeholder;
    const id = input?.id;
    if (id && !this.#controls.has(id)) this.#controls.set(id, { path, element });
    const classes = classOf(element);
    if (input?.disabled || /(?:^|[-_ ])disabled(?:$|[-_ ])/.test(classes)) node.disabled = true;
    if (input?.getAttribute('aria-required') === 'true') node.required = true;
    if (input?.name) node.name = input.name;
    this.#push(parent.sink, node, hidden !== 0);
  }

  #picture(parent: Level, element: HTMLImageElement, path: string, hidden: Hiding, marks: number): void {
    this.#flush();
    const source = element.getAttribute('src') ?? '';
    const words = `${element.alt} ${element.title}`;
    // A picture inlined as data says nothing by its address.
    const address = source.slice(0, 5) === 'data:' ? '' : source.slice(-200);
    const node: PageNode = { type: 'picture', path, alt: cleanText(element.alt) };
    const title = cleanText(element.title);
    if (title !== '') node.title = title;
    const width = Number(element.getAttribute('width') ?? Number.NaN);
    if (REQUIRED_SOURCE.test(address) || marks & MARK.required) node.mark = 'required';
    else if (marks & MARK.signature || SIGNATURE_SOURCE.test(address) || SIGNATURE_SOURCE.test(words))
      node.mark = 'signature';
    else if (marks & (MARK.icon | MARK.avatar | MARK.button) || ICON_SOURCE.test(address) || width <= 20)
      node.mark = 'icon';
    this.#push(parent.sink, node, hidden !== 0);
  }

  #frame(parent: Level, element: HTMLIFrameElement, path: string, hidden: Hiding): void {
    this.#flush();
    const at = this.found.length;
    const label = cleanText(element.title || element.getAttribute('aria-label') || element.name || element.id || '');
    this.found[at] = { element, path, label, hidden: hidden !== 0 };
    const frame = this.#framePath === '' ? String(at) : `${this.#framePath}.${at}`;
    this.#push(parent.sink, { type: 'frame', path, frame }, hidden !== 0);
  }

  #embed(parent: Level, element: Element, path: string, hidden: Hiding): void {
    this.#flush();
    const name =
      titleOf(element) ||
      element.getAttribute('name') ||
      element.id ||
      element.getAttribute('type') ||
      element.localName;
    const node: PageNode = { type: 'embed', path, name: cleanText(name) };
    const tag = element.localName;
    if (tag === 'canvas' || tag === 'video' || tag === 'audio') node.drawn = true;
    this.#push(parent.sink, node, hidden !== 0);
  }

  /** `for` is believed when no other label says the same and the control stands in the same row or block. */
  #believeLabels(): void {
    const times = new Map<string, number>();
    for (let at = 0; at < this.#pointing.length; at += 1) {
      const { target } = this.#pointing[at] as { target: string };
      times.set(target, (times.get(target) ?? 0) + 1);
    }
    for (let at = 0; at < this.#pointing.length; at += 1) {
      const { label, element, target } = this.#pointing[at] as { label: LabelNode; element: Element; target: string };
      const control = this.#controls.get(target);
      if (!control || times.get(target) !== 1) continue;
      let around: Element | null = element.parentElement;
      for (let up = 0; around && up < 5; up += 1) {
        if (around.contains(control.element)) {
          label.control = control.path;
          break;
        }
        const name = around.localName;
        if (name === 'tr' || name === 'form' || name === 'body' || name === 'fieldset') break;
        around = around.parentElement;
      }
    }
  }
}

/** An attribute that may hide the element, a style rule apart. */
function mayHide(element: Element, has: number): boolean {
  if (has & HAS.hide) return true;
  const style = native<Element['getAttribute']>(element, 'getAttribute').call(element, 'style');
  return style !== null && /display|visib/.test(style);
}

/** What an element has of the attributes that say something, as a sum of `HAS` bits. */
function attributesOf(element: Element, clobbers: boolean): number {
  const names = clobbers
    ? native<Element['getAttributeNames']>(element, 'getAttributeNames').call(element)
    : element.getAttributeNames();
  let has = 0;
  for (let at = 0; at < names.length; at += 1) has |= ATTRIBUTES.get(names[at] as string) ?? 0;
  return has;
}

/** A native option that a component library hides and draws anew beside it. */
function isStandIn(element: HTMLInputElement): boolean {
  const drawn = element.nextElementSibling;
  return drawn !== null && (marksOf(classOf(drawn)) & MARK.drawnOption) !== 0;
}

function pathOf(parent: Level | null, tag: string, index: number): string {
  if (parent === null) return ':root';
  if (tag === 'body') return 'body';
  return parent.path + step(index);
}

function labelNode(path: string, marks: number): LabelNode {
  const node: LabelNode = { type: 'label', path, text: '' };
  if (marks & MARK.required) node.required = true;
  return node;
}

function stateOf(marks: number): NonNullable<ListItem['state']> | undefined {
  if (marks & MARK.done) return 'done';
  if (marks & MARK.current) return 'current';
  if (marks & MARK.waiting) return 'waiting';
  return undefined;
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

function classOf(element: Element): string {
  const name: unknown = element.className;
  return typeof name === 'string' ? name : '';
}

/** Placeholders that lie over a box as elements of their own, known by their id (remarkShadowDiv). */
function hasPlaceholderId(element: Element): boolean {
  return /placeholder|shadowdiv$/i.test(native<string>(element, 'id'));
}

function titleOf(element: Element): string {
  return cleanText(element.getAttribute('title') || element.getAttribute('aria-label') || '');
}

/** The words of an option's label. */
function wordsOf(label: Element): string {
  return cleanText(label.textContent ?? '').slice(0, 200);
}

function firstControl(nodes: PageNode[]): ControlNode | undefined {
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at] as PageNode;
    if (node.type === 'control' && node.control !== 'hidden') return node;
  }
  return undefined;
}

function isHeadOnly(table: TableNode): boolean {
  for (let at = 0; at < table.rows.length; at += 1) {
    const { cells } = table.rows[at] as TableRow;
    for (let cell = 0; cell < cells.length; cell += 1) if (!(cells[cell] as TableCell).header) return false;
  }
  return table.rows.length > 0;
}

/** The absolute address of a link on the same origin; undefined for any other. */
function addressOf(element: HTMLAnchorElement, origin: string): string | undefined {
  const href: unknown = element.href;
  if (typeof href !== 'string' || origin === '' || !/^https?:/.test(href)) return undefined;
  return href === origin || href.slice(0, origin.length + 1) === `${origin}/` ? href : undefined;
}

function originOf(document: Document): string {
  try {
    const origin = document.defaultView?.origin ?? new URL(document.URL).origin;
    return /^https?:/.test(origin) ? origin : '';
  } catch {
    return '';
  }
}

/** True when the whole body is a rich-text editor. */
export function isEditor(document: Document): boolean {
  const body = native<HTMLElement | null>(document, 'body');
  if (!body) return false;
  if (native<string>(document, 'designMode') === 'on') return true;
  const editable = body.getAttribute('contenteditable');
  return (editable !== null && editable !== 'false') || (marksOf(classOf(body)) & MARK.editor) !== 0;
}
