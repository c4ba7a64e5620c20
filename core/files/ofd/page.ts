import type { Budget } from '../budget.ts';
import { childOf, childrenOf, type XmlElement } from '../containers/xml.ts';
import { applied, type Matrix, times } from '../layout/matrix.ts';
import type { DrawnPage } from '../layout/page.ts';
import { LIMITS } from '../limits.ts';
import { numbersOf, placed, TO_POINTS } from './geometry.ts';
import { rulesOf } from './paths.ts';
import { piecesOf } from './text.ts';

/** What objects draw. */
export interface Drawn extends Pick<DrawnPage, 'pieces' | 'rules' | 'pictures'> {
  /** Shapes of lines and curves: letters that were turned into drawings are many. */
  paths: number;
  /** Something that is not shown stands there. */
  hidden: boolean;
}

/** A drawing that objects show by its number; undefined where it is missing. */
export type UnitOf = (id: string) => XmlElement | undefined;

export interface DrawOptions {
  unitOf: UnitOf;
  /** Asked for `runs` with every object. */
  budget: Budget;
}

const OFF = /^(?:false|0)$/i;

/** Everything that a page or a template draws, its layers and what is drawn inside of drawings, in points. */
export function drawnBy(page: XmlElement | undefined, { unitOf, budget }: DrawOptions): Drawn {
  const drawn: Drawn = { pieces: [], rules: [], pictures: [], paths: 0, hidden: false };

  const draw = (element: XmlElement, matrix: Matrix, depth: number): void => {
    const { name, attributes } = element;
    if (OFF.test(attributes.Visible ?? '')) {
      drawn.hidden = true;
      return;
    }
    if (name === 'ofd:TextObject') {
      for (const piece of piecesOf(element, matrix)) {
        budget.spend('runs');
        drawn.pieces.push(piece);
      }
    } else if (name === 'ofd:PathObject') {
      drawn.paths += 1;
      const most = LIMITS.layout.rules - drawn.rules.length;
      if (most > 0) for (const rule of rulesOf(element, matrix, most)) drawn.rules.push(rule);
    } else if (name === 'ofd:ImageObject') {
      const [x = 0, y = 0, width = 0, height = 0] = numbersOf(attributes.Boundary);
      const [left, top] = applied(matrix, x, y);
      const [right, bottom] = applied(matrix, x + width, y + height);
      drawn.pictures.push({ x: left, y: top, width: right - left, height: bottom - top });
    } else if (name === 'ofd:CompositeObject') {
      const unit = depth > 0 ? unitOf(attributes.ResourceID ?? '') : undefined;
      const content = childOf(unit, 'ofd:Content');
      if (content) drawAll(content, times(matrix, placed(attributes)), depth - 1);
    } else if (name === 'ofd:PageBlock' || name === 'ofd:Layer') drawAll(element, matrix, depth);
  };

  const drawAll = (parent: XmlElement, matrix: Matrix, depth: number): void => {
    for (const child of parent.children) {
      if (typeof child === 'string') continue;
      budget.spend('runs');
      draw(child, matrix, depth);
    }
  };

  for (const content of childrenOf(page, 'ofd:Content')) drawAll(content, TO_POINTS, LIMITS.ofd.depth);
  return drawn;
}

/** Where a page begins and how large it is, in points. */
export function areaOf(
  area: XmlElement | undefined,
): { x: number; y: number; width: number; height: number } | undefined {
  const written =
    childOf(area, 'ofd:PhysicalBox') ?? childOf(area, 'ofd:ApplicationBox') ?? childOf(area, 'ofd:ContentBox');
  const text = written?.children.find((child) => typeof child === 'string');
  const [x, y, width, height] = numbersOf(text);
  if (x === undefined || y === undefined || width === undefined || height === undefined || !(width > 0 && height > 0))
    return undefined;
  const [scale] = TO_POINTS;
  return { x: x * scale, y: y * scale, width: width * scale, height: height * scale };
}
