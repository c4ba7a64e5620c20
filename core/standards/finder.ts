/** Words to whatever has texts: standards, services, people. */
import { leastShared, nearest } from '../base/near.ts';
import { cleanText, halfWidth, squeeze } from '../base/text.ts';
import { addRows, countRows, firstRows, type RowBits, rowsAt } from './row-bits.ts';
import { rowsHolding } from './search-exact.ts';
import { buildSearchIndex, type SearchIndex, textOf } from './search-index.ts';
import { rowsSharing } from './search-near.ts';

/** What was found: the first, and how many there are in all. */
export interface Found<Item> {
  items: Item[];
  count: number;
  /** None has the words; these come near. */
  near: boolean;
}

export const none = <Item>(): Found<Item> => ({ items: [], count: 0, near: false });

/** What several lists give: what only comes near counts where none of them has the words. */
export function exactBefore<Lists extends { [Name in keyof Lists]: Found<unknown> }>(lists: Lists): Lists {
  const all = Object.entries<Found<unknown>>(lists);
  const isHeld = all.some(([, { count, near }]) => count > 0 && !near);
  return Object.fromEntries(all.map(([name, found]) => [name, isHeld && found.near ? none() : found])) as Lists;
}

/** A list prepared for search: gives the first `limit` that the words find, as if the items at some places were not in it. */
export type Find<Item> = (words: string, limit: number, except?: readonly number[]) => Found<Item>;

/** Fuzzy search looks at each candidate letter by letter: it gets only those that share most with the words. */
const CANDIDATES = 200;
/** Codes of a candidate that it looks at: a number and the longest title of a catalogue file. */
const CANDIDATE_LIMIT = 600;
/** Characters of a query that count. */
const QUERY_LIMIT = 60;
/** What is looked at of a query before it is cleaned. */
const INPUT_LIMIT = 1000;
/** Between two texts of one item, so that no word is found across both: nobody types it. */
const BETWEEN = '\u0001';

/** Small letters, no spaces, no punctuation, one kind of dash: GB/T 1.1—2020 and gbt1.1-2020 come out alike. */
export function searchKey(text: string): string {
  return halfWidth(squeeze(text))
    .toLowerCase()
    .replace(/[—–―‐‑−]/g, '-')
    .replace(/[/\\《》（）()：:，,、。“”"]/g, '');
}

/**
 * Rows that hold the words, the first `limit` and how many there are, besides some: the words as one, then apart; as written,
 * then as initials.
 */
function exact(
  index: SearchIndex,
  key: string,
  parts: readonly string[],
  limit: number,
  except: RowBits,
): { rows: number[]; count: number } {
  let rows: number[] = [];
  const taken = except.slice();
  for (const initials of /[a-z]/.test(key) ? [false, true] : [false]) {
    for (const texts of parts.length === 1 && parts[0] === key ? [parts] : [[key], parts]) {
      const found = rowsHolding(index, texts, { initials, taken });
      rows = rows.concat(firstRows(found, limit - rows.length));
      addRows(taken, found);
    }
  }
  return { rows, count: countRows(taken) - countRows(except) };
}

/** Rows that come near besides some, nearest first. */
function near(index: SearchIndex, key: string, except: readonly number[]): number[] {
  const sharing = rowsSharing(index, key, leastShared(key.length), CANDIDATES);
  const rows = except.length === 0 ? sharing : sharing.filter((row) => !except.includes(row));
  const texts = rows.map((row) => textOf(index, row, CANDIDATE_LIMIT));
  return nearest(texts, key).flatMap((at) => rows[at] ?? []);
}

/**
 * Prepares a list for search by the texts of each item. Found are those that hold the words: the words as one first, then
 * every word apart, in the order of the list. After them those that hold the words when a letter may also be an initial of
 * pinyin (zwfw: 政务服务), again as one and then apart. Only where none does, those that come near (a letter wrong or left
 * out), nearest first. Nothing for an empty query. The first `limit` are given, all are counted.
 *
 * The index is built by the first search: unnoticed for some hundred items, about a second for a hundred thousand.
 */
export function createFinder<Item>(items: readonly Item[], textsOf: (item: Item) => readonly string[]): Find<Item> {
  let index: SearchIndex | undefined;
  return (words, limit, except = []) => {
    const query = Array.from(cleanText(words.slice(0, INPUT_LIMIT)))
      .slice(0, QUERY_LIMIT)
      .join('');
    const key = searchKey(query);
    if (key === '') return none();
    index ??= buildSearchIndex(items.map((item) => textsOf(item).map(searchKey).join(BETWEEN)));
    const parts = [...new Set(query.split(' ').map(searchKey))].filter((part) => part !== '');
    const found = exact(index, key, parts, limit, rowsAt(except, index.rows));
    const isNear = found.count === 0;
    const rows = isNear ? near(index, key, except) : found.rows;
    return {
      items: rows.slice(0, limit).flatMap((row) => items[row] ?? []),
      count: isNear ? rows.length : found.count,
      near: isNear && rows.length > 0,
    };
  };
}
