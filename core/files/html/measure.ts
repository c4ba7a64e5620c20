import type { Budget } from '../budget.ts';
import { BUDGETS } from '../limits.ts';

/** Elements that never hold anything. */
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Elements whose content is text up to their own end tag. */
const RAW_TEXT = new Set('script style textarea title xmp iframe noembed noframes'.split(' '));
/** An end tag outside does not reach past these. */
const BOUNDARY = new Set('table caption td th object marquee applet template svg math'.split(' '));
/** Opening one ends another of the same group, up to the element that holds the group. */
const GROUPS: readonly (readonly [members: ReadonlySet<string>, within: ReadonlySet<string>])[] = [
  [new Set(['td', 'th']), new Set(['tr', 'table'])],
  [new Set(['tr']), new Set(['thead', 'tbody', 'tfoot', 'table'])],
  [new Set(['thead', 'tbody', 'tfoot', 'caption', 'colgroup']), new Set(['table'])],
  [new Set(['li']), new Set(['ul', 'ol', 'menu', 'dir'])],
  [new Set(['dt', 'dd']), new Set(['dl'])],
  [new Set(['option', 'optgroup']), new Set(['select', 'datalist'])],
  [new Set(['p']), new Set(['td', 'th', 'button', 'object', 'div', 'li', 'body'])],
  [new Set(['a']), new Set(['td', 'th', 'object'])],
  [new Set(['rb', 'rt', 'rp', 'rtc']), new Set(['ruby'])],
];
const IN_TABLE = new Set('table caption colgroup thead tbody tfoot tr td th'.split(' '));
/** Each makes a window. */
const FRAMES = new Set(['iframe', 'frame']);
const FOREIGN = new Set(['svg', 'math']);

/** What a rough count of a page's tags tells before a tree is built of them. */
export interface HtmlMeasure {
  tags: number;
  attributes: number;
  frames: number;
  /** Elements are nested deeper than asked. Building such a tree takes time that grows with the square of the depth and more. */
  tooDeep: boolean;
  /** Where the contents of its style elements stand. */
  styles: [from: number, to: number][];
}

/**
 * Counts the tags of a page.
 * @param depth elements inside one another that are not yet too deep
 * @throws ProblemError `file-too-much`, as soon as the budget says so
 */
export function measureHtml(html: string, depth: number, budget: Budget): HtmlMeasure {
  const tags = /<(?:!--|(\/?)([a-z][^\s/>]*))/gi;
  const found: HtmlMeasure = { tags: 0, attributes: 0, frames: 0, tooDeep: false, styles: [] };
  const open: string[] = [];
  let foreign = 0;
  const cut = (to: number): void => {
    for (const name of open.splice(to)) if (FOREIGN.has(name)) foreign -= 1;
  };
  for (let tag = tags.exec(html); tag !== null; tag = tags.exec(html)) {
    const name = tag[2]?.toLowerCase();
    if (name === undefined) {
      tags.lastIndex = after(html, /-->/g, tags.lastIndex);
      continue;
    }
    if (tag[1] === '/') {
      const at = ownerOf(open, name);
      if (at >= 0) cut(at);
      continue;
    }
    found.tags += 1;
    budget.spend('tags');
    const attributes = attributesAt(html, tags.lastIndex, budget);
    tags.lastIndex = attributes.end;
    found.attributes += attributes.count;
    if (FRAMES.has(name)) {
      found.frames += 1;
      budget.spend('frames');
    }
    if (RAW_TEXT.has(name)) {
      const from = tags.lastIndex;
      tags.lastIndex = after(html, new RegExp(`</${name}`, 'gi'), from);
      if (name === 'style') found.styles.push([from + 1, Math.max(from + 1, endOfStyle(html, tags.lastIndex))]);
      continue;
    }
    if (VOID.has(name)) continue;
    const group = foreign > 0 ? undefined : GROUPS.find(([members]) => members.has(name));
    if (group) {
      const [members, within] = group;
      const at = open.findLastIndex((one) => members.has(one) || within.has(one));
      if (at >= 0 && members.has(open[at] ?? '')) cut(at);
    }
    open.push(name);
    if (FOREIGN.has(name)) foreign += 1;
    if (open.length > depth) {
      found.tooDeep = true;
      break;
    }
  }
  return found;
}

/** The attributes of the start tag whose name ends at `from`: how many, and where they end. */
function attributesAt(html: string, from: number, budget: Budget): { count: number; end: number } {
  const one = /[\s/]*[^\s/>][^\s/>=]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?/y;
  one.lastIndex = from;
  let count = 0;
  let end = from;
  while (one.test(html)) {
    end = one.lastIndex;
    count += 1;
    budget.spend('attributes');
    if (count > BUDGETS.attributesOfOne.most) budget.spend('attributesOfOne', count);
  }
  const close = html.indexOf('>', end);
  return { count, end: close < 0 ? html.length : close };
}

/** Where the content of a style element ends whose end tag was looked for up to `at`. */
function endOfStyle(html: string, at: number): number {
  return html.slice(at - '</style'.length, at).toLowerCase() === '</style' ? at - '</style'.length : html.length;
}

/** Where the text goes on behind what ends it; its end where nothing does. */
function after(html: string, end: RegExp, from: number): number {
  end.lastIndex = from;
  return end.test(html) ? end.lastIndex : html.length;
}

/** Index of the element that an end tag closes; -1 when it closes none. */
function ownerOf(open: readonly string[], name: string): number {
  const reach = IN_TABLE.has(name) ? new Set(['table']) : BOUNDARY;
  for (let at = open.length - 1; at >= 0; at -= 1) {
    const one = open[at] ?? '';
    if (one === name) return at;
    if (reach.has(one)) return -1;
  }
  return -1;
}
