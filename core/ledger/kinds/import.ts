import { v } from '../../base/schema.ts';
import { firstVersion, kind } from '../kind.ts';
import { count, digest, text } from '../shapes.ts';

/** A bundle from which the ledger was restored. */
const first = v.strictObject({
  name: text,
  /** The digest that stands in the bundle and binds all of it. */
  fingerprint: digest,
  /** Entries of the bundle, and how many of them were missing here and were added. */
  count,
  added: count,
  /** Hash of the bundle's last entry. */
  head: digest,
});

export const imported = kind('导入', firstVersion(first));
