import type { Path } from './paths.ts';

/**
 * What capture keeps of a page: a pruned tree of what a reader can use, plain JSON, in reading order.
 * It is the evidence, the fixture and the only input of readers. Wrapping elements without a meaning are left out.
 */
export interface PageSnapshot {
  schema: 'duibiao/page@2';
  url: string;
  title: string;
  /** frames[0] is the top document; a parent comes before its children. */
  frames: FrameSnapshot[];
  /** What kept the snapshot from being whole; empty when nothing did. */
  gaps: CaptureGap[];
}

export interface CaptureGap {
  /** changed: the page moved while it was read; too-large: the element or text limit was met; aborted: stopped; loading: a busy mark stood on the page; styles: not every style rule was asked, so that something out of sight may be told as seen. */
  kind: 'changed' | 'too-large' | 'aborted' | 'loading' | 'styles';
  frame: string;
}

export interface FrameSnapshot {
  /** '' for the top document, then '0', '0.1', …: index among the frames of each parent. */
  path: string;
  url: string;
  /** Title, name or the label near it, as words for a person; may be ''. */
  label: string;
  /** Whole path of the frame element in its parent; missing for the top. */
  owner?: string;
  /** Its number among the windows of its parent, by which a frame of another address can be told; missing where it has no window. */
  number?: number;
  state: 'read' | 'unreadable';
  /** Why it is unreadable. */
  reason?: 'other-address' | 'not-loaded' | 'too-deep' | 'viewer' | 'failed';
  /** The frame element, or something around it, is not visible. */
  hidden?: true;
  /** Class names and names of elements on it by which a family of systems is known (`SIGNS`), in the order of the page. */
  signs?: string[];
  /** Its whole body is editable: a rich-text editor. */
  editor?: true;
  nodes: PageNode[];
}

/** Common to every node. */
interface NodeBase {
  /** Where its element stands (paths.ts); missing: it is text of the very element that holds it. */
  path?: Path;
  hidden?: true;
  /** Stands on the same line as the node before it: 根据 <a>《…》</a> 第三条 is three nodes, the second and third joined. */
  joined?: true;
}

export type PageNode =
  | TextNode
  | HeadingNode
  | ControlNode
  | LinkNode
  | ButtonNode
  | PictureNode
  | EmbedNode
  | FrameNode
  | TableNode
  | ListNode
  | LabelNode
  | FieldNode
  | GroupNode;

/** A run of text of one block; line breaks are '\n'. */
export interface TextNode extends NodeBase {
  type: 'text';
  text: string;
}
export interface HeadingNode extends NodeBase {
  type: 'heading';
  level: number;
  text: string;
}
export interface ControlNode extends NodeBase {
  type: 'control';
  control:
    | 'text'
    | 'textarea'
    | 'select'
    | 'drawn-select'
    | 'radio'
    | 'checkbox'
    | 'date'
    | 'hidden'
    | 'file'
    | 'password'
    | 'search'
    | 'editor';
  /** The live value as a person would read it (option text, not its code); '' when empty. Passwords are never read. */
  value: string;
  name?: string;
  /** title attribute, aria-label or the like. */
  title?: string;
  placeholder?: string;
  required?: true;
  readOnly?: true;
  disabled?: true;
  /** Number by which a label of the same frame names it. */
  key?: number;
  /** What stands in an editor, when it is more than one run of text. */
  nodes?: PageNode[];
}
export interface LinkNode extends NodeBase {
  type: 'link';
  text: string;
  /** Absolute address on the same origin; missing for javascript: and the like. */
  href?: string;
}
export interface ButtonNode extends NodeBase {
  type: 'button';
  text: string;
  disabled?: true;
}
export interface PictureNode extends NodeBase {
  type: 'picture';
  alt: string;
  title?: string;
  /** What the markup says of it: a required star drawn as an image, a signature or seal, an icon. */
  mark?: 'required' | 'signature' | 'icon';
}
/** object, embed, canvas and the like: there is something that gives no text. */
export interface EmbedNode extends NodeBase {
  type: 'embed';
  /** Words for a person: the control's name or type. */
  name: string;
  /** canvas, video, audio: draws or plays, and seldom holds text. */
  drawn?: true;
  /** It stands for the value of one box and not for a part of the page: a control for signatures; readers of families put it there too. */
  box?: true;
}
/** Where a frame stands; its content is in `frames`. */
export interface FrameNode extends NodeBase {
  type: 'frame';
  frame: string;
}
/** What stands in a cell or an item: one run of text and nothing else, or nodes, or (with neither) nothing. See `contentOf`. */
export interface Content {
  text?: string;
  nodes?: PageNode[];
}
export interface TableNode extends NodeBase {
  type: 'table';
  rows: TableRow[];
  /** How many rows its markup says there are, with its heads: more than stand here where only those in view are drawn. */
  told?: number;
}
export interface TableRow {
  /** Missing: the element behind the row before. */
  path?: Path;
  hidden?: true;
  cells: TableCell[];
}
export interface TableCell extends Content {
  /** Missing: the element behind the cell before. */
  path?: Path;
  hidden?: true;
  /** th, or a class or role that says so. */
  header?: true;
  /** Missing means 1. */
  columns?: number;
  rows?: number;
}
/** ul, ol, dl, timelines: each item is a small run of nodes. A dl alternates `term` and plain items. */
export interface ListNode extends NodeBase {
  type: 'list';
  list: 'plain' | 'numbered' | 'definition' | 'timeline' | 'steps';
  items: ListItem[];
}
export interface ListItem extends Content {
  /** Missing: the element behind the item before. */
  path?: Path;
  hidden?: true;
  term?: true;
  /** Where a bar of steps or a timeline marks it. */
  state?: 'done' | 'current' | 'waiting';
}
/** A label element: text and, where it names one control that is unique and near, that control's key. */
export interface LabelNode extends NodeBase {
  type: 'label';
  text: string;
  /** `key` of the control that it labels, when that can be believed. */
  control?: number;
  /** The control stands inside the label. */
  wraps?: true;
  required?: true;
}
/** A form-item block of a component library: its label and what stands in its content. */
export interface FieldNode extends NodeBase {
  type: 'field';
  label: string;
  /** Where its label stands inside it, when the element holds several items. */
  labelPath?: Path;
  required?: true;
  nodes: PageNode[];
}
/** A part that belongs together: form, dialog, tab panel, fieldset, article, main, navigation. */
export interface GroupNode extends NodeBase {
  type: 'group';
  role: 'form' | 'dialog' | 'tab' | 'fieldset' | 'article' | 'navigation' | 'search';
  label?: string;
  nodes: PageNode[];
}
