import { headText } from '../encoding.ts';

/** A page in one file, as browsers save it with its pictures: a mail of several parts. */
export function isMhtml(bytes: Uint8Array): boolean {
  const head = headText(bytes);
  return head !== undefined && /^(?:[\w-]+:.*\r?\n|[ \t].*\r?\n)*?content-type:\s*multipart\/related/i.test(head);
}

/** The elements of HTML (Living Standard, index of elements), and the older ones that browsers still draw. */
const ELEMENTS = new Set(
  `a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption cite code col colgroup
  data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head
  header hgroup hr html i iframe img input ins kbd label legend li link main map mark menu meta meter nav noscript object ol
  optgroup option output p picture pre progress q rp rt ruby s samp script search section select slot small source span
  strong style sub summary sup table tbody td template textarea tfoot th thead time title tr track u ul var video wbr
  acronym big center dir font frame frameset marquee nobr noframes strike tt`.split(/\s+/),
);

/** A page or a piece of one: its first tag says so; comments and declarations may come before it. */
export function isHtml(bytes: Uint8Array): boolean {
  const head = headText(bytes) ?? '';
  const start = head.replace(/^(?:\s+|<!--[\s\S]*?-->|<\?[\s\S]*?\?>)*/, '');
  if (/^<!doctype\s+html[\s>]/i.test(start)) return true;
  const name = /^<([a-z][a-z0-9]*(?:-[a-z0-9-]*)?)[\s/>]/i.exec(start)?.[1]?.toLowerCase();
  if (name === undefined) return false;
  // Data in XML has a <data> and a <map> too; a page that says it is XML begins with the whole page.
  if (/<\?xml\s/i.test(head)) return name === 'html';
  // A name with a hyphen is an element of the page's own making.
  return ELEMENTS.has(name) || name.includes('-');
}
