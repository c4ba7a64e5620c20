import type { Block } from '../../base/block.ts';
import { readDate } from '../../base/dates.ts';
import type { PageSource } from '../../base/source.ts';
import { cleanText, labelKey } from '../../base/text.ts';
import { tellsAct, tellsStep } from '../../document/trail/act.ts';
import { stepOfEntry } from '../../document/trail/entry.ts';
import { rowsOfItems } from '../../document/trail/itemed.ts';
import { isBoxControl, nodesOf, walkHolders } from '../../page/nodes.ts';
import { wholePath } from '../../page/paths.ts';
import type {
  ControlNode,
  HeadingNode,
  LabelNode,
  LinkNode,
  ListItem,
  ListNode,
  PageNode,
  PageSnapshot,
  TableCell,
  TableNode,
  TextNode,
} from '../../page/snapshot.ts';
import { isBodyLabel } from './body.ts';
import { linesOfHolder } from './lines.ts';
import { holdsText, type ReadTable, readTable, rowsOfBlock } from './tables.ts';
import { unopenedTabs } from './tabs.ts';

/** A text of a page with its path. */
export interface SurveyText {
  text: string;
  hidden: boolean;
  /** Stands in a table. */
  inTable: boolean;
  /** Stands in a timeline, a bar of steps or another list that records a workflow. */
  inRecord: boolean;
  /** Address of the link that it is. */
  href?: string;
  frame: string;
  /** Whole path. */
  path: string;
}

export interface SurveyTable extends Pick<ReadTable, 'rows' | 'hidden' | 'sort'> {
  source: PageSource;
}

export interface SurveyList {
  /** record: a workflow record, one sentence an item. */
  list: ListNode['list'] | 'record';
  /** Label of the box of a form in which a record stands: 会签 over the opinions of those who countersigned. */
  label?: string;
  /** Texts of each item, in reading order. */
  items: { texts: string[]; hidden: boolean; state?: NonNullable<ListItem['state']>; source: PageSource }[];
}

/** A control with the whole path of the element that holds it. */
export interface PlacedControl {
  node: ControlNode;
  frame: string;
  base: string;
  hidden: boolean;
}

/** What stands on a page, of all its frames, in one pass: the ground on which readers judge it. */
export interface Survey {
  /**
   * The text of the page that a person sees, in reading order. Body is what stands in an editor, in an article, or in the box
   * 正文; all else is the form around it. Menus and search forms are left out.
   */
  blocks: Block[];
  /** Every text, also of menus and of what is out of sight. */
  texts: SurveyText[];
  headings: { text: string; level: number }[];
  tables: SurveyTable[];
  lists: SurveyList[];
  /** Captions of buttons in sight. */
  buttons: string[];
  /** Round boxes in sight that can be chosen. */
  options: ControlNode[];
  /** Names of controls. */
  controls: Set<string>;
  labels: Set<string>;
  embeds: { name: string; hidden: boolean; source: PageSource }[];
  /** Captions of tabs that nobody opened yet: what stands in them is not on the page. */
  unopened: string[];
  /** Tables in sight of which only some rows are drawn: how many, and how many the page says there are. */
  undrawn: { drawn: number; told: number; source: PageSource }[];
  hasPassword: boolean;
  hasWritable: boolean;
  /** Lists of many things and workflow records: they hold no boxes of the document. */
  outside: Set<TableNode | ListNode>;
  /** Cells and frames (by path) that hold the text of the document. */
  bodyCells: Set<TableCell>;
  bodyFrames: Set<string>;
  /** Pictures that stand where the text of the document belongs. */
  bodyPictures: PageSource[];
  /** Controls that a label names, by frame and key. */
  keyed: Map<string, PlacedControl>;
  /** Boxes with a title of their own, outside of menus, search forms, lists and records. */
  titled: PlacedControl[];
}

/** The key of a control in `keyed`. */
export function keyOfControl(frame: string, key: number): string {
  return `${frame} ${key}`;
}

/** Where the pass stands. */
interface Position {
  frame: string;
  /** Whole path of the element that holds the nodes. */
  base: string;
  hidden: boolean;
  /** In a menu, a search form, a list of things or a record. */
  outside: boolean;
  inTable: boolean;
  inRecord: boolean;
  /** In the text of the document. */
  body: boolean;
  listed: boolean;
  /** Of the box of a form that holds it; '' outside of boxes. */
  label: string;
  /** What stands here is no block of its own: it is in a menu, or a cell whose table is the block. */
  quiet: boolean;
}

