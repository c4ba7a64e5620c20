import { ProblemError } from '../../base/problems.ts';
import { decodePlainText } from '../encoding.ts';
import { LIMITS } from '../limits.ts';
import type { NamedBytes } from '../parser.ts';

/** Line ends of every system. A form feed parts pages, and so lines. */
const LINE_END = /\r\n|[\n\r\f\v\u2028\u2029]/;

/**
 * The lines of a text file, blank ones too.
 * @throws ProblemError `file-not-text`, `file-too-many-lines`, `file-line-too-long`
 */
export function linesOf({ name, bytes }: NamedBytes): string[] {
  const text = decodePlainText(bytes);
  if (text === undefined) throw new ProblemError('file-not-text', { name });
  const lines = text.split(LINE_END, LIMITS.txt.lines + 1);
  if (lines.length > LIMITS.txt.lines) throw new ProblemError('file-too-many-lines', { name, limit: LIMITS.txt.lines });
  const tooLong = lines.findIndex((line) => line.length > LIMITS.txt.line);
  if (tooLong >= 0) throw new ProblemError('file-line-too-long', { name, row: tooLong + 1, limit: LIMITS.txt.line });
  return lines;
}
