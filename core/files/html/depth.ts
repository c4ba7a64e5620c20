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
const FOREIGN = new Set(['svg', 'math']);

/**
 * True when the elements of a page are nested deeper than `limit`, by a rough count of its tags. Building a tree takes time
 * that grows with the square of the depth and more, so this is asked before.
 */
export function isNestedDeeper(html: string, limit: number): boolean {
  const tags = /<(?:!--|(\/?)([a-z][^\s/>]*))/gi;
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
    if (RAW_TEXT.has(name)) {
      tags.lastIndex = after(html, new RegExp(`</${name}`, 'gi'), tags.lastIndex);
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
    if (open.length > limit) return true;
  }
  return false;
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
