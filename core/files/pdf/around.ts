import type { Line } from './lines.ts';

/** The lines of a page with the height of its paper. */
export interface PageLines {
  height: number;
  lines: Line[];
}

/** What stands at the top and at the foot of pages, each text once. */
export interface Around {
  headers: { text: string; page: number }[];
  footers: { text: string; page: number }[];
  /** Lines that belong to it, page by page. */
  lines: ReadonlySet<Line>;
}

/** Parts of a page's height, from its top and its foot, in which a head or a page number may stand. */
const TOP = 0.12;
const FOOT = 0.88;
const PAGE_NUMBER =
  /^[-—–－―·~\s]*(?:\d{1,4}|[ivxIVXⅠ-Ⅻ]{1,5})[-—–－―·~\s]*$|^第\s*\d{1,4}\s*页(?:[\s,，/／]*共\s*\d{1,4}\s*页)?$|^\d{1,4}\s*[/／]\s*\d{1,4}$|^Page\s*\d+(?:\s*of\s*\d+)?$/iu;
/** Lines at each end of a page that are looked at. */
const LINES = 3;
/** What stands on fewer pages is text. */
const FEWEST_PAGES = 2;
const SHARE = 0.4;

/** Tells heads, feet and page numbers: numbers by their form, the others by standing at one place on many pages. */
export function aroundOf(pages: readonly PageLines[]): Around {
  const seen = new Map<string, number>();
  const keys = pages.map(({ height, lines }) => {
    const ends = new Map<Line, string>();
    for (const line of [...lines.slice(0, LINES), ...lines.slice(-LINES)]) {
      const isTop = line.y < height * TOP;
      if (!isTop && line.y < height * FOOT) continue;
      ends.set(line, `${isTop ? 'top' : 'foot'} ${Math.round(line.y / 4)} ${line.text.replace(/\d+/g, '#')}`);
    }
    for (const key of new Set(ends.values())) seen.set(key, (seen.get(key) ?? 0) + 1);
    return ends;
  });
  const withText = pages.filter(({ lines }) => lines.length > 0).length;
  const isRepeated = (key: string): boolean =>
    (seen.get(key) ?? 0) >= Math.max(FEWEST_PAGES, Math.min(withText * SHARE, 10));
  const around = { headers: [] as Around['headers'], footers: [] as Around['footers'], lines: new Set<Line>() };
  const told = new Set<string>();
  for (const [index, ends] of keys.entries()) {
    for (const [line, key] of ends) {
      const isNumber = PAGE_NUMBER.test(line.text);
      if (!isNumber && !isRepeated(key)) continue;
      around.lines.add(line);
      const isTop = key.startsWith('top');
      const once = isNumber ? `${isTop} number` : `${isTop} ${line.text}`;
      if (told.has(once)) continue;
      told.add(once);
      around[isTop ? 'headers' : 'footers'].push({ text: line.text, page: index + 1 });
    }
  }
  return around;
}
