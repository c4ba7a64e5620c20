import { countUp, firstRows, noRows, type RowBits, rowsCounting } from './row-bits.ts';
import { gramOf, type SearchIndex } from './search-index.ts';
import { addListTo, listOf, NOT_KNOWN, NOWHERE } from './search-postings.ts';

/**
 * The rows that share most pairs of characters with a text, most first, then in their order; at most `limit`, and none
 * that shares fewer than `least`. A pair that the text has twice counts twice.
 */
export function rowsSharing(index: SearchIndex, text: string, least: number, limit: number): number[] {
  const counts: RowBits[] = [];
  let most = 0;
  /** Pairs that may be anywhere. */
  let unknown = 0;
  for (let at = 0; at + 1 < text.length; at += 1) {
    const list = listOf(index.postings, gramOf(text.charCodeAt(at), text.charCodeAt(at + 1)));
    if (list === NOT_KNOWN) unknown += 1;
    if (list === NOT_KNOWN || list === NOWHERE) continue;
    const named = noRows(index.rows);
    addListTo(named, index.postings, list);
    countUp(counts, named);
    most += 1;
  }
  const rows: number[] = [];
  for (let count = most; count >= Math.max(1, least - unknown) && rows.length < limit; count -= 1) {
    rows.push(...firstRows(rowsCounting(counts, count), limit - rows.length));
  }
  return rows;
}
