import { chinaDay } from '../../base/dates.ts';
import type { LedgerEntry, LedgerRecord, Place } from '../../ledger/entry.ts';
import { readPayload } from '../../ledger/kinds/index.ts';
import { createStandings } from '../../ledger/standing.ts';
import { LEDGER_TYPES, recordTypeOfId } from '../../records/index.ts';
import { aboutRecord, type FilledRecord } from '../../records/kept-record.ts';
import type { RecordType } from '../../records/record-type.ts';

/** An entry as others name it. */
export type EntryRef = Pick<LedgerEntry, 'chain' | 'sequence' | 'hash'>;

/** A record that stands in the ledger: not taken back, and with no newer version behind it. */
export interface KeptRecord {
  at: EntryRef;
  place: Place;
  type: RecordType;
  record: FilledRecord;
  about: string;
  /** The fact's own day; '' when it is not known. */
  factOn: string;
  /** ISO day. */
  registeredOn: string;
  actor: string;
  /** Hashes of this entry and of all versions before it. */
  versions: ReadonlySet<string>;
  /** Hashes of the entries to which it, or a version before it, says that it belongs. */
  linked: ReadonlySet<string>;
}

/** Whether an entry may be a record: records are called by their type. Of all others no payload is read. */
export const mayBeRecord = ({ kind, subject }: LedgerEntry): boolean =>
  kind === 'evidence' && LEDGER_TYPES.some(({ name }) => subject.startsWith(name));

/** The records of a ledger as they stand after all that was said later, in the order of the chain. */
export async function keptRecords(
  records: Iterable<LedgerRecord> | AsyncIterable<LedgerRecord>,
): Promise<KeptRecord[]> {
  const standings = createStandings();
  const all = new Map<string, { kept: KeptRecord; replaces: string[] }>();
  for await (const one of records) {
    standings.take(one);
    const read = readPayload(one.entry, one.payload);
    const record = read?.kind === 'evidence' && !read.payload.sample ? read.payload.record : undefined;
    const type = record && recordTypeOfId(record.type);
    if (record === undefined || type === undefined) continue;
    const { chain, sequence, hash, factOn, registeredAt, actor } = one.entry;
    // The same entry may stand in two branches of a chain.
    if (all.has(hash)) continue;
    all.set(hash, {
      kept: {
        at: { chain, sequence, hash },
        place: { chain: one.branch ?? chain, sequence },
        type,
        record,
        about: aboutRecord(type, record),
        factOn,
        registeredOn: chinaDay(registeredAt),
        actor,
        versions: new Set([hash]),
        linked: new Set(record.links.filter(({ how }) => how !== 'replaces').map(({ to }) => to.hash)),
      },
      replaces: record.links.filter(({ how }) => how === 'replaces').map(({ to }) => to.hash),
    });
  }
  // One that was taken back replaces nothing: what it named stands again.
  const standing = [...all.values()].filter(
    ({ kept }) => standings.of({ ...kept.place, hash: kept.at.hash }).withdrawnBy === undefined,
  );
  const replaced = new Set(standing.flatMap(({ replaces }) => replaces));
  return standing.filter(({ kept }) => !replaced.has(kept.at.hash)).map(({ kept }) => withVersions(kept, all));
}

/** A record with all versions before it, and what those belonged to. */
function withVersions(
  kept: KeptRecord,
  all: ReadonlyMap<string, { kept: KeptRecord; replaces: string[] }>,
): KeptRecord {
  const [versions, linked] = [new Set<string>(), new Set<string>()];
  const waiting = [kept.at.hash];
  for (let hash = waiting.pop(); hash !== undefined; hash = waiting.pop()) {
    if (versions.has(hash)) continue;
    versions.add(hash);
    const one = all.get(hash);
    for (const other of one?.kept.linked ?? []) linked.add(other);
    waiting.push(...(one?.replaces ?? []));
  }
  return { ...kept, versions, linked };
}
