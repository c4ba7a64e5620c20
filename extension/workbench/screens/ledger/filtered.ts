import type { EntryFilter } from '../../../../core/ledger/search.ts';

/** Whether a filter lets evidence alone through: what everybody sees first. */
export const isEvidence = ({ kinds }: EntryFilter): boolean => kinds?.length === 1 && kinds[0] === 'evidence';

/** Whether the person looks for something. */
export const isFiltered = (filter: EntryFilter): boolean =>
  Object.entries(filter).some(([name, part]) => part !== undefined && name !== 'kinds') ||
  (filter.kinds !== undefined && !isEvidence(filter));

/** Parts of a filter that stand in a row of their own, which is closed at first. */
export const MORE = ['person', 'service', 'standard'] as const;
