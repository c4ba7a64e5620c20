import { isDateText, readDate } from '../../base/dates.ts';
import { cleanText } from '../../base/text.ts';
import { isBoxControl, lineEnd } from '../../page/nodes.ts';
import { wholePath } from '../../page/paths.ts';
import type { FrameNode, LabelNode, PageNode, TextNode } from '../../page/snapshot.ts';
import { isLabelText, plainLabel } from '../../pairing/labels.ts';
import { splitInline } from '../../pairing/line.ts';
import { keyOfControl, type PlacedControl } from '../survey/survey.ts';
import { emit, type Found, type Search, type Spot } from './search.ts';
import { isStars } from './value.ts';

/** A label on a line, and what was met behind it so far. */
interface Pending extends Omit<Found, 'pieces' | 'body'> {
  nodes: PageNode[];
  /** A colon or a label element says that a value has to follow. */
  sure: boolean;
}

/** Longest text before a colon that is taken for a label though its word is not known. */
const LONGEST_UNKNOWN = 15;

/**
 * Reads the nodes `from`…`to` that stand on one line: 承办人：[box] 负责人：[box], a label element and what follows it,
 * running text with colons. Gives the index after what it used: a label at the end of a line may take the line below.
 */
export function scanLine(
  search: Search,
  nodes: readonly PageNode[],
  { from, to }: { from: number; to: number },
  spot: Spot,
): number {
  let pending: Pending | undefined;
  for (let at = from; at < to; at += 1) {
    const node = nodes[at] as PageNode;
    const hidden = spot.hidden || node.hidden === true;
    if (node.type === 'text') {
      if (hidden && !spot.hidden) continue;
      pending = scanText(search, node, pending, { ...spot, hidden }, at + 1 < to);
    } else if (node.type === 'label') {
      // A badge or a star that is marked up as a label.
      if (node.text === '' || isStars(node.text)) continue;
      close(search, pending, spot);
      pending = scanLabel(search, node, { ...spot, hidden });
    } else if (node.type === 'button') continue;
    else pending?.nodes.push(node);
  }
  const next = pending ? takeBelow(search, pending, nodes, { from, to }, spot) : to;
  close(search, pending, spot);
  return next;
}

/** Makes a pair of a label and what was met behind it. */
function close(search: Search, pending: Pending | undefined, spot: Spot): void {
  if (!pending) return;
  const { nodes, sure, ...found } = pending;
  if (sure || nodes.some((node) => node.type !== 'text' || !isStars(node.text)))
    emit(search, { ...found, pieces: [{ nodes, base: spot.base }], body: spot.body });
}

/** A label that ends its line: the box below belongs to it, text below only when a colon announces it. */
function takeBelow(
  search: Search,
  pending: Pending,
  nodes: readonly PageNode[],
  { from, to }: { from: number; to: number },
  { hidden, base }: Spot,
): number {
  if (pending.nodes.some((node) => node.type !== 'picture' || node.mark !== 'required')) return to;
  const below = nodes[to];
  if (!below) return to;
  if (!isInline(below)) {
    if (pending.sure && !below.hidden && below.type === 'list' && below.list === 'plain') pending.nodes.push(below);
    return to;
  }
  const end = lineEnd(nodes, to);
  const line = nodes.slice(to, end).filter((node) => hidden || !node.hidden);
  const [first] = line;
  const labelled =
    line.some((node) => node.type === 'label') || (first?.type === 'text' && beginsWithLabel(search, first.text));
  const boxes = line.some((node) => node.type === 'control' && isBoxControl(node));
  // A frame below a label shows the document's text: 抄送： with nothing behind it, and the text of the document in a frame.
  if (!boxes && line.every((node) => node.type === 'frame' && showsText(search, node))) return to;
  if (!first || labelled || !(boxes || pending.sure)) return to;
  if (!boxes) {
    const around = [nodes[from - 1], nodes[end]].flatMap((node) =>
      node?.path === undefined ? [] : [wholePath(base, node.path)],
    );
    const after = nodes[end];
    const alternates =
      (after?.type === 'text' && beginsWithLabel(search, after.text)) ||
      followsBlank(search, nodes[from - 1], nodes[from], first);
    if (!alternates && !isApart(pending.path, wholePath(base, first.path), around)) {
      const signed = SIGNED_BELOW.test(pending.label) ? endOfSignature(search, nodes, to) : to;
      pending.nodes.push(...nodes.slice(to, signed).filter((node) => hidden || !node.hidden));
      return signed;
    }
  }
  pending.nodes.push(...line);
  return end;
}

/** Labels below which somebody signs: 签发意见： with the opinion, the name and the day in paragraphs of their own. */
const SIGNED_BELOW = /(?:意见|批示|签发|审核|核稿|复核|会签|批准|审批|签字|签名)$/u;
/** Lines of a signature: opinion, name, day. */
const MOST_SIGNED_LINES = 4;
const LONGEST_SIGNED_LINE = 60;

/** The end of the lines below that are a signature with its day; `from` itself where they are none. */
function endOfSignature(search: Search, nodes: readonly PageNode[], from: number): number {
  let at = from;
  for (let line = 0; line < MOST_SIGNED_LINES; line += 1) {
    const node = nodes[at];
    if (node?.type === 'text') {
      if (node.text.length > LONGEST_SIGNED_LINE || beginsWithLabel(search, node.text)) return from;
      if (line > 0 && endsSignature(node.text)) return lineEnd(nodes, at);
    } else if (node?.type !== 'picture') return from;
    at = lineEnd(nodes, at);
  }
  return from;
}

