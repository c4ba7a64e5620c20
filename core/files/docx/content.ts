import type { Block } from '../../base/block.ts';
import type { Place } from '../../base/place.ts';
import { ProblemError } from '../../base/problems.ts';
import type { FileSource } from '../../base/source.ts';
import { type Budget, budgetFor } from '../budget.ts';
import type { OfficePackage } from '../containers/package.ts';
import { childOf, type XmlElement } from '../containers/xml.ts';
import { headersAndFooters, notesReferredTo, readProperties, type StoryAround, type WordProperties } from './around.ts';
import { readNumbering } from './numbering.ts';
import { openWord } from './package.ts';
import { type Met, paragraphReader } from './paragraphs.ts';
import { storyReader } from './story.ts';
import { readStyles } from './styles.ts';
import type { WordTable } from './tables.ts';
import type { ParagraphText } from './text.ts';

/** What a Word file holds, located; no meaning given yet. */
export interface WordContent extends Met {
  blocks: Block[];
  tables: WordTable[];
  properties: WordProperties;
}

/** The name and the fingerprint of a file, as its sources carry them. */
export interface WordFile {
  name: string;
  sha256: string;
}

/**
 * A Word file of any format as elements of WordprocessingML: what a .docx holds and what the readers of older formats write,
 * so that all of them are understood alike.
 */
export interface WordStories {
  styles: XmlElement | undefined;
  numbering: XmlElement | undefined;
  properties: WordProperties;
  /** Hands over the children of the body, in order. Called once, before `around`. */
  body(take: (element: XmlElement) => void): void;
  /** What stands around the body; `notes` are those that the body refers to, in that order. */
  around(notes: ParagraphText['notes']): Iterable<StoryAround>;
}

/**
 * Reads the bytes of a .docx: the body as it is parsed, then what stands around it.
 * @throws ProblemError `file-not-docx`, `file-bomb`, `file-external-entity`, `file-broken-xml`, `file-encrypted`, `file-too-much`
 */
export function readContent(bytes: Uint8Array, file: WordFile): WordContent {
  const budget = budgetFor(file.name);
  return contentOf(storiesOf(openWord(bytes, file.name, budget), file), file, budget);
}

/** The stories of a package. @throws ProblemError `file-not-docx` when its main part is no document */
export function storiesOf(word: OfficePackage, file: WordFile): WordStories {
  const settings = word.part('settings');
  const sections: XmlElement[] = [];
  return {
    styles: word.part('styles'),
    numbering: word.part('numbering'),
    properties: readProperties(word),
    body: (take) => {
      const root = word.parse(word.main, {
        parent: 'w:body',
        take: (element) => {
          const section = element.name === 'w:sectPr' ? element : childOf(childOf(element, 'w:pPr'), 'w:sectPr');
          if (section) sections.push(section);
          take(element);
        },
      });
      if (root?.name !== 'w:document') throw new ProblemError('file-not-docx', { name: file.name });
    },
    around: (notes) => [...headersAndFooters(word, sections, settings), ...notesReferredTo(word, notes)],
  };
}

/** Reads stories into blocks. @throws ProblemError `file-too-much`, `file-number-too-long` */
export function contentOf(word: WordStories, file: WordFile, budget: Budget): WordContent {
  const styles = readStyles(word.styles);
  const numbering = readNumbering(word.numbering, (style) => styles.byId.get(style)?.numberId, file.name);
  const paragraphs = paragraphReader(styles, numbering, budget);
  const stories = storyReader(paragraphs, (place: Place): FileSource => ({ from: 'file', ...file, place }));
  const body = stories.body();
  word.body(body.take);
  body.end();
  for (const { root, place, kind } of word.around(paragraphs.notes)) stories.read(root, place, kind);
  return { blocks: stories.blocks, tables: stories.tables, properties: word.properties, ...paragraphs.met };
}
