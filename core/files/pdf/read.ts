import type { FileSource } from '../../base/source.ts';
import { fillSlots } from '../../base/text.ts';
import { annexesOf } from '../annexes.ts';
import { partsOfPages } from '../layout/parts.ts';
import type { FileInput, FileParts } from '../parser.ts';
import { FILE_WORDS } from '../words.ts';
import { readContent } from './content.ts';

/**
 * The parts of a .pdf.
 * @throws ProblemError as `readContent`, and `file-empty` when nothing at all stands in it
 */
export async function readPdf({ name, bytes, sha256 }: FileInput): Promise<FileParts> {
  const content = await readContent(bytes, { name, sha256 });
  const source: FileSource = { from: 'file', name, sha256, place: { whole: true } };
  const { blocks, recognised } = content;
  const words = fillSlots(FILE_WORDS.recognised, { pages: recognised.join('、') });
  return partsOfPages(content, source, {
    attachments: annexesOf(blocks),
    remarks: [],
    // What was recognised from a picture may lack anything: what is not there, and an empty box, prove nothing.
    incomplete: {
      texts: recognised.length > 0 ? [words] : [],
      sources: recognised.map((page) => ({ ...source, place: { page } })),
    },
  });
}
