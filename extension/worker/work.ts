import { blobBytes } from '../../core/base/byte-source.ts';
import { chinaDay } from '../../core/base/dates.ts';
import { safeFileName } from '../../core/base/file-name.ts';
import { sha256, sha256OfPieces } from '../../core/base/hash.ts';
import { ProblemError } from '../../core/base/problems.ts';
import { compareText, fillSlots } from '../../core/base/text.ts';
import type { CheckedRegister } from '../../core/check/checked-register.ts';
import { evaluate, type Sheet, withNewestEvidence } from '../../core/evaluation/evaluate.ts';
import { keptRecords, mayBeRecord } from '../../core/evaluation/loops/kept-records.ts';
import type { OpenLoop } from '../../core/evaluation/loops/open-loops.ts';
import { ratingsOf } from '../../core/evaluation/ratings.ts';
import { sameContent } from '../../core/evaluation/same.ts';
import { PILOT_SCORECARD } from '../../core/evaluation/scorecard.ts';
import type { ExportAbout } from '../../core/exports/about.ts';
import type { EvidenceSource } from '../../core/exports/evidence-survey.ts';
import { jsonText } from '../../core/exports/json.ts';
import { ledgerWorkbook } from '../../core/exports/ledger-xlsx.ts';
import { scoreHtml } from '../../core/exports/score-html.ts';
import { scoreWorkbook } from '../../core/exports/score-xlsx.ts';
import { XLSX_TYPE } from '../../core/exports/xlsx.ts';
import { type Comparison, compareBundle } from '../../core/ledger/bundle/compare.ts';
import type { BundleAbout } from '../../core/ledger/bundle/format-2.ts';
import { BUNDLE_PAGES } from '../../core/ledger/bundle/pages.ts';
import { readBundle, verifyBundle } from '../../core/ledger/bundle/read.ts';
import { type BundleSource, writeBundle } from '../../core/ledger/bundle/write.ts';
import type { ChainHead, Head, LedgerEntry, LedgerRecord } from '../../core/ledger/entry.ts';
import type { ExportForm } from '../../core/ledger/kinds/export.ts';
import { reportOn, type VerifyReport } from '../../core/ledger/report.ts';
import { verifyChain } from '../../core/ledger/verify.ts';
import { catalogueInUse } from '../storage/catalogues.ts';
import type { LedgerReader } from '../storage/ledger-reader.ts';
import { type BundleFile, type MergeAbout, type PreparedMerge, prepareMerge } from '../storage/merging.ts';
import { chainOfName } from '../storage/others.ts';
import type { ArchiveMember, FileContext, FileReading } from './read-file.ts';

/** A file that is ready to be handed out. */
export interface MadeFile {
  name: string;
  type: string;
  content: Blob;
  /** SHA-256 of the bytes; of a bundle the digest in its manifest. */
  fingerprint: string;
}

/** What a person is told of a fault that nobody foresaw; its own words stay in the cause. */
const UNFORESEEN = '没有料到的错误';
/** Names of the files, with the day on which they were made, and their types. */
const FILES: Readonly<Record<ExportForm, { name: string; type: string }>> = {
  bundle: { name: '证据包-{day}.zip', type: 'application/zip' },
  'ledger-xlsx': { name: '证据目录-{day}.xlsx', type: XLSX_TYPE },
  'score-xlsx': { name: '计分表-{day}.xlsx', type: XLSX_TYPE },
  'score-html': { name: '计分表-{day}.html', type: 'text/html' },
  'evidence-html': { name: '证据汇编-{day}.html', type: 'text/html' },
  archive: { name: '证据归档-{day}.zip', type: 'application/zip' },
};

const MERGED_FILE = '合并证据包-{day}.zip';
const MERGE_FILE = '合并记录-{day}';
const REGISTER_FILE = '{name}-检查-{day}';
const LONGEST_NAME = 40;

