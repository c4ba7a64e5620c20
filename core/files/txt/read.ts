import type { Block } from '../../base/block.ts';
import { ProblemError } from '../../base/problems.ts';
import { firstLineTitle } from '../../document/title.ts';
import { annexesOf } from '../annexes.ts';
import { decodePlainText } from '../encoding.ts';
import { LIMITS } from '../limits.ts';
import type { FileInput, FileParts } from '../parser.ts';
import { tidy } from '../tidy.ts';

/** Line ends of every system. A form feed parts pages, and so lines. */
const LINE_END = /\r\n|[\n\r\f\v\u2028\u2029]/;

/**
 * The parts of a text file: every line that is not blank is a paragraph, as editors for plain text write them.
 * @throws ProblemError `file-not-text`, `file-empty`, `file-too-many-lines`, `file-line-too-long`
 */
export function readTxt({ name, bytes, sha256 }: FileInput): FileParts {
  const text = decodePlainText(bytes);
  if (text === undefined) throw new ProblemError('file-not-text', { name });
  const lines = text.split(LINE_END, LIMITS.txt.lines + 1);
  if (lines.length > LIMITS.txt.lines) throw new ProblemError('file-too-many-lines', { name, limit: LIMITS.txt.lines });
  const blocks = lines.flatMap((line, index): Block[] => {
    if (line.length > LIMITS.txt.line)
      throw new ProblemError('file-line-too-long', { name, row: index + 1, limit: LIMITS.txt.line });
    const shown = tidy(line);
    const place = { line: index + 1 };
    return shown === ''
      ? []
      : [{ kind: 'paragraph', text: shown, region: 'body', source: { from: 'file', name, sha256, place } }];
  });
  if (blocks.length === 0) throw new ProblemError('file-empty', { name });
  return { title: firstLineTitle(blocks) ?? '', pairs: [], blocks, attachments: annexesOf(blocks) };
}
