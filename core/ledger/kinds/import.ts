import { v } from '../../base/schema.ts';
import { firstVersion, kind } from '../kind.ts';
import { count, digest, list, text } from '../shapes.ts';

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

const second = v.strictObject({
  /** restore: this installation's own chain came back; merge: the chains of others stand beside it from then on. */
  way: v.picklist(['restore', 'merge']),
  /** The bundles; '' for what is not known of one. */
  sources: list(v.strictObject({ name: text, fingerprint: digest, exportedAt: text, unit: text, count })),
  /** Where each chain ended that was taken in; '' as its name where that was not noted. */
  chains: list(v.strictObject({ chain: text, sequence: count, hash: digest })),
  /** Entries that were missing here and were added. */
  added: count,
  /** What a person was asked before, and said yes to. */
  agreed: list(text),
});

export const imported = kind(
  '导入',
  firstVersion(first).next(second, ({ name, fingerprint, count: entries, added, head }) => ({
    way: 'restore' as const,
    sources: [{ name, fingerprint, exportedAt: '', unit: '', count: entries }],
    chains: [{ chain: '', sequence: entries, hash: head }],
    added,
    agreed: [],
  })),
);
