import { crc32 as known } from 'node:zlib';
import { expect, it } from 'vitest';
import { crc32 } from './crc32.ts';
import { fc } from './testing.ts';

it('is the CRC-32 that everybody has, of bytes of any length', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => crc32(bytes) === known(bytes)));
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
});
