import { describe, expect, it } from 'vitest';
import { damaged, fc, fuzzRounds, problemCode } from '../../base/testing.ts';
import { compoundFile, compoundOf } from '../testing.ts';
import { hasStream, openCompound } from './cfb.ts';

const bytesOf = (length: number, seed: number): Uint8Array =>
  Uint8Array.from({ length }, (_, index) => (index * 31 + seed) % 251);
/** A short stream stands in the mini stream, a long one in sectors of its own. */
const STREAMS = { Short: bytesOf(100, 1), Empty: new Uint8Array(), Long: bytesOf(20_000, 2), Small: bytesOf(64, 3) };
const whole = compoundOf(STREAMS);
const edited = (edit: (view: DataView) => void, file = whole): Uint8Array => {
  const bytes = file.slice();
  edit(new DataView(bytes.buffer));
  return bytes;
};
/** Where the first sectors of the table, of the directory and of the short streams' table stand, by the header. */
const view = new DataView(whole.buffer);
const sectorAt = (sector: number): number => (sector + 1) * 512;
const TABLE = sectorAt(view.getUint32(76, true));
const DIRECTORY = sectorAt(view.getUint32(48, true));
const readAll = (bytes: Uint8Array): void => {
  const compound = openCompound(bytes, '甲.doc');
  for (const stream of Object.keys(STREAMS)) compound.read(stream);
};

describe('openCompound', () => {
  it.each([3, 4] as const)('reads short and long streams of version %i', (version) => {
    const compound = openCompound(compoundOf(STREAMS, version), '甲.doc');
    for (const [name, content] of Object.entries(STREAMS)) expect(compound.read(name)).toEqual(content);
    expect(compound.read('long')).toEqual(STREAMS.Long);
    expect([compound.has('Long'), compound.has('None'), compound.read('None')]).toEqual([true, false, undefined]);
  });

  it('reads a file whose table is too long for its header', () => {
    // 109 sectors of the table hold 109 * 128 sectors of the file: some seven megabytes.
    const long = bytesOf(7_500_000, 4);
    const read = openCompound(compoundOf({ Long: long }), '甲.doc').read('Long') ?? new Uint8Array();
    expect(Buffer.compare(read, long)).toBe(0);
  });

  it('does not take a stream inside a storage for one of the root', () => {
    const nested = compoundOf({ Short: STREAMS.Short, 'ObjectPool/WordDocument': STREAMS.Long });
    expect(openCompound(nested, '甲.xls').has('WordDocument')).toBe(false);
    expect(openCompound(nested, '甲.xls').has('ObjectPool')).toBe(false);
    expect(hasStream(nested, 'WordDocument')).toBe(false);
    expect(hasStream(nested, 'Short')).toBe(true);
  });

  it.each<[string, Uint8Array]>([
    ['no compound file', new TextEncoder().encode('文'.repeat(1000))],
    ['a header alone', whole.subarray(0, 512)],
    ['less than a header', whole.subarray(0, 100)],
    ['an odd sector size', edited((file) => file.setUint16(30, 31, true))],
    [
      'a directory in a circle',
      edited((file) => file.setUint32(TABLE + DIRECTORY / 128 - 4, DIRECTORY / 512 - 1, true)),
    ],
    ['a directory out of range', edited((file) => file.setUint32(48, 0x00ffffff, true))],
    ['a table out of range', edited((file) => file.setUint32(76, 0x00ffffff, true))],
    [
      'a list of the table in a circle',
      edited((file) => file.setUint32(68, 0, true), compoundOf({ Long: bytesOf(5000, 0).fill(0) })),
    ],
    ['an entry out of range', edited((file) => file.setUint32(DIRECTORY + 76, 9999, true))],
    ['a stream longer than the file', edited((file) => file.setUint32(DIRECTORY + 3 * 128 + 120, 0x7fffffff, true))],
  ])('names %s', (_, bytes) => {
    expect(problemCode(() => readAll(bytes))).toBe('file-not-office');
  });

  it('passes over entries that link to one another in a circle', () => {
    const circle = edited((file) => {
      for (const index of [1, 2, 3, 4])
        for (const link of [68, 72]) file.setUint32(DIRECTORY + 128 * index + link, 1, true);
    });
    expect(problemCode(() => readAll(circle))).toBe('none');
  });

  it('gives bytes or a coded problem for every damaged file', () => {
    const inFacts = fc.array(fc.tuple(fc.constantFrom(0, TABLE, DIRECTORY), fc.nat(511), fc.nat(255)), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(damaged(whole), inFacts, (bytes, facts) => {
        for (const [from, at, value] of facts) if (from + at < bytes.length) bytes[from + at] = value;
        expect(['none', 'file-not-office']).toContain(problemCode(() => readAll(bytes)));
        expect(typeof hasStream(bytes, 'Long')).toBe('boolean');
      }),
      { numRuns: fuzzRounds(), seed: 7 },
    );
  });
});

describe('hasStream', () => {
  it('finds the name in a file whose end is missing', () => {
    expect(hasStream(compoundFile(['WordDocument']), 'WordDocument')).toBe(true);
    expect(hasStream(compoundFile(['WordDocument']), 'Workbook')).toBe(false);
    expect(hasStream(whole, 'long')).toBe(true);
  });
});
