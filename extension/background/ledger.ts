import { blobBytes } from '../../core/base/byte-source.ts';
import { canonicalJson } from '../../core/base/canonical.ts';
import { ProblemError } from '../../core/base/problems.ts';
import { fillSlots, shorten } from '../../core/base/text.ts';
import { evidenceDraft } from '../../core/evidence/evidence.ts';
import { readSubject } from '../../core/evidence/kept-state.ts';
import { registerDraft } from '../../core/evidence/register.ts';
import { asSample, isSample } from '../../core/evidence/sample.ts';
import { readBundle } from '../../core/ledger/bundle/read.ts';
import type { EntryDraft, Head, LedgerEntry } from '../../core/ledger/entry.ts';
import {
  type CheckpointPayload,
  type CorrectionPayload,
  type ExportPayload,
  type ImportPayload,
  type NotePayload,
  type RatingPayload,
  type RedactionPayload,
  readPayload,
} from '../../core/ledger/kinds/index.ts';
import type { Witness } from '../../core/ledger/merge/questions.ts';
import { REDACTABLE } from '../../core/ledger/redactable.ts';
import type { Redacted } from '../messages/settings.ts';
import type { KeepableView } from '../messages/view.ts';
import { database } from '../storage/database.ts';
import { createLedgerReader, type LedgerReader, readBlob } from '../storage/ledger-reader.ts';
import { createLedgerWriter } from '../storage/ledger-writer.ts';
import { type BundleFile, type PreparedMerge, prepareMerge } from '../storage/merging.ts';
import { chainOfName } from '../storage/others.ts';
import type { RestoreTarget } from '../storage/restoring.ts';
import type { Database } from '../storage/schema.ts';

const SUBJECTS = {
  rating: '自报 {indicator}：{score} 分',
  noScore: '自报 {indicator}：没有报分',
  export: '导出 {name}',
  withdrawn: '撤回{number}：{about}',
  restored: '恢复{number}：{about}',
  moved: '改指标，{number}：{about}',
  note: '备注，{number}：{about}',
  looked: '核对过{number}：{about}',
  // What is redacted may be the very words of its subject.
  redacted: '隐去第 {sequence} 号的内容',
  checkpoint: '核对点，到第 {count} 号为止',
  import: '从“{name}”恢复 {count} 条',
  merge: '合并 {files} 个证据包，新增 {count} 条',
  number: '第 {sequence} 号',
  numberOf: '{actor}第 {sequence} 号',
} as const;

/** How a view is to be kept. */
interface Keeping {
  /** The run that the person saw. */
  runId: string;
  seat: string;
  /** The person said yes to the question about the document's secrecy. */
  confirmed: boolean;
  /** It is the document to try things on: what is kept of it says so, and stands for no indicator. */
  sample?: boolean;
}

/** What puts an entry right; `chain` is the one of another's, and `hash` tells which branch of that is meant. */
export type Correcting = Omit<CorrectionPayload, 'other'> & { chain?: string; hash?: string };

/** How bundles are to be merged: what the person saw, and said yes to. */
export interface Merging {
  /** When the person was shown how they stand to each other, ISO date-time UTC. */
  now: string;
  witnesses: readonly Witness[];
  agreed: string[];
}

export interface Ledger {
  /**
   * Keeps the run that the person saw; a view that has moved on since gives `ledger-nothing`, and a document about which
   * a person must be asked first gives `ledger-asks-first` as long as nobody said yes.
   */
  keep(view: KeepableView, keeping: Keeping): Promise<LedgerEntry>;
  rate(rating: RatingPayload, seat: string): Promise<LedgerEntry>;
  /**
   * Puts an earlier piece of evidence right. Rejects with `ledger-no-entry`, `ledger-not-evidence` for anything else, or
   * `ledger-sample` for a sample that is to stand for an indicator.
   */
  correct(correction: Correcting, seat: string): Promise<LedgerEntry>;
  /** Appends a note about an earlier entry. Rejects with `ledger-no-entry`. */
  annotate(sequence: number, text: string, seat: string): Promise<LedgerEntry>;
  /**
   * Drops what an earlier entry carries; the chain stays whole. Rejects with `ledger-no-entry`, `ledger-not-redactable` for an
   * entry on which others rest, or `ledger-redacted` where nothing is left to drop.
   */
  redact(redaction: { sequence: number; what: Redacted; reason: string }, seat: string): Promise<LedgerEntry>;
  checkpoint(made: CheckpointPayload, seat: string): Promise<LedgerEntry>;
  noteExport(made: ExportPayload, seat: string): Promise<LedgerEntry>;
  /** Appends what is a draft already. */
  append(draft: EntryDraft): Promise<LedgerEntry>;
  /** Restores a bundle of which the person was shown where it ends; gives the entry that tells of it. */
  restore(content: Blob, target: RestoreTarget, seat: string): Promise<LedgerEntry>;
  dropRestore(): Promise<void>;
  /** Takes in the chains of others; null where nothing of them was missing here. */
  merge(files: readonly BundleFile[], merging: Merging, seat: string): Promise<LedgerEntry | null>;
}

