import { basename } from 'node:path';
import { sha256 } from '../base/hash.ts';
import type { DocumentModel } from '../document/model.ts';
import { readDocument } from '../files/read.ts';
import { besideReader, readBytes } from './disk.ts';

/** The document in a file, with what was saved beside it. @throws ProblemError for a file that cannot be read */
export async function readDocumentFile(path: string): Promise<DocumentModel> {
  const bytes = readBytes(path);
  return readDocument(basename(path), bytes, { uri: path, sha256: await sha256(bytes), beside: besideReader(path) });
}
