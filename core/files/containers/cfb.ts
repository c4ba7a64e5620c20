import { ProblemError } from '../../base/problems.ts';
import { LIMITS } from '../limits.ts';

/** A compound file (the container of old Office files): the streams that stand in its root, read one at a time. */
export interface Compound {
  has(stream: string): boolean;
  /** Bytes of a stream; undefined when there is no such stream. Throws `file-not-office` where its sectors are damaged. */
  read(stream: string): Uint8Array | undefined;
}

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const HEADER = 512;
/** The header names the first sectors of the allocation table here, the others stand in a chain of sectors. */
const LISTED_AT = 76;
const LISTED = 109;
/** Names of streams stand in directory entries of this length, as UTF-16, their length in bytes at NAME_LENGTH. */
const ENTRY = 128;
const NAME_LENGTH = 64;
const STREAM = 2;
/** Numbers from here on are marks and no sectors: free, end of a chain, part of the table. */
const NO_SECTOR = 0xfffffffa;
const NO_ENTRY = 0xffffffff;
const MINI_SECTOR = 64;

class Damaged extends Error {}

interface Entry {
  type: number;
  start: number;
  size: number;
}

/** The sector that comes after another in its chain. */
type Next = (sector: number) => number;

const isCompound = (bytes: Uint8Array): boolean => MAGIC.every((byte, index) => bytes[index] === byte);
const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
/** Names are compared without regard to letter case. */
const keyOf = (name: string): string => name.toUpperCase();

/**
 * Opens a compound file.
 * @param name the file's name, for the sentence of a problem
 * @throws ProblemError `file-not-office` for what is none or is damaged
 */
export function openCompound(bytes: Uint8Array, name: string): Compound {
  const guard = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      throw new ProblemError('file-not-office', { name }, error);
    }
  };
  const { entries, read } = guard(() => open(bytes));
  return {
    has: (stream) => entries.get(keyOf(stream))?.type === STREAM,
    read: (stream) => {
      const entry = entries.get(keyOf(stream));
      return entry?.type === STREAM ? guard(() => read(entry)) : undefined;
    },
  };
}

/** True for a compound file with a stream of this name in its root; of one whose end is missing, with one anywhere. */
export function hasStream(bytes: Uint8Array, name: string): boolean {
  if (!isCompound(bytes)) return false;
  try {
    return open(bytes).entries.get(keyOf(name))?.type === STREAM;
  } catch {
    return isNamedSomewhere(bytes, name);
  }
}

function isNamedSomewhere(bytes: Uint8Array, name: string): boolean {
  const view = viewOf(bytes);
  const length = 2 * name.length + 2;
  for (let at = 0; at + ENTRY <= bytes.length; at += ENTRY) {
    if (view.getUint16(at + NAME_LENGTH, true) !== length) continue;
    if (Array.from(name).every((sign, index) => view.getUint16(at + 2 * index, true) === sign.charCodeAt(0)))
      return true;
  }
  return false;
}

/** The directory of a file, and what reads its streams. Throws whatever where the bytes do not fit together. */
function open(bytes: Uint8Array): { entries: Map<string, Entry>; read(entry: Entry): Uint8Array } {
  if (!isCompound(bytes) || bytes.length < HEADER) throw new Damaged('no compound file');
  const view = viewOf(bytes);
  const number = (at: number): number => view.getUint32(at, true);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) throw new Damaged('sector size');
  const sectorSize = 1 << shift;
  const sectors = Math.ceil(bytes.length / sectorSize) - 1;
  const sectorAt = (sector: number): number => {
    if (sector >= sectors) throw new Damaged('sector out of range');
    return (sector + 1) * sectorSize;
  };

  const table = tableSectors(number, sectorAt, sectorSize, sectors);
  const inSector = sectorSize / 4;
  const next: Next = (sector) => {
    const part = table[Math.floor(sector / inSector)];
    if (part === undefined) throw new Damaged('sector without a place in the table');
    return number(sectorAt(part) + 4 * (sector % inSector));
  };
  const readSectors = (start: number, size: number): Uint8Array => {
    if (size > sectors * sectorSize) throw new Damaged('stream longer than the file');
    return gather(start, size, sectorSize, next, (sector) => {
      const at = sectorAt(sector);
      return bytes.subarray(at, at + sectorSize);
    });
  };

  const directory = readSectors(number(48), sectorSize * chainLength(number(48), next, sectors));
  const [root] = directory.length >= ENTRY ? [entryAt(directory, 0, shift)] : [];
  if (!root) throw new Damaged('no root');
  const cutoff = number(56);
  let mini: { next: Next; bytes: Uint8Array } | undefined;
  const openMini = () => {
    const start = number(60);
    const links = readSectors(start, sectorSize * chainLength(start, next, sectors));
    return {
      next: (sector: number) => viewOf(links).getUint32(4 * sector, true),
      bytes: readSectors(root.start, root.size),
    };
  };
  const read = ({ start, size }: Entry): Uint8Array => {
    if (size >= cutoff) return readSectors(start, size);
    if (size === 0) return new Uint8Array();
    mini ??= openMini();
    const whole = mini.bytes;
    return gather(start, size, MINI_SECTOR, mini.next, (sector) =>
      whole.subarray(sector * MINI_SECTOR, (sector + 1) * MINI_SECTOR),
    );
  };
  return { entries: entriesOfRoot(directory, shift), read };
}