/**
 * The one writer, and what the screens may ask it to write. `told` hears each new head, and `restored` how many entries of a
 * bundle that is being restored stand here. Nothing is written before `ready`.
 */
export function openLedger(
  told: (head: Head) => void,
  restored: (done: number) => void,
  ready: () => Promise<void> = async () => {},
): Ledger {
  const connect = async (): Promise<Database> => {
    await ready();
    return database();
  };
  const writer = createLedgerWriter(connect, told, undefined, restored);
  /** The restore that is under way: whoever asks for it once more, out of a page opened anew, waits for the same. */
  let restoring: { fingerprint: string; done: Promise<LedgerEntry> } | undefined;
  const restore = async (content: Blob, target: RestoreTarget, actor: string): Promise<LedgerEntry> => {
    const { name, fingerprint, hash: head, sequence: count } = target;
    const reading = readBundle(blobBytes(content, name), name);
    return writer.restore(reading, target, (added) => ({
      kind: 'import',
      factOn: '',
      capturedAt: new Date().toISOString(),
      actor,
      subject: fillSlots(SUBJECTS.import, { name, count: added }),
      indicators: [],
      payload: {
        way: 'restore',
        sources: [{ name, fingerprint, exportedAt: '', unit: '', count }],
        chains: [{ chain: target.chain, sequence: count, hash: head }],
        added,
        agreed: [],
      } satisfies ImportPayload,
    }));
  };
  /** Something that the person did here and now: no fact of another day. */
  const write = (
    kind: 'rating' | 'export' | 'correction' | 'note' | 'redaction' | 'checkpoint',
    payload: RatingPayload | ExportPayload | CorrectionPayload | NotePayload | RedactionPayload | CheckpointPayload,
    draft: Pick<EntryDraft, 'subject' | 'indicators' | 'actor'>,
  ) => writer.append({ kind, factOn: '', capturedAt: new Date().toISOString(), payload, ...draft });
  const reader = createLedgerReader();
  const entryAt = async (sequence: number, chain?: string): Promise<LedgerEntry> => {
    const [entry] = await (chain === undefined ? reader : reader.beside(chain)).at([sequence]);
    if (entry === undefined) throw new ProblemError('ledger-no-entry', { sequence });
    return entry;
  };
  /** The entry with a hash in whichever branch of a chain; without one the entry of the name that is given. */
  const entryIn = async (sequence: number, chain?: string, hash?: string): Promise<LedgerEntry> => {
    if (chain === undefined || hash === undefined) return entryAt(sequence, chain);
    for (const { chain: name } of await reader.others()) {
      if (chainOfName(name) !== chain) continue;
      const [entry] = await reader.beside(name).at([sequence]);
      if (entry?.hash === hash) return entry;
    }
    throw new ProblemError('ledger-no-entry', { sequence });
  };
  return {
    async keep(view, { runId, seat, confirmed, sample }) {
      const [run, asked] =
        view.state === 'ready' ? [view.run, view.document] : ([view.register, view.register] as const);
      if (run.runId !== runId) throw new ProblemError('ledger-nothing');
      if (asked.askBeforeKeeping !== undefined && !confirmed) throw new ProblemError('ledger-asks-first');
      const services = view.standards.services.flatMap(({ item, match }) => (match === 'near' ? [] : [item.name]));
      const about = { actor: seat, capturedAt: run.at, services };
      const draft =
        view.state === 'ready'
          ? evidenceDraft(view.document, view.run, about)
          : registerDraft(view.register, about, { url: view.url, unread: view.unread });
      return writer.append(sample ? asSample(draft) : draft);
    },
    append: (draft) => writer.append(draft),
    rate: (rating, actor) =>
      write('rating', rating, {
        actor,
        subject: fillSlots(rating.score === null ? SUBJECTS.noScore : SUBJECTS.rating, {
          indicator: rating.indicator,
          score: rating.score ?? '',
        }),
        indicators: [rating.indicator],
      }),
    async correct({ chain, hash, ...correction }, actor) {
      const { sequence, indicators } = correction;
      const entry = await entryIn(sequence, chain, hash);
      // What was submitted all the same can be taken back too; it stands for no indicator.
      const isWaiver = entry.kind === 'waiver' && indicators === undefined;
      if (entry.kind !== 'evidence' && !isWaiver) throw new ProblemError('ledger-not-evidence', { sequence });
      if (indicators !== undefined && indicators.length > 0 && isSample(entry))
        throw new ProblemError('ledger-sample', { sequence });
      const other = chain === undefined ? {} : { other: { chain: entry.chain, hash: entry.hash } };
      return write('correction', { ...correction, ...other } satisfies CorrectionPayload, {
        actor,
        subject: aboutEntry(sentenceOf(correction), entry, chain !== undefined),
        indicators: indicators ?? entry.indicators,
      });
    },
    async annotate(sequence, text, actor) {
      const entry = await entryAt(sequence);
      const subject = aboutEntry(SUBJECTS.note, entry);
      return write('note', { text, about: sequence }, { actor, subject, indicators: entry.indicators });
    },
    async redact({ sequence, what, reason }, actor) {
      const record = await reader.read(sequence);
      if (record === undefined) throw new ProblemError('ledger-no-entry', { sequence });
      const { entry, payload } = record;
      if (!REDACTABLE.has(entry.kind)) throw new ProblemError('ledger-not-redactable', { sequence });
      const blobs: string[] = [];
      for (const digest of entry.blobDigests) if ((await readBlob(digest)) !== undefined) blobs.push(digest);
      const contents = what === 'all' && payload !== undefined ? [entry.payloadDigest] : [];
      const digests = [...contents, ...blobs];
      if (digests.length === 0) throw new ProblemError('ledger-redacted', { sequence });
      return write(
        'redaction',
        { digests, reason },
        { actor, subject: fillSlots(SUBJECTS.redacted, { sequence }), indicators: [] },
      );
    },
    checkpoint: (made, actor) =>
      write('checkpoint', made, {
        actor,
        subject: fillSlots(SUBJECTS.checkpoint, { count: made.count }),
        indicators: [],
      }),
    noteExport: (made, actor) =>
      write('export', made, { actor, subject: fillSlots(SUBJECTS.export, { name: made.name }), indicators: [] }),
    restore(content, target, seat) {
      const { fingerprint } = target;
      if (restoring?.fingerprint !== fingerprint) {
        const done = restore(content, target, seat).finally(() => {
          restoring = undefined;
        });
        restoring = { fingerprint, done };
      }
      return restoring.done;
    },
    dropRestore: () => writer.dropRestore(),
    async merge(files, { now, witnesses, agreed }, actor) {
      const prepared = await prepareMerge(reader, files, { now, witnesses });
      const { log, added } = prepared;
      if (added === 0 && !(await isUnnoted(reader))) return null;
      return writer.merge(prepared, {
        kind: 'import',
        factOn: '',
        capturedAt: now,
        actor,
        subject: fillSlots(SUBJECTS.merge, { files: log.sources.length, count: added }),
        indicators: [],
        payload: mergePayload(prepared, agreed),
        // What was found out: made of what is masked already.
        blobs: [new TextEncoder().encode(canonicalJson(log))],
      });
    },
  };
}

