import type { Block } from '../../base/block.ts';
import type { Place } from '../../base/place.ts';
import { ProblemError } from '../../base/problems.ts';
import type { FileSource } from '../../base/source.ts';
import { budgetFor } from '../budget.ts';
import { childOf, type XmlElement } from '../containers/xml.ts';
import { headersAndFooters, notesReferredTo, readProperties, type WordProperties } from './around.ts';
import { readNumbering } from './numbering.ts';
import { openPackage } from './package.ts';
import { type Met, paragraphReader } from './paragraphs.ts';
import { storyReader } from './story.ts';
import { readStyles } from './styles.ts';
import type { WordTable } from './tables.ts';

/** What a Word file holds, located; no meaning given yet. */
export interface WordContent extends Met {
  blocks: Block[];
  tables: WordTable[];
  properties: WordProperties;
}

/**
 * Reads the bytes of a .docx: the body as it is parsed, then what stands around it.
 * @throws ProblemError `file-not-docx`, `file-bomb`, `file-external-entity`, `file-broken-xml`, `file-encrypted`, `file-too-much`
 */
export function readContent(bytes: Uint8Array, file: { name: string; sha256: string }): WordContent {
  const budget = budgetFor(file.name);
  const word = openPackage(bytes, file.name, budget);
  const styles = readStyles(word.part('styles'));
  const numbering = readNumbering(word.part('numbering'), (style) => styles.byId.get(style)?.numberId, file.name);
  const settings = word.part('settings');
  const properties = readProperties(word);
  const paragraphs = paragraphReader(styles, numbering, budget);
  const stories = storyReader(paragraphs, (place: Place): FileSource => ({ from: 'file', ...file, place }));

  const sections: XmlElement[] = [];
  const body = stories.body();
  const take = (element: XmlElement): void => {
    const section = element.name === 'w:sectPr' ? element : childOf(childOf(element, 'w:pPr'), 'w:sectPr');
    if (section) sections.push(section);
    body.take(element);
  };
  const root = word.parse(word.main, { parent: 'w:body', take });
  if (root?.name !== 'w:document') throw new ProblemError('file-not-docx', { name: file.name });
  body.end();

  for (const { root, place, kind } of headersAndFooters(word, sections, settings)) stories.read(root, place, kind);
  for (const { root, place, kind } of notesReferredTo(word, paragraphs.notes)) stories.read(root, place, kind);
  return { blocks: stories.blocks, tables: stories.tables, properties, ...paragraphs.met };
}
