import { sha256Now } from '../../../../core/base/hash.ts';
import type { Place } from '../../../../core/ledger/entry.ts';
import { hashOf } from '../../route.ts';
import type { WorkbenchState } from '../../state.ts';

/** What of the ledger is shown: one entry, of another chain by its code, or the evidence of one item of the scorecard. */
export type LedgerPlace = { sequence: number; code?: string } | { indicator: string };

/** What an address asks of the ledger; undefined for the whole of it, and for what is no place of it. */
export function readLedgerPlace(parameter: string | undefined): LedgerPlace | undefined {
  if (parameter === undefined) return undefined;
  const [, number, code] = /^(\d{1,9})(?:\.([\da-f]{12}))?$/.exec(parameter) ?? [];
  if (Number(number) > 0) return { sequence: Number(number), ...(code === undefined ? {} : { code }) };
  return /^C\d{1,3}$/.test(parameter) ? { indicator: parameter } : undefined;
}

/** Stands for the name of a chain in an address: names come from bundles. */
export const codeOf = (chain: string): string => sha256Now(chain).slice(0, 12);

export const hashOfLedger = (): string => hashOf('ledger');
/** An entry of this computer's own chain, or of the one that is named. */
export const hashOfEntry = (sequence: number, chain?: string): string =>
  hashOf('ledger', chain === undefined ? sequence : `${sequence}.${codeOf(chain)}`);
/** The entry at a place, whichever chain that is. */
export const hashOfPlace = ({ chains }: WorkbenchState, { chain, sequence }: Place): string =>
  hashOfEntry(sequence, chain === chains.value?.own ? undefined : chain);
/** The list with the evidence of one item (C10) alone. */
export const hashOfEvidence = (indicator: string): string => hashOf('ledger', indicator);
