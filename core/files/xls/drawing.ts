const HEADER = 8;
const CONTAINER = 0xf;
const ANCHOR = 0xf010;

/** The cell on which the last shape of a drawing record begins ([MS-ODRAW], client anchor of a sheet). */
export function anchorIn(data: DataView): { row: number; column: number } | undefined {
  let found: { row: number; column: number } | undefined;
  for (let at = 0; at + HEADER <= data.byteLength; ) {
    const version = data.getUint16(at, true) & CONTAINER;
    const type = data.getUint16(at + 2, true);
    const inside = at + HEADER;
    if (type === ANCHOR && inside + 8 <= data.byteLength)
      found = { column: data.getUint16(inside + 2, true), row: data.getUint16(inside + 6, true) };
    // A container is looked through.
    at = version === CONTAINER ? inside : inside + data.getUint32(at + 4, true);
  }
  return found;
}
