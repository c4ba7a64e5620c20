import type { Place } from '../../base/place.ts';
import type { XmlElement } from '../containers/xml.ts';
import type { StoryAround } from '../docx/around.ts';
import type { ParagraphText } from '../docx/text.ts';
import type { Elements } from '../word/elements.ts';
import { readPlc, viewOf } from './bytes.ts';
import type { WordStreams } from './fib.ts';
import { byteOf, eachSprm, SPRM, shortOf } from './sprms.ts';
import type { Places, WriteText } from './text.ts';

const NOTES = [
  { kind: 'footnote', refs: 'footnoteRefs', texts: 'footnoteTexts', part: 'footnotes' },
  { kind: 'endnote', refs: 'endnoteRefs', texts: 'endnoteTexts', part: 'endnotes' },
] as const;

/** Footnotes and endnotes by the place that refers to them; their numbers count from 0. */
export function noteReferences({ table }: WordStreams): Places['notes'] {
  return new Map(
    NOTES.flatMap(({ kind, refs }) => {
      const { places, pieces } = readPlc(table(refs), 2);
      return pieces.map((_, index) => [places[index] ?? 0, { kind, id: String(index) }] as const);
    }),
  );
}

/** The headers and footers that are shown, then the notes that the text refers to. */
export function* storiesAround(
  streams: WordStreams,
  write: WriteText,
  { make }: Elements,
  references: ParagraphText['notes'],
): Generator<StoryAround> {
  const rootOf = (name: string, from: number, to: number): XmlElement => {
    const children: XmlElement[] = [];
    write(from, to, (element) => children.push(element));
    return make(name, {}, children);
  };
  for (const kind of ['header', 'footer'] as const) {
    for (const [index, [from, to]] of shownStories(streams, kind).entries()) {
      const place: Place = { [kind]: index + 1 };
      yield { root: rootOf('w:hdr', from, to), place, kind };
    }
  }
  for (const { kind, texts, part } of NOTES) {
    const { places } = readPlc(streams.table(texts), 0);
    const [first, last] = streams.parts[part];
    const wanted = references.filter((reference) => reference.kind === kind);
    for (const [index, { id }] of wanted.entries()) {
      const [from, to] = [places[Number(id)], places[Number(id) + 1]];
      if (from === undefined || to === undefined) continue;
      const place: Place = { [kind]: index + 1 };
      yield { root: rootOf('w:note', first + from, Math.min(first + to, last)), place, kind: 'note' };
    }
  }
}

/** Stories of a section, of either kind: on even pages, on others, on the first. Those of the lines over notes come first. */
const BEFORE_SECTIONS = 6;
const PER_SECTION = 6;
const STORIES = { header: { even: 0, other: 1, first: 4 }, footer: { even: 2, other: 3, first: 5 } } as const;
const FACING_PAGES = 1;

function shownStories(streams: WordStreams, kind: 'header' | 'footer'): [from: number, to: number][] {
  const { places } = readPlc(streams.table('headers'), 0);
  const [start, end] = streams.parts.headers;
  const sections = readPlc(streams.table('sections'), 12).pieces;
  const isFacing = (byteOf(streams.table('document')) & FACING_PAGES) !== 0;
  return sections.flatMap((section, index) => {
    const wanted = STORIES[kind];
    const shown = [
      ...(isFacing ? [wanted.even] : []),
      wanted.other,
      ...(hasTitlePage(streams.main, section) ? [wanted.first] : []),
    ];
    return shown.flatMap((story): [number, number][] => {
      const at = BEFORE_SECTIONS + PER_SECTION * index + story;
      const [from, to] = [places[at], places[at + 1]];
      // An empty one says that that of the section before goes on.
      if (from === undefined || to === undefined || to <= from || start + to > end) return [];
      return [[start + from, start + to]];
    });
  });
}

function hasTitlePage(main: Uint8Array, section: Uint8Array): boolean {
  const at = viewOf(section).getUint32(2, true);
  if (at === 0xffffffff) return false;
  let found = false;
  const size = shortOf(main.subarray(at));
  eachSprm(main.subarray(at + 2, at + 2 + size), (code, operand) => {
    if (code === SPRM.titlePage) found = byteOf(operand) !== 0;
  });
  return found;
}
