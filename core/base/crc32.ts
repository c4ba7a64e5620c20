/** Bytes that are taken at once. */
const STEP = 8;

/** For each of so many places the remainders of all bytes: that of place n is of a byte with n zeros behind it. */
const TABLES: readonly Int32Array[] = (() => {
  const first = Int32Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });
  const tables = [first];
  for (let last = first; tables.length < STEP; tables.push(last))
    last = last.map((value) => (value >>> 8) ^ (first[value & 255] ?? 0));
  return tables;
})();
const [T0, T1, T2, T3, T4, T5, T6, T7] = TABLES as [
  ...[Int32Array, Int32Array, Int32Array, Int32Array],
  ...[Int32Array, Int32Array, Int32Array, Int32Array],
];
/** Only with places that are inside. */
const at = (list: Int32Array | Uint8Array, place: number): number => list[place] as number;

/** CRC-32 of bytes, as zip archives have it. Blobs are hundreds of megabytes: eight at a time is twice as fast as one by one. */
export function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  let from = 0;
  for (; from + STEP <= bytes.length; from += STEP) {
    crc ^= at(bytes, from) | (at(bytes, from + 1) << 8) | (at(bytes, from + 2) << 16) | (at(bytes, from + 3) << 24);
    crc =
      at(T7, crc & 255) ^
      at(T6, (crc >>> 8) & 255) ^
      at(T5, (crc >>> 16) & 255) ^
      at(T4, crc >>> 24) ^
      at(T3, at(bytes, from + 4)) ^
      at(T2, at(bytes, from + 5)) ^
      at(T1, at(bytes, from + 6)) ^
      at(T0, at(bytes, from + 7));
  }
  for (; from < bytes.length; from += 1) crc = (crc >>> 8) ^ at(T0, (crc ^ at(bytes, from)) & 255);
  return ~crc >>> 0;
}