/** The long work over the whole ledger that the worker does, so that no screen waits for it. */
export interface Work {
  /**
   * Checks the ledger of this computer; `checked` hears now and then how many entries were looked at. `after` is an entry
   * that is known to be in order: then only what comes behind it is looked at. `witness` is a head hash kept outside.
   */
  verify(checked?: (count: number) => void, after?: Head, witness?: string): Promise<VerifyReport>;
  /** Checks a bundle's file; `witness` is a head hash kept outside. Throws `bundle-invalid` or `bundle-newer`. */
  verifyFile(content: Blob, name: string, witness?: string): Promise<VerifyReport>;
  /**
   * Tells what a bundle's file holds and how the ledger of this computer stands to it; writes nothing. `read` hears how many
   * entries were read. Throws `bundle-invalid` or `bundle-newer`.
   */
  compareFile(content: Blob, name: string, read?: (count: number) => void): Promise<Comparison>;
  /**
   * Tells how bundles stand to each other and to all that stands here; without bundles, how the chains here do. Writes nothing.
   * `read` hears how many entries were read. Rejects with a coded problem where a file is no bundle, or not in order.
   */
  compareMerge(files: readonly BundleFile[], about: MergeAsked, read?: (count: number) => void): Promise<MergeCompared>;
  /** Makes one bundle of all chains that stand here: to merge it elsewhere. Throws `export-failed`. */
  exportMerged(unit: string): Promise<MadeFile>;
  /** Makes a file of what a merge found out. Throws `export-failed`. */
  exportMerge(compared: MergeCompared, form: 'xlsx' | 'json'): Promise<MadeFile>;
  /** The self-evaluation sheet of now, with at most so many lines of evidence an item. */
  sheet(most: number): Promise<Sheet>;
  /**
   * Makes a file. `unit` is the unit's name or '', `judged` what records are judged with: then the index tells too what is not
   * closed. Throws `export-failed`.
   */
  exportFile(form: ExportForm, unit: string, judged?: FileContext): Promise<MadeFile>;
  /** Makes a file of the rows of a register and what was found in them. Throws `export-failed`. */
  exportRegister(register: CheckedRegister, form: RegisterForm, about: RegisterAbout): Promise<MadeFile>;
  /** The files in an archive (see read-file.ts). */
  openFile(content: Blob, name: string): Promise<ArchiveMember[] | undefined>;
  /** Reads and checks a file that somebody wants to keep (see read-file.ts). */
  readFile(content: Blob, name: string, context?: FileContext): Promise<FileReading>;
}

/** The forms in which a register is handed out. */
export type RegisterForm = 'xlsx' | 'html';

/** Name of the unit, and the version of this extension. */
export interface RegisterAbout {
  unit: string;
  version: string;
}

/** What is asked of a merge: by which moment, and what was kept outside. */
export type MergeAsked = Pick<MergeAbout, 'now' | 'witnesses'>;

/** Bundles beside all that stands here. */
export type MergeCompared = Pick<PreparedMerge, 'log' | 'added' | 'ownMissing'> & { now: string };

/** What a file is made of: its pieces in order, and what identifies it. */
interface Content {
  parts: BlobPart[];
  fingerprint: string;
}

/** Entries whose payload the evaluation reads; evidence counts by what stands on its entry. */
const isJudged = ({ kind }: LedgerEntry): boolean => kind === 'rating' || kind === 'correction' || kind === 'import';

