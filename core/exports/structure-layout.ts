import { shorten } from '../base/text.ts';
import type { SystemBox } from '../unit/structure.ts';
import { tellCount } from './structure-words.ts';

/*
 * Where the boxes of a system stand on a sheet of A4 across: the sub-systems side by side, what is below each of them in one or
 * more columns under it, indented by level. Points of the screen (96 an inch).
 */

/** A sheet of A4 across, and what is left free around it. */
export const SHEET = { width: 1123, height: 794, margin: 24 } as const;
/** A character of Chinese is as wide as this; lines are this high. */
export const TYPE = { size: 12, line: 15 } as const;
const PAD = 5;
const GAP = { box: 4, column: 10, level: 22 } as const;
const INDENT = 10;
/** Columns of a sheet, and the width of the widest. */
const [MOST_COLUMNS, WIDEST] = [7, 240];
/** Longest name that is drawn, in characters. */
const LONGEST = 60;

export interface PlacedBox {
  x: number;
  y: number;
  width: number;
  height: number;
  /** Its name in lines; then how many standards it has, in lines. */
  name: string[];
  count: string[];
  /** It has standards that are over. */
  over: boolean;
  level: number;
}

/** A line from a box to one below it, as corners. */
export type Corners = readonly (readonly [x: number, y: number])[];

export interface Layout {
  width: number;
  height: number;
  boxes: PlacedBox[];
  lines: Corners[];
}

/** How wide a text stands. Letters are narrower than characters of Chinese, whatever the typeface. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += TYPE.size * shareOf(character);
  return width;
}

const shareOf = (character: string): number =>
  character > '\u2E7F'
    ? 1
    : /[MW@%—]/u.test(character)
      ? 1
      : /[A-Zmw&]/u.test(character)
        ? 0.76
        : character === ' '
          ? 0.4
          : 0.62;

/** A text in lines that are no wider than the room; letters and digits that belong together stay together where they fit. */
export function wrap(text: string, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.match(/[\w.\-/]+|\s+|./gsu) ?? []) {
    const parts = widthOf(word) > room ? Array.from(word) : [word];
    for (const part of parts) {
      if (line !== '' && widthOf(line + part) > room) {
        lines.push(line.trimEnd());
        line = part.trimStart();
      } else line += part;
    }
  }
  return [...lines, line.trimEnd()].filter((one) => one !== '');
}

type Named = Pick<SystemBox, 'code' | 'name' | 'count' | 'over'>;

function boxAt(box: Named, place: { x: number; y: number; width: number; level: number }): PlacedBox {
  const room = place.width - PAD * 2;
  const name = wrap(shorten(`${box.code} ${box.name}`.trim(), LONGEST), room);
  const count = wrap(tellCount(box), room);
  return { ...place, name, count, height: (name.length + count.length) * TYPE.line + PAD * 2, over: box.over > 0 };
}

/** A box with those below it under each other. */
function stack(box: SystemBox, x: number, y: number, width: number, level: number): Omit<Layout, 'width'> {
  const own = boxAt(box, { x, y, width, level });
  const result: Omit<Layout, 'width'> = { boxes: [own], lines: [], height: own.height };
  for (const child of box.below) {
    const below = stack(child, x + INDENT, y + result.height + GAP.box, width - INDENT, level + 1);
    const [first] = below.boxes;
    if (first === undefined) continue;
    const middle = first.y + first.height / 2;
    result.lines.push(
      [
        [x + INDENT / 2, own.y + own.height],
        [x + INDENT / 2, middle],
        [first.x, middle],
      ],
      ...below.lines,
    );
    result.boxes.push(...below.boxes);
    result.height += GAP.box + below.height;
  }
  return result;
}

const heightIn = (boxes: readonly SystemBox[], width: number): number =>
  boxes.reduce((sum, box) => sum + stack(box, 0, 0, width, 1).height + GAP.box, 0);

/** The boxes below a sub-system in columns of about the same height, in their order. */
function inColumns(boxes: readonly SystemBox[], columns: number, width: number): SystemBox[][] {
  const result: SystemBox[][] = [[]];
  let left = heightIn(boxes, width);
  let height = 0;
  for (const box of boxes) {
    const own = heightIn([box], width);
    const share = (left + height) / (columns - result.length + 1);
    if (height > 0 && result.length < columns && height + own / 2 > share) {
      result.push([]);
      height = 0;
    }
    result.at(-1)?.push(box);
    height += own;
    left -= own;
  }
  return result;
}

