import type { PageSource } from '../base/source.ts';
import { cleanText, labelKey } from '../base/text.ts';
import { isKnownLabel } from '../document/glossary.ts';
import { recordHeader } from '../document/trail.ts';
import type {
  FrameSnapshot,
  ListItem,
  ListNode,
  PageNode,
  PageSnapshot,
  TableNode,
  TableRow,
} from '../page/snapshot.ts';
import { stepsOfStrip } from '../pairing/grid.ts';
import { bodyCells, isBodyLabel } from './blocks.ts';
import { linesOf } from './lines.ts';

/** A text of a page with its place. */
export interface SurveyText {
  text: string;
  hidden: boolean;
  /** Stands in a table. */
  inTable: boolean;
  /** Address of the link that it is. */
  href?: string;
  source: PageSource;
}

export interface SurveyTable {
  rows: string[][];
  hidden: boolean;
  /** record: a workflow record; list: many things of one kind, one a row; strip: steps in one row; form: boxes, or anything else. */
  sort: 'record' | 'list' | 'strip' | 'form';
  source: PageSource;
}

export interface SurveyList {
  list: ListNode['list'];
  /** Texts of each item, in reading order. */
  items: { texts: string[]; hidden: boolean; state?: NonNullable<ListItem['state']>; source: PageSource }[];
}

/** What stands on a page, of all its frames, in one pass: the ground on which readers judge it. */
export interface Survey {
  texts: SurveyText[];
  headings: { text: string; level: number }[];
  tables: SurveyTable[];
  lists: SurveyList[];
  /** Captions of buttons in sight. */
  buttons: string[];
  /** Short texts, each once. */
  captions: Set<string>;
  /** Names of controls. */
  controls: Set<string>;
  labels: Set<string>;
  embeds: { name: string; hidden: boolean; source: PageSource }[];
  hasPassword: boolean;
  hasWritable: boolean;
  /** Places (frame and path) inside search forms, menus, lists of many things and workflow records: no boxes of the document. */
  outside: Set<string>;
  /** Places inside the text of the document. */
  body: Set<string>;
}

/** Labels and captions by which a family is known are short. */
const LONGEST_SIGN = 40;

/** Key of a place of a page. */
export function placeKey(frame: string, path: string): string {
  return `${frame}\n${path}`;
}

interface Place {
  frame: string;
  hidden: boolean;
  outside: boolean;
  inTable: boolean;
  /** Stands in the text of the document. */
  body: boolean;
  /** Frames that stand in the text of the document. */
  bodyFrames: Set<string>;
}

/** Looks over every frame that was read. */
export function surveyPage(snapshot: PageSnapshot): Survey {
  const survey: Survey = {
    texts: [],
    headings: [],
    tables: [],
    lists: [],
    buttons: [],
    captions: new Set(),
    controls: new Set(),
    labels: new Set(),
    embeds: [],
    hasPassword: false,
    hasWritable: false,
    outside: new Set(),
    body: new Set(),
  };
  const bodyFrames = new Set<string>();
  for (const frame of snapshot.frames) {
    const body = frame.editor === true || bodyFrames.has(frame.path);
    const hidden = isHiddenFrame(frame, snapshot);
    const place = { frame: frame.path, hidden, outside: false, inTable: false, body, bodyFrames };
    surveyNodes(frame.nodes, place, survey);
  }
  for (const { text } of survey.texts) if (text.length <= LONGEST_SIGN) survey.captions.add(text.trim());
  return survey;
}

/** A frame is out of sight with any frame that holds it. */
export function isHiddenFrame(frame: FrameSnapshot, snapshot: PageSnapshot): boolean {
  if (frame.hidden) return true;
  const holder = frame.path.includes('.') ? frame.path.slice(0, frame.path.lastIndexOf('.')) : '';
  const parent = snapshot.frames.find((other) => other.path === holder && other !== frame);
  return frame.path !== '' && parent !== undefined && isHiddenFrame(parent, snapshot);
}

/** Siblings: runs of text that stand on one line make one text; a link in it counts once more, for its address. */
function surveyNodes(nodes: readonly PageNode[], place: Place, survey: Survey): void {
  let line: SurveyText | undefined;
  for (const node of nodes) {
    surveyNode(node, place, survey);
    const written = node.type === 'text' || node.type === 'heading' || node.type === 'link';
    if (!written) {
      if (!node.joined) line = undefined;
      continue;
    }
    const text = survey.texts.at(-1);
    const joined = node.joined === true && line !== undefined;
    if (joined && line && text?.hidden === line.hidden) {
      line.text += node.text;
      if (node.type !== 'link' || node.href === undefined) survey.texts.pop();
    } else if (!joined || !text?.hidden) line = text; // What is out of sight is no part of the line around it.
  }
}