/** Looks over every frame that was read. */
export function surveyPage(snapshot: PageSnapshot): Survey {
  const survey: Survey = {
    blocks: [],
    texts: [],
    headings: [],
    tables: [],
    lists: [],
    buttons: [],
    options: [],
    controls: new Set(),
    labels: new Set(),
    embeds: [],
    unopened: [],
    undrawn: [],
    hasPassword: false,
    hasWritable: false,
    outside: new Set(),
    bodyCells: new Set(),
    bodyFrames: new Set(),
    bodyPictures: [],
    keyed: new Map(),
    titled: [],
  };
  for (const frame of snapshot.frames) {
    if (frame.editor) survey.bodyFrames.add(frame.path);
    surveyNodes(survey, frame.nodes, {
      frame: frame.path,
      base: '',
      hidden: frame.hidden === true,
      outside: false,
      inTable: false,
      inRecord: false,
      body: survey.bodyFrames.has(frame.path),
      listed: false,
      label: '',
      quiet: false,
    });
  }
  return survey;
}

const sourceAt = (frame: string, path: string): PageSource => ({ from: 'page', frame, label: '', path });

type WrittenNode = TextNode | HeadingNode | LinkNode | LabelNode;

/** What the next piece of the same line is joined to. */
interface Line {
  text?: SurveyText | undefined;
  block?: Block | undefined;
  /** The last piece is a link. */
  link?: boolean;
}

/** What a row of links without addresses does: they are buttons. */
const TOOL =
  /^(?:提交|发送|送审|保存|保存待发|保存草稿|暂存|暂存待办|同意|不同意|通过|批准|退回|回退|驳回|终止|转办|加签|移交|办结|归档|打印|关闭|返回)$/u;

/** These may lead back to a list. */
const LEAVES = /^(?:返回|关闭)$/u;

/** True for a link that does something with the page: it leads nowhere, or away from it. */
export const isTool = (node: PageNode): boolean =>
  node.type === 'link' && !node.hidden && TOOL.test(node.text) && (node.href === undefined || LEAVES.test(node.text));

/** Captions of such links side by side. One alone may be a word of anything. */
function toolsOf(nodes: readonly PageNode[]): string[] {
  const words = nodes.flatMap(toolIn);
  return words.length > 1 ? words : [];
}

const toolIn = (node: PageNode): string[] => (node.type === 'link' && isTool(node) ? [node.text] : []);

/** Siblings: runs of text that stand on one line make one text. */
function surveyNodes(survey: Survey, nodes: readonly PageNode[], here: Position): void {
  const line: Line = {};
  let before: PageNode | undefined;
  if (!here.hidden && !here.outside && nodes.some((node) => node.type === 'group' && node.role === 'tab'))
    survey.unopened.push(...unopenedTabs(nodes));
  if (!here.hidden && !here.outside) survey.buttons.push(...toolsOf(nodes));
  for (const node of nodes) {
    switch (node.type) {
      case 'text':
      case 'heading':
      case 'link':
      case 'label':
        surveyWritten(survey, node, here, line);
        break;
      default:
        if (!node.joined) {
          line.text = undefined;
          if (!node.hidden) line.block = undefined;
        }
        surveyNode(survey, node, here);
        if (before && node.type === 'control') drawnOver(survey, before, node, here);
    }
    before = node;
  }
}

/** A select of the page out of sight, and the one that a library draws right behind it: a label of the first names the second. */
function drawnOver(survey: Survey, before: PageNode, node: ControlNode, { frame, base, hidden }: Position): void {
  if (node.control !== 'drawn-select' || node.hidden || !node.joined) return;
  if (before.type !== 'control' || before.control !== 'select' || !before.hidden || before.key === undefined) return;
  survey.keyed.set(keyOfControl(frame, before.key), { node, frame, base, hidden });
}

function surveyWritten(survey: Survey, node: WrittenNode, here: Position, line: Line): void {
  const hidden = here.hidden || node.hidden === true;
  if (node.type === 'label') {
    survey.labels.add(labelKey(node.text));
    if (!node.joined) line.text = undefined;
  } else addText(survey, node, hidden, here, line);
  if (!hidden && !here.quiet) addBlock(survey, node, here, line);
}

