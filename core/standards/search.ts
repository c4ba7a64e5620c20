/** Words to standards. The only file that knows the search library. */
import Fuse from 'fuse.js';
import { cleanText, halfWidth, shorten, squeeze } from '../base/text.ts';
import type { CataloguePack, CatalogueRow } from './catalogue.ts';

interface Entry {
  row: CatalogueRow;
  /** Number and title as they are compared. */
  text: string;
}

const ENTRIES = new WeakMap<CataloguePack, Entry[]>();
/** Fuzzy search looks at each candidate letter by letter: it gets only those that share most with the words. */
const CANDIDATES = 200;
const QUERY_LIMIT = 60;

/** Small letters, no spaces, no punctuation, one kind of dash: GB/T 1.1—2020 and gbt1.1-2020 come out alike. */
function searchKey(text: string): string {
  return halfWidth(squeeze(text))
    .toLowerCase()
    .replace(/[—–―‐‑−]/g, '-')
    .replace(/[/\\《》（）()：:，,、。“”"]/g, '');
}

function entriesOf(pack: CataloguePack): Entry[] {
  const known = ENTRIES.get(pack);
  if (known) return known;
  const entries = pack.rows.map((row) => ({ row, text: searchKey(`${row.designation} ${row.title}`) }));
  ENTRIES.set(pack, entries);
  return entries;
}

const pairsOf = (text: string): string[] =>
  Array.from({ length: text.length - 1 }, (_, index) => text.slice(index, index + 2));

/** Entries that share pairs of letters with the words, most first. */
function candidates(entries: readonly Entry[], key: string): Entry[] {
  const pairs = pairsOf(key);
  return entries
    .map((entry) => ({ entry, shared: pairs.filter((pair) => entry.text.includes(pair)).length }))
    .filter(({ shared }) => shared > 0)
    .sort((left, right) => right.shared - left.shared)
    .slice(0, CANDIDATES)
    .map(({ entry }) => entry);
}

/** Entries that come near, nearest first. */
function near(entries: readonly Entry[], key: string): Entry[] {
  const fuse = new Fuse(candidates(entries, key), { keys: ['text'], ignoreLocation: true, threshold: 0.3 });
  return fuse.search(key).map(({ item }) => item);
}

/**
 * Standards whose number or title holds the words: the words as one first, then every word apart, in the order of the
 * pack. Only where none does, those that come near (a letter wrong or left out). Nothing for an empty query.
 */
export function searchStandards(pack: CataloguePack, words: string, limit = 20): CatalogueRow[] {
  const query = shorten(cleanText(words), QUERY_LIMIT);
  const key = searchKey(query);
  if (key === '') return [];
  const entries = entriesOf(pack);
  const parts = query.split(' ').map(searchKey);
  const whole = entries.filter(({ text }) => text.includes(key));
  const apart = entries.filter(({ text }) => parts.every((part) => text.includes(part)));
  const exact = [...new Set([...whole, ...apart])];
  return (exact.length > 0 ? exact : near(entries, key)).slice(0, limit).map(({ row }) => row);
}
