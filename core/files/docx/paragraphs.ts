import type { Budget } from '../budget.ts';
import { childOf, type XmlElement } from '../containers/xml.ts';
import type { Numbering } from './numbering.ts';
import { headingLevel, type Style, type Styles, valOf } from './styles.ts';
import { type ParagraphText, textReader } from './text.ts';

/** What reading met on its way, over the whole document. */
export interface Met {
  /** Pictures, ink too. */
  pictures: number;
  /** Objects of other programs, which were not read. */
  objects: number;
  /** Parts of the text in other formats (altChunk), which were not read. */
  foreign: number;
  /** Comments, which are no part of what was read. */
  comments: number;
  /** Tracked changes were there; the text is that after accepting them. */
  tracked: boolean;
  /** Hidden text was there; it is not in what was read. */
  hidden: boolean;
}

/** A paragraph as it counts: its text with that of paragraphs before it whose mark was deleted, not yet tidied. */
export interface Paragraph {
  text: string;
  /** Automatic number or bullet in front, with the space that parts it from the text; '' when there is none. */
  marker: string;
  /** Heading level 1…9. */
  level: number | undefined;
  /** A line of a table of contents. */
  contents: boolean;
}

/** Paragraphs of one run of text (a story, a cell), in reading order. */
export interface Paragraphs {
  /** The next one; its paragraph is missing while its text waits to be joined with the one after it. */
  take(element: XmlElement): { paragraph: Paragraph | undefined; boxes: XmlElement[]; pictures: number };
  /** The text that still waits when the run is over. */
  end(): Paragraph | undefined;
}

export interface ParagraphReader {
  begin(): Paragraphs;
  met: Met;
  /** Asked with every paragraph and, by those who read tables, with every cell. */
  budget: Budget;
  /** Footnotes and endnotes in the order in which the text first refers to them. */
  notes: ParagraphText['notes'];
}

/** Reads paragraphs with their automatic numbers; keeps count of what it meets. */
export function paragraphReader(styles: Styles, numbering: Numbering, budget: Budget): ParagraphReader {
  const runs = textReader(styles);
  const met: Met = { pictures: 0, objects: 0, foreign: 0, comments: 0, tracked: false, hidden: false };
  const notes = new Map<string, ParagraphText['notes'][number]>();

  const keep = (shown: ParagraphText): void => {
    met.pictures += shown.pictures;
    met.objects += shown.objects;
    met.comments += shown.comments;
    met.tracked ||= shown.tracked;
    met.hidden ||= shown.hidden;
    for (const note of shown.notes) {
      const key = `${note.kind} ${note.id}`;
      if (!notes.has(key)) notes.set(key, note);
    }
  };

  const paragraphOf = (element: XmlElement, text: string): Paragraph => {
    const properties = childOf(element, 'w:pPr');
    const styleId = valOf(properties, 'w:pStyle');
    const style = (styleId === undefined ? undefined : styles.byId.get(styleId)) ?? styles.standard;
    const outline = valOf(properties, 'w:outlineLvl');
    return {
      text,
      marker: markerOf(properties, style, numbering),
      level: outline === undefined ? style?.level : headingLevel(outline),
      contents: style !== undefined && CONTENTS_STYLE.test(style.name),
    };
  };

  const begin = (): Paragraphs => {
    let waiting = '';
    return {
      take: (element) => {
        const shown = runs.paragraph(element);
        budget.spend('paragraphs');
        budget.spend('characters', shown.text.length);
        keep(shown);
        const { boxes, pictures } = shown;
        const text = waiting + shown.text;
        if (isMarkDeleted(element)) {
          met.tracked = true;
          waiting = text;
          return { paragraph: undefined, boxes, pictures };
        }
        waiting = '';
        return { paragraph: paragraphOf(element, text), boxes, pictures };
      },
      end: () => (waiting === '' ? undefined : { text: waiting, marker: '', level: undefined, contents: false }),
    };
  };

  return {
    begin,
    met,
    budget,
    get notes() {
      return [...notes.values()];
    },
  };
}

const CONTENTS_STYLE = /^(?:toc|目录)\s*\d/i;

/** The mark at the paragraph's end was deleted or moved away: its text runs on into the next paragraph. */
function isMarkDeleted(paragraph: XmlElement): boolean {
  const mark = childOf(childOf(paragraph, 'w:pPr'), 'w:rPr');
  return childOf(mark, 'w:del') !== undefined || childOf(mark, 'w:moveFrom') !== undefined;
}

function markerOf(properties: XmlElement | undefined, style: Style | undefined, numbering: Numbering): string {
  const own = childOf(properties, 'w:numPr');
  const numberId = valOf(own, 'w:numId') ?? style?.numberId;
  if (numberId === undefined || numberId === '0') return '';
  const written = valOf(own, 'w:ilvl');
  const level = written === undefined ? undefined : Number(written);
  return numbering.next(
    numberId,
    level ?? (style && numbering.levelOfStyle(numberId, style.id)) ?? style?.numberLevel ?? 0,
  );
}