function addText(
  survey: Survey,
  node: Exclude<WrittenNode, LabelNode>,
  hidden: boolean,
  here: Position,
  line: Line,
): void {
  if (node.type === 'heading' && !hidden) survey.headings.push({ text: cleanText(node.text), level: node.level });
  const before = node.joined ? line.text : undefined;
  const joins = before !== undefined && before.hidden === hidden;
  const href = node.type === 'link' ? node.href : undefined;
  if (joins) {
    // Two links beside one another are two words.
    before.text += node.type === 'link' && line.link ? ` ${node.text}` : node.text;
    line.link = node.type === 'link';
    // A link counts once more, for its address.
    if (href === undefined) return;
  }
  const { frame, inTable, inRecord } = here;
  const text: SurveyText = { text: node.text, hidden, inTable, inRecord, frame, path: wholePath(here.base, node.path) };
  if (href !== undefined) text.href = href;
  survey.texts.push(text);
  // What is out of sight is no part of the line around it.
  if (!joins && (before === undefined || !hidden)) line.text = text;
  line.link = node.type === 'link';
}

function addBlock(survey: Survey, node: WrittenNode, here: Position, line: Line): void {
  if (node.joined && line.block) {
    line.block.text += node.text;
    return;
  }
  line.block = undefined;
  if (cleanText(node.text) === '') return;
  const block: Block = {
    kind: node.type === 'heading' ? 'heading' : here.listed ? 'list-item' : 'paragraph',
    text: node.text,
    region: here.body ? 'body' : 'form',
    source: sourceAt(here.frame, wholePath(here.base, node.path)),
  };
  if (node.type === 'heading') block.level = node.level;
  survey.blocks.push(block);
  line.block = block;
}

function surveyNode(survey: Survey, node: Exclude<PageNode, WrittenNode>, here: Position): void {
  const hidden = here.hidden || node.hidden === true;
  const inner = (change: Partial<Position>): Position => ({
    ...here,
    hidden,
    base: wholePath(here.base, node.path),
    ...change,
  });
  switch (node.type) {
    case 'button':
      if (!hidden && !node.disabled) survey.buttons.push(cleanText(node.text));
      return;
    case 'control':
      surveyControl(survey, node, { ...here, hidden });
      return;
    case 'field':
      survey.labels.add(labelKey(node.label));
      surveyNodes(survey, node.nodes, inner({ label: node.label, body: here.body || isBodyLabel(node.label) }));
      return;
    case 'embed':
      // A drawn clock or chart is no text of a document; a document drawn on a canvas stands where its text belongs.
      if (!node.box && (here.body || !node.drawn)) {
        const source = sourceAt(here.frame, wholePath(here.base, node.path));
        survey.embeds.push({ name: node.name, hidden, source });
      }
      return;
    case 'group': {
      const apart = node.role === 'search' || node.role === 'navigation';
      const body = here.body || node.role === 'article';
      surveyNodes(survey, node.nodes, inner(apart ? { outside: true, quiet: true } : { body }));
      return;
    }
    case 'list':
      surveyList(survey, node, inner({ listed: true }));
      return;
    case 'table':
      surveyTable(survey, node, inner({}));
      return;
    case 'frame':
      if (here.body) survey.bodyFrames.add(node.frame);
      return;
    case 'picture':
      if (here.body && !hidden && node.mark === undefined)
        survey.bodyPictures.push(sourceAt(here.frame, wholePath(here.base, node.path)));
      return;
  }
}

function surveyControl(survey: Survey, node: ControlNode, here: Position): void {
  if (node.name) survey.controls.add(node.name);
  const { frame, hidden } = here;
  if (node.key !== undefined) survey.keyed.set(keyOfControl(frame, node.key), { node, frame, base: here.base, hidden });
  if (node.control === 'editor') {
    const inside: Position = { ...here, base: wholePath(here.base, node.path), body: true };
    if (node.nodes) surveyNodes(survey, node.nodes, inside);
    // One run of text is kept as the value alone.
    else if (!hidden && !here.quiet) addBlock(survey, { type: 'text', text: node.value }, inside, {});
  }
  if (here.outside) return;
  if (node.title && isBoxControl(node)) survey.titled.push({ node, frame, base: here.base, hidden });
  if (hidden) return;
  if (node.control === 'radio' && !node.disabled) survey.options.push(node);
  if (node.control === 'password') survey.hasPassword = true;
  else if (node.control !== 'hidden' && node.control !== 'search' && !node.readOnly && !node.disabled)
    survey.hasWritable = true;
}

