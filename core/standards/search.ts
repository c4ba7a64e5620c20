/** Words to standards. */
import { leastShared, nearest } from '../base/near.ts';
import { cleanText, halfWidth, squeeze } from '../base/text.ts';
import type { CataloguePack, CatalogueRow } from './catalogue.ts';
import { addRows, countRows, firstRows, noRows } from './row-bits.ts';
import { rowsHolding } from './search-exact.ts';
import { buildSearchIndex, type SearchIndex, textOf } from './search-index.ts';
import { rowsSharing } from './search-near.ts';

/** What was found: the first rows, and how many there are in all. */
export interface StandardsFound {
  rows: CatalogueRow[];
  count: number;
}

const INDEXES = new WeakMap<CataloguePack, SearchIndex>();
/** Fuzzy search looks at each candidate letter by letter: it gets only those that share most with the words. */
const CANDIDATES = 200;
/** Codes of a candidate that it looks at: a number and the longest title of a catalogue file. */
const CANDIDATE_LIMIT = 600;
/** Characters of a query that count. */
const QUERY_LIMIT = 60;
/** What is looked at of a query before it is cleaned. */
const INPUT_LIMIT = 1000;

/** Small letters, no spaces, no punctuation, one kind of dash: GB/T 1.1—2020 and gbt1.1-2020 come out alike. */
export function searchKey(text: string): string {
  return halfWidth(squeeze(text))
    .toLowerCase()
    .replace(/[—–―‐‑−]/g, '-')
    .replace(/[/\\《》（）()：:，,、。“”"]/g, '');
}

function indexOf(pack: CataloguePack): SearchIndex {
  const known = INDEXES.get(pack);
  if (known) return known;
  const index = buildSearchIndex(pack.rows.map((row) => searchKey(`${row.designation} ${row.title}`)));
  INDEXES.set(pack, index);
  return index;
}

/** Rows that hold the words, the first `limit` and how many there are: the words as one, then apart; as written, then as initials. */
function exact(
  index: SearchIndex,
  key: string,
  parts: readonly string[],
  limit: number,
): { rows: number[]; count: number } {
  let rows: number[] = [];
  const taken = noRows(index.rows);
  for (const initials of /[a-z]/.test(key) ? [false, true] : [false]) {
    for (const texts of parts.length === 1 && parts[0] === key ? [parts] : [[key], parts]) {
      const found = rowsHolding(index, texts, { initials, taken });
      rows = rows.concat(firstRows(found, limit - rows.length));
      addRows(taken, found);
    }
  }
  return { rows, count: countRows(taken) };
}

/** Rows that come near, nearest first. */
function near(index: SearchIndex, key: string): number[] {
  const rows = rowsSharing(index, key, leastShared(key.length), CANDIDATES);
  const texts = rows.map((row) => textOf(index, row, CANDIDATE_LIMIT));
  return nearest(texts, key).flatMap((at) => rows[at] ?? []);
}

/**
 * Standards whose number or title holds the words: the words as one first, then every word apart, in the order of the
 * pack. After them those that hold the words when a letter may also be an initial of pinyin (zwfw: 政务服务), again as one
 * and then apart. Only where none does, those that come near (a letter wrong or left out). Nothing for an empty query.
 * The first `limit` are listed, all are counted.
 *
 * The first search in a pack builds its index: unnoticed for some hundred rows, about a second for a hundred thousand. A
 * screen over such a pack has the worker (extension/worker) search.
 */
export function findStandards(pack: CataloguePack, words: string, limit: number): StandardsFound {
  const query = Array.from(cleanText(words.slice(0, INPUT_LIMIT)))
    .slice(0, QUERY_LIMIT)
    .join('');
  const key = searchKey(query);
  if (key === '') return { rows: [], count: 0 };
  const index = indexOf(pack);
  const parts = [...new Set(query.split(' ').map(searchKey))].filter((part) => part !== '');
  const found = exact(index, key, parts, limit);
  const rows = found.count > 0 ? found.rows : near(index, key);
  return {
    rows: rows.slice(0, limit).flatMap((row) => pack.rows[row] ?? []),
    count: found.count > 0 ? found.count : rows.length,
  };
}

/** The first standards of `findStandards`. */
export function searchStandards(pack: CataloguePack, words: string, limit = 20): CatalogueRow[] {
  return findStandards(pack, words, limit).rows;
}
