/** What one walk over a document knows while it goes: where it stands, what it has read, and what it may still read. */

import { MARK } from '../marks.ts';
import type {
  CaptureGap,
  FieldNode,
  LabelNode,
  ListItem,
  ListNode,
  PageNode,
  TableCell,
  TableNode,
  TableRow,
} from '../snapshot.ts';
import { type Hiding, Visibility } from '../visibility.ts';
import { native, originOf } from './dom.ts';

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

export type Exit =
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
export interface Level {
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

export interface FieldLevel {
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

const INHERITED = MARK.date | MARK.editor;

/** The state of one walk. Functions beside it move it on; nothing outside `core/page/walk` touches it. */
export class Walk {
  readonly gaps = new Set<CaptureGap['kind']>();
  readonly found: FoundFrame[] = [];
  readonly nodes: PageNode[] = [];
  readonly document: Document;
  readonly root: Element | null;
  readonly budget: Budget;
  readonly framePath: string;
  readonly origin: string;
  readonly visibility: Visibility | null = null;
  readonly judged = new Map<string, number>();
  readonly askAll: boolean;
  /** Labels with `for`, believed or not when the walk is over. */
  readonly pointing: { label: LabelNode; element: Element; target: string }[] = [];
  readonly controls = new Map<string, { path: string; element: Element }>();
  readonly levels: Level[] = [];
  level: Level | null = null;
  /** The current line: one run of text that is still growing. */
  line = '';
  linePath = '';
  lineHidden = false;
  lineSink: PageNode[];
  lineStarted = false;
  /** The text or element beside a radio that is already its words. */
  consumed: Node | null = null;

  constructor(document: Document, framePath: string, budget: Budget, hidden: boolean) {
    this.document = document;
    this.framePath = framePath;
    this.budget = budget;
    this.lineSink = this.nodes;
    this.origin = originOf(document);
    this.root = native<Element | null>(document, 'documentElement');
    this.askAll = false;
    if (!this.root) return;
    // A frame that is hidden as a whole has no boxes to ask about; the frame itself is said to be hidden.
    if (!hidden) {
      this.visibility = new Visibility(document, this.root);
      this.askAll = this.visibility.askAll;
    }
  }
}

export function open(
  walk: Walk,
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
  let level = walk.levels[depth];
  if (level === undefined) {
    level = { ...OUTERMOST, element, sink: walk.nodes };
    walk.levels[depth] = level;
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
    (output && exit !== 'table' && exit !== 'row' && exit !== 'list' ? [] : parent ? parent.sink : walk.nodes);
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
  walk.level = level;
  return level;
}
