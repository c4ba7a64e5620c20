import { chinaTime, dayOf } from '../../core/base/dates.ts';
import { sha256 } from '../../core/base/hash.ts';
import { ProblemError } from '../../core/base/problems.ts';
import { fillSlots } from '../../core/base/text.ts';
import { evaluate, ratingsOf, type Sheet, withNewestEvidence } from '../../core/evaluation/evaluate.ts';
import { PILOT_SCORECARD } from '../../core/evaluation/scorecard.ts';
import type { ExportAbout } from '../../core/exports/about.ts';
import { ledgerWorkbook } from '../../core/exports/ledger-xlsx.ts';
import { scoreHtml } from '../../core/exports/score-html.ts';
import { scoreWorkbook } from '../../core/exports/score-xlsx.ts';
import { collectChain, verifyBundle, writeBundle } from '../../core/ledger/bundle.ts';
import type { ChainHead, LedgerEntry, LedgerRecord } from '../../core/ledger/entry.ts';
import type { ExportForm } from '../../core/ledger/kinds/export.ts';
import { reportOn, type VerifyReport, verifyEntries } from '../../core/ledger/verify.ts';
import type { LedgerReader } from '../storage/ledger-reader.ts';

/** A file that is ready to be handed out. */
export interface MadeFile {
  name: string;
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
  fingerprint: string;
}

/** What a person is told of a fault that nobody foresaw; its own words stay in the cause. */
const UNFORESEEN = '没有料到的错误';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Names of the files, with the day on which they were made, and their types. */
const FILES: Readonly<Record<ExportForm, { name: string; type: string }>> = {
  bundle: { name: '证据包-{day}.json', type: 'application/json' },
  'ledger-xlsx': { name: '证据目录-{day}.xlsx', type: XLSX },
  'score-xlsx': { name: '计分表-{day}.xlsx', type: XLSX },
  'score-html': { name: '计分表-{day}.html', type: 'text/html' },
};

/** The long work over the whole ledger that the worker does, so that no screen waits for it. */
export interface Work {
  /** Checks the ledger of this computer; `checked` hears now and then how many entries were looked at. */
  verify(checked?: (count: number) => void): Promise<VerifyReport>;
  /** Checks a bundle's text; `witness` is a head hash kept outside. Throws `bundle-invalid` or `bundle-newer`. */
  verifyFile(content: string, name: string, witness?: string): Promise<VerifyReport>;
  /** The self-evaluation sheet of now, with at most so many lines of evidence an item. */
  sheet(most: number): Promise<Sheet>;
  /** Makes a file. `unit` is the unit's name or ''. Throws `export-failed`. */
  exportFile(form: ExportForm, unit: string): Promise<MadeFile>;
}

/** Entries between two words about progress. */
const STEP = 500;

async function* counted(
  records: AsyncIterable<LedgerRecord>,
  told: (count: number) => void = () => {},
): AsyncGenerator<LedgerRecord> {
  let count = 0;
  for await (const record of records) {
    yield record;
    count += 1;
    if (count % STEP === 0) told(count);
  }
}

/** Entries whose payload the evaluation reads; evidence counts by what stands on its entry. */
const isJudged = ({ kind }: LedgerEntry): boolean => kind === 'rating' || kind === 'correction';

/** The work over one reader. `now` gives the time that stands on exports. */
export function createWork(reader: LedgerReader, now: () => Date = () => new Date()): Work {
  const sheetAt = async (head: ChainHead): Promise<Sheet> => {
    const records: LedgerRecord[] = [];
    for await (const record of reader.records(head, isJudged)) records.push(record);
    return evaluate(PILOT_SCORECARD, records, ratingsOf(records, PILOT_SCORECARD));
  };

  const contentOf = async (form: ExportForm, unit: string, createdAt: string): Promise<string | Uint8Array> => {
    // One moment: what is appended meanwhile belongs to the next file.
    const head = await reader.head();
    const about: ExportAbout = { unit, createdAt, head: { sequence: head.sequence, hash: head.hash } };
    switch (form) {
      case 'bundle':
        return writeBundle([await collectChain(head.chain, reader.records(head))], { exportedAt: createdAt, unit });
      case 'ledger-xlsx':
        return ledgerWorkbook(reader.records(head), about);
      case 'score-xlsx':
        return scoreWorkbook(await sheetAt(head), about);
      case 'score-html':
        return scoreHtml(await sheetAt(head), about);
    }
  };

  return {
    verify: async (checked) => {
      const head = await reader.head();
      return reportOn([await verifyEntries(head.chain, counted(reader.records(head), checked), head)]);
    },
    verifyFile: verifyBundle,
    sheet: async (most) => withNewestEvidence(await sheetAt(await reader.head()), most),
    exportFile: async (form, unit) => {
      const createdAt = now().toISOString();
      try {
        const content = await contentOf(form, unit, createdAt);
        const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : Uint8Array.from(content);
        const { name, type } = FILES[form];
        return {
          name: fillSlots(name, { day: dayOf(chinaTime(createdAt)) }),
          type,
          bytes,
          fingerprint: await sha256(bytes),
        };
      } catch (error) {
        if (error instanceof ProblemError) throw error;
        throw new ProblemError('export-failed', { why: UNFORESEEN }, error);
      }
    },
  };
}
