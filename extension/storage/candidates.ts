import { INDEX_VERSION, mayHave, recordsWith, type SearchIndex, sharedPairs } from '../../core/ledger/search-index.ts';
import { type Database, LAST_MERGE, LAST_REDACTION } from './schema.ts';
import { firstOfSegment, SEGMENT } from './segment.ts';

/**
 * Bytes of indexes that are held; older ones are read again when a search gets to them. Of a ledger of ordinary documents
 * the indexes of 100 000 entries take about half of it.
 */
const HELD = 48_000_000;
/** Segments whose indexes are read in one transaction: the newest alone, so that first finds wait for no more, then more and more. */
const [FEWEST_SEGMENTS, MOST_SEGMENTS] = [1, 64];
/** Records that are handed out together: few at first, for a first page of what was found, then more and more. */
const [FEWEST, MOST] = [64, 512];
const EVERY_PLACE: readonly number[] = Array.from({ length: SEGMENT }, (_, place) => place);

const sizeOf = ({ codes, ends, places }: SearchIndex): number => codes.byteLength + ends.byteLength + places.byteLength;

/** The places of the records that may have all words of one of some lists, ascending. */
function placesWith(
  index: SearchIndex,
  anyOf: readonly (readonly string[])[],
  masks: Uint32Array | undefined,
): readonly number[] {
  const [only = [], ...others] = anyOf;
  if (others.length === 0) return recordsWith(index, only, masks);
  const found = new Set(anyOf.flatMap((words) => recordsWith(index, words, masks)));
  return EVERY_PLACE.filter((place) => found.has(place));
}

/** Indexes of segments by their first sequence. The newest are asked for most: when there are too many, the oldest go. */
function createShelf() {
  const indexes = new Map<number, SearchIndex>();
  let size = 0;
  return {
    get: (first: number): SearchIndex | undefined => indexes.get(first),
    put(first: number, index: SearchIndex): void {
      if (indexes.has(first)) return;
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

/** What to look for, and between which sequences, both included. */
interface Wanted {
  chain: string;
  /** A record has all words of one of these lists; an empty list lets everything through. */
  anyOf: readonly (readonly string[])[];
  /** Of core/base/initials, where words may be initials. */
  masks: Uint32Array | undefined;
  from: number;
  to: number;
}

/** Records that may have the words, newest first. */
interface Candidates {
  sequences: number[];
  /** An index of the present version told so; else they have to be looked into. */
  indexed: boolean;
  /** Whether one of them may have words as they are written: false only where an index tells. */
  may(sequence: number, words: readonly string[]): boolean;
}

/**
 * Finds the records that may have certain words, some at a time. None is left out that has
 * them. Indexes are read once and held: that of a segment changes only by a redaction, here or in what a
 * merge brings, and after one all are read again.
 */
export function createCandidates(reading: <Answer>(read: (opened: Database) => Promise<Answer>) => Promise<Answer>) {
  let shelf = createShelf();
  let redacted: string | undefined;

  /** The index of each segment; undefined for one that is not packed yet. */
  const indexesOf = async (chain: string, firsts: readonly number[]): Promise<(SearchIndex | undefined)[]> => {
    const known = firsts.map((first) => shelf.get(first));
    if (known.every((index) => index !== undefined)) return known;
    const read = await reading((opened) => {
      const { store } = opened.transaction('indexes');
      return Promise.all(firsts.map((first, at) => (known[at] === undefined ? store.get([chain, first]) : undefined)));
    });
    for (const index of read) if (index !== undefined) shelf.put(index.first, index);
    return firsts.map((_, at) => known[at] ?? read[at]);
  };

  const renew = async (): Promise<void> => {
    const last = await reading(async (opened) => {
      const { store } = opened.transaction('marks');
      return (await Promise.all([store.get(LAST_REDACTION), store.get(LAST_MERGE)])).join();
    });
    if (last !== redacted) [shelf, redacted] = [createShelf(), last];
  };

  /**
   * Sequences of the records up to one that share most pairs of characters with a word, most first and then newest first; at
   * most `most`, and none that shares fewer than `least`. Of those without an index as many as there are.
   */
  async function sharing(chain: string, to: number, word: string, least: number, most: number): Promise<number[]> {
    await renew();
    const found: { sequence: number; shared: number }[] = [];
    for (let newest = firstOfSegment(to); newest > 0; newest -= SEGMENT * MOST_SEGMENTS) {
      const firsts = Array.from({ length: MOST_SEGMENTS }, (_, at) => newest - at * SEGMENT).filter(
        (first) => first > 0,
      );
      for (const [at, index] of (await indexesOf(chain, firsts)).entries()) {
        const first = firsts[at] ?? 0;
        const counts = index === undefined ? EVERY_PLACE.map(() => word.length) : sharedPairs(index, word);
        for (const [place, shared] of counts.entries())
          if (shared >= least && first + place <= to) found.push({ sequence: first + place, shared });
      }
    }
    found.sort((left, right) => right.shared - left.shared || right.sequence - left.sequence);
    return found.slice(0, most).map(({ sequence }) => sequence);
  }

  async function* candidates({ chain, anyOf, masks, from, to }: Wanted): AsyncGenerator<Candidates> {
    await renew();
    const all = anyOf.some((words) => words.length === 0);
    const may = (sequence: number, asked: readonly string[]): boolean => {
      const first = firstOfSegment(sequence);
      const index = shelf.get(first);
      return index === undefined || mayHave(index, sequence - first, asked);
    };
    let found: Candidates = { sequences: [], indexed: true, may };
    let together = FEWEST;
    let segments = FEWEST_SEGMENTS;
    for (let newest = firstOfSegment(to); newest + SEGMENT > from; ) {
      const firsts = Array.from({ length: segments }, (_, at) => newest - at * SEGMENT).filter(
        (first) => first > 0 && first + SEGMENT > from,
      );
      newest -= SEGMENT * segments;
      segments = Math.min(segments * 4, MOST_SEGMENTS);
      const indexes = all ? [] : await indexesOf(chain, firsts);
      for (const [at, first] of firsts.entries()) {
        const index = indexes[at];
        const indexed = index?.version === INDEX_VERSION;
        if (indexed !== found.indexed) {
          if (found.sequences.length > 0) yield found;
          found = { sequences: [], indexed, may };
        }
        const places = index === undefined ? EVERY_PLACE : placesWith(index, anyOf, masks);
        const inside = places.map((place) => first + place).filter((sequence) => sequence >= from && sequence <= to);
        found.sequences.push(...inside.reverse());
        while (found.sequences.length >= together) {
          yield { sequences: found.sequences.splice(0, together), indexed, may };
          together = Math.min(together * 2, MOST);
        }
      }
    }
    if (found.sequences.length > 0) yield found;
  }

  return { candidates, sharing };
}
