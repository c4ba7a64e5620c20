import type { EntryKind } from './kinds/index.ts';

/** Kinds whose contents a person may have dropped: nothing of the chain, of a sheet or of another entry rests on them. */
export const REDACTABLE: ReadonlySet<EntryKind> = new Set([
  'evidence',
  'note',
  'decision',
  'waiver',
  'check',
  'capture',
]);
