import { describe, expect, it } from 'vitest';
import { fc } from '../../core/base/testing.ts';
import { sampleLedger } from '../../core/ledger/testing.ts';
import {
  firstOfRow,
  firstOfSegment,
  isPackable,
  type Packed,
  pack,
  packSegment,
  ROW,
  recordsOf,
  SEGMENT,
  unpack,
} from './segment.ts';

describe('a packed row', () => {
  it('gives back what was packed; what is not there stays so', () => {
    const byte = fc.integer({ min: 0, max: 255 }).filter((value) => value !== 0x0a);
    const part = fc.option(
      fc.array(byte, { minLength: 1, maxLength: 20 }).map((bytes) => Uint8Array.from(bytes)),
      {
        nil: undefined,
      },
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: ROW }), (parts) => {
        const { lines } = pack(parts);
        expect(unpack({ lines }).map((one) => one && [...one])).toEqual(parts.map((one) => one && [...one]));
        // Nothing else is stored with it: not the buffer of which a part may be a view.
        expect(lines.buffer.byteLength).toBe(lines.length);
      }),
    );
  });

  it('that is damaged gives as much as it has, and throws nothing', () => {
    expect(unpack({ lines: new Uint8Array() })).toEqual([undefined]);
    expect(unpack({ lines: new Uint8Array(100).fill(0x0a) })).toEqual(Array.from({ length: ROW }, () => undefined));
    expect(unpack({} as Packed)).toEqual([]);
    expect(recordsOf(1, {} as Packed, undefined)).toEqual([]);
    const noText = pack([Uint8Array.of(0xff), Uint8Array.of(0x61)]);
    expect(recordsOf(1, noText, undefined)).toEqual([
      { sequence: 1, entry: Uint8Array.of(0xff) },
      { sequence: 2, entry: Uint8Array.of(0x61) },
    ]);
  });

  it('takes no bytes with a line feed', () => {
    const [one, other] = [Uint8Array.of(1), Uint8Array.of(0x0a)];
    expect(isPackable({ entry: one })).toBe(true);
    expect(isPackable({ entry: one, payload: one })).toBe(true);
    expect(isPackable({ entry: other, payload: one })).toBe(false);
    expect(isPackable({ entry: one, payload: other })).toBe(false);
  });
});

describe('a segment', () => {
  it('begins at 1, 257, 513, and its rows at 1, 33, 65', () => {
    expect([1, 2, 256, 257, 512, 513].map(firstOfSegment)).toEqual([1, 1, 1, 257, 257, 513]);
    expect([1, 32, 33, 64, 256, 257].map(firstOfRow)).toEqual([1, 1, 33, 33, 225, 257]);
  });

  it('holds every record under its sequence, and the same bytes for the same records', async () => {
    const records = (await sampleLedger(SEGMENT)).stored().map(({ entry, payload }, index) => ({
      entry,
      ...(payload === undefined || index % 7 === 0 ? {} : { payload }),
    }));
    const packed = packSegment(257, records);
    expect(packSegment(257, records)).toEqual(packed);
    const found = packed.entries.flatMap(({ first, row }, at) => recordsOf(first, row, packed.payloads[at]?.row));
    const text = (entry: Uint8Array): string => new TextDecoder().decode(entry);
    expect(found).toEqual(
      records.map((record, index) => ({ sequence: 257 + index, text: text(record.entry), ...record })),
    );
  });
});