/** The work over one reader. `now` gives the time that stands on exports. */
export function createWork(reader: LedgerReader, now: () => Date = () => new Date()): Work {
  const sheetAt = async (head: ChainHead): Promise<Sheet> => {
    const records: LedgerRecord[] = [];
    for await (const record of reader.allRecords(head, isJudged)) records.push(record);
    const log = (await reader.lastMerge())?.log;
    return evaluate(PILOT_SCORECARD, records, ratingsOf(records, PILOT_SCORECARD), sameContent(log));
  };

  /** A bundle of everything that stands here: this installation's own chain, and those of others behind it. */
  const wholeBundle = async (head: ChainHead, about: BundleAbout): Promise<Content> => {
    const others = (await reader.others()).filter(({ sequence }) => sequence > 0).sort(byChain);
    return bundleOf(sourcesOf(reader, [head, ...others]), others.length === 0 ? about : { ...about, own: head.chain });
  };

  const contentOf = async (
    form: ExportForm,
    { unit, createdAt, judged }: { unit: string; createdAt: string; judged: FileContext | undefined },
  ): Promise<Content> => {
    // One moment: what is appended meanwhile belongs to the next file.
    const head = await reader.head();
    const about: ExportAbout = { unit, createdAt, head: { sequence: head.sequence, hash: head.hash } };
    const evidence: EvidenceSource = { records: (wanted) => reader.allRecords(head, wanted), blob: reader.blob };
    const catalogue = async (): Promise<Uint8Array> =>
      ledgerWorkbook(
        reader.allRecords(head),
        about,
        sameContent((await reader.lastMerge())?.log),
        judged && (await openIn(head, judged, createdAt)),
      );
    switch (form) {
      case 'bundle':
        return wholeBundle(head, { exportedAt: createdAt, unit });
      case 'ledger-xlsx':
        return fileOf(await catalogue());
      case 'score-xlsx':
        return fileOf(await scoreWorkbook(await sheetAt(head), about));
      case 'score-html':
        return fileOf(new TextEncoder().encode(scoreHtml(await sheetAt(head), about)));
      case 'evidence-html': {
        const { evidenceHtml } = await import('../../core/exports/evidence-html.ts');
        return fileOf(new TextEncoder().encode(await evidenceHtml(evidence, about)));
      }
      case 'archive': {
        const { writeArchive } = await import('../../core/exports/archive.ts');
        const hash = sha256OfPieces();
        return inPieces(async (take) => {
          await writeArchive(evidence, about, catalogue, (bytes) => {
            hash.take(bytes);
            take(bytes);
          });
          return hash.end();
        });
      }
    }
  };

  /** What is not closed in the records up to a head. */
  const openIn = async (head: ChainHead, judged: FileContext, createdAt: string): Promise<OpenLoop[]> => {
    const { loopsOf } = await import('./records.ts');
    const records = await keptRecords(
      reader.allRecords(head, (entry) => mayBeRecord(entry) || entry.kind === 'correction'),
    );
    return loopsOf(records, judged, await catalogueInUse(), chinaDay(createdAt));
  };

  /** Whatever goes wrong while a file is made is told as that. */
  const made = async (name: string, type: string, make: () => Promise<Content>): Promise<MadeFile> => {
    try {
      const { parts, fingerprint } = await make();
      return { name, type, content: new Blob(parts, { type }), fingerprint };
    } catch (error) {
      if (error instanceof ProblemError) throw error;
      throw new ProblemError('export-failed', { why: UNFORESEEN }, error);
    }
  };

  return {
    verify: async (checked, after, witness) => {
      const head = await reader.head();
      const options = {
        expected: head,
        asOf: now().toISOString(),
        ...(after && { after }),
        ...(witness && { witness }),
        ...(checked && { checked: (count: number) => checked(before + count) }),
      };
      let before = 0;
      const reports = [await verifyChain(head.chain, reader.stored(head, after?.sequence), options)];
      before = head.sequence;
      // Those that were taken in were checked then; nobody goes on with them, so a tail is of the own chain alone.
      for (const other of after === undefined ? await reader.others() : []) {
        const expected = { ...options, expected: other };
        reports.push(await verifyChain(chainOfName(other.chain), reader.stored(other), expected));
        before += other.sequence;
      }
      return reportOn(reports, { witness });
    },
    verifyFile: (content, name, witness) =>
      verifyBundle(blobBytes(content, name), name, { witness, now: now().toISOString() }),
    compareFile: async (content, name, read = () => {}) =>
      compareBundle(readBundle(blobBytes(content, name), name, { now: now().toISOString() }), {
        head: await reader.head(),
        hashAt: async (sequence) => (await reader.at([sequence]))[0]?.hash,
        read,
      }),
    compareMerge: async (files, asked, read = () => {}) => {
      const { log, added, ownMissing } = await prepareMerge(reader, files, { ...asked, told: read });
      return { log, added, ownMissing, now: asked.now };
    },
    exportMerged: async (unit) => {
      const exportedAt = now().toISOString();
      const name = fillSlots(MERGED_FILE, { day: chinaDay(exportedAt) });
      return made(name, 'application/zip', async () => {
        const heads = [await reader.head(), ...(await reader.others())].filter(({ sequence }) => sequence > 0);
        return bundleOf(sourcesOf(reader, heads.sort(byChain)), { exportedAt, unit });
      });
    },
    exportMerge: async ({ log, now: createdAt }, form) => {
      const name = `${fillSlots(MERGE_FILE, { day: chinaDay(createdAt) })}.${form}`;
      return made(name, form === 'xlsx' ? XLSX_TYPE : 'application/json', async () => {
        if (form === 'json') return fileOf(new TextEncoder().encode(jsonText(log)));
        return fileOf(await (await import('../../core/exports/merge-xlsx.ts')).mergeWorkbook(log, createdAt));
      });
    },
    sheet: async (most) => withNewestEvidence(await sheetAt(await reader.head()), most),
    exportFile: async (form, unit, judged) => {
      const createdAt = now().toISOString();
      const { name, type } = FILES[form];
      return made(fillSlots(name, { day: chinaDay(createdAt) }), type, () =>
        contentOf(form, { unit, createdAt, judged }),
      );
    },
    exportRegister: async (register, form, { unit, version }) => {
      const { resultOfRegister } = await import('../../core/exports/check/register.ts');
      const result = resultOfRegister(register, { unit, tool: { name: 'duibiao', version } });
      const day = chinaDay(now().toISOString());
      const name = `${fillSlots(REGISTER_FILE, { name: safeFileName(register.name, LONGEST_NAME), day })}.${form}`;
      return made(name, form === 'xlsx' ? XLSX_TYPE : 'text/html', async () => {
        if (form === 'xlsx')
          return fileOf(await (await import('../../core/exports/check/xlsx.ts')).reportWorkbook(result));
        const { reportHtml } = await import('../../core/exports/check/html.ts');
        return fileOf(new TextEncoder().encode(reportHtml(result)));
      });
    },
    openFile: async (content, name) => (await import('./read-file.ts')).openFile(content, name),
    readFile: async (content, name, context) => (await import('./read-file.ts')).readFile(content, name, context),
  };
}

