import { childOf, textOf, type XmlElement } from '../containers/xml.ts';
import { applied, type Matrix, times } from '../layout/matrix.ts';
import type { RulingLine } from '../layout/page.ts';
import { rulesOfShape } from '../layout/shapes.ts';
import { placed } from './geometry.ts';

/** How many numbers stand behind each letter of a path; the last two are where it leads. */
const NUMBERS: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };

/** The straight lines of a path, in the space that `outer` leads to: those that are drawn, and the middle of each thin filled shape. */
export function rulesOf(object: XmlElement, outer: Matrix, most: number): RulingLine[] {
  const { attributes } = object;
  const data = childOf(object, 'ofd:AbbreviatedData');
  if (!data) return [];
  const filled = attributes.Fill === 'true' || attributes.Fill === '1';
  const drawn = attributes.Stroke !== 'false' && attributes.Stroke !== '0';
  const shapes = shapesOf(textOf(data), times(outer, placed(attributes)), most);
  return shapes.flatMap((lines) => rulesOfShape(lines, { filled, drawn }));
}

/** The lines of each shape of a path; curves are left out. */
function shapesOf(data: string, matrix: Matrix, most: number): RulingLine[][] {
  let lines: RulingLine[] = [];
  const shapes = [lines];
  let start: [number, number] = [0, 0];
  let at = start;
  let count = 0;
  const goTo = (to: [number, number]): void => {
    lines.push({ x1: at[0], y1: at[1], x2: to[0], y2: to[1] });
    count += 1;
  };
  let command = '';
  let numbers: number[] = [];
  for (const [token] of data.matchAll(/[A-Za-z]|[-+.\dEe]+/g)) {
    if (count >= most) break;
    if (/^[A-Za-z]$/.test(token)) {
      command = token.toUpperCase();
      numbers = [];
      if (command !== 'C') continue;
      goTo(start);
      at = start;
      continue;
    }
    numbers.push(Number(token));
    const wanted = NUMBERS[command] ?? 0;
    if (wanted === 0 || numbers.length < wanted) continue;
    const [x = 0, y = 0] = numbers.slice(-2);
    numbers = [];
    const to = applied(matrix, x, y);
    if (command === 'L') goTo(to);
    else if (command === 'M' || command === 'S') {
      start = to;
      lines = [];
      shapes.push(lines);
    }
    at = to;
  }
  return shapes;
}
