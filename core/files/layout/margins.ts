import { squeeze } from '../../base/text.ts';
import type { Line } from './lines.ts';
import { MARKER } from './paragraphs.ts';

/** Lines of a page, from the top down, and how high it is. */
export interface LinedPage {
  number: number;
  height: number;
  lines: Line[];
}

/** A header or a footer: the first page that has it, and what stands there. */
export interface Margin {
  kind: 'header' | 'footer';
  page: number;
  text: string;
}

/** So many lines at the top and at the bottom of a page may be no text of its own. */
const EDGE_LINES = 2;
/** They stand in these parts of its height. */
const TOP = 0.12;
const BOTTOM = 0.88;
/** So many neighbouring pages of the same side show it: facing pages may differ. */
const NEIGHBOURS = 2;
/** — 1 —, 第 1 页 共 3 页, 1/3, Ⅱ. */
const PAGE_NUMBER =
  /^(?:[-—－–―·]{0,2}(?:\d{1,4}|[ivxⅠ-ⅻ]{1,6})[-—－–―·]{0,2}|第\d{1,4}页(?:[,，/]?共\d{1,4}页)?|\d{1,4}\/\d{1,4}|page\d{1,4}(?:of\d{1,4})?)$/iu;

/**
 * Takes what stands at the edges of pages out of their lines: numbers of pages, and what is there again on other pages but for its
 * numbers. Gives each once.
 */
export function withoutMargins<Page extends LinedPage>(pages: readonly Page[]): { pages: Page[]; margins: Margin[] } {
  const edges = pages.map((page) => edgesOf(page));
  const found = new Map<string, Margin>();
  const rest = pages.map((page, index): Page => {
    const taken = new Set<Line>();
    for (const edge of edges[index] ?? []) {
      const { kind, line, shape } = edge;
      if (!PAGE_NUMBER.test(squeeze(line.text)) && !isRepeated(edge, edges, index)) continue;
      taken.add(line);
      const key = `${kind} ${shape}`;
      if (!found.has(key)) found.set(key, { kind, page: page.number, text: line.text });
    }
    return taken.size === 0 ? page : { ...page, lines: page.lines.filter((line) => !taken.has(line)) };
  });
  return { pages: rest, margins: [...found.values()] };
}

interface EdgeLine {
  kind: Margin['kind'];
  line: Line;
  /** Its text without spaces and with every number as one sign. */
  shape: string;
}

function edgesOf({ lines, height }: LinedPage): EdgeLine[] {
  const edge = (kind: Margin['kind'], line: Line): EdgeLine => ({
    kind,
    line,
    shape: squeeze(line.text).replace(/\d+|[ivxⅠ-ⅻ]+$/giu, '#'),
  });
  return [
    ...lines
      .slice(0, EDGE_LINES)
      .filter(({ y }) => y < TOP * height)
      .map((line) => edge('header', line)),
    ...lines
      .slice(-EDGE_LINES)
      .filter(({ y }) => y > BOTTOM * height)
      .map((line) => edge('footer', line)),
  ];
}

/** Whether one of the pages beside it, or of the pages of the same side, has the same there. */
function isRepeated({ kind, line, shape }: EdgeLine, edges: readonly EdgeLine[][], index: number): boolean {
  // Headings that count on are no header: 附件1 on one page, 附件2 on the next.
  const isHeading = MARKER.test(line.text);
  const isSame = (other: EdgeLine): boolean =>
    other.kind === kind && (isHeading ? other.line.text === line.text : other.shape === shape);
  for (let step = -NEIGHBOURS; step <= NEIGHBOURS; step += 1)
    if (step !== 0 && edges[index + step]?.some(isSame)) return true;
  return false;
}
