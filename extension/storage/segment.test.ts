import { describe, expect, it } from 'vitest';
import { fc } from '../../core/base/testing.ts';
import { sampleLedger } from '../../core/ledger/testing.ts';
import { firstOfRow, firstOfSegment, pack, packSegment, ROW, recordsOf, SEGMENT, unpack } from './segment.ts';

describe('a packed row', () => {
  it('gives back what was packed; what is not there stays so', () => {
    const part = fc.option(fc.uint8Array({ minLength: 1, maxLength: 20 }), { nil: undefined });
    fc.assert(
      fc.property(fc.array(part, { maxLength: ROW }), (parts) => {
        const row = pack(parts);
        expect(unpack(row).map((one) => one && [...one])).toEqual(parts.map((one) => one && [...one]));
        // Nothing else is stored with it: not the buffer of which a part may be a view.
        expect(row.bytes.buffer.byteLength).toBe(row.bytes.length);
      }),
    );
  });

  it('that is damaged gives as much as it has, and throws nothing', () => {
    const row = pack([new Uint8Array([1, 2]), new Uint8Array([3])]);
    expect(unpack({ ...row, bytes: new Uint8Array() })).toEqual([undefined, undefined]);
    expect(unpack({ ...row, ends: Uint32Array.of(9, 1) })).toEqual([row.bytes, undefined]);
    expect(unpack({} as typeof row)).toEqual([]);
  });
});

describe('a segment', () => {
  it('begins at 1, 257, 513, and its rows at 1, 17, 33', () => {
    expect([1, 2, 256, 257, 512, 513].map(firstOfSegment)).toEqual([1, 1, 1, 257, 257, 513]);
    expect([1, 16, 17, 32, 256, 257].map(firstOfRow)).toEqual([1, 1, 17, 17, 241, 257]);
  });

  it('holds every record under its sequence, and the same bytes for the same records', async () => {
    const records = (await sampleLedger(SEGMENT)).stored().map(({ entry, payload }, index) => ({
      entry,
      ...(payload === undefined || index % 7 === 0 ? {} : { payload }),
    }));
    const packed = packSegment(257, records);
    expect(packSegment(257, records)).toEqual(packed);
    const found = packed.entries.flatMap(({ first, row }, at) => recordsOf(first, row, packed.payloads[at]?.row));
    expect(found).toEqual(records.map((record, index) => ({ sequence: 257 + index, ...record })));
  });
});
