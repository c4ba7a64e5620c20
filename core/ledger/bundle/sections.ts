import { sha256 } from '../../base/hash.ts';
import { LIMITS } from '../limits.ts';
import {
  type ChainCheck,
  type ChainReport,
  type CheckOptions,
  checkChain,
  makeFault,
  type RecordToCheck,
} from '../verify.ts';
import { invalid } from './format.ts';
import type { ChainEnd, Part } from './format-2.ts';
import { type BundlePart, checkedRecords } from './reading.ts';

/** Records that are hashed side by side, by number and by bytes. */
const BATCH = { records: 256, bytes: 8_000_000 };

/** A chain of the file while it is read. */
export interface Section {
  chain: string;
  check: ChainCheck;
  count: number;
}

/** A chain without any entry: what is only named. */
export const emptySection = (chain: string): Section => ({ chain, check: checkChain(chain), count: 0 });

/** What a bundle tells piece by piece: all but its end. */
export type Piece = Exclude<Part, { is: 'last' }>;

/**
 * Takes the pieces of a bundle in order, whatever the format, and keeps what the report needs of them. `options` are asked at
 * each chain. Holds a batch of records, or a blob.
 */
export function takeSections(name: string, options: () => CheckOptions) {
  const sections: Section[] = [];
  /** Records of the last section that were not checked yet. To the last one of them pieces may still come. */
  let batch: (RecordToCheck & { blobs: string[] })[] = [];
  let bytes = 0;
  let entries = 0;
  /** What was made known and not handed on yet: at most a batch, or a blob. */
  const parts: BundlePart[] = [];

  const checkBatch = async (): Promise<void> => {
    const [section, some] = [sections.at(-1), batch];
    [batch, bytes] = [[], 0];
    if (section !== undefined) parts.push(...(await checkedRecords(section.check, some)));
  };
  const takeEntry = async (stored: Uint8Array, section: Section): Promise<void> => {
    entries += 1;
    if (entries > LIMITS.entries) throw invalid(name, 'too-many-entries', { limit: LIMITS.entries });
    if (batch.length >= BATCH.records || bytes >= BATCH.bytes) await checkBatch();
    section.count += 1;
    batch.push({ entry: stored, blobs: [] });
    bytes += stored.length;
  };

  return {
    sections,
    parts,
    /** False for a piece that stands where it cannot. */
    take: async (piece: Piece): Promise<boolean> => {
      const [section, record] = [sections.at(-1), batch.at(-1)];
      if (piece.is === 'chain') {
        await checkBatch();
        if (sections.length === LIMITS.chains) throw invalid(name, 'too-many-chains', { limit: LIMITS.chains });
        sections.push({ chain: piece.chain, check: checkChain(piece.chain, options()), count: 0 });
      } else if (piece.is === 'entry' && section !== undefined) await takeEntry(piece.stored, section);
      else if (
        piece.is === 'payload' &&
        record !== undefined &&
        record.payload === undefined &&
        record.blobs.length === 0
      ) {
        record.payload = piece.payload;
        bytes += piece.payload.length;
      } else if (piece.is === 'blob' && record !== undefined && record.blobs.length < LIMITS.blobs) {
        const digest = await sha256(piece.blob);
        record.blobs.push(digest);
        // Whoever takes records with their blobs holds those of a batch.
        bytes += piece.blob.length;
        parts.push({ is: 'blob', blob: piece.blob, digest });
      } else return false;
      return true;
    },
    /** Nothing more comes: what was not checked yet is. */
    end: checkBatch,
  };
}

/** What was found out about a chain, and whether it ends where the bundle says. `cut`: some of it could not be read. */
export function endReport({ chain, check, count }: Section, end: ChainEnd | undefined, cut = false): ChainReport {
  const report = check.end(end && { sequence: end.sequence, hash: end.hash }, cut);
  if (report.fault !== undefined || end === undefined || end.count === count) return report;
  return { ...report, fault: makeFault('count-differs', chain, 0, { expected: end.count, count }) };
}
