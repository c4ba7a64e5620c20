import type { PageNode } from '../../page/snapshot.ts';
import { type IsLabel, isLabelText, plainLabel } from '../../pairing/labels.ts';

/** So many labels with a value beside them make a form of blocks. */
const FEWEST_PAIRS = 3;
/** The share of labels that have one: a form that is just begun is mostly empty, and words without any value are headings. */
const SHARE = 1 / 3;

/**
 * Labels in blocks beside the blocks of their values, without a colon between them: <div>拟稿人</div><div>王芳</div>, in a row of
 * their own or all in one. Only where several labels of one run of nodes stand so; an empty block beside one of them is told
 * as such. Gives the index behind the value of each label, by the index of the label.
 */
export function labelsBesideBlocks(nodes: readonly PageNode[], isLabel: IsLabel): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  if (nodes.length < FEWEST_PAIRS + 1) return found;
  const labels = new Map<number, string[]>();
  for (let at = 0; at < nodes.length; at += 1) {
    const steps = stepsOfLabel(nodes, at, isLabel);
    if (steps) labels.set(at, steps);
  }
  if (labels.size < FEWEST_PAIRS) return found;
  const up = stepsToRow(nodes, labels);
  if (up === undefined) return found;
  let valued = 0;
  for (const [at, steps] of labels) {
    const value = blockAfter(steps, up);
    if (value === undefined) continue;
    let end = at + 1;
    while (end < nodes.length && !labels.has(end) && standsIn(nodes[end] as PageNode, value)) end += 1;
    if (nodes.slice(at + 1, end).some(isHolder)) continue;
    if (end > at + 1) valued += 1;
    found.set(at, end);
  }
  return valued >= FEWEST_PAIRS && valued >= found.size * SHARE ? found : new Map();
}

/** Steps of the path of a known label that is alone on its line; undefined for anything else. */
function stepsOfLabel(nodes: readonly PageNode[], at: number, isLabel: IsLabel): string[] | undefined {
  const node = nodes[at] as PageNode;
  if (node.type !== 'text' || node.hidden || node.joined || nodes[at + 1]?.joined || node.path === undefined)
    return undefined;
  return isLabelText(plainLabel(node.text), isLabel) ? String(node.path).split(' ') : undefined;
}

/** How many steps lead from most labels up to what holds label and value alike; undefined where they do not stand so. */
function stepsToRow(nodes: readonly PageNode[], labels: ReadonlyMap<number, string[]>): number | undefined {
  const counts: number[] = [];
  let named = 0;
  for (const [at, steps] of labels) {
    const after = nodes[at + 1];
    if (after?.path === undefined) continue;
    const next = String(after.path).split(' ');
    if (next[0]?.startsWith('#') && next[0] !== steps[0] && !labels.has(at + 1)) named += 1;
    const shared = steps.findIndex((step, index) => step !== next[index]);
    if (shared < 0 || Number(next[shared]) !== Number(steps[shared]) + 1) continue;
    const up = steps.length - shared;
    // 拟稿人 | 审核人 | 签发人 side by side are heads of columns.
    if (labels.has(at + 1) && up === 1) return undefined;
    if (!labels.has(at + 1)) counts[up] = (counts[up] ?? 0) + 1;
  }
  const most = Math.max(0, ...counts.filter((count) => count !== undefined));
  if (most >= FEWEST_PAIRS) return counts.indexOf(most);
  // Every value has an id: the label's own block is all that stands before it.
  return named >= FEWEST_PAIRS ? 1 : undefined;
}

/** Path of the block behind the one in which a label stands. */
function blockAfter(steps: readonly string[], up: number): string | undefined {
  const number = Number(steps.at(-up));
  return Number.isNaN(number) ? undefined : [...steps.slice(0, -up), number + 1].join(' ');
}

/** True for what stands in a block; what has an id is told by that alone, and stands where it follows. */
function standsIn({ path }: PageNode, block: string): boolean {
  const own = String(path ?? '');
  return own === block || own.startsWith(`${block} `) || (own.startsWith('#') && !block.startsWith('#'));
}

const isHolder = ({ type }: PageNode): boolean =>
  type === 'group' || type === 'field' || type === 'list' || type === 'table' || type === 'heading';
