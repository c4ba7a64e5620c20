import { sha256 } from '../../base/hash.ts';
import { LIMITS } from '../limits.ts';
import { reportOn } from '../report.ts';
import {
  type ChainCheck,
  type ChainReport,
  type CheckOptions,
  checkChain,
  makeFault,
  outsideFault,
  type RecordToCheck,
} from '../verify.ts';
import { type AskedOfBundle, invalid, optionsFor } from './format.ts';
import { type BundleAbout, type ChainEnd, digestOf, type Part, readFirst, readPart } from './format-2.ts';
import { type Line, linesOf } from './lines.ts';
import { type BundlePart, type BundleReading, checkedRecords } from './reading.ts';

/** Records that are hashed side by side, by number and by bytes. */
const BATCH = { records: 256, bytes: 8_000_000 };

/** A chain of the file while it is read. */
interface Section {
  chain: string;
  check: ChainCheck;
  count: number;
}

/** Takes the lines behind the first one, in order, and keeps what the report needs of them. `options` are asked at each chain. */
function readLines(name: string, options: () => CheckOptions) {
  const sections: Section[] = [];
  /** Records of the last section that were not checked yet. To the last one of them lines may still come. */
  let batch: (RecordToCheck & { blobs: string[] })[] = [];
  let bytes = 0;
  let entries = 0;
  let last: Extract<Part, { is: 'last' }> | undefined;
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
    /** False for a line that is none of this format, or stands where it cannot. */
    take: async (line: Uint8Array): Promise<boolean> => {
      const part = last === undefined ? readPart(line) : undefined;
      const [section, record] = [sections.at(-1), batch.at(-1)];
      if (part?.is === 'chain') {
        await checkBatch();
        if (sections.length === LIMITS.chains) throw invalid(name, 'too-many-chains', { limit: LIMITS.chains });
        sections.push({ chain: part.chain, check: checkChain(part.chain, options()), count: 0 });
      } else if (part?.is === 'entry' && section !== undefined) await takeEntry(part.stored, section);
      else if (
        part?.is === 'payload' &&
        record !== undefined &&
        record.payload === undefined &&
        record.blobs.length === 0
      ) {
        record.payload = part.payload;
        bytes += part.payload.length;
      } else if (part?.is === 'blob' && record !== undefined && record.blobs.length < LIMITS.blobs) {
        const digest = await sha256(part.blob);
        record.blobs.push(digest);
        // Whoever takes records with their blobs holds those of a batch.
        bytes += part.blob.length;
        parts.push({ is: 'blob', blob: part.blob, digest });
      } else if (part?.is === 'last') last = part;
      else return false;
      return true;
    },
    end: async () => {
      await checkBatch();
      return last;
    },
  };
}

/** What was found out about a chain, and whether it ends as the last line says. */
function endReport({ chain, check, count }: Section, end: ChainEnd | undefined): ChainReport {
  const report = check.end(end && { sequence: end.sequence, hash: end.hash });
  if (report.fault !== undefined || end === undefined || end.count === count) return report;
  return { ...report, fault: makeFault('count-differs', chain, 0, { expected: end.count, count }) };
}

/** Reads a bundle of the second format, line by line. Throws and takes the same as `readBundle`. */
export async function* readSecondFormat(
  pieces: AsyncIterable<Uint8Array>,
  name: string,
  asked: AskedOfBundle,
): BundleReading {
  let about: BundleAbout | undefined;
  const reading = readLines(name, () => optionsFor(asked, about?.exportedAt));
  let wrong: Line | undefined;
  for await (const lines of linesOf(pieces, name, LIMITS.line)) {
    for (const line of lines) {
      if (line.number === 1 && line.ended) about = readFirst(line.bytes);
      else if (!line.ended || !(await reading.take(line.bytes))) wrong = line;
      // Few lines make something known, and there are many.
      if (reading.parts.length > 0) yield* reading.parts.splice(0);
      if (wrong !== undefined) break;
    }
    if (wrong !== undefined) break;
  }
  const { sections } = reading;
  const last = await reading.end();
  yield* reading.parts.splice(0);
  const rest = { witness: asked.witness, exportedAt: about?.exportedAt };
  const told = about === undefined ? {} : { about };

  if (wrong !== undefined || last === undefined) {
    const chains = sections.map(({ check }, index) => check.end(undefined, index === sections.length - 1));
    const fault =
      wrong?.ended === true
        ? makeFault('line-wrong', '', 0, { line: wrong.number })
        : makeFault('file-cut', '', 0, { last: chains.at(-1)?.head.sequence ?? 0 });
    return { ...told, report: reportOn(chains, { ...rest, fault }) };
  }
  const ends = last.chains;
  // A chain that only the last line names has lost all its entries.
  const lost = ends.filter(({ chain }) => sections.every((one) => one.chain !== chain));
  const all = [...sections, ...lost.map(({ chain }) => ({ chain, check: checkChain(chain), count: 0 }))];
  const endOf = ({ chain }: Section, at: number): ChainEnd | undefined =>
    ends[at]?.chain === chain ? ends[at] : ends.find((end) => end.chain === chain);
  const chains = all.map((section, at) => endReport(section, endOf(section, at)));
  const twice = sections.find(({ chain }, at) => sections.findIndex((one) => one.chain === chain) < at);
  const inOrder = sections.every(({ chain }, at) => ends[at]?.chain === chain);
  const whole = inOrder && about !== undefined && digestOf(about, ends) === last.digest;
  const fault = outsideFault({ whole, twice: twice?.chain, chains: chains.length });
  return { ...told, digest: last.digest, report: reportOn(chains, { ...rest, fault }) };
}
