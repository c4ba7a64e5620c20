/** A set of rows: bit r % 32 of word r / 32 stands for row r. */
export type RowBits = Uint32Array<ArrayBuffer>;

/** The empty set, with room for `rows` rows. */
export function noRows(rows: number): RowBits {
  return new Uint32Array(Math.ceil(rows / 32));
}

/** The set of the rows at these places, with room for `rows` rows. */
export function rowsAt(places: readonly number[], rows: number): RowBits {
  const bits = noRows(rows);
  for (const row of places) bits[row >>> 5] = (bits[row >>> 5] ?? 0) | (1 << (row & 31));
  return bits;
}

/** All of `rows` rows that are not in a set. */
export function otherRows(bits: RowBits, rows: number): RowBits {
  const others = bits.map((word) => ~word);
  if (rows % 32 !== 0) others[others.length - 1] = (others.at(-1) ?? 0) & ((1 << (rows % 32)) - 1);
  return others;
}

/** Takes out of a set what is not in the other. */
export function keepCommon(bits: RowBits, other: RowBits): void {
  for (let word = 0; word < bits.length; word += 1) bits[word] = (bits[word] ?? 0) & (other[word] ?? 0);
}

/** Puts into a set what is in the other. */
export function addRows(bits: RowBits, other: RowBits): void {
  for (let word = 0; word < bits.length; word += 1) bits[word] = (bits[word] ?? 0) | (other[word] ?? 0);
}

/** Takes out of a set the rows of which `keep` says no. */
export function keepRows(bits: RowBits, keep: (row: number) => boolean): void {
  for (let word = 0; word < bits.length; word += 1) {
    for (let rest = bits[word] ?? 0; rest !== 0; rest &= rest - 1) {
      if (!keep(word * 32 + lowestBit(rest))) bits[word] = (bits[word] ?? 0) ^ (rest & -rest);
    }
  }
}

/**
 * Counts each row of a set one up. `counts` has a number for every row: set p has the rows whose number has bit p. It
 * grows as the numbers do.
 */
export function countUp(counts: RowBits[], bits: RowBits): void {
  let carry = bits;
  for (let place = 0; countRows(carry) > 0; place += 1) {
    const digit = counts[place];
    if (digit === undefined) {
      counts.push(carry.slice());
      return;
    }
    const next = new Uint32Array(carry.length);
    for (let word = 0; word < carry.length; word += 1) {
      next[word] = (digit[word] ?? 0) & (carry[word] ?? 0);
      digit[word] = (digit[word] ?? 0) ^ (carry[word] ?? 0);
    }
    carry = next;
  }
}

/** The rows whose number in `counts` (see `countUp`) is exactly that; none where nothing was counted. */
export function rowsCounting(counts: readonly RowBits[], number: number): RowBits {
  const [first] = counts;
  if (first === undefined || number >>> counts.length !== 0) return new Uint32Array(first?.length ?? 0);
  const rows = new Uint32Array(first.length).fill(0xffffffff);
  for (const [place, digit] of counts.entries()) {
    const flip = (number >>> place) & 1 ? 0 : 0xffffffff;
    for (let word = 0; word < rows.length; word += 1) rows[word] = (rows[word] ?? 0) & ((digit[word] ?? 0) ^ flip);
  }
  return rows;
}

/** How many rows are in a set. */
export function countRows(bits: RowBits): number {
  let count = 0;
  for (let word = 0; word < bits.length; word += 1) {
    let sums = bits[word] ?? 0;
    sums -= (sums >>> 1) & 0x55555555;
    sums = (sums & 0x33333333) + ((sums >>> 2) & 0x33333333);
    count += Math.imul((sums + (sums >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}

/** The first rows of a set, at most `limit`. */
export function firstRows(bits: RowBits, limit: number): number[] {
  const rows: number[] = [];
  for (let word = 0; word < bits.length && rows.length < limit; word += 1) {
    for (let rest = bits[word] ?? 0; rest !== 0 && rows.length < limit; rest &= rest - 1) {
      rows.push(word * 32 + lowestBit(rest));
    }
  }
  return rows;
}

/** The number of the lowest bit of a word that is set. */
export function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}
