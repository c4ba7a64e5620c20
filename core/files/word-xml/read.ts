import { ProblemError } from '../../base/problems.ts';
import { budgetFor } from '../budget.ts';
import { parseXml, type XmlOptions } from '../containers/xml.ts';
import { contentOf, storiesOf, type WordContent, type WordFile } from '../docx/content.ts';
import { NAMESPACES } from '../docx/package.ts';
import { partsOfWord } from '../docx/parts.ts';
import type { FileInput, FileParts } from '../parser.ts';
import { flatPackage } from './flat.ts';
import { storiesOf2003 } from './word-2003.ts';

const MORE_NAMESPACES: XmlOptions['namespaces'] = [
  ...NAMESPACES,
  ['/office/word/2003/wordml', 'w'],
  ['/office/word/2003/auxHint', 'wx'],
  ['/aml/2001/core', 'aml'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
  ['/office/2006/xmlPackage', 'pkg'],
];

/**
 * The parts of a Word file that is one piece of XML.
 * @throws ProblemError as `parseXml`, `contentOf` and `partsOfWord`, `file-not-docx` when no document stands in it
 */
export function readWordXml({ name, bytes, sha256 }: FileInput): FileParts {
  const file = { name, sha256 };
  return partsOfWord(readWordXmlContent(bytes, file), file);
}

/** What stands in the bytes of such a file. Throws as `readWordXml`. */
export function readWordXmlContent(bytes: Uint8Array, file: WordFile): WordContent {
  const budget = budgetFor(file.name);
  const root = parseXml(bytes, { file: file.name, part: file.name, budget, namespaces: MORE_NAMESPACES });
  if (root.name === 'pkg:package') return contentOf(storiesOf(flatPackage(root, file.name), file), file, budget);
  if (root.name !== 'w:wordDocument') throw new ProblemError('file-not-docx', { name: file.name });
  return contentOf(storiesOf2003(root), file, budget);
}
