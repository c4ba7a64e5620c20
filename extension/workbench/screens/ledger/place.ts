import { hashOf } from '../../route.ts';

/** What of the ledger is shown: one entry, or the evidence of one item of the scorecard. */
export type LedgerPlace = { sequence: number } | { indicator: string };

/** What an address asks of the ledger; undefined for the whole of it, and for what is no place of it. */
export function readLedgerPlace(parameter: string | undefined): LedgerPlace | undefined {
  if (parameter === undefined) return undefined;
  if (/^\d{1,9}$/.test(parameter)) return Number(parameter) > 0 ? { sequence: Number(parameter) } : undefined;
  return /^C\d{1,3}$/.test(parameter) ? { indicator: parameter } : undefined;
}

export const hashOfLedger = (): string => hashOf('ledger');
export const hashOfEntry = (sequence: number): string => hashOf('ledger', sequence);
/** The list with the evidence of one item (C10) alone. */
export const hashOfEvidence = (indicator: string): string => hashOf('ledger', indicator);
