import type { FileInput, FileParts } from '../parser.ts';
import { readContent } from './content.ts';
import { partsOfWord } from './parts.ts';

/**
 * The parts of a .docx.
 * @throws ProblemError as `readContent` and `partsOfWord`
 */
export function readDocx({ name, bytes, sha256 }: FileInput): FileParts {
  const file = { name, sha256 };
  return partsOfWord(readContent(bytes, file), file);
}
