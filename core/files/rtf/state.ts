import type { XmlElement } from '../containers/xml.ts';
import type { ParagraphLook, RunLook } from '../word/elements.ts';
import { type Elements, type Line, lineOf } from '../word/elements.ts';
import { type CellShape, type Flow, flowInto, type RowShape } from '../word/flow.ts';

/** Where the text of a group goes. */
export type Sink =
  | 'text'
  | 'nowhere'
  | 'fonts'
  | 'style'
  | 'list'
  | 'level'
  | 'levelText'
  | 'instance'
  | 'info'
  | 'instruction'
  | 'shape';

/** What a group inherits from the one around it. */
export interface GroupState {
  sink: Sink;
  /** Where the text goes of the second of two ways to write the same, which is the one in Unicode. */
  inUnicode?: Sink | undefined;
  /** Bytes or signs that stand behind each \u for programs that do not know it. */
  skip: number;
  /** Number of the font. */
  font: number;
  run: RunLook;
  paragraph: ParagraphLook;
  inTable: boolean;
  depth: number | undefined;
  story: Story;
  /** Facts of rows of a table inside a table stand in a group of their own. */
  inner: boolean;
  /** Asked when the group closes. */
  close?: (() => void) | undefined;
}

/** A run of text: the body, a header, a note, a box. */
export interface Story {
  line: Line;
  flow: Flow;
  /** Facts of the row, by the depth of its table. */
  rows: Map<number, RowFacts>;
}

export interface RowFacts {
  left: number;
  edges: number[];
  cells: CellShape[];
  /** Facts of the cell whose edge comes next. */
  next: CellShape;
}

export function storyOf(take: (element: XmlElement) => void, elements: Elements): Story {
  return { line: lineOf(elements), flow: flowInto(take, elements), rows: new Map() };
}

export const emptyRow = (): RowFacts => ({ left: 0, edges: [], cells: [], next: {} });

export function shapeOfRow(row: RowFacts | undefined): RowShape | undefined {
  return row && row.edges.length > 0 ? { edges: [row.left, ...row.edges], cells: row.cells } : undefined;
}

export const plainRun = (): RunLook => ({ deleted: false, inserted: false });

export const depthOf = ({ inTable, depth }: GroupState): number => (inTable ? Math.max(1, depth ?? 1) : (depth ?? 0));
