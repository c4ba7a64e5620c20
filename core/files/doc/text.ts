import type { XmlElement } from '../containers/xml.ts';
import type { Elements, RunLook } from '../word/elements.ts';
import { lineOf } from '../word/elements.ts';
import { flowInto } from '../word/flow.ts';
import type { WordStreams } from './fib.ts';
import { formField } from './form-fields.ts';
import { type Looks, lastUpTo, paragraphLooks, runLooks } from './looks.ts';
import type { Piece } from './pieces.ts';
import { textOfPiece } from './pieces.ts';
import { paragraphFacts, type RunFacts, runFacts } from './properties.ts';

/** What stands at places of the text, by the place. */
export interface Places {
  notes: ReadonlyMap<number, { kind: 'footnote' | 'endnote'; id: string }>;
  sectionEnds: ReadonlySet<number>;
  /** What is drawn at a place. */
  drawingAt(place: number): XmlElement | undefined;
}

/** Writes a stretch of the text as paragraphs and tables. */
export type WriteText = (from: number, to: number, take: (element: XmlElement) => void) => void;

/** Characters that are no text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0000-\u001f]/g;
const PICTURE = '\u0001';
const NOTE = '\u0002';
const COMMENT = '\u0005';
const CELL_END = '\u0007';
const DRAWING = '\u0008';
const TAB = '\t';
const LINE_END = '\u000b';
const PAGE_END = '\u000c';
const PARAGRAPH_END = '\r';
const COLUMN_END = '\u000e';
const FIELD = { '\u0013': 'begin', '\u0014': 'separate', '\u0015': 'end' } as const;
const HARD_HYPHEN = '\u001e';

const isFieldMark = (sign: string): sign is keyof typeof FIELD => sign in FIELD;

export function textWriter(
  streams: WordStreams,
  pieces: readonly Piece[],
  fonts: readonly string[],
  places: Places,
  elements: Elements,
): WriteText {
  const { make } = elements;
  const runs: Looks = runLooks(streams);
  const paragraphs: Looks = paragraphLooks(streams);

  return (from, to, take) => {
    const flow = flowInto(take, elements);
    const line = lineOf(elements);
    let opened: XmlElement | undefined;

    const end = (sign: string, place: number, piece: Piece, look: RunLook): void => {
      const at = piece.start + (place - piece.from) * piece.width;
      const facts = paragraphFacts(paragraphs(at), piece.changes);
      const { depth, row } = facts;
      const endsRow = facts.endsRow && (sign === CELL_END || depth > 1);
      // A deleted mark of a cell or a row does not join what stands around it.
      const joins = look.deleted && sign !== CELL_END && !facts.endsInnerCell;
      const paragraph = line.end({ ...facts.look, markDeleted: joins });
      if (endsRow) {
        flow.endRow(depth, row && { ...row, deleted: look.deleted });
        return;
      }
      flow.paragraph(paragraph, depth);
      if (sign === CELL_END || (facts.endsInnerCell && depth > 1)) flow.endCell(depth);
    };

    const sign = (control: string, place: number, piece: Piece, facts: RunFacts): void => {
      const { look } = facts;
      const drawn = control === DRAWING ? places.drawingAt(place) : pictureOf(control, facts);
      if (drawn) line.add(drawn, look);
      else if (control === PARAGRAPH_END || control === CELL_END) end(control, place, piece, look);
      else if (control === PAGE_END && places.sectionEnds.has(place)) end(PARAGRAPH_END, place, piece, look);
      else if (control === TAB) line.add(make('w:tab'), look);
      else if (control === LINE_END || control === PAGE_END || control === COLUMN_END) line.add(make('w:br'), look);
      else if (control === HARD_HYPHEN) line.add(make('w:noBreakHyphen'), look);
      else if (control === COMMENT && facts.special) line.add(make('w:commentReference'), look);
      else if (control === PICTURE && facts.isData) fillForm(facts);
      else if (control === NOTE) {
        const note = places.notes.get(place);
        if (note) line.add(make(`w:${note.kind}Reference`, { 'w:id': note.id }), look);
      } else if (isFieldMark(control)) {
        const mark = make('w:fldChar', { 'w:fldCharType': FIELD[control] });
        if (FIELD[control] === 'begin') opened = mark;
        line.add(mark, look);
      }
    };

    /** A picture that stands in the line, or an object of another program. */
    const pictureOf = (control: string, facts: RunFacts): XmlElement | undefined => {
      if (control !== PICTURE || facts.isData || facts.dataAt === undefined) return undefined;
      return facts.isObject ? make('w:object') : make('w:drawing', {}, [make('a:blip')]);
    };

    /** The state of a form field stands at a place of its own; it is shown where its field begins. */
    const fillForm = ({ dataAt }: RunFacts): void => {
      const field = dataAt === undefined ? undefined : formField(streams.data, dataAt, elements);
      if (opened && field) opened.children.push(field);
    };

    const put = (text: string, place: number, piece: Piece, facts: RunFacts): void => {
      if (facts.symbol) {
        const { font, sign: code } = facts.symbol;
        const symbol = { 'w:font': fonts[font] ?? '', 'w:char': code.toString(16) };
        for (const _ of text) line.add(make('w:sym', symbol), facts.look);
        return;
      }
      let done = 0;
      for (const { 0: control, index } of text.matchAll(CONTROL)) {
        line.text(text.slice(done, index), facts.look);
        sign(control, place + index, piece, facts);
        done = index + 1;
      }
      line.text(text.slice(done), facts.look);
    };

    for (let at = lastUpTo(pieces.length, (index) => pieces[index]?.from ?? 0, from); at < pieces.length; at += 1) {
      const piece = pieces[at];
      if (!piece || piece.from >= to) break;
      const last = Math.min(to, piece.to);
      for (let place = Math.max(from, piece.from); place < last; ) {
        const stretch = runs(piece.start + (place - piece.from) * piece.width);
        const until = piece.from + Math.ceil((stretch.end - piece.start) / piece.width);
        const next = Math.min(last, Math.max(until, place + 1));
        const facts = runFacts(stretch.properties, piece.changes);
        put(textOfPiece(streams.main, piece, place, next), place, piece, facts);
        place = next;
      }
    }
    if (!line.isEmpty()) flow.paragraph(line.end({}), 0);
    flow.end();
  };
}
