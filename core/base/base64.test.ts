import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { decodeBase64, encodeBase64 } from './base64.ts';
import { fc } from './testing.ts';

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('base64', () => {
  it('is what others write, and comes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const encoded = encodeBase64(bytes);
        expect(text(encoded)).toBe(Buffer.from(bytes).toString('base64'));
        expect(decodeBase64(encoded)).toEqual(new Uint8Array(bytes));
      }),
    );
  });

  it('is read in one way only: whatever is read is written the same again', () => {
    const some = fc.string({ unit: fc.constantFrom(...'ABwx/+9=- \n甲'), maxLength: 9 });
    fc.assert(
      fc.property(some, (given) => {
        const bytes = decodeBase64(ascii(given));
        if (bytes !== undefined) expect(text(encodeBase64(bytes))).toBe(given);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(['QQ=', 'QQ', 'QR==', 'QUF=', 'Q===', '====', 'QUFB\n', ' QUFB', 'QU-B', 'QUFBQQ==QUFB', 'Q=='])(
    'refuses %j',
    (given) => {
      expect(decodeBase64(ascii(given))).toBeUndefined();
    },
  );

  it('of nothing is nothing', () => {
    expect(encodeBase64(new Uint8Array())).toEqual(new Uint8Array());
    expect(decodeBase64(new Uint8Array())).toEqual(new Uint8Array());
  });
});
