import type { Block } from '../../base/block.ts';
import { ProblemError } from '../../base/problems.ts';
import { firstLineTitle } from '../../document/title.ts';
import { annexesOf } from '../annexes.ts';
import type { FileInput, FileParts } from '../parser.ts';
import { tidy } from '../tidy.ts';
import { linesOf } from './lines.ts';

/**
 * The parts of a text file: every line that is not blank is a paragraph, as editors for plain text write them.
 * @throws ProblemError as `linesOf`, and `file-empty`
 */
export function readTxt(file: FileInput): FileParts {
  const { name, sha256 } = file;
  const blocks = linesOf(file).flatMap((line, index): Block[] => {
    const shown = tidy(line);
    const place = { line: index + 1 };
    return shown === ''
      ? []
      : [{ kind: 'paragraph', text: shown, region: 'body', source: { from: 'file', name, sha256, place } }];
  });
  if (blocks.length === 0) throw new ProblemError('file-empty', { name });
  return { title: firstLineTitle(blocks) ?? '', pairs: [], blocks, attachments: annexesOf(blocks) };
}
