import type { Budget } from '../budget.ts';
import { parseXml, type XmlElement, type XmlOptions } from '../containers/xml.ts';
import { openArchive } from '../containers/zip.ts';
import { LIMITS } from '../limits.ts';

/** The standard's address and that of its draft; names without one are taken as they are. */
const NAMESPACES: XmlOptions['namespaces'] = [
  ['ofdspec.org/2016', 'ofd'],
  ['ofdspec.org', 'ofd'],
];

/** The parts of an OFD file, parsed on demand. */
export interface OfdPackage {
  /** A part as a tree; undefined when it is missing. */
  parse(path: string): XmlElement | undefined;
  /**
   * The path that a part means by what it writes: from the root (/Doc_0/…), from its own folder, or, as some programs write it,
   * from the document's. undefined when no such part is there.
   */
  find(written: string, from: string, root?: string): string | undefined;
}

/** Opens an OFD file. Throws `file-not-ofd`, `file-bomb`, `file-encrypted`; `parse` throws what XML throws too. */
export function openPackage(bytes: Uint8Array, file: string, budget: Budget): OfdPackage {
  const archive = openArchive(bytes, file, LIMITS.archive, 'file-not-ofd');
  return {
    parse(path) {
      const content = archive.read(path);
      return content && parseXml(content, { file, part: path, budget, namespaces: NAMESPACES });
    },
    find(written, from, root = '') {
      const plain = written.trim().replaceAll('\\', '/');
      if (plain === '') return undefined;
      const tried = plain.startsWith('/') ? [plain] : [folderOf(from) + plain, root + plain, plain];
      return tried.map(resolved).find((path) => archive.has(path));
    },
  };
}

export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** A path without steps; never above the package. */
function resolved(path: string): string {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
