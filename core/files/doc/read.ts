import { ProblemError } from '../../base/problems.ts';
import { type Budget, budgetFor } from '../budget.ts';
import { openCompound } from '../containers/cfb.ts';
import { readSummary, SUMMARY_STREAM } from '../containers/summary.ts';
import type { XmlElement } from '../containers/xml.ts';
import { contentOf, type WordContent, type WordFile, type WordStories } from '../docx/content.ts';
import { partsOfWord } from '../docx/parts.ts';
import type { FileInput, FileParts } from '../parser.ts';
import { elementsWithin } from '../word/elements.ts';
import { noteReferences, storiesAround } from './around.ts';
import { readPlc, viewOf } from './bytes.ts';
import { readAnchors, readBoxes, readDrawings } from './drawings.ts';
import { openStreams } from './fib.ts';
import { readLists } from './lists.ts';
import { readPieces } from './pieces.ts';
import { readStyleSheet } from './styles.ts';
import { textWriter } from './text.ts';

/**
 * The parts of a .doc or .wps: the binary format of Word 97 to 2003, which WPS Writer writes too.
 * @throws ProblemError `file-encrypted`, `file-old-word`, `file-not-office`, and as `contentOf` and `partsOfWord`
 */
export function readDoc({ name, bytes, sha256 }: FileInput): FileParts {
  const file = { name, sha256 };
  return partsOfWord(readDocContent(bytes, file), file);
}

/** What stands in the bytes of a .doc. Throws as `readDoc`. */
export function readDocContent(bytes: Uint8Array, file: WordFile): WordContent {
  const budget = budgetFor(file.name);
  try {
    return contentOf(storiesOfDoc(bytes, file.name, budget), file, budget);
  } catch (error) {
    // Numbers that point beyond the end of their stream.
    if (error instanceof RangeError) throw new ProblemError('file-not-office', { name: file.name }, error);
    throw error;
  }
}

function storiesOfDoc(bytes: Uint8Array, name: string, budget: Budget): WordStories {
  const compound = openCompound(bytes, name);
  const streams = openStreams(compound, name);
  const { table, parts } = streams;
  const pieces = readPieces(streams, name, budget);
  const elements = elementsWithin(budget);
  const { make } = elements;

  const drawings = readDrawings(table('drawings'));
  const drawn = (
    [
      { part: 'main', anchors: 'anchors', boxes: 'boxTexts', texts: 'boxes' },
      { part: 'headers', anchors: 'headerAnchors', boxes: 'headerBoxTexts', texts: 'headerBoxes' },
    ] as const
  ).map(({ part, anchors, boxes, texts }) => ({
    range: parts[part],
    anchors: readAnchors(table(anchors)),
    boxes: readBoxes(streams, boxes),
    texts: parts[texts],
  }));
  /** A picture, or the text of boxes. */
  const drawingAt = (place: number): XmlElement | undefined => {
    const story = drawn.find(({ range: [from, to] }) => place >= from && place < to);
    const shape = story?.anchors.get(place - story.range[0]);
    if (!story || shape === undefined) return undefined;
    const { picture, shapes } = drawings.get(shape) ?? { picture: false, shapes: [shape] };
    const [first, last] = story.texts;
    const boxes = shapes.flatMap((one) => {
      const [from, to] = story.boxes.get(one) ?? [0, 0];
      if (to <= from || first + to > last) return [];
      const children: XmlElement[] = [];
      write(first + from, first + to, (element) => children.push(element));
      return [make('w:txbxContent', {}, children)];
    });
    return make('w:drawing', {}, [...(picture ? [make('a:blip')] : []), ...boxes]);
  };

  const sectionEnds = readPlc(table('sections'), 12).places.slice(1);
  const places = {
    notes: noteReferences(streams),
    sectionEnds: new Set(sectionEnds.map((place) => place - 1)),
    drawingAt,
  };
  const write = textWriter(streams, pieces, readFonts(table('fonts')), places, elements);
  return {
    styles: readStyleSheet(table('styles'), elements),
    numbering: readLists(streams.tableFrom('lists'), table('listInstances'), elements),
    properties: readSummary(compound.read(SUMMARY_STREAM)),
    body: (take) => write(...parts.main, take),
    around: (notes) => storiesAround(streams, write, elements, notes),
  };
}

const FONT_NAME = 40;

/** Names of the fonts, which only signs of symbol fonts need. */
function readFonts(table: Uint8Array): string[] {
  const fonts: string[] = [];
  for (let at = 4; at < table.length; at += 1 + (table[at] ?? 0)) {
    const length = viewOf(table).getUint8(at);
    const name = new TextDecoder('utf-16le').decode(table.subarray(at + FONT_NAME, at + 1 + length));
    fonts.push(name.replace(/\0[\s\S]*$/, ''));
  }
  return fonts;
}
