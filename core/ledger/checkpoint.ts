import { decodeBase64, encodeBase64 } from '../base/base64.ts';
import { canonicalJson } from '../base/canonical.ts';
import { sha256Now } from '../base/hash.ts';
import type { ChainHead } from './entry.ts';
import type { CheckpointPayload } from './kinds/index.ts';

/*
 * A checkpoint says where the chain ended at its time, signed by a key that cannot be taken out of the browser's
 * installation. Whoever redoes a chain elsewhere cannot sign so; whoever sits at the same computer can. It shortens the check
 * at opening: only what came after the last one is looked at.
 */

export type Signature = NonNullable<CheckpointPayload['signature']>;

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;
const encoder = new TextEncoder();

/** What is signed: the chain, where it ended, and the SM3 where there is one. */
export const checkpointText = (chain: string, { head, count, sm3 }: CheckpointPayload): string =>
  canonicalJson({ chain, count, head, ...(sm3 === undefined ? {} : { sm3 }) });

/** A new key of an installation: the private half can be used and never read. Needs Web Crypto. */
export const newSigningKey = (): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify']);

/** The checkpoint at a head, signed. */
export async function signedCheckpoint(
  { chain, sequence: count, hash: head }: ChainHead,
  { privateKey, publicKey }: CryptoKeyPair,
  sm3?: string,
): Promise<CheckpointPayload> {
  const payload: CheckpointPayload = { head, count, ...(sm3 === undefined ? {} : { sm3 }) };
  const signed = await crypto.subtle.sign(SIGNING, privateKey, encoder.encode(checkpointText(chain, payload)));
  const key = await crypto.subtle.exportKey('raw', publicKey);
  const text = (bytes: ArrayBuffer): string => new TextDecoder().decode(encodeBase64(new Uint8Array(bytes)));
  return { ...payload, signature: { algorithm: 'ECDSA-P256-SHA256', publicKey: text(key), value: text(signed) } };
}

/** Short name of a key, to tell keys apart and to print: the first digits of the SHA-256 of its public half. */
export const keyName = ({ publicKey }: Signature): string => sha256Now(publicKey).slice(0, 16);

/**
 * Whether the signature of a checkpoint fits what it says; undefined where that cannot be told: it is not signed, or there is no
 * Web Crypto (a page opened from disk in some browsers).
 */
export async function isSignedRight(chain: string, payload: CheckpointPayload): Promise<boolean | undefined> {
  const { signature } = payload;
  const subtle = globalThis.crypto?.subtle;
  if (signature === undefined || subtle === undefined) return undefined;
  const bytesOf = (text: string): Uint8Array<ArrayBuffer> | undefined =>
    decodeBase64(encoder.encode(text)) as Uint8Array<ArrayBuffer> | undefined;
  const [raw, value] = [bytesOf(signature.publicKey), bytesOf(signature.value)];
  if (raw === undefined || value === undefined) return false;
  try {
    const key = await subtle.importKey('raw', raw, ALGORITHM, false, ['verify']);
    return await subtle.verify(SIGNING, key, value, encoder.encode(checkpointText(chain, payload)));
  } catch {
    // No point of the curve.
    return false;
  }
}
