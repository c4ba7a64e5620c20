import { ProblemError } from '../base/problems.ts';
import type { DocumentModel } from '../document/model.ts';
import { readDocx } from './docx.ts';
import { readHtml } from './html.ts';
import type { ReadOptions } from './options.ts';
import { type FileKind, sniff } from './sniff.ts';

/** Biggest file that is read, in bytes. */
const SIZE_LIMIT = 100_000_000;

/**
 * A file's bytes as a document model. What the file is, its bytes tell; `name` (without folders) is for sentences and sources.
 * @throws ProblemError `file-empty`, `file-too-large`, `file-unknown`, `file-encrypted`, `file-old-word`, `file-not-docx`,
 *   `file-bomb`, `file-external-entity`, `file-broken-xml`, `file-too-deep`; nothing else, whatever the bytes
 */
export async function readDocument(name: string, bytes: Uint8Array, options: ReadOptions): Promise<DocumentModel> {
  if (bytes.length === 0) throw new ProblemError('file-empty', { name });
  if (bytes.length > SIZE_LIMIT)
    throw new ProblemError('file-too-large', { name, size: Math.ceil(bytes.length / 1e6), limit: SIZE_LIMIT / 1e6 });
  const kind = sniff(bytes);
  if (kind === 'docx') return readDocx(name, bytes, options);
  if (kind === 'html') return readHtml(name, bytes, options);
  throw new ProblemError(refusalOf(kind, name), { name });
}

/** A file that calls itself .docx and is none is told so; what calls itself something else is only not known. */
function refusalOf(kind: Exclude<FileKind, 'docx' | 'html'>, name: string) {
  if (kind === 'encrypted') return 'file-encrypted';
  if (kind === 'old-word') return 'file-old-word';
  return /\.docx$/i.test(name) ? 'file-not-docx' : 'file-unknown';
}
