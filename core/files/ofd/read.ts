import type { FileSource } from '../../base/source.ts';
import { fillSlots } from '../../base/text.ts';
import { listedAttachments } from '../../document/attachments.ts';
import type { Attachment } from '../../document/model.ts';
import { annexesOf } from '../annexes.ts';
import { partsOfPages } from '../layout/parts.ts';
import type { FileInput, FileParts } from '../parser.ts';
import { FILE_WORDS } from '../words.ts';
import { type OfdContent, readContent } from './content.ts';

/**
 * The parts of an .ofd.
 * @throws ProblemError as `readContent`, and `file-empty` when nothing at all stands in it
 */
export function readOfd({ name, bytes, sha256 }: FileInput): FileParts {
  const content = readContent(bytes, { name, sha256 });
  const source: FileSource = { from: 'file', name, sha256, place: { whole: true } };
  const { missing } = content;
  return partsOfPages(content, source, {
    attachments: attachmentsOf(content, source),
    remarks: remarksOf(content),
    incomplete:
      missing > 0 ? { texts: [fillSlots(FILE_WORDS.missing, { count: missing })], sources: [source] } : NOTHING,
  });
}

const NOTHING = { texts: [], sources: [] };

/**
 * The annexes behind the text, or else the files that are attached. Fewer files than the text lists say nothing: the others may lie
 * beside this one.
 */
function attachmentsOf({ blocks, attached }: OfdContent, source: FileSource): Attachment[] {
  const annexes = annexesOf(blocks);
  if (annexes.length > 0 || attached.length < listedAttachments(blocks).length) return annexes;
  return attached.map((name): Attachment => ({ name, how: 'attached', source }));
}

/** What a person should know about the reading of the file. */
const remarksOf = ({ bodies, bodiesRead, hidden, pictures }: OfdContent): (string | false)[] => [
  bodies > bodiesRead && fillSlots(FILE_WORDS.bodiesLeft, { count: bodies, read: bodiesRead }),
  bodies > 1 && bodies === bodiesRead && fillSlots(FILE_WORDS.bodies, { count: bodies }),
  hidden && FILE_WORDS.hidden,
  pictures > 0 && fillSlots(FILE_WORDS.pictures, { count: pictures }),
];
