import type { Block } from '../../base/block.ts';
import type { Place } from '../../base/place.ts';
import type { FileSource } from '../../base/source.ts';
import type { XmlElement } from '../containers/xml.ts';
import { tidy } from '../tidy.ts';
import type { Paragraph, ParagraphReader } from './paragraphs.ts';
import { framedBy, readTable, shownRows, type WordTable } from './tables.ts';
import { blocksInside, elementsOf } from './wrappers.ts';

/** What a story is for the document. */
export type StoryKind = 'body' | 'header' | 'footer' | 'note';

/** One run of text from its start to its end: the body, a header, a note, a text box. */
export interface Story {
  take(element: XmlElement): void;
  /** Says that the story is over: a paragraph that waits to be joined with the next is written. */
  end(): void;
}

export interface StoryReader {
  /** The body, fed as it is parsed. */
  body(): Story;
  /** A story that is there as a whole; `place` is where it stands. */
  read(root: XmlElement, place: Place, kind: StoryKind): void;
  blocks: Block[];
  tables: WordTable[];
}

/** Turns the stories of a document into blocks, in the order in which they are read. Tables and boxes are counted through. */
export function storyReader(paragraphs: ParagraphReader, source: (place: Place) => FileSource): StoryReader {
  const blocks: Block[] = [];
  const tables: WordTable[] = [];
  let boxes = 0;

  const begin = (kind: StoryKind, placeOf: (paragraph: number) => Place): Story => {
    const run = paragraphs.begin();
    let count = 0;

    const write = (paragraph: Paragraph | undefined, inContents: boolean): void => {
      const text = paragraph && tidy(paragraph.text);
      if (!paragraph || text === '') return;
      count += 1;
      const { level } = paragraph;
      const marker = paragraph.marker.trim();
      blocks.push({
        kind: kind !== 'body' ? kind : level !== undefined ? 'heading' : marker !== '' ? 'list-item' : 'paragraph',
        text: `${paragraph.marker}${text}`,
        ...(kind === 'body' && level !== undefined && { level }),
        ...(marker !== '' && { marker }),
        // A table of contents repeats the headings; it is apparatus and not the text itself.
        region: kind === 'body' && !paragraph.contents && !inContents ? 'body' : 'form',
        source: source(placeOf(count)),
      });
    };

    const take = (element: XmlElement, inContents = false): void => {
      if (element.name === 'w:p') {
        const taken = run.take(element);
        write(taken.paragraph, inContents);
        for (const box of taken.boxes) {
          boxes += 1;
          read(box, { box: boxes }, kind);
        }
      } else if (element.name === 'w:tbl') takeTable(element, kind, (child) => take(child, inContents));
      else if (element.name === 'w:altChunk') paragraphs.met.foreign += 1;
      else for (const [child, contents] of blocksInside(element)) take(child, inContents || contents);
    };

    return { take: (element) => take(element), end: () => write(run.end(), false) };
  };

  const read = (root: XmlElement, place: Place, kind: StoryKind): void => {
    // A header or a note is short: its own number is place enough.
    const story = begin(kind, (paragraph) => (kind === 'body' ? { ...place, paragraph } : place));
    for (const child of elementsOf([root])) story.take(child);
    story.end();
  };

  /** A table of one cell is only a frame around its content; any other becomes a block and its cells. */
  const takeTable = (element: XmlElement, kind: StoryKind, unwrap: (child: XmlElement) => void): void => {
    const rows = shownRows(element, paragraphs.met);
    const framed = framedBy(rows);
    if (framed) {
      for (const child of framed) unwrap(child);
      return;
    }
    const region = kind === 'body' ? 'body' : 'form';
    const { table, nested } = readTable(rows, { number: tables.length + 1, region, paragraphs, source });
    blocks.push(table.block);
    tables.push(table);
    for (const inner of nested) takeTable(inner, kind, unwrap);
  };

  return { body: () => begin('body', (paragraph) => ({ paragraph })), read, blocks, tables };
}
