import { viewOf } from './bytes.ts';

const HEAD = 68;
const TICK_BOX = 1;
/** The result says nothing: the standard state counts. */
const STANDARD = 25;

/** Whether the tick box whose facts stand at a place of the data stream is ticked; undefined when none stands there. */
export function isTicked(data: Uint8Array, at: number): boolean | undefined {
  if (at + HEAD + 10 > data.length) return undefined;
  const view = viewOf(data);
  const from = at + view.getUint16(at + 4, true);
  if (from + 12 > data.length || view.getUint32(from, true) !== 0xffffffff) return undefined;
  const bits = view.getUint16(from + 4, true);
  if ((bits & 3) !== TICK_BOX) return undefined;
  const result = (bits >> 2) & 0x1f;
  if (result !== STANDARD) return result === 1;
  const letters = view.getUint16(from + 10, true);
  const standard = from + 12 + 2 * letters + 2;
  return standard + 2 <= data.length && view.getUint16(standard, true) === 1;
}
