import type { GridCell } from './cells.ts';
import type { Layout } from './layout.ts';

const ARROW = /^[-—―]*[→⇒➔➜▶»>]+$/;
const FEWEST_STEPS = 3;

/**
 * The steps of a strip drawn as a table of one row: 提交 → 复稿 → 签发 → 结束, with cells for the arrows. Undefined when the
 * rows, given as cleaned texts, draw none.
 */
export function stepsOfStrip(rows: readonly (readonly string[])[]): string[] | undefined {
  let line: readonly string[] | undefined;
  for (const row of rows) {
    if (row.every((text) => text === '')) continue;
    if (line) return undefined;
    line = row;
  }
  if (!line) return undefined;
  const isGap = (text: string | undefined): boolean => text === '' || (text !== undefined && ARROW.test(text));
  const steps = line.filter((text) => !isGap(text));
  if (steps.length < FEWEST_STEPS || isGap(line.at(-1))) return undefined;
  return line.every((text, at) => isGap(text) || at === 0 || isGap(line[at - 1])) ? steps : undefined;
}

/** True for a table that only draws the steps of a flow. */
export function isStrip<Cell extends GridCell>({ slots }: Layout<Cell>): boolean {
  const lines = slots.filter((line) => line.some(({ text, cell }) => text !== '' || cell.hasBox || cell.own));
  const [line = []] = lines;
  return (
    lines.length === 1 &&
    !line.some(({ cell }) => cell.hasBox || cell.own) &&
    stepsOfStrip([line.map(({ text }) => text)]) !== undefined
  );
}
