const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Names of streams stand in directory entries of this length, as UTF-16, their length in bytes at NAME_LENGTH. */
const ENTRY = 128;
const NAME_LENGTH = 64;

/** True for a compound file (the container of old Office files, and of encrypted new ones) with a stream of this name. */
export function hasStream(bytes: Uint8Array, name: string): boolean {
  if (!MAGIC.every((byte, index) => bytes[index] === byte)) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = 2 * name.length + 2;
  for (let at = 0; at + ENTRY <= bytes.length; at += ENTRY) {
    if (view.getUint16(at + NAME_LENGTH, true) !== length) continue;
    if (Array.from(name).every((sign, index) => view.getUint16(at + 2 * index, true) === sign.charCodeAt(0)))
      return true;
  }
  return false;
}
