/** Bytes of a digest that are kept: enough that no two different ones meet, by chance or with effort. */
const KEPT = 16;
const DIGITS = KEPT * 2;
const NONE = '0'.repeat(DIGITS);

/** Many digests in little room: 16 bytes each, so that a chain of 100 000 entries takes 1.6 MB. */
export interface Digests {
  readonly length: number;
  /** Puts one behind the others; undefined where there is none. */
  add(digest: string | undefined): void;
  /** The first half of the digest at a place, in hex; '' where there is none. */
  at(index: number): string;
  /** Whether the digest at a place is this one. */
  is(index: number, digest: string): boolean;
}

export function createDigests(): Digests {
  let bytes = new Uint8Array(64 * KEPT);
  let length = 0;
  const at = (index: number): string => {
    if (index < 0 || index >= length) return '';
    let digits = '';
    for (let place = index * KEPT; place < (index + 1) * KEPT; place += 1)
      digits += (bytes[place] ?? 0).toString(16).padStart(2, '0');
    return digits === NONE ? '' : digits;
  };
  return {
    get length() {
      return length;
    },
    add(digest = NONE) {
      if ((length + 1) * KEPT > bytes.length) {
        const larger = new Uint8Array(bytes.length * 2);
        larger.set(bytes);
        bytes = larger;
      }
      for (let place = 0; place < KEPT; place += 1)
        bytes[length * KEPT + place] = Number.parseInt(digest.slice(place * 2, place * 2 + 2), 16);
      length += 1;
    },
    at,
    is: (index, digest) => at(index) === digest.slice(0, DIGITS),
  };
}

/** How many digests two lists have in common from their beginning on, where once they differ they never meet again. */
export function commonLength(one: Digests, other: Digests): number {
  let [low, high] = [0, Math.min(one.length, other.length)];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (one.at(middle - 1) === other.at(middle - 1)) low = middle;
    else high = middle - 1;
  }
  return low;
}
