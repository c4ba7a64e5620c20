import { ProblemError } from '../base/problems.ts';
import { assemble } from '../document/assemble.ts';
import type { DocumentModel } from '../document/model.ts';
import type { Register } from '../document/register.ts';
import { checkSize, formatOf, formatOfName, READABLE } from './formats.ts';
import { LIMITS } from './limits.ts';
import type { FileParts, ReadOptions } from './parser.ts';

/**
 * A file's bytes as a document model. What the file is, its bytes tell, and its ending where bytes cannot; `named` is
 * its name without folders.
 * @throws ProblemError `file-empty`, `file-too-large`, `file-unknown`, `file-archive`, and those of the formats (formats.ts); nothing else,
 *   whatever the bytes
 */
export async function readDocument(named: string, bytes: Uint8Array, options: ReadOptions): Promise<DocumentModel> {
  return (await readWhole(named, bytes, options)).model;
}

/** What a file holds: a document; of a list page the page without its register, and the register. */
export interface WholeFile {
  model: DocumentModel;
  register?: Register;
}

/** As `readDocument`; a list page that is a register tells its rows too, and its model is the page around them. */
export async function readWhole(named: string, bytes: Uint8Array, options: ReadOptions): Promise<WholeFile> {
  // A disk may give names with half a character: no address and no canonical JSON can hold one.
  const name = named.toWellFormed();
  if (bytes.length === 0) throw new ProblemError('file-empty', { name });
  checkSize(name, bytes, LIMITS.file.size);
  const file = { name, bytes, ...options };
  const format = formatOf(file);
  if (!format) throw new ProblemError(strangerCode(name), { name, formats: READABLE });
  if ('refusal' in format) throw new ProblemError(format.refusal, { name });
  if ('open' in format) throw new ProblemError('file-archive', { name });
  checkSize(name, bytes, format.size ?? LIMITS.file.size);
  const { sha256, stage } = options;
  const uri = options.uri.toWellFormed();
  const reader = { id: format.id, name: format.name };
  const { listed, ...whole } = await format.read(file);
  const around = { uri, sha256, from: 'file' as const, reader, ...(stage && { stage }) };
  // A saved page is known by its own address, and called by the file's name all the same.
  const modelOf = (read: FileParts): DocumentModel => ({ ...assemble({ ...around, ...read }), uri, sha256 });
  const model = modelOf(whole);
  return listed && !model.isDocument ? { model: modelOf(listed.rest), register: listed.register } : { model };
}

/** A file that calls itself something and is none is told so; what calls itself something else is only not known. */
function strangerCode(name: string) {
  const format = formatOfName(name);
  return (format && 'impostor' in format && format.impostor) || 'file-unknown';
}