/** What an import notes of a merge. */
function mergePayload({ log, added }: PreparedMerge, agreed: string[]): ImportPayload {
  return {
    way: 'merge',
    sources: log.sources.map(({ names, fingerprint, exportedAt, unit, entries: count }) => ({
      ...{ name: names.join('、'), fingerprint, exportedAt, unit, count },
    })),
    chains: log.chains.map(({ chain, count: sequence, hash }) => ({ chain, sequence, hash })),
    added,
    agreed,
  };
}

/** Whether something stands here that no merge has noted: it was ended before its last step. */
async function isUnnoted(reader: LedgerReader): Promise<boolean> {
  const last = await reader.lastMerge();
  const read = last && readPayload(last.record.entry, last.record.payload);
  const noted = new Set(read?.kind === 'import' ? read.payload.chains.map(({ hash }) => hash) : []);
  return (await reader.others()).some(({ hash }) => !noted.has(hash));
}

/** Characters that an entry's subject takes of the one that it is about. */
const ABOUT_LENGTH = 120;

/** A subject that names another entry, one of another chain with its seat. */
function aboutEntry(sentence: string, { sequence, subject, actor }: LedgerEntry, ofOther = false): string {
  const number = fillSlots(ofOther ? SUBJECTS.numberOf : SUBJECTS.number, { actor, sequence });
  return fillSlots(sentence, { number, about: shorten(readSubject(subject).about, ABOUT_LENGTH) });
}

function sentenceOf({ withdrawn, indicators }: Pick<CorrectionPayload, 'withdrawn' | 'indicators'>): string {
  if (withdrawn !== undefined) return withdrawn ? SUBJECTS.withdrawn : SUBJECTS.restored;
  return indicators === undefined ? SUBJECTS.looked : SUBJECTS.moved;
}