/** Sectors that hold the allocation table: those named in the header, then those in the chain that it names. */
function tableSectors(
  number: (at: number) => number,
  sectorAt: (sector: number) => number,
  sectorSize: number,
  sectors: number,
): number[] {
  const found: number[] = [];
  const take = (from: number, count: number): void => {
    for (let index = 0; index < count; index += 1) {
      const sector = number(from + 4 * index);
      if (sector < NO_SECTOR) found.push(sector);
    }
    if (found.length > sectors) throw new Damaged('more of the table than the file has sectors');
  };
  take(LISTED_AT, LISTED);
  const inSector = sectorSize / 4 - 1;
  let sector = number(68);
  for (let steps = 0; sector < NO_SECTOR; steps += 1) {
    if (steps >= sectors) throw new Damaged('circle in the list of the table');
    const at = sectorAt(sector);
    take(at, inSector);
    sector = number(at + 4 * inSector);
  }
  return found;
}

/** Sectors in a chain. Throws for a chain that goes in a circle: it has more than the file. */
function chainLength(start: number, next: Next, sectors: number): number {
  let length = 0;
  for (let sector = start; sector < NO_SECTOR; sector = next(sector)) {
    length += 1;
    if (length > sectors) throw new Damaged('circle of sectors');
  }
  return length;
}

/** The first bytes of a chain, as many as asked; the last sector of a file may be cut short. */
function gather(
  start: number,
  size: number,
  sectorSize: number,
  next: Next,
  bytesOf: (sector: number) => Uint8Array,
): Uint8Array {
  const whole = new Uint8Array(size);
  let sector = start;
  for (let at = 0; at < size; at += sectorSize) {
    if (at > 0) sector = next(sector);
    if (sector >= NO_SECTOR) throw new Damaged('chain ends too early');
    const part = bytesOf(sector).subarray(0, size - at);
    if (part.length === 0) throw new Damaged('sector out of range');
    whole.set(part, at);
  }
  return whole;
}

function entryAt(directory: Uint8Array, index: number, shift: number): Entry & { name: string; links: number[] } {
  const at = index * ENTRY;
  const view = viewOf(directory.subarray(at, at + ENTRY));
  const length = Math.min(Math.max(view.getUint16(NAME_LENGTH, true) - 2, 0), NAME_LENGTH);
  // Files of version 3 may leave rubbish in the upper half of a size.
  const size = view.getUint32(120, true) + (shift === 12 ? view.getUint32(124, true) * 2 ** 32 : 0);
  return {
    name: new TextDecoder('utf-16le').decode(directory.subarray(at, at + length)),
    type: view.getUint8(66),
    links: [68, 72, 76].map((place) => view.getUint32(place, true)),
    start: view.getUint32(116, true),
    size,
  };
}

/** The entries right under the root, which form a tree; one that is met again is passed over. */
function entriesOfRoot(directory: Uint8Array, shift: number): Map<string, Entry> {
  const count = directory.length / ENTRY;
  const entries = new Map<string, Entry>();
  const seen = new Set<number>([0]);
  const waiting = [entryAt(directory, 0, shift).links[2] ?? NO_ENTRY];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    if (index === NO_ENTRY || seen.has(index)) continue;
    if (index >= count) throw new Damaged('entry out of range');
    if (seen.size > LIMITS.compound.entries) throw new Damaged('too many entries');
    seen.add(index);
    const { name, links, ...entry } = entryAt(directory, index, shift);
    if (!entries.has(keyOf(name))) entries.set(keyOf(name), entry);
    const [left = NO_ENTRY, right = NO_ENTRY] = links;
    waiting.push(right, left);
  }
  return entries;
}