/** 2026-10-10 and 孙二 2026-10-10: nothing but a day, or a name before it. */
const endsSignature = (text: string): boolean =>
  isDateText(text) || (text.length <= LONGEST_SIGNER && readDate(text)?.iso !== undefined);
const LONGEST_SIGNER = 24;

/** True for a frame that was read and that nobody can write in. */
function showsText({ snapshot }: Search, { frame }: FrameNode): boolean {
  const shown = snapshot.frames.find(({ path }) => path === frame);
  return shown?.state === 'read' && shown.editor !== true && shown.nodes.length > 0;
}

/**
 * True where a label and the text below it stand in an element of their own. In a run of paragraphs the next one is not
 * what an empty label holds: 紧急程度： and below it the head of the document.
 */
function isApart(label: string, value: string, around: readonly string[]): boolean {
  const [one, other] = [label.split(' '), value.split(' ')];
  const shared = one.findIndex((step, at) => step !== other[at]);
  if (shared <= 0) return true;
  const holder = `${one.slice(0, shared).join(' ')} `;
  return !around.some((path) => path.startsWith(holder));
}

/** 校对人：, an empty element, 版本：, 2: each label has the element behind it, and nothing stands in the first of them. */
function followsBlank(
  search: Search,
  before: PageNode | undefined,
  label: PageNode | undefined,
  value: PageNode,
): boolean {
  if (before?.type !== 'text' || value.type !== 'text' || value.text.length > LONGEST_BESIDE) return false;
  const places = [before, label, value].map((node) => placeOf(node));
  const [first, second, third] = places;
  return (
    first !== undefined &&
    places.every((place) => place?.stem === first.stem) &&
    second?.at === first.at + 2 &&
    third?.at === first.at + 3 &&
    beginsWithLabel(search, before.text)
  );
}

/** The number of an element, and the path of what holds it. */
function placeOf(node: PageNode | undefined): { stem: string; at: number } | undefined {
  if (node?.path === undefined) return undefined;
  const steps = String(node.path).split(' ');
  return { at: Number(steps.pop()), stem: steps.join(' ') };
}
const LONGEST_BESIDE = 30;

function isInline(node: PageNode): boolean {
  return !(
    node.type === 'group' ||
    node.type === 'field' ||
    node.type === 'list' ||
    node.type === 'table' ||
    node.type === 'heading'
  );
}

function beginsWithLabel({ isLabel }: Search, text: string): boolean {
  if (text === '') return false;
  const line = text.split('\n', 1)[0] ?? '';
  return isLabelText(line, isLabel) || /^[^:：]{1,15}[:：]/.test(line);
}

/** Reads a text on a line. `before` is closed when the text begins another label; gives the label that is open behind it. */
function scanText(
  search: Search,
  node: TextNode,
  before: Pending | undefined,
  spot: Spot,
  followed: boolean,
): Pending | undefined {
  const { kind, hidden } = spot;
  const lead = { kind, hidden, path: wholePath(spot.base, node.path) };
  const inline = splitInline(node.text, search.isLabel);
  const [first] = inline;
  if (!first) {
    const line = node.text.slice(node.text.lastIndexOf('\n') + 1);
    const words = plainLabel(line);
    const colon = /[:：]\s*[*＊]?$/.test(line);
    const known = isLabelText(words, search.isLabel);
    if (words !== '' && (known || (colon && followed && words.length <= LONGEST_UNKNOWN))) {
      close(search, before, spot);
      return { ...lead, label: words, nodes: [], sure: colon, required: /[*＊]/.test(line) };
    }
    before?.nodes.push(node);
    return before;
  }
  const part = (text: string): TextNode[] => (text === '' ? [] : [{ ...node, text, joined: true }]);
  if (before && first.start > 0) before.nodes.push(...part(cleanText(node.text.slice(0, first.start))));
  close(search, before, spot);
  for (const { label, value } of inline.slice(0, -1))
    emit(search, { ...lead, label, pieces: [{ nodes: part(value), base: spot.base }], body: spot.body });
  const last = inline.at(-1) ?? first;
  return {
    ...lead,
    label: last.label,
    nodes: part(last.value),
    sure: true,
    required: /[*＊]\s*$/.test(node.text.slice(0, last.start)) || /[*＊]/.test(node.text.slice(last.start, last.end)),
  };
}

/** The control that a label names by its key. */
export function controlOf({ survey, frame }: Search, label: LabelNode): PlacedControl | undefined {
  return label.control === undefined ? undefined : survey.keyed.get(keyOfControl(frame.path, label.control));
}

function scanLabel(search: Search, label: LabelNode, { base, hidden, body }: Spot): Pending | undefined {
  const text = plainLabel(label.text);
  const required = label.required === true || /[*＊]/.test(label.text);
  const control = controlOf(search, label);
  const path = wholePath(base, label.path);
  if (control && !search.used.has(control.node)) {
    emit(search, {
      label: text,
      kind: label.wraps ? 'label-wrapped' : 'label-for',
      pieces: [{ nodes: [control.node], base: control.base }],
      hidden: hidden || control.node.hidden === true,
      body,
      required,
      path,
    });
    return undefined;
  }
  if (text === '') return undefined;
  const sure = isLabelText(text, search.isLabel) || /[:：]\s*$/.test(label.text);
  return { label: text, nodes: [], kind: 'form-item', sure, hidden, required, path };
}
