/*
 * The records of a zip archive (PKWARE APPNOTE) in the one way in which ours are written: names in UTF-8, one fixed time,
 * sizes in front of each member, nothing between members, the directory in their order, zip64 where the numbers ask for it.
 * Reading makes the same bytes anew and compares: so every byte of such an archive is bound.
 */

/** A member as the records tell of it. */
export interface ZipMember {
  name: string;
  /** 0 as it is, 8 deflated. */
  method: number;
  crc: number;
  /** Bytes in the archive, and of the member itself. */
  zipped: number;
  size: number;
  /** Where its local header begins. */
  offset: number;
}

export const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
/** Bytes of a local header in front of its name. */
export const LOCAL_LENGTH = 30;

const MOST_16 = 0xffff;
const MOST_32 = 0xffffffff;
const UTF_8 = 0x0800;
const [VERSION, VERSION_64] = [20, 45];
/** 1980-01-01, 00:00: the first time that a zip can tell. */
const [DAY, TIME] = [0x21, 0];

const encoder = new TextEncoder();

/** Numbers of 2, 4 and 8 bytes in a row, little end first. */
function fields(...numbers: readonly (readonly [bytes: 2 | 4 | 8, value: number])[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(numbers.reduce((length, [bytes]) => length + bytes, 0)));
  let at = 0;
  for (const [bytes, value] of numbers) {
    if (bytes === 2) view.setUint16(at, value, true);
    else if (bytes === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}

/** What the local header and the directory say alike of a member. */
const common = ({ method, crc, zipped, size }: ZipMember, name: Uint8Array, extra: number) =>
  [
    [2, UTF_8],
    [2, method],
    [2, TIME],
    [2, DAY],
    [4, crc],
    [4, zipped],
    [4, size],
    [2, name.length],
    [2, extra],
  ] as const;

/** The bytes in front of a member. */
export function localHeader(member: ZipMember): Uint8Array[] {
  const name = encoder.encode(member.name);
  return [fields([4, LOCAL], [2, VERSION], ...common(member, name, 0)), name];
}

/** What the directory says of a member. */
function centralHeader(member: ZipMember): Uint8Array[] {
  const name = encoder.encode(member.name);
  const far = member.offset > MOST_32;
  // Zip64: number of the field, its length, the offset.
  const extra = far ? fields([2, 1], [2, 8], [8, member.offset]) : new Uint8Array();
  const version = far ? VERSION_64 : VERSION;
  return [
    fields(
      [4, CENTRAL],
      [2, version],
      [2, version],
      ...common(member, name, extra.length),
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, far ? MOST_32 : member.offset],
    ),
    name,
    extra,
  ];
}

/** Everything behind the last member, which ends at `start`; member by member, so that many are never held at once. */
export function* directory(members: readonly ZipMember[], start: number): Generator<Uint8Array> {
  let length = 0;
  for (const member of members)
    for (const part of centralHeader(member)) {
      length += part.length;
      if (part.length > 0) yield part;
    }
  const { length: count } = members;
  if (count > MOST_16 || start > MOST_32 || start + length > MOST_32) {
    yield fields(
      [4, END_64],
      [8, 44],
      [2, VERSION_64],
      [2, VERSION_64],
      [4, 0],
      [4, 0],
      [8, count],
      [8, count],
      [8, length],
      [8, start],
    );
    yield fields([4, LOCATOR_64], [4, 0], [8, start + length], [4, 1]);
  }
  const few = Math.min(count, MOST_16);
  yield fields(
    [4, END],
    [2, 0],
    [2, 0],
    [2, few],
    [2, few],
    [4, Math.min(length, MOST_32)],
    [4, Math.min(start, MOST_32)],
    [2, 0],
  );
}
