import { budgetFor } from '../budget.ts';
import type { StoryAround } from '../docx/around.ts';
import { contentOf, type WordContent, type WordFile } from '../docx/content.ts';
import { partsOfWord } from '../docx/parts.ts';
import type { ParagraphText } from '../docx/text.ts';
import type { FileInput, FileParts } from '../parser.ts';
import { type RtfMachine, rtfMachine } from './machine.ts';
import { numberingElement, stylesElement } from './tables.ts';

/**
 * The parts of an RTF file, whatever it is called: many .doc are RTF inside.
 * @throws ProblemError `file-not-office` where its end is missing, and as `contentOf` and `partsOfWord`
 */
export function readRtf({ name, bytes, sha256 }: FileInput): FileParts {
  const file = { name, sha256 };
  return partsOfWord(readRtfContent(bytes, file), file);
}

/** What stands in the bytes of an RTF file. Throws as `readRtf`. */
export function readRtfContent(bytes: Uint8Array, file: WordFile): WordContent {
  const budget = budgetFor(file.name);
  const machine = rtfMachine(bytes, file.name, budget);
  machine.begin();
  const { elements, styles, lists, instances, properties } = machine;
  const stories = {
    styles: stylesElement(styles, elements),
    numbering: numberingElement(lists, instances, elements),
    properties,
    body: machine.body,
    around: (notes: ParagraphText['notes']) => storiesAround(machine, notes),
  };
  return contentOf(stories, file, budget);
}

function* storiesAround(machine: RtfMachine, references: ParagraphText['notes']): Generator<StoryAround> {
  const { make } = machine.elements;
  for (const kind of ['header', 'footer'] as const) {
    const shown = machine.pageStories.filter(
      (story) =>
        story.kind === kind &&
        (story.pages !== 'even' || machine.facingPages()) &&
        (story.pages !== 'first' || machine.titlePages.has(story.section)),
    );
    for (const [index, { children }] of shown.entries())
      yield { root: make('w:hdr', {}, children), place: { [kind]: index + 1 }, kind };
  }
  for (const kind of ['footnote', 'endnote'] as const) {
    const wanted = references.filter((reference) => reference.kind === kind);
    for (const [index, { id }] of wanted.entries()) {
      const note = machine.notes[Number(id)];
      if (note) yield { root: make('w:note', {}, note.children), place: { [kind]: index + 1 }, kind: 'note' };
    }
  }
}
