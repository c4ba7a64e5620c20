import type { Block } from '../../base/block.ts';
import { firstLineTitle } from '../../document/title.ts';
import { budgetFor } from '../budget.ts';
import { openArchive } from '../containers/zip.ts';
import { isMhtml } from '../html/sniff.ts';
import type { FileInput, FileParts } from '../parser.ts';
import { readContent } from './content.ts';
import { openWord } from './package.ts';
import { partsOfWord } from './parts.ts';

/**
 * The parts of a .docx.
 * @throws ProblemError as `readContent` and `partsOfWord`, and as `readMhtml` where the text is a page
 */
export async function readDocx(input: FileInput): Promise<FileParts> {
  const { name, bytes, sha256 } = input;
  const file = { name, sha256 };
  const content = readContent(bytes, file);
  const isPage = content.foreign === 1 && !content.blocks.some(({ text }) => text.trim() !== '');
  const page = isPage ? pageWithin(bytes, name) : undefined;
  return page === undefined ? partsOfWord(content, file) : partsOfPage({ ...input, bytes: page });
}

/** Programs that export a page as a document put it in whole, as a part of its own. */
function pageWithin(bytes: Uint8Array, name: string): Uint8Array | undefined {
  const path = openWord(bytes, name, budgetFor(name)).pathOf({ type: 'aFChunk' });
  const page = path === undefined ? undefined : openArchive(bytes, name, undefined, 'file-not-docx').read(path);
  return page && isMhtml(page) ? page : undefined;
}

/** The page as the text of the document that it is. */
async function partsOfPage(input: FileInput): Promise<FileParts> {
  const { readMhtml } = await import('../mhtml/read.ts');
  const { blocks, pairs, attachments } = await readMhtml(input);
  const body = blocks.map((block): Block => ({ ...block, region: 'body' }));
  return { title: firstLineTitle(body) ?? '', pairs, blocks: body, ...(attachments && { attachments }) };
}
