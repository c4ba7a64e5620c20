/** Numbers of a piece of bytes, all little end first. Asking beyond its end throws RangeError. */
export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** A list of places in the text with a piece of data between each and the next (PLC). */
export interface Plc {
  /** One more than there are pieces. */
  places: number[];
  pieces: Uint8Array[];
}

/** @param size bytes of a piece of data */
export function readPlc(bytes: Uint8Array, size: number): Plc {
  const count = Math.max(0, Math.floor((bytes.length - 4) / (4 + size)));
  if (bytes.length < 4) return { places: [], pieces: [] };
  const view = viewOf(bytes);
  const from = 4 * (count + 1);
  return {
    places: Array.from({ length: count + 1 }, (_, index) => view.getUint32(4 * index, true)),
    pieces: Array.from({ length: count }, (_, index) => bytes.subarray(from + size * index, from + size * (index + 1))),
  };
}
