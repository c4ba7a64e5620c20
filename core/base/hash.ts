import { sha256 as sha256OfBytes } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

const encoder = new TextEncoder();

/** SHA-256 of short text or bytes, at once, as 64 lower-case hex digits. For megabytes use `sha256`. */
export function sha256Now(data: string | Uint8Array): string {
  return bytesToHex(sha256OfBytes(typeof data === 'string' ? encoder.encode(data) : data));
}

/** Fewer bytes than this are done here before the platform has begun. */
const SMALL = 32_768;

/** SHA-256 of any data, by the platform (Web Crypto) where there is much and it has one: pages from a disk may not. */
export async function sha256(data: string | Uint8Array): Promise<string> {
  const bytes = typeof data === 'string' ? encoder.encode(data) : data;
  if (bytes.length < SMALL || globalThis.crypto?.subtle === undefined) return sha256Now(bytes);
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)));
}

/** SHA-256 of what comes in pieces: `take` each in order, then `end` once, which gives 64 lower-case hex digits. */
export function sha256OfPieces(): { take(bytes: Uint8Array): void; end(): string } {
  const hash = sha256OfBytes.create();
  return { take: (bytes) => void hash.update(bytes), end: () => bytesToHex(hash.digest()) };
}
