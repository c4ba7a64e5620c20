/** Numbers of an attribute, parted by spaces or commas; [] without it or where one of them is none. */
export function numbersOf(written: string | undefined): number[] {
  if (written === undefined) return [];
  const numbers = written
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return numbers.every((number) => Number.isFinite(number)) && written.trim() !== '' ? numbers : [];
}

/** A way from one space into another: a b c d e f, as the standard writes it. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** From millimetres to points. */
export const TO_POINTS: Matrix = [72 / 25.4, 0, 0, 72 / 25.4, 0, 0];

/** First `inner`, then `outer`. */
export function times(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

export function applied([a, b, c, d, e, f]: Matrix, x: number, y: number): [x: number, y: number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The way from the space of an object to that around it: its own matrix, then its place on the page. */
export function placed(attributes: Readonly<Record<string, string>>): Matrix {
  const [x = 0, y = 0] = numbersOf(attributes.Boundary);
  const own = numbersOf(attributes.CTM);
  const place: Matrix = [1, 0, 0, 1, x, y];
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = own;
  return own.length === 6 ? times(place, [a, b, c, d, e, f]) : place;
}
