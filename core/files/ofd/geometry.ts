import { type Matrix, times } from '../layout/matrix.ts';

/** What parts numbers beside one space each; looked for without a pattern, since every text has its list. */
const OTHERS = [',', '  ', '\t', '\n', '\r'] as const;

/** What an attribute lists, parted by spaces or commas; [] without it. */
export function partsOf(written: string | undefined): string[] {
  if (written === undefined) return [];
  // Nearly all are parted by one space each.
  const isEven = written.trim().length === written.length && !OTHERS.some((other) => written.includes(other));
  return isEven && written !== '' ? written.split(' ') : written.split(/[\s,]+/).filter(Boolean);
}

/** Numbers of an attribute; [] where one of them is none. */
export function numbersOf(written: string | undefined): number[] {
  const numbers = partsOf(written).map(Number);
  return numbers.every((number) => Number.isFinite(number)) ? numbers : [];
}

/** From millimetres to points. */
export const TO_POINTS: Matrix = [72 / 25.4, 0, 0, 72 / 25.4, 0, 0];

/** The way from the space of an object to that around it: its own matrix, then its place on the page. */
export function placed(attributes: Readonly<Record<string, string>>): Matrix {
  const [x = 0, y = 0] = numbersOf(attributes.Boundary);
  const own = numbersOf(attributes.CTM);
  const place: Matrix = [1, 0, 0, 1, x, y];
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = own;
  return own.length === 6 ? times(place, [a, b, c, d, e, f]) : place;
}
