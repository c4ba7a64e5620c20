import { viewOf } from './bytes.ts';

/** Properties of paragraphs, runs, rows and sections that are read here, by their codes (MS-DOC 2.6). */
export const SPRM = {
  paragraphStyle: 0x4600,
  outline: 0x2640,
  listLevel: 0x260a,
  list: 0x460b,
  inTable: 0x2416,
  rowEnd: 0x2417,
  depth: 0x6649,
  innerCellEnd: 0x244b,
  innerRowEnd: 0x244c,
  elsewhere: 0x6646,
  elsewhereOld: 0x6645,
  row: 0xd608,
  verticalMerge: 0xd62b,
  horizontalMerge: 0x5624,
  deleted: 0x0800,
  inserted: 0x0801,
  hidden: 0x083c,
  special: 0x0855,
  runStyle: 0x4a30,
  dataAt: 0x6a03,
  isData: 0x0806,
  isObject: 0x080a,
  symbol: 0x6a09,
  titlePage: 0x300a,
} as const;

/** Bytes of an operand by the three highest bits of its code; -1 where the operand itself says. */
const SIZES = [1, 1, 2, 4, 2, 2, -1, 3];
const TAB_STOPS = 0xc615;

/** Goes through a list of properties; ends at one whose operand is cut off. */
export function eachSprm(list: Uint8Array, take: (code: number, operand: Uint8Array) => void): void {
  const view = viewOf(list);
  for (let at = 0; at + 2 < list.length; ) {
    const code = view.getUint16(at, true);
    at += 2;
    let size = SIZES[code >> 13] ?? 1;
    if (size < 0) {
      if (code === SPRM.row) {
        if (at + 2 > list.length) return;
        size = view.getUint16(at, true) - 1;
        at += 2;
      } else {
        size = list[at] ?? 0;
        at += 1;
        if (code === TAB_STOPS && size === 0xff) size = tabStops(list, at);
      }
    }
    if (size < 0 || at + size > list.length) return;
    take(code, list.subarray(at, at + size));
    at += size;
  }
}

/** Length of a change of more tab stops than one byte can count: those that go, then those that come. */
function tabStops(list: Uint8Array, at: number): number {
  const gone = list[at] ?? 0;
  const come = list[at + 1 + 4 * gone] ?? 0;
  return 2 + 4 * gone + 3 * come;
}

export const byteOf = (operand: Uint8Array): number => operand[0] ?? 0;
export const shortOf = (operand: Uint8Array): number => byteOf(operand) | ((operand[1] ?? 0) << 8);
export const longOf = (operand: Uint8Array): number => viewOf(operand).getUint32(0, true);
