import { ProblemError } from '../../base/problems.ts';
import { inflatedSize } from '../containers/zip.ts';
import { LIMITS } from '../limits.ts';

const bytesOf = (word: string): Uint8Array => Uint8Array.from(word, (letter) => letter.charCodeAt(0));
const STREAM = bytesOf('stream');
const END = bytesOf('endstream');
/** Behind the word come one or two bytes of a line end, then two of a zlib header. */
const HEADER = 2;
/** Bytes of a dictionary that are looked at. */
const DICTIONARY = 1024;

/**
 * Refuses a file whose packed streams would fill the memory: the library unpacks each as a whole, without a bound. Small
 * streams of a large file are left out: none of them alone is too much, and the reading of a large file is watched.
 * Pictures are never unpacked, and a scan may have large ones.
 * @throws ProblemError `file-bomb`
 */
export function refuseBombs(bytes: Uint8Array, name: string): void {
  const { unpacked, smallStream, tinyStream } = LIMITS.pdf;
  const least = bytes.length <= LIMITS.reading.small ? tinyStream : smallStream;
  let left = unpacked;
  for (let at = find(bytes, STREAM, 0); at >= 0; ) {
    let from = at + STREAM.length;
    while (bytes[from] === 0x0d || bytes[from] === 0x0a) from += 1;
    const end = find(bytes, END, from);
    const to = end < 0 ? bytes.length : end;
    const [first = 0, second = 0] = [bytes[from], bytes[from + 1]];
    if ((first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0 && to - from > least && !isPicture(bytes, at)) {
      left -= inflatedSize(bytes.subarray(from + HEADER, to), left);
      if (left < 0) throw new ProblemError('file-bomb', { name });
    }
    at = find(bytes, STREAM, to + END.length);
  }
}

/** Whether the dictionary in front of a stream is that of a picture. */
function isPicture(bytes: Uint8Array, at: number): boolean {
  const before = String.fromCharCode(...bytes.subarray(Math.max(0, at - DICTIONARY), at));
  return /\/Subtype\s*\/Image\b/.test(before.slice(before.lastIndexOf(' obj') + 1));
}

function find(bytes: Uint8Array, word: Uint8Array, from: number): number {
  const [head = 0] = word;
  for (let at = bytes.indexOf(head, from); at >= 0; at = bytes.indexOf(head, at + 1)) {
    let same = 1;
    while (same < word.length && bytes[at + same] === word[same]) same += 1;
    if (same === word.length) return at;
  }
  return -1;
}