async function fileOf(bytes: Uint8Array): Promise<Content> {
  const content = Uint8Array.from(bytes);
  return { parts: [content], fingerprint: await sha256(content) };
}

/** Bytes after which a piece of a file leaves the memory of the worker: the browser keeps it, on disk when it has to. */
const PIECE = 4_000_000;

/** Chains by their names, the branches of one in the order of their last hashes: as a merge writes them. */
const byChain = (left: ChainHead, right: ChainHead): number =>
  compareText(chainOfName(left.chain), chainOfName(right.chain)) || compareText(left.hash, right.hash);

/** Chains as they go into a bundle, in this order; of two branches of one the first is branch 0. */
function sourcesOf(reader: LedgerReader, heads: readonly ChainHead[]): BundleSource[] {
  const names = heads.map(({ chain }) => chainOfName(chain));
  return heads.map((head, at) => ({
    head: { ...head, chain: names[at] ?? '' },
    branch: names.slice(0, at).filter((other) => other === names[at]).length,
    records: reader.stored(head),
  }));
}

/** A bundle of chains. */
const bundleOf = (sources: readonly BundleSource[], about: BundleAbout): Promise<Content> =>
  inPieces((take) => writeBundle(sources, about, take, BUNDLE_PAGES));

/** What is written bit by bit; no more than a piece of it is in memory. `write` gives what identifies it. */
async function inPieces(write: (take: (bytes: Uint8Array) => void) => Promise<string>): Promise<Content> {
  const parts: Blob[] = [];
  let waiting: BlobPart[] = [];
  let size = 0;
  const put = (): void => {
    parts.push(new Blob(waiting));
    [waiting, size] = [[], 0];
  };
  const fingerprint = await write((bytes) => {
    waiting.push(bytes as Uint8Array<ArrayBuffer>);
    size += bytes.length;
    if (size >= PIECE) put();
  });
  put();
  return { parts, fingerprint };
}
