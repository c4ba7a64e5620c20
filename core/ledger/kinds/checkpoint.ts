import { v } from '../../base/schema.ts';
import { firstVersion, kind } from '../kind.ts';
import { count, digest } from '../shapes.ts';

const first = v.strictObject({ head: digest, count });

const base64 = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]+={0,2}$/), v.maxLength(1_000));

const second = v.strictObject({
  /** Where the chain ended when it was made: an entry before this one. */
  ...first.entries,
  /** SM3 over the entries up to there, one after another (see core/ledger/sm3.ts); left out where it was not asked for. */
  sm3: v.optional(digest),
  /** By the key of the installation, over `checkpointText`; left out where the browser could not sign. */
  signature: v.optional(
    v.strictObject({ algorithm: v.literal('ECDSA-P256-SHA256'), publicKey: base64, value: base64 }),
  ),
});

export const checkpoint = kind(
  '核对点',
  // None was signed until then.
  firstVersion(first).next(second, (payload) => payload),
);
