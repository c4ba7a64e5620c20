import { joinBytes } from '../../base/bytes.ts';
import { invalid } from './format.ts';

const LINE_END = 0x0a;

/** A line of a file without its end. */
export interface Line {
  bytes: Uint8Array;
  /** 1, 2, 3, … */
  number: number;
  /** False for what stands behind the last line end. */
  ended: boolean;
}

/**
 * The lines of a file, in order, as many at a time as a piece of it ends. What is not ended comes last, when it is not
 * empty. Holds one line at most; one of more than `limit` bytes throws ProblemError `bundle-invalid`.
 */
export async function* linesOf(
  pieces: AsyncIterable<Uint8Array>,
  name: string,
  limit: number,
): AsyncGenerator<readonly Line[]> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let number = 0;
  const add = (part: Uint8Array): void => {
    parts.push(part);
    length += part.length;
    if (length > limit) throw invalid(name, 'line-too-long', { line: number + 1, limit: Math.ceil(limit / 1_000_000) });
  };
  const take = (ended: boolean): Line => {
    number += 1;
    const line = { bytes: joinBytes(parts), number, ended };
    [parts, length] = [[], 0];
    return line;
  };
  for await (const piece of pieces) {
    const lines: Line[] = [];
    let from = 0;
    for (let end = piece.indexOf(LINE_END); end >= 0; end = piece.indexOf(LINE_END, from)) {
      add(piece.subarray(from, end));
      lines.push(take(true));
      from = end + 1;
    }
    if (from < piece.length) add(piece.subarray(from));
    yield lines;
  }
  if (length > 0) yield [take(false)];
}
