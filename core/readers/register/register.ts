import { cleanText, labelKey, shorten } from '../../base/text.ts';
import type { Register, RegisterRow } from '../../document/register.ts';
import { withoutSite } from '../../document/title.ts';
import { walkNodes, withoutNodes } from '../../page/nodes.ts';
import { wholePath } from '../../page/paths.ts';
import type { PageSnapshot, TableNode } from '../../page/snapshot.ts';
import { surveyPage } from '../survey/survey.ts';
import { READER_WORDS } from '../words.ts';
import { type Head, headOf, isAside, namesTasks } from './columns.ts';
import { besideFrozen } from './frozen.ts';
import { pagerOf } from './pager.ts';
import { placeOfList } from './place.ts';
import { isBoxCell, linkIn, type SquareRow, squaresOf } from './squares.ts';

/** Rows of one page that are read: a list with more is told to have them. */
const MOST_ROWS = 2_000;
/** Characters of one cell that are kept. */
const LONGEST_CELL = 500;
const LONGEST_NAME = 60;
/** A heading this far up names the whole page; the nearest one names the table. */
const LONGEST_HEADING = 40;

interface FoundTable {
  /** The table, or its head and its body where they are drawn as two. */
  nodes: TableNode[];
  head: Head;
  rows: SquareRow[];
  heading: string;
  frame: string;
  url: string;
}

/** What a list page holds: the register, and the page without it. */
export interface ReadRegister {
  register: Register;
  /** The same page without the table, to be judged as a page. */
  rest: PageSnapshot;
}

/**
 * The register that a list page shows, read row by row. Undefined where it shows none for sure: no list of documents, a list
 * of tasks or news, several lists side by side. Pure; only what is drawn in sight is read.
 */
export function readRegister(snapshot: PageSnapshot): ReadRegister | undefined {
  const [found, other] = tablesOf(snapshot);
  if (found === undefined || other !== undefined) return undefined;
  const { head, rows, heading, frame, url } = found;
  const all = rows.flatMap((row) => rowOf(row, head) ?? []);
  if (all.length === 0) return undefined;
  const texts = surveyPage(snapshot)
    .texts.filter((text) => !text.hidden && !text.inTable && text.frame === frame)
    .map(({ text }) => text);
  const title = withoutSite(cleanText(snapshot.title));
  const register: Register = {
    kind: head.kind,
    name: shorten(heading || title || READER_WORDS.register[head.kind], LONGEST_NAME),
    place: placeOfList(url),
    columns: head.columns.filter((column) => !isAside(column)),
    rows: all.slice(0, MOST_ROWS),
    ...pagerOf(texts, all.length),
  };
  const told = found.nodes.reduce((most, node) => Math.max(most, (node.told ?? 0) - head.rows), 0);
  if (told > all.length && register.total === undefined) register.total = told;
  if (all.length > MOST_ROWS && register.total === undefined) register.total = all.length;
  return { register, rest: withoutNodes(snapshot, new Set(found.nodes)) };
}

/** Every table in sight that is a register. */
function tablesOf(snapshot: PageSnapshot): FoundTable[] {
  const found: FoundTable[] = [];
  for (const frame of snapshot.frames) {
    if (frame.hidden) continue;
    let heading = frame.path === '' ? '' : cleanText(frame.label);
    let tasks = false;
    /** The head of a register that stands alone in the table before. */
    let waiting: { node: TableNode; head: Head; columns: number } | undefined;
    let before: { node: TableNode; rows: SquareRow[] } | undefined;
    walkNodes(
      frame.nodes,
      (node, base) => {
        if (node.type === 'heading' && cleanText(node.text).length <= LONGEST_HEADING) heading = cleanText(node.text);
        if (node.type === 'text' && namesTasks(node.text)) tasks = true;
        if (node.type !== 'table' || tasks) return;
        const alone = squaresOf(node, frame.path, wholePath(base, node.path));
        const beside = before && besideFrozen(before.rows, alone);
        const rows = beside ?? alone;
        const nodes = before && beside ? [before.node, node] : [node];
        // What was found in the frozen columns alone is not the whole list.
        if (before && beside && found.at(-1)?.nodes.at(-1) === before.node) found.pop();
        before = { node, rows: alone };
        const name = `${heading} ${snapshot.title}`;
        const own = headOf(rows, name);
        const place = { heading, frame: frame.path, url: frame.url };
        if (own && own.rows < rows.length) found.push({ nodes, head: own, rows: rows.slice(own.rows), ...place });
        else if (!own && waiting && rows[0]?.squares.length === waiting.columns)
          found.push({ nodes: [waiting.node, node], head: waiting.head, rows, ...place });
        waiting = own && own.rows === rows.length ? { node, head: own, columns: own.columns.length } : undefined;
      },
      {
        seenOnly: true,
        into: (node) => node.type !== 'group' || (node.role !== 'navigation' && node.role !== 'search'),
      },
    );
  }
  return found.filter(({ rows }) => !rows.some(({ squares }) => squares.some(({ cell }) => isBoxCell(cell))));
}

/** Sums, notes and 没有数据. */
const NO_ROW = /^(?:合\s*计|总\s*计|小\s*计|共\s*计|注\s*[:：]|暂无|没有|无数据|无记录|加载|查询无)/u;

/** A row of the register; undefined where the row is none. */
function rowOf({ squares, source }: SquareRow, { columns }: Head): RegisterRow | undefined {
  if (squares.length !== columns.length) return undefined;
  const cells = squares.map(({ text }) => shorten(cleanText(text), LONGEST_CELL));
  const filled = columns.filter(({ role }, at) => role !== undefined && cells[at] !== '').length;
  const first = cells.find((cell) => cell !== '') ?? '';
  if (filled === 0 || NO_ROW.test(first) || squares.every(({ wide }) => wide)) return undefined;
  // The heads once more, above the next page of a printed list.
  if (columns.every(({ label }, at) => labelKey(label) === labelKey(cells[at] ?? ''))) return undefined;
  const href = linkIn({ squares, source });
  const kept = columns.flatMap((column, at) => (isAside(column) ? [] : [at]));
  return {
    cells: kept.map((at) => cells[at] ?? ''),
    source,
    places: kept.map((at) => squares[at]?.source ?? source),
    ...(href === undefined ? {} : { href }),
  };
}
