import type { Source } from './source.ts';

/** A piece of a document's text in reading order. */
export interface Block {
  kind: 'heading' | 'paragraph' | 'list-item' | 'table' | 'header' | 'footer' | 'note';
  /** Text as shown, automatic numbers included; for a table the cells joined by tabs and line ends. */
  text: string;
  /** Heading level 1…9 where the source says so. */
  level?: number;
  /** The number or marker in front (一、, 5.2, a)), when the source keeps it apart. It is part of `text` too. */
  marker?: string;
  /** Rows of cells of a table. A cell covered by a span is ''. */
  rows?: string[][];
  /** No cell of this table covers another: a cell that is '' is empty, and covered by none. */
  plain?: true;
  hidden?: boolean;
  /** 'body' the document's text; 'form' the page or form around it. Structure rules read only 'body'. */
  region: 'body' | 'form';
  source: Source;
}
