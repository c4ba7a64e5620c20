import { squeeze } from '../../base/text.ts';

/** What a page says of all its results. */
export interface Pager {
  total?: number;
  page?: number;
  pages?: number;
}

/** Longest text that tells how many there are. */
const LONGEST = 40;

const TOTAL =
  /(?:共|总共|共计|总计|合计)[有计]?[:：]?([\d,]{1,9})(?:条|项|行|件|份|笔|个记录|记录|数据|条记录)|(?:总数|总条数|总记录数?|记录总数|总件数)[:：]?([\d,]{1,9})(?!\d|页)|^total[:：]?([\d,]{1,9})/iu;
const PAGE = /第(\d{1,6})(?:[/／](\d{1,6}))?页|^(\d{1,6})[/／](\d{1,6})页?$/u;
const PAGES = /(?:共|总)(\d{1,6})页/u;

const numberOf = (text: string): number => Number(text.replaceAll(',', ''));

/**
 * How many results there are, which page of them is shown and of how many, from the short texts of a page in their order. What
 * stands last counts: a pager stands below its table. @param shown rows that are shown: no total is less
 */
export function pagerOf(texts: readonly string[], shown: number): Pager {
  const pager: Pager = {};
  for (const text of texts) {
    if (text.length > LONGEST || !/\d/.test(text)) continue;
    const plain = squeeze(text);
    const [, one, two, three] = TOTAL.exec(plain) ?? [];
    const total = numberOf(one ?? two ?? three ?? '0');
    if (total >= shown && total > 0) pager.total = total;
    const [, page, of, lone, ofLone] = PAGE.exec(plain) ?? [];
    const at = Number(page ?? lone ?? 0);
    const last = Number(PAGES.exec(plain)?.[1] ?? of ?? ofLone ?? 0);
    if (at > 0 && (last === 0 || at <= last)) pager.page = at;
    if (last > 0) pager.pages = last;
  }
  return pager;
}
