import type { Budget } from '../budget.ts';
import { type OfficePackage, openPackage, SHARED_NAMESPACES } from '../containers/package.ts';
import type { XmlOptions } from '../containers/xml.ts';

/** Both families of addresses (ECMA transitional and ISO strict) under one prefix. */
export const NAMESPACES: XmlOptions['namespaces'] = [
  ['/wordprocessingml/2006/main', 'w'],
  ['/wordprocessingml/main', 'w'],
  ['/office/word/2010/wordml', 'w14'],
  ['/officeDocument/2006/math', 'm'],
  ['/officeDocument/math', 'm'],
  ...SHARED_NAMESPACES,
];

/** Opens a Word file. Throws `file-not-docx` when there is no main document, and what archive and XML throw. */
export function openWord(bytes: Uint8Array, file: string, budget: Budget): OfficePackage {
  return openPackage(bytes, file, { budget, namespaces: NAMESPACES, broken: 'file-not-docx' });
}