function surveyNode(node: PageNode, place: Place, survey: Survey): void {
  const here: Place = node.hidden && !place.hidden ? { ...place, hidden: true } : place;
  const source: PageSource = { from: 'page', frame: here.frame, label: '', path: node.path };
  if (here.outside) survey.outside.add(placeKey(here.frame, node.path));
  if (here.body) survey.body.add(placeKey(here.frame, node.path));
  const inner = (nodes: readonly PageNode[], change: Partial<Place> = {}): void => {
    surveyNodes(nodes, { ...here, ...change }, survey);
  };
  switch (node.type) {
    case 'text':
      survey.texts.push({ text: node.text, hidden: here.hidden, inTable: here.inTable, source });
      return;
    case 'heading':
      survey.texts.push({ text: node.text, hidden: here.hidden, inTable: here.inTable, source });
      if (!here.hidden) survey.headings.push({ text: cleanText(node.text), level: node.level });
      return;
    case 'link':
      survey.texts.push({
        text: node.text,
        hidden: here.hidden,
        inTable: here.inTable,
        source,
        ...(node.href === undefined ? {} : { href: node.href }),
      });
      return;
    case 'button':
      if (!here.hidden && !node.disabled) survey.buttons.push(cleanText(node.text));
      return;
    case 'control':
      if (node.name) survey.controls.add(node.name);
      if (node.control === 'editor' && node.nodes) inner(node.nodes, { body: true });
      if (here.hidden || here.outside) return;
      if (node.control === 'password') survey.hasPassword = true;
      else if (node.control !== 'hidden' && node.control !== 'search' && !node.readOnly && !node.disabled)
        survey.hasWritable = true;
      return;
    case 'label':
      survey.labels.add(labelKey(node.text));
      return;
    case 'field':
      survey.labels.add(labelKey(node.label));
      inner(node.nodes, { body: here.body || isBodyLabel(node.label) });
      return;
    case 'embed':
      // A drawn clock or chart is no text of a document; a document drawn on a canvas stands where its text belongs.
      if (here.body || !node.drawn) survey.embeds.push({ name: node.name, hidden: here.hidden, source });
      return;
    case 'group':
      inner(node.nodes, {
        outside: here.outside || node.role === 'search' || node.role === 'navigation',
        body: here.body || node.role === 'article',
      });
      return;
    case 'list':
      surveyList(node, here, survey);
      return;
    case 'table':
      surveyTable(node, here, survey);
      return;
    case 'frame':
      if (here.body) here.bodyFrames.add(node.frame);
      return;
    case 'picture':
      return;
  }
}

function surveyList(node: ListNode, place: Place, survey: Survey): void {
  const items = node.items.map((item) => ({
    texts: linesOf(item.nodes, place.hidden || item.hidden === true),
    hidden: place.hidden || item.hidden === true,
    ...(item.state === undefined ? {} : { state: item.state }),
    source: { from: 'page' as const, frame: place.frame, label: '', path: item.path },
  }));
  survey.lists.push({ list: node.list, items });
  for (const item of node.items)
    surveyNodes(
      item.nodes,
      {
        ...place,
        hidden: place.hidden || item.hidden === true,
        outside: place.outside || node.list === 'timeline' || node.list === 'steps',
      },
      survey,
    );
}

function surveyTable(node: TableNode, place: Place, survey: Survey): void {
  const hiddenAll = place.hidden || node.rows.every((row) => row.hidden);
  const shown = node.rows.filter((row) => !row.hidden || hiddenAll);
  const rows = shown.map((row) => row.cells.map((cell) => linesOf(cell.nodes, hiddenAll).join('\n')));
  const boxes = shown.some((row) => row.cells.some((cell) => cell.nodes.some(isBox)));
  const strip = !boxes && stepsOfStrip(rows) !== undefined;
  const sort = strip ? 'strip' : recordHeader(rows) >= 0 ? 'record' : isList(shown, rows) ? 'list' : 'form';
  survey.tables.push({
    rows,
    hidden: hiddenAll,
    sort,
    source: { from: 'page', frame: place.frame, label: '', path: node.path },
  });
  if (sort === 'form')
    for (const text of rows.flat()) if (text !== '' && text.length <= LONGEST_SIGN) survey.labels.add(labelKey(text));
  const outside = place.outside || sort !== 'form';
  const bodies = bodyCells(node);
  const seen: Place = { ...place, outside, inTable: true };
  for (const row of node.rows)
    for (const cell of row.cells) {
      if (outside) survey.outside.add(placeKey(place.frame, cell.path));
      const hidden = place.hidden || row.hidden === true || cell.hidden === true;
      const body = place.body || bodies.has(cell);
      if (body) survey.body.add(placeKey(place.frame, cell.path));
      surveyNodes(cell.nodes, hidden || body ? { ...seen, hidden, body } : seen, survey);
    }
}

/** Columns that only lists of things have. */
const LIST_COLUMNS = new Set(['序号', '操作', '选择', '全选', '编号', '#']);

/** A table whose first row names columns, and whose rows are one thing each. */
function isList(source: readonly TableRow[], rows: readonly string[][]): boolean {
  const at = rows.findIndex((row) => row.some((cell) => cell !== ''));
  const header = (rows[at] ?? []).map(labelKey);
  const cells = source[at]?.cells ?? [];
  const named = header.filter((key) => key !== '');
  if (named.length < 3 || header.length - named.length > 1 || cells.some((cell) => cell.nodes.some(isBox)))
    return false;
  if (named.some((key) => key.length > 12)) return false;
  const data = source.slice(at + 1).filter((row) => row.cells.length === header.length);
  const columns =
    named.some((key) => LIST_COLUMNS.has(key)) ||
    cells.every((cell) => cell.header === true || cell.nodes.length === 0);
  const labels = named.filter((key) => isKnownLabel(key)).length >= named.length * 0.75;
  const linked = data.filter((row) => row.cells.some((cell) => cell.nodes.some(holdsLink))).length;
  return (columns && data.length !== 1) || (columns && linked > 0) || (labels && (data.length >= 3 || linked > 0));
}

const isBox = (node: PageNode): boolean => node.type === 'control' || (node.type === 'field' && node.nodes.some(isBox));

function holdsLink(node: PageNode): boolean {
  return node.type === 'link' || ('nodes' in node && node.nodes.some(holdsLink));
}
