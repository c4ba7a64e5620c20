import { ProblemError } from '../../base/problems.ts';
import type { Compound } from '../containers/cfb.ts';
import { viewOf } from './bytes.ts';

/** Parts of the text, in the order in which they stand behind one another. */
const PARTS = ['main', 'footnotes', 'headers', 'macros', 'comments', 'endnotes', 'boxes', 'headerBoxes'] as const;
export type TextPart = (typeof PARTS)[number];

/** Where the lengths of the parts stand, in characters. */
const LENGTHS_AT = 76;
const TABLES_AT = 154;
/** Numbers of the pieces of the table stream that are read here (FibRgFcLcb97). */
const TABLES = {
  styles: 1,
  footnoteRefs: 2,
  footnoteTexts: 3,
  sections: 6,
  headers: 11,
  runs: 12,
  paragraphs: 13,
  fonts: 15,
  document: 31,
  pieces: 33,
  anchors: 40,
  headerAnchors: 41,
  endnoteRefs: 46,
  endnoteTexts: 47,
  drawings: 50,
  boxTexts: 56,
  headerBoxTexts: 58,
  lists: 73,
  listInstances: 74,
} as const;

const WORD_97 = 0xc0;
const MAGIC = 0xa5ec;
const ENCRYPTED = 0x0100;
const SECOND_TABLE = 0x0200;

/** The streams of a .doc and what its head says of them. */
export interface WordStreams {
  /** Text and properties. */
  main: Uint8Array;
  data: Uint8Array;
  /** A piece of the table stream; empty when there is none. */
  table(name: keyof typeof TABLES): Uint8Array;
  /** The table stream from the start of a piece to the end: lists go on behind what their length says. */
  tableFrom(name: keyof typeof TABLES): Uint8Array;
  /** Where a part of the text begins and ends, in characters. */
  parts: Readonly<Record<TextPart, readonly [from: number, to: number]>>;
}

/** @throws ProblemError `file-encrypted`, `file-old-word` for what is older than Word 97, `file-not-office`; RangeError */
export function openStreams(compound: Compound, name: string): WordStreams {
  const main = compound.read('WordDocument');
  if (!main) throw new ProblemError('file-not-office', { name });
  const view = viewOf(main);
  const flags = view.getUint16(10, true);
  if ((flags & ENCRYPTED) !== 0) throw new ProblemError('file-encrypted', { name });
  if (view.getUint16(0, true) !== MAGIC || view.getUint16(2, true) < WORD_97)
    throw new ProblemError('file-old-word', { name });
  const table = compound.read((flags & SECOND_TABLE) !== 0 ? '1Table' : '0Table');
  if (!table) throw new ProblemError('file-not-office', { name });
  const count = view.getUint16(TABLES_AT - 2, true);
  const placeOf = (which: keyof typeof TABLES): [start: number, length: number] => {
    if (TABLES[which] >= count) return [0, 0];
    const at = TABLES_AT + 8 * TABLES[which];
    return [view.getUint32(at, true), view.getUint32(at + 4, true)];
  };
  let from = 0;
  const parts = PARTS.map((part, index) => {
    const to = from + view.getUint32(LENGTHS_AT + 4 * index, true);
    const place = [part, [from, to]] as const;
    from = to;
    return place;
  });
  return {
    main,
    data: compound.read('Data') ?? new Uint8Array(),
    table: (which) => {
      const [start, length] = placeOf(which);
      return table.subarray(start, start + length);
    },
    tableFrom: (which) => {
      const [start, length] = placeOf(which);
      return length === 0 ? new Uint8Array() : table.subarray(start);
    },
    parts: Object.fromEntries(parts) as WordStreams['parts'],
  };
}
