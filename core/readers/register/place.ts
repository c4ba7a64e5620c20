/** Parameters that turn pages, order them or only keep an answer from being remembered; compared in lower case. */
const TURNS =
  /^(?:p|pn|page|pages|pageno|pagenum|pagenumber|pageindex|pagesize|curpage|currentpage|currpage|current|cpage|start|offset|limit|rows|size|per_page|perpage|_|_t|t|ts|rnd|random|timestamp|sidx|sord|sort|order|totalcount)$/i;
/** A page by its place in the path: /list/page/2, /list_2.html. */
const TURNED_PATH = /(?:\/page\/\d{1,5}(?=\/|$))|_\d{1,4}(?=\.\w{2,5}$)/u;

/**
 * The address of a list without what turns its pages: the same on every page of it, with the conditions by which it was chosen.
 * An address that is none stays as it is.
 */
export function placeOfList(url: string): string {
  if (!URL.canParse(url)) return url;
  const { origin, pathname, search, hash } = new URL(url);
  const [route = '', query = ''] = splitOnce(hash.replace(/^#/, ''), '?');
  // #/ is where such an application begins.
  const turned = /^(?:!?\/|(?:page|p)=?\d*)?$/iu.test(route) ? '' : pathWithout(route);
  const end = withoutTurns(query);
  return `${origin}${pathWithout(pathname)}${withoutTurns(search)}${turned === '' && end === '' ? '' : `#${turned}${end}`}`;
}

const pathWithout = (path: string): string => path.replace(TURNED_PATH, '');

function withoutTurns(query: string): string {
  const kept = [...new URLSearchParams(query)].filter(([name]) => !TURNS.test(name));
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`;
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
