import { cleanText, labelKey } from '../../base/text.ts';
import { isBoxControl, nodesOf, walkHolders } from '../../page/nodes.ts';
import { wholePath } from '../../page/paths.ts';
import type { ControlNode, PageNode, PageSnapshot } from '../../page/snapshot.ts';
import type { LabelledValue } from '../../pairing/pair.ts';
import { type Piece, readPieces } from '../pairs/value.ts';
import type { Survey } from '../survey/survey.ts';

/** A box or a text of a page in reading order: what a person can point at, and what stands between two labels. */
export interface Spot {
  frame: string;
  /** Whole path. */
  path: string;
  hidden: boolean;
  /** Its text; '' for a box. */
  text: string;
  piece: Piece;
  control?: ControlNode;
  /** Which cell of its row it is, from 0. */
  cell?: number;
  /** The markup calls it a label. */
  label?: true;
}

/** Everything that can be pointed at, frame by frame. Menus, search forms, lists of things and records are left out. */
export function spotsOf(snapshot: PageSnapshot, survey: Survey): Spot[] {
  const spots: Spot[] = [];
  for (const frame of snapshot.frames)
    look(frame.nodes, { frame: frame.path, base: '', hidden: frame.hidden === true, survey, spots });
  return spots;
}

interface Here {
  frame: string;
  base: string;
  hidden: boolean;
  cell?: number;
  survey: Survey;
  spots: Spot[];
}

function look(nodes: readonly PageNode[], here: Here): void {
  for (const node of nodes) {
    const path = wholePath(here.base, node.path);
    const inside: Here = { ...here, base: path, hidden: here.hidden || node.hidden === true };
    const add = (text: string, more: Partial<Spot> = {}): void => {
      const { frame, hidden, cell } = inside;
      const piece = { nodes: [node], base: here.base };
      here.spots.push({ frame, path, hidden, text, piece, ...(cell === undefined ? {} : { cell }), ...more });
    };
    switch (node.type) {
      case 'text':
      case 'heading':
      case 'link':
        if (cleanText(node.text) !== '') add(node.text);
        break;
      case 'label':
        if (cleanText(node.text) !== '') add(node.text, { label: true });
        break;
      case 'control':
        if (isBoxControl(node) && node.control !== 'search') add('', { control: node });
        break;
      case 'field':
        if (node.label !== '') add(node.label, { label: true, path: wholePath(path, node.labelPath), piece: NOTHING });
        look(node.nodes, inside);
        break;
      case 'group':
        if (node.role !== 'navigation' && node.role !== 'search') look(node.nodes, inside);
        break;
      case 'list':
        if (!here.survey.outside.has(node))
          walkHolders(node, path, (item, base, hidden) =>
            look(nodesOf(item), { ...inside, base, hidden: inside.hidden || hidden }),
          );
        break;
      case 'table':
        if (!here.survey.outside.has(node)) lookAtTable(node, inside);
        break;
      default:
    }
  }
}

const NOTHING: Piece = { nodes: [], base: '' };

function lookAtTable(table: Extract<PageNode, { type: 'table' }>, here: Here): void {
  const row = new Map<unknown, number>(table.rows.flatMap(({ cells }) => cells.map((cell, index) => [cell, index])));
  const header = new Set<unknown>(table.rows.flatMap(({ cells }) => cells.filter((cell) => cell.header)));
  walkHolders(table, here.base, (holder, base, away) => {
    const hidden = here.hidden || away;
    const cell = row.get(holder) ?? 0;
    const nodes = nodesOf(holder);
    const { text = '' } = holder;
    // An empty cell is a box as well.
    if (nodes.length === 0 || holder.text !== undefined)
      here.spots.push({
        ...{ frame: here.frame, path: base, hidden, text, cell, piece: { nodes, base } },
        ...(header.has(holder) ? { label: true as const } : {}),
      });
    else look(nodes, { ...here, base, hidden, cell });
  });
}

/** Longest text before a colon that is asked for being a label. */
const LONGEST = 20;

/** The label that a spot is, or begins with: 呈文人, 呈文人：王芳. '' for a box and for any longer text. */
export function keyOfSpot({ text }: Pick<Spot, 'text'>): string {
  const plain = cleanText(text);
  if (plain.length <= LONGEST && !/[:：]./u.test(plain)) return labelKey(plain);
  const colon = plain.search(/[:：]/u);
  return colon > 0 && colon <= LONGEST ? labelKey(plain.slice(0, colon)) : '';
}

/** A stretch of a frame between two labels of a form, with what stands there. */
export interface Stretch {
  before: string;
  after: string;
  spots: Spot[];
}

/** The stretches of a page, cut by these labels. */
export function stretchesOf(spots: readonly Spot[], labels: ReadonlySet<string>): Stretch[] {
  const stretches: Stretch[] = [];
  for (const inFrame of Map.groupBy(spots, ({ frame }) => frame).values()) {
    let open: Stretch = { before: '', after: '', spots: [] };
    for (const spot of inFrame) {
      const key = keyOfSpot(spot);
      if (key !== '' && labels.has(key)) {
        stretches.push({ ...open, after: key });
        open = { before: key, after: '', spots: [] };
      } else if (!spot.label) open.spots.push(spot);
    }
    stretches.push(open);
  }
  return stretches.filter(({ spots: inside }) => inside.length > 0);
}

/** What stands in a spot, as a value without a label; undefined where it is no value. */
export function valueOfSpot(spot: Spot, snapshot: PageSnapshot, survey: Survey): LabelledValue | undefined {
  const value = readPieces({ snapshot, survey, used: new Set() }, [spot.piece], spot.hidden);
  if (value === undefined) return undefined;
  return {
    label: '',
    value: value.value,
    state: value.state,
    ...(value.reason === undefined ? {} : { reason: value.reason }),
    kind: 'form-item',
    box: value.box,
    ...(value.readOnly ? { readOnly: true } : {}),
    ...(spot.hidden ? { hidden: true } : {}),
    ...(value.picture ? { picture: true } : {}),
    source: { from: 'page', frame: spot.frame, label: '', path: spot.path },
  };
}
