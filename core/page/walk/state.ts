/** What one walk over a document knows while it goes: where it stands, what it has read, and what it may still read. */

import { MARK } from '../marks/index.ts';
import type { Place } from '../places.ts';
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
  /** Its whole place. */
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

/** An element that the walk stands in. */
export interface Level {
  parent: Level | null;
  element: Element;
  exit: Exit;
  depth: number;
  hidden: Hiding;
  /** The next child to visit. */
  next: Node | null;
  /** Number of the child element that is visited now. */
  index: number;
  /** Number of the last child element that became a row, cell or item: the one behind it needs no place. */
  last: number;
  /** Steps from the element whose nodes `sink` holds to this one; null until somebody asks. */
  steps: string | null;
  /** Where nodes go. */
  sink: PageNode[];
  /** The child before was an element and not text. */
  afterElement: boolean;
  /** Marks that hold for everything inside: date box, editor. */
  inherited: number;
  /** The output that this element makes. */
  output: PageNode | TableRow | TableCell | ListItem | null;
  around: Around;
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
export interface SplitTable {
  head: { table: TableNode; element: Element } | null;
}

/** What an element opens beside its exit; left out: as around it. */
export interface Opening {
  output?: Level['output'];
  /** Its own, of which the places are told against this element. */
  sink?: PageNode[];
  around?: Around;
  elements?: true;
  head?: boolean;
  closed?: boolean;
}

const PLAINLY: Opening = {};

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
  /** Labels with `for`, believed or not when the walk is over. */
  readonly pointing: { label: LabelNode; element: Element; target: string }[] = [];
  /** Controls by id. */
  readonly controls = new Map<string, { node: ControlNode; element: Element }>();
  /** Keys that controls have been given. */
  keys = 0;
  readonly levels: Level[] = [];
  level: Level | null = null;
  readonly start: StartTag;
  /** The current line: one run of text that is still growing. */
  line = '';
  linePlace: Place | undefined = undefined;
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
    this.start = { element: this.root as Element, tag: '', kind: 'block', has: 0, marks: 0, hidden: 0 };
    // A frame that is hidden as a whole has no boxes to ask about; the frame itself is said to be hidden.
    if (this.root && !hidden) this.visibility = new Visibility(document, this.root);
  }
}

/** Goes into the element at whose start tag the walk stands. */
export function open(walk: Walk, parent: Level | null, exit: Exit, opening: Opening = PLAINLY): Level {
  const { element, hidden, marks } = walk.start;
  const depth = parent ? parent.depth + 1 : 0;
  // One level stands at each depth at a time: it is used again for the next element there.
  let level = walk.levels[depth];
  if (level === undefined) {
    level = { ...FRESH, element, sink: walk.nodes };
    walk.levels[depth] = level;
  }
  level.parent = parent;
  level.element = element;
  level.exit = exit;
  level.depth = depth;
  level.hidden = hidden;
  level.elements = opening.elements === true;
  level.next = level.elements
    ? element.firstElementChild
    : exit === 'group'
      ? native(element, 'firstChild')
      : element.firstChild;
  level.index = 0;
  level.last = 0;
  level.steps = opening.sink || !parent ? '' : null;
  level.sink = opening.sink ?? (parent ? parent.sink : walk.nodes);
  level.afterElement = false;
  level.inherited = (parent ? parent.inherited : 0) | (marks & MARK.date) | (exit === 'editor' ? MARK.editor : 0);
  level.output = opening.output ?? null;
  level.around = opening.around ?? (parent ? parent.around : NOTHING_AROUND);
  level.outerStarted = false;
  level.head = opening.head ?? (parent?.head === true && exit !== 'table' && exit !== 'cell');
  level.closed = opening.closed ?? (parent?.closed === true && exit === 'inline');
  walk.level = level;
  return level;
}

const FRESH: Omit<Level, 'element' | 'sink'> = {
  parent: null,
  exit: 'block',
  depth: 0,
  hidden: 0,
  next: null,
  index: 0,
  last: 0,
  steps: null,
  afterElement: false,
  inherited: 0,
  output: null,
  around: NOTHING_AROUND,
  outerStarted: false,
  elements: false,
  head: false,
  closed: false,
};