/** @param here inside the list */
function surveyList(survey: Survey, node: ListNode, here: Position): void {
  const record = node.list !== 'timeline' && node.list !== 'steps' && isRecord(node, here);
  const rows = node.list === 'plain' && !record ? rowsOfList(node, here.hidden) : undefined;
  if (rows) survey.tables.push({ rows, hidden: here.hidden, sort: 'record', source: sourceAt(here.frame, here.base) });
  const apart = record || rows !== undefined || node.list === 'timeline' || node.list === 'steps';
  if (apart) survey.outside.add(node);
  const items: SurveyList['items'] = [];
  const label = record && here.label !== '' ? { label: here.label } : {};
  survey.lists.push({ list: record ? 'record' : node.list, ...label, items });
  let term: string[] = [];
  walkHolders(node, here.base, (holder, base, itemHidden) => {
    const item = holder as ListItem;
    const hidden = here.hidden || itemHidden;
    const texts = linesOfHolder(item, hidden);
    if (apart && item.term) term = texts;
    else {
      items.push({
        texts: [...term, ...texts],
        hidden,
        ...(item.state === undefined ? {} : { state: item.state }),
        source: sourceAt(here.frame, base),
      });
      term = [];
    }
    surveyNodes(survey, nodesOf(item), {
      ...here,
      base,
      hidden,
      outside: here.outside || apart,
      inRecord: here.inRecord || apart,
    });
  });
}

/** A workflow record in a list that nothing marks as one: each item tells an act, or each time has one behind it. */
function isRecord({ list, items }: ListNode, { inTable }: Position): boolean {
  const acts: string[][] = [];
  let term: string[] | undefined;
  for (const item of items) {
    const lines = linesOfHolder(item, true);
    if (item.term) {
      if (lines.length !== 1 || readDate(lines[0] ?? '')?.iso === undefined) return false;
      term = lines;
      continue;
    }
    if (list === 'definition' && term === undefined) return false;
    if (lines.length > 0) acts.push([...(term ?? []), ...lines]);
    term = undefined;
  }
  // Opinions in a cell belong to its label.
  return (
    acts.length > 0 &&
    acts.every(isItem) &&
    (!inTable || acts.some(tellsStep) || stepOfEntry(acts[0] ?? [], sourceAt('', '')) !== undefined)
  );
}

/** The rows of a workflow record that is drawn as a list. */
const rowsOfList = ({ items }: ListNode, hidden: boolean): string[][] | undefined =>
  rowsOfItems(items.filter((item) => hidden || !item.hidden).map((item) => linesOfHolder(item, hidden)));
const isItem = (lines: readonly string[]): boolean =>
  tellsAct(lines) || stepOfEntry(lines, sourceAt('', '')) !== undefined;

/** Labels by which a family is known are short. */
const LONGEST_SIGN = 12;

/** @param here inside the table */
function surveyTable(survey: Survey, node: TableNode, here: Position): void {
  const table = readTable(node, here.hidden);
  const source = sourceAt(here.frame, here.base);
  survey.tables.push({ rows: table.rows, hidden: table.hidden, sort: table.sort, source });
  if (node.told !== undefined && node.told > node.rows.length && !table.hidden)
    survey.undrawn.push({ drawn: node.rows.length, told: node.told, source });
  if (table.sort !== 'form') survey.outside.add(node);
  else
    for (const row of table.rows)
      for (const text of row) if (text !== '' && text.length <= LONGEST_SIGN) survey.labels.add(labelKey(text));
  if (!here.hidden && !here.quiet) {
    const rows = rowsOfBlock(table);
    if (!table.hidden && holdsText(rows))
      survey.blocks.push({
        kind: 'table',
        text: rows.map((row) => row.join('\t')).join('\n'),
        rows,
        ...(table.plain && { plain: true as const }),
        region: here.body ? 'body' : 'form',
        source,
      });
  }
  for (const cell of table.bodies) survey.bodyCells.add(cell);
  const inTable: Position = { ...here, outside: here.outside || table.sort !== 'form', inTable: true, quiet: true };
  const tools: string[] = [];
  walkHolders(node, here.base, (cell, base, cellHidden) => {
    const hidden = here.hidden || cellHidden;
    const [first] = hidden ? [] : (cell.nodes ?? []);
    if (first?.type === 'link') tools.push(...toolIn(first));
    if (cell.text !== undefined && !survey.bodyCells.has(cell as TableCell))
      survey.texts.push({
        text: cell.text,
        hidden,
        inTable: true,
        inRecord: here.inRecord,
        frame: here.frame,
        path: base,
      });
    else {
      const body = survey.bodyCells.has(cell as TableCell);
      surveyNodes(survey, nodesOf(cell), {
        ...inTable,
        base,
        hidden,
        body: here.body || body,
        quiet: !body || here.quiet,
      });
    }
  });
  // A bar of tools that is drawn as a table, each in a cell.
  if (!inTable.outside && tools.length > 1) survey.buttons.push(...tools);
}
