/**
 * A page as it is drawn, before anything is understood of it: what the readers of page formats (OFD, PDF) give and what `openLayout`
 * reads. Lengths in points (1/72 inch) from the upper left corner of the page as it is looked at, y downwards.
 */
export interface DrawnPage {
  /** From 1. */
  number: number;
  width: number;
  height: number;
  pieces: TextPiece[];
  rules: RulingLine[];
  pictures: PictureBox[];
}

/** Text drawn in one go, from left to right, without a gap that a reader would see. */
export interface TextPiece {
  text: string;
  /** Left end. */
  x: number;
  /** The line on which it stands, not its upper edge. */
  y: number;
  /** From its left end to its right end, as drawn. */
  width: number;
  /** Size of the letters as drawn, in points. */
  fontSize: number;
  /** It is not upright: a watermark, a stamp, a note along the edge. */
  turned?: true;
}

/** A straight line that is drawn: an edge of a table, a rule under a title. A thin filled box is one; a box with a border is four. */
export interface RulingLine {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** Where a picture is drawn. */
export interface PictureBox {
  x: number;
  y: number;
  width: number;
  height: number;
}
