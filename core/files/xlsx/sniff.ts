import { entryNames } from '../containers/zip.ts';

/** A zip with the parts of a workbook. */
export function isWorkbookArchive(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false;
  try {
    const names = entryNames(bytes).map((name) => name.replaceAll('\\', '/').toLowerCase());
    return names.some((name) => name.startsWith('xl/')) && names.some((name) => name.endsWith('.rels'));
  } catch {
    return false;
  }
}
