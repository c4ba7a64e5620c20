import type { Budget } from '../budget.ts';
import { type OfficePackage, openPackage, type PackageOptions } from '../containers/package.ts';

const NAMESPACES: PackageOptions['namespaces'] = [
  ['/wordprocessingml/2006/main', 'w'],
  ['/wordprocessingml/main', 'w'],
  ['/office/word/2010/wordml', 'w14'],
  ['/officeDocument/2006/math', 'm'],
  ['/officeDocument/math', 'm'],
];

/** Opens a Word file. Throws `file-not-docx` when there is no main document, and what archive and XML throw. */
export function openWord(bytes: Uint8Array, file: string, budget: Budget): OfficePackage {
  return openPackage(bytes, file, { budget, namespaces: NAMESPACES, broken: 'file-not-docx' });
}
