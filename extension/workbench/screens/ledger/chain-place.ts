import type { LedgerEntry } from '../../../../core/ledger/entry.ts';
import { readPayload } from '../../../../core/ledger/kinds/index.ts';
import type { ChainReader } from '../../../storage/ledger-reader.ts';

/** What stands behind an entry in its chain. */
export interface Neighbours {
  next?: LedgerEntry;
  /** The first checkpoint that covers it. */
  checkpoint?: LedgerEntry;
}

/** Looks for what holds an entry in its place. */
export async function neighboursOf(
  reader: Pick<ChainReader, 'at' | 'search' | 'read'>,
  { sequence }: LedgerEntry,
): Promise<Neighbours> {
  const [next] = await reader.at([sequence + 1]);
  const later: LedgerEntry[] = [];
  for await (const page of reader.search({ kinds: ['checkpoint'] }, sequence)) later.push(...page);
  const around: Neighbours = next === undefined ? {} : { next };
  // Newest first as they come. Others may have written between a checkpoint and what it covers: nearly always the first does.
  for (const checkpoint of later.reverse()) {
    const record = await reader.read(checkpoint.sequence);
    const read = record && readPayload(record.entry, record.payload);
    if (read?.kind === 'checkpoint' && read.payload.count >= sequence) return { ...around, checkpoint };
  }
  return around;
}
