import { ProblemError } from '../../base/problems.ts';
import { decodeStrictly, markedEncoding } from '../encoding.ts';
import type { FileInput, FileParts } from '../parser.ts';
import { type MimePart, readMime } from './mime.ts';

/**
 * The parts of a page in one file (.mht), read as a saved page: its frames and style sheets stand in the file, by their addresses.
 * @throws ProblemError `file-broken-mhtml` when no page stands in it, and as `readHtml`
 */
export async function readMhtml(file: FileInput): Promise<FileParts> {
  const { parts, start } = readMime(file.bytes);
  const root = start ?? parts.find(({ type }) => type === 'text/html' || type === 'application/xhtml+xml');
  const content = root && contentOf(root);
  if (!root || !content?.length) throw new ProblemError('file-broken-mhtml', { name: file.name });
  const byAddress = new Map<string, MimePart>();
  for (const part of parts)
    for (const address of [part.location, part.id === '' ? '' : `cid:${part.id}`])
      if (address !== '' && !byAddress.has(address)) byAddress.set(address, part);
  const { readHtml } = await import('../html/read.ts');
  return readHtml({
    ...file,
    bytes: content,
    within: {
      address: root.location,
      bytesOf: (address) => {
        const part = byAddress.get(address);
        return part && contentOf(part);
      },
    },
  });
}

/** A part's bytes; text in the encoding that its head tells is written anew, so that nothing in it is asked for another. */
function contentOf(part: MimePart): Uint8Array {
  const bytes = part.bytes();
  const isText = part.type.startsWith('text/') && part.charset !== '' && !markedEncoding(bytes);
  const text = isText ? decodeStrictly(bytes, part.charset) : undefined;
  return text === undefined ? bytes : new TextEncoder().encode(`\ufeff${text}`);
}
