import { GROUPS, groupsWith, type SearchIndex } from '../../core/ledger/search-index.ts';
import type { Database } from './schema.ts';
import { firstOfSegment, ROW, rowsOfSegment, SEGMENT } from './segment.ts';

/** Bytes of indexes that are held; older ones are read again when a search gets to them. Enough for 150 000 entries. */
const HELD = 32_000_000;
/** Segments whose indexes are read in one transaction. */
const SEGMENTS_AT_ONCE = 64;
/** Rows that are handed out together: as many as a segment has. */
const ROWS_AT_ONCE = GROUPS;
const EVERY_ROW = (1 << GROUPS) - 1;

const sizeOf = ({ pairs, groups }: SearchIndex): number => pairs.byteLength + groups.byteLength;

/** Indexes of segments by their first sequence. The newest are asked for most: when there are too many, the oldest go. */
function createShelf() {
  const indexes = new Map<number, SearchIndex>();
  let size = 0;
  return {
    get: (first: number): SearchIndex | undefined => indexes.get(first),
    put(first: number, index: SearchIndex): void {
      indexes.set(first, index);
      size += sizeOf(index);
      while (size > HELD) {
        const oldest = Math.min(...indexes.keys());
        const gone = indexes.get(oldest);
        size -= gone === undefined ? size : sizeOf(gone);
        indexes.delete(oldest);
      }
    },
  };
}

/**
 * Finds the rows that may have certain words, in batches, newest first; a row that is left out has not all of them. Indexes
 * are read once: that of a segment never changes but by a redaction, after which an old one only names more than it has to.
 */
export function createCandidates(reading: <Answer>(read: (opened: Database) => Promise<Answer>) => Promise<Answer>) {
  const shelves = new Map<string, ReturnType<typeof createShelf>>();

  /** The index of each segment; undefined for one that is not packed yet. */
  const indexesOf = async (chain: string, firsts: readonly number[]): Promise<(SearchIndex | undefined)[]> => {
    const shelf = shelves.get(chain) ?? createShelf();
    shelves.set(chain, shelf);
    const known = firsts.map((first) => shelf.get(first));
    if (known.every((index) => index !== undefined)) return known;
    const read = await reading((opened) => {
      const { store } = opened.transaction('indexes');
      return Promise.all(firsts.map((first, at) => (known[at] === undefined ? store.get([chain, first]) : undefined)));
    });
    for (const index of read) if (index !== undefined) shelf.put(index.first, index);
    return firsts.map((_, at) => known[at] ?? read[at]);
  };

  return async function* candidates(
    chain: string,
    words: readonly string[],
    from: number,
    to: number,
  ): AsyncGenerator<number[]> {
    let batch: number[] = [];
    for (let last = firstOfSegment(to); last + SEGMENT > from; last -= SEGMENT * SEGMENTS_AT_ONCE) {
      const firsts = Array.from({ length: SEGMENTS_AT_ONCE }, (_, at) => last - at * SEGMENT).filter(
        (first) => first > 0 && first + SEGMENT > from,
      );
      const indexes = words.length === 0 ? [] : await indexesOf(chain, firsts);
      for (const [at, first] of firsts.entries()) {
        const index = indexes[at];
        const rows = index === undefined ? EVERY_ROW : groupsWith(index, words);
        for (const [group, row] of [...rowsOfSegment(first).entries()].reverse()) {
          if ((rows & (1 << group)) === 0 || row > to || row + ROW <= from) continue;
          batch.push(row);
          if (batch.length < ROWS_AT_ONCE) continue;
          yield batch;
          batch = [];
        }
      }
    }
    if (batch.length > 0) yield batch;
  };
}
