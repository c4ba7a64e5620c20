import { ProblemError } from '../../core/base/problems.ts';
import { XLSX_TYPE } from '../../core/exports/xlsx.ts';
import { LIMITS } from '../../core/files/limits.ts';

/** A file that a person chose, whole. Rejects with `file-too-large` before any of it is read. */
export async function wholeFile(content: Blob, name: string): Promise<{ name: string; bytes: Uint8Array }> {
  const { size } = LIMITS.file;
  if (content.size > size)
    throw new ProblemError('file-too-large', { name, size: Math.ceil(content.size / 1e6), limit: size / 1e6 });
  return { name: name.toWellFormed(), bytes: new Uint8Array(await content.arrayBuffer()) };
}

/** A workbook for the browser's downloads. */
export const workbookBlob = (bytes: Uint8Array): Blob => new Blob([Uint8Array.from(bytes)], { type: XLSX_TYPE });
