/** What one walk over a document knows while it goes: where it stands, what it has read, and what it may still read. */

import { MARK } from '../marks/index.ts';
import type { Path, RootOf } from '../paths.ts';
import type {
  CaptureGap,
  ControlNode,
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
import { HAS } from './attributes.ts';
import { native, originOf } from './dom.ts';
import type { TagKind } from './tags.ts';

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
  /** Its whole path. */
  owner: string;
  label: string;
  hidden: boolean;
}

/** The element at whose start tag the walk stands. One is filled anew for each element: nobody keeps it. */
export interface StartTag {
  element: Element;
  tag: string;
  kind: TagKind;
  /** Sum of `HAS` bits. */
  has: number;
  /** Sum of `MARK` bits. */
  marks: number;
  hidden: Hiding;
}

export type Exit =
  | 'block'
  | 'inline'
  | 'heading'
  | 'link'
  | 'button'
  | 'label'
  | 'table'
  | 'rows'
  | 'row'
  | 'cell'
  | 'list'
  | 'item'
  | 'field'
  | 'group'
  | 'editor';

/** The nearest of each kind around an element. */
export interface Around {
  readonly table: TableNode | null;
  readonly row: TableRow | null;
  readonly list: ListNode | null;
  readonly item: ListItem | null;
  readonly field: FieldLevel | null;
  readonly split: SplitTable | null;
}

/** What stands around the first element, and around all that a cell or an editor holds. */
export const NOTHING_AROUND: Around = { table: null, row: null, list: null, item: null, field: null, split: null };

/** An element that the walk stands in. Opened plainly; who opens it says what is special. */
export class Level {
  readonly parent: Level | null;
  readonly element: Element;
  readonly exit: Exit;
  readonly depth: number;
  readonly hidden: Hiding;
  /** It has an id. */
  readonly named: boolean;
  /** The next child to visit. */
  next: Node | null;
  /** Number of the child element that is visited now. */
  index: number;
  /** Number of the last child element that became a row, cell or item: the one behind it needs no path. */
  last: number;
  /** Where nodes go. */
  sink: PageNode[];
  /** Steps from the element whose nodes `sink` holds to this one; null until somebody asks. */
  steps: string | null;
  /** The child before was an element and not text. */
  afterElement: boolean;
  /** Marks that hold for everything inside: date box, editor. */
  inherited: number;
  /** The output that this element makes. */
  output: PageNode | TableRow | TableCell | ListItem | null;
  around: Around;
  /** State of the line outside, kept while a link, button or label collects its own. */
  outerStarted: boolean;
  /** Only elements stand in it, as in a row: text between them means nothing and is not looked at. */
  readonly elements: boolean;
  /** In the head of a table. */
  head: boolean;
  /** Children but the first summary are not shown: a closed details element. */
  closed: boolean;
  /** Inside a shadow root, whose style rules are its own: every element is asked whether it is seen. */
  shadowed: boolean;

  constructor(walk: Walk, parent: Level | null, exit: Exit) {
    const { element, has, hidden, marks } = walk.start;
    this.parent = parent;
    this.element = element;
    this.exit = exit;
    this.hidden = hidden;
    this.named = (has & HAS.id) !== 0;
    this.elements = exit === 'table' || exit === 'row' || exit === 'rows';
    if (this.elements) this.next = element.firstElementChild;
    else this.next = exit === 'group' ? native(element, 'firstChild') : element.firstChild;
    this.index = 0;
    this.last = 0;
    this.afterElement = false;
    this.inherited = marks & (MARK.date | MARK.cloned);
    this.output = null;
    this.outerStarted = false;
    if (parent === null) {
      this.depth = 0;
      this.sink = walk.nodes;
      this.steps = '';
      this.around = NOTHING_AROUND;
      this.head = false;
      this.closed = false;
      this.shadowed = false;
      return;
    }
    this.depth = parent.depth + 1;
    this.sink = parent.sink;
    this.steps = null;
    this.inherited |= parent.inherited;
    this.around = parent.around;
    this.head = parent.head && exit !== 'table' && exit !== 'cell';
    this.closed = parent.closed && exit === 'inline';
    this.shadowed = parent.shadowed;
  }

  /** Nodes are collected apart; their paths are told against this element. */
  collect(nodes: PageNode[]): void {
    this.sink = nodes;
    this.steps = '';
  }

  /** Stands in the shadow root of its element, whose number among the children is 0. */
  visitRoot(root: ShadowRoot): void {
    this.shadowed = true;
    this.next = root.firstChild;
  }
}

export interface FieldLevel {
  sink: PageNode[];
  current: FieldNode;
}

/** A component that draws its head and its body as two tables. */
export interface SplitTable {
  head: { table: TableNode; element: Element } | null;
}

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
  /** Marks by class attribute. */
  readonly judged = new Map<string, number>();
  /** Class names and names of elements that were met of those by which a family of systems is known. */
  readonly signs = new Set<string>();
  /** Labels with `for`, believed or not when the walk is over. */
  readonly pointing: { label: LabelNode; element: Element; target: string }[] = [];
  /** The bound on elements was met: nothing more is entered. */
  full = false;
  /** Controls by id. */
  readonly controls = new Map<string, { node: ControlNode; element: Element }>();
  /** Keys that controls have been given. */
  keys = 0;
  level: Level | null = null;
  readonly start: StartTag;
  /** The current line: one run of text that is still growing. */
  line = '';
  linePath: Path | undefined = undefined;
  lineHidden = false;
  lineSink: PageNode[];
  lineStarted = false;
  /** The text or element beside a radio that is already its words. */
  consumed: Node | null = null;

  readonly rootOf: RootOf;

  constructor(document: Document, framePath: string, budget: Budget, rootOf: RootOf, hidden: boolean) {
    this.document = document;
    this.rootOf = rootOf;
    this.framePath = framePath;
    this.budget = budget;
    this.lineSink = this.nodes;
    this.origin = originOf(document);
    this.root = native<Element | null>(document, 'documentElement');
    this.start = { element: this.root as Element, tag: '', kind: 'block', has: 0, marks: 0, hidden: 0 };
    // A frame that is hidden as a whole has no boxes to ask about; the frame itself is said to be hidden.
    if (this.root && !hidden) this.visibility = new Visibility(document, this.root);
  }
}

/** Goes into the element at whose start tag the walk stands. */
export function open(walk: Walk, parent: Level | null, exit: Exit): Level {
  const level = new Level(walk, parent, exit);
  walk.level = level;
  return level;
}
