import { isByteSource, memoryBytes } from '../../base/byte-source.ts';
import { joinBytes } from '../../base/bytes.ts';
import { LIMITS } from '../limits.ts';
import type { VerifyReport } from '../report.ts';
import { type AskedOfBundle, formatVersion, invalid } from './format.ts';
import { readFirstFormat } from './format-1.ts';
import { readSecondFormat } from './read-2.ts';
import { readThirdFormat } from './read-3.ts';
import type { BundleReading } from './reading.ts';

/**
 * Reads a bundle of any format and checks it meanwhile. `pieces` are the file's bytes in order; of the second format no more
 * than a batch of records is held, of the third no more than a part of them, where the file can be read in places. What comes out is in order up to there; whether the whole is, and the first entry that
 * is wrong, is told at the end. Throws ProblemError where the file is no bundle at all, or over a limit.
 */
export async function* readBundle(
  pieces: AsyncIterable<Uint8Array>,
  name: string,
  asked: AskedOfBundle = {},
): BundleReading {
  const rest = pieces[Symbol.asyncIterator]();
  const start = await readStart(rest);
  const all = behind(start, rest);
  if (isZip(start)) {
    const source = isByteSource(pieces) ? pieces : memoryBytes(await gathered(all, name));
    await rest.return?.();
    return yield* readThirdFormat(source, name, asked);
  }
  return yield* isLined(start)
    ? readSecondFormat(all, name, asked)
    : readFirstFormat(await textOf(all, name), name, asked);
}

/** The first bytes of a zip archive. */
const isZip = (start: Uint8Array): boolean =>
  start[0] === 0x50 && start[1] === 0x4b && start[2] === 3 && start[3] === 4;

/** Reads a bundle to its end and tells what is to be said of it. Takes and throws the same as `readBundle`. */
export async function verifyBundle(...given: Parameters<typeof readBundle>): Promise<VerifyReport> {
  const reading = readBundle(...given);
  let next = await reading.next();
  while (!next.done) next = await reading.next();
  return next.value.report;
}

const LINE_END = 0x0a;

/** Bytes from the beginning, as many as tell the format: the first line, or so many that it is none. */
async function readStart(pieces: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  const read: Uint8Array[] = [];
  for (let length = 0; length < LIMITS.firstLine; ) {
    const { value, done } = await pieces.next();
    if (done) break;
    read.push(value);
    length += value.length;
    if (value.includes(LINE_END)) break;
  }
  return joinBytes(read);
}

/** Whether the first line names a format in lines. Throws ProblemError `bundle-newer`. */
function isLined(start: Uint8Array): boolean {
  const end = start.subarray(0, LIMITS.firstLine).indexOf(LINE_END);
  try {
    return (formatVersion(JSON.parse(new TextDecoder().decode(end < 0 ? start : start.subarray(0, end)))) ?? 1) > 1;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** What was read already, and the rest. */
async function* behind(start: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield start;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

const textOf = async (pieces: AsyncIterable<Uint8Array>, name: string): Promise<string> =>
  new TextDecoder().decode(await gathered(pieces, name));

/** All bytes of a file that has to be held whole. */
async function gathered(pieces: AsyncIterable<Uint8Array>, name: string): Promise<Uint8Array> {
  const read: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    read.push(piece);
    length += piece.length;
    if (length > LIMITS.firstFormat) throw invalid(name, 'too-large');
  }
  return joinBytes(read);
}
