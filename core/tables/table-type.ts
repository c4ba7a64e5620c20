/*
 * Tables as offices keep them. A type of table is data: its columns with the words by which heads name them. Reading, the
 * template to fill in and the sheet that is handed out are made from it; a new type is one more of these.
 */

/**
 * What stands in the cells of a column. long: a text of any length; day: ISO; names: people; list: several texts; number: a whole number; designations:
 * numbers of standards.
 */
export type CellKind = 'text' | 'long' | 'day' | 'names' | 'list' | 'number' | 'designation' | 'designations';

export interface TableColumn {
  /** By which the values are called in code. */
  key: string;
  /** The head of our own template. */
  head: string;
  /** Further heads that mean it, separated by a space. */
  words?: string;
  kind?: CellKind;
  /** A row without it is none. */
  required?: true;
  /** Key of another column: where that is filled, an empty cell of this one means what stands above it. */
  above?: string;
  /** How it is filled in, in one sentence. */
  hint?: string;
  /** Words that usually stand in it, separated by a space; others may. */
  choices?: string;
}

export interface TableType {
  id: string;
  /** What people call it; the name of the sheet in our template. */
  name: string;
  columns: readonly TableColumn[];
  /** A row as it should be filled in, by the heads: the example of the template. */
  sample: Readonly<Record<string, string>>;
}

/** A cell with something in it; rows and columns are counted from 0. */
export interface TableCell {
  row: number;
  column: number;
  /** As shown. */
  text: string;
  /** A formula that nobody has worked out. */
  unread?: boolean;
  /** It stands here because it is joined with the one above. */
  joined?: true;
}

/** A sheet of a workbook, whatever file it came from. */
export interface TableSheet {
  name: string;
  hidden: boolean;
  /** Row by row, from the left. */
  cells: readonly TableCell[];
  /** Cells that are one: the first holds the text. */
  spans?: readonly { row: number; column: number; rows: number; columns: number }[];
  isHiddenRow(row: number): boolean;
  isHiddenColumn?(column: number): boolean;
  /** Days that are bare numbers are counted from 1904. */
  from1904?: boolean;
}

/** What a row says, by the keys of the columns; a column of several has a list. */
export type RowValues = Readonly<Record<string, string | readonly string[]>>;