/** How many columns each sub-system of a row has: the tallest gets another one as long as there is room and need. */
function columnsOf(groups: readonly SystemBox[], room: number): number[] {
  const columns = groups.map(() => 1);
  const widthFor = (): number => SHEET.width / Math.max(1, total());
  const total = (): number => columns.reduce((sum, one) => sum + one, 0);
  const heightOf = (at: number): number =>
    Math.max(
      ...inColumns(groups[at]?.below ?? [], columns[at] ?? 1, widthFor()).map((some) => heightIn(some, widthFor())),
    );
  while (total() < MOST_COLUMNS) {
    const heights = groups.map((_, at) => heightOf(at));
    const tallest = heights.indexOf(Math.max(...heights));
    const { below = [] } = groups[tallest] ?? {};
    if ((heights[tallest] ?? 0) <= room || (columns[tallest] ?? 1) >= below.length) break;
    columns[tallest] = (columns[tallest] ?? 1) + 1;
  }
  return columns;
}

/** One row of sub-systems with what is below them, hung on a line at the top. */
function band(groups: readonly SystemBox[], y: number, room: number): Omit<Layout, 'width'> & { hooks: number[] } {
  const columns = columnsOf(groups, room);
  const inner = SHEET.width - SHEET.margin * 2;
  const all = columns.reduce((sum, one) => sum + one, 0);
  const slot = Math.min(WIDEST, inner / Math.max(1, all));
  let x = SHEET.margin + (inner - slot * all) / 2;
  const result: Omit<Layout, 'width'> & { hooks: number[] } = { boxes: [], lines: [], height: 0, hooks: [] };
  const heads = groups.map((group, at) =>
    boxAt(group, { x: 0, y, width: slot * (columns[at] ?? 1) - GAP.column, level: 0 }),
  );
  const tallest = Math.max(0, ...heads.map(({ height }) => height));
  for (const [at, group] of groups.entries()) {
    const own = heads[at];
    if (own === undefined) continue;
    const placed = { ...own, x: x + GAP.column / 2, height: tallest };
    result.boxes.push(placed);
    result.hooks.push(placed.x + placed.width / 2);
    for (const [place, some] of inColumns(group.below, columns[at] ?? 1, slot - GAP.column - INDENT).entries()) {
      const trunk = placed.x + slot * place + INDENT / 2;
      let down = y + tallest + GAP.box;
      for (const box of some) {
        const below = stack(box, placed.x + slot * place + INDENT, down, slot - GAP.column - INDENT, 1);
        const middle = down + (below.boxes[0]?.height ?? 0) / 2;
        result.lines.push(
          [
            [trunk, y + tallest],
            [trunk, middle],
            [placed.x + slot * place + INDENT, middle],
          ],
          ...below.lines,
        );
        result.boxes.push(...below.boxes);
        down += below.height + GAP.box;
      }
      result.height = Math.max(result.height, down - y);
    }
    x += slot * (columns[at] ?? 1);
  }
  return result;
}

/**
 * The places of all boxes: `whole` at the top, the sub-systems below it in as few rows as there is room for. No box overlaps
 * another one and no text is wider than its box; a system that is too large for a sheet makes it longer.
 */
export function layOut(whole: Named, groups: readonly SystemBox[]): Layout {
  const width = Math.min(420, SHEET.width / 2);
  const root = boxAt(whole, { x: (SHEET.width - width) / 2, y: SHEET.margin, width, level: 0 });
  const rows = Math.max(1, Math.ceil(groups.length / MOST_COLUMNS));
  const each = Math.ceil(groups.length / rows);
  const layout: Layout = { width: SHEET.width, height: 0, boxes: [root], lines: [] };
  let y = root.y + root.height + GAP.level;
  const room = (SHEET.height - y - SHEET.margin * 2) / rows - 60;
  const middle = root.x + root.width / 2;
  for (let row = 0; row < rows && groups.length > 0; row += 1) {
    const { boxes, lines, height, hooks } = band(groups.slice(row * each, (row + 1) * each), y, room);
    const bus = y - GAP.level / 2;
    // Rows further down hang on a line at the left edge.
    const from: Corners =
      row === 0 ? [[middle, root.y + root.height]] : [[SHEET.margin / 2, root.y + root.height + GAP.level / 2]];
    for (const hook of hooks) layout.lines.push([...from, [from[0]?.[0] ?? middle, bus], [hook, bus], [hook, y]]);
    if (row === 1)
      layout.lines.push([
        [middle, root.y + root.height + GAP.level / 2],
        [SHEET.margin / 2, root.y + root.height + GAP.level / 2],
      ]);
    layout.boxes.push(...boxes);
    layout.lines.push(...lines);
    y += height + GAP.level;
  }
  layout.height = Math.ceil(y + SHEET.margin);
  return layout;
}
