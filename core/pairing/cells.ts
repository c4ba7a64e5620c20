import { cleanText } from '../base/text.ts';
import { plainLabel } from './labels.ts';

/** One cell of a grid as far as pairing needs it: a page table and a Word table deliver the same. */
export interface GridCell {
  /** Text in the cell; what stands in a box of it is not text. */
  text: string;
  /** Marked as a heading: th, or a class that says so. */
  header?: boolean;
  columns?: number;
  rows?: number;
  /** Holds a control, a picture or the like: it is a value even without text. */
  hasBox?: boolean;
  /** Its label stands in the cell itself: no value of a neighbour. */
  own?: boolean;
}

export interface GridPair<Cell extends GridCell> {
  label: string;
  /** Text of the value; '' when there is none or the value stands in a box. */
  value: string;
  labelCell: Cell;
  /** Where the value stands; missing when two labels meet and there is no place for one. */
  valueCell?: Cell;
  /** A second cell that belongs to the value: the date below or beside the name. */
  dateCell?: Cell;
  kind: 'cell-left' | 'cell-above' | 'same-cell';
}

/** The pair of a label cell and a value cell, with the date that stands beside or below the value. */
export function pairOf<Cell extends GridCell>(
  kind: GridPair<Cell>['kind'],
  labelCell: Cell,
  valueCell: Cell,
  dateCell?: Cell,
): GridPair<Cell> {
  const own = labelCell === valueCell ? '' : cleanText(valueCell.text);
  const value = dateCell ? cleanText(`${own} ${cleanText(dateCell.text)}`) : own;
  const pair: GridPair<Cell> = { label: plainLabel(labelCell.text), value, labelCell, valueCell, kind };
  if (dateCell) pair.dateCell = dateCell;
  return pair;
}
