import { piecesOf } from '../../core/base/bytes.ts';
import { ProblemError } from '../../core/base/problems.ts';
import { fillSlots, shorten } from '../../core/base/text.ts';
import { evidenceDraft } from '../../core/evidence/evidence.ts';
import { readSubject } from '../../core/evidence/kept-state.ts';
import { registerDraft } from '../../core/evidence/register.ts';
import { asSample, isSample } from '../../core/evidence/sample.ts';
import { readBundle } from '../../core/ledger/bundle/read.ts';
import type { EntryDraft, Head, LedgerEntry } from '../../core/ledger/entry.ts';
import type {
  CheckpointPayload,
  CorrectionPayload,
  ExportPayload,
  ImportPayload,
  NotePayload,
  RatingPayload,
  RedactionPayload,
} from '../../core/ledger/kinds/index.ts';
import { REDACTABLE } from '../../core/ledger/redactable.ts';
import type { Redacted } from '../messages/settings.ts';
import type { KeepableView } from '../messages/view.ts';
import { createLedgerReader, readBlob } from '../storage/ledger-reader.ts';
import { createLedgerWriter } from '../storage/ledger-writer.ts';
import type { RestoreTarget } from '../storage/restoring.ts';

const SUBJECTS = {
  rating: '自报 {indicator}：{score} 分',
  noScore: '自报 {indicator}：没有报分',
  export: '导出 {name}',
  withdrawn: '撤回第 {sequence} 号：{about}',
  restored: '恢复第 {sequence} 号：{about}',
  moved: '改指标，第 {sequence} 号：{about}',
  note: '备注，第 {sequence} 号：{about}',
  // What is redacted may be the very words of its subject.
  redacted: '隐去第 {sequence} 号的内容',
  checkpoint: '核对点，到第 {count} 号为止',
  import: '从“{name}”恢复 {count} 条',
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
  correct(correction: CorrectionPayload, seat: string): Promise<LedgerEntry>;
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
}

/**
 * The one writer, and what the screens may ask it to write. `told` hears each new head, and `restored` how many entries of a
 * bundle that is being restored stand here.
 */
export function openLedger(told: (head: Head) => void, restored: (done: number) => void): Ledger {
  const writer = createLedgerWriter(undefined, told, undefined, restored);
  /** The restore that is under way: whoever asks for it once more, out of a page opened anew, waits for the same. */
  let restoring: { fingerprint: string; done: Promise<LedgerEntry> } | undefined;
  const restore = async (content: Blob, target: RestoreTarget, actor: string): Promise<LedgerEntry> => {
    const { name, fingerprint, hash: head, sequence: count } = target;
    const reading = readBundle(piecesOf(content, name), name);
    return writer.restore(reading, target, (added) => ({
      kind: 'import',
      factOn: '',
      capturedAt: new Date().toISOString(),
      actor,
      subject: fillSlots(SUBJECTS.import, { name, count: added }),
      indicators: [],
      payload: { name, fingerprint, count, added, head } satisfies ImportPayload,
    }));
  };
  /** Something that the person did here and now: no fact of another day. */
  const write = (
    kind: 'rating' | 'export' | 'correction' | 'note' | 'redaction' | 'checkpoint',
    payload: RatingPayload | ExportPayload | CorrectionPayload | NotePayload | RedactionPayload | CheckpointPayload,
    draft: Pick<EntryDraft, 'subject' | 'indicators' | 'actor'>,
  ) => writer.append({ kind, factOn: '', capturedAt: new Date().toISOString(), payload, ...draft });
  const reader = createLedgerReader();
  const entryAt = async (sequence: number): Promise<LedgerEntry> => {
    const [entry] = await reader.at([sequence]);
    if (entry === undefined) throw new ProblemError('ledger-no-entry', { sequence });
    return entry;
  };
  return {
    async keep(view, { runId, seat, confirmed, sample }) {
      const [run, asked] =
        view.state === 'ready' ? [view.run, view.document] : ([view.register, view.register] as const);
      if (run.runId !== runId) throw new ProblemError('ledger-nothing');
      if (asked.askBeforeKeeping !== undefined && !confirmed) throw new ProblemError('ledger-asks-first');
      const about = { actor: seat, capturedAt: run.at };
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
    async correct(correction, actor) {
      const { sequence, withdrawn, indicators } = correction;
      const entry = await entryAt(sequence);
      if (entry.kind !== 'evidence') throw new ProblemError('ledger-not-evidence', { sequence });
      if (indicators !== undefined && indicators.length > 0 && isSample(entry))
        throw new ProblemError('ledger-sample', { sequence });
      const sentence = withdrawn === undefined ? SUBJECTS.moved : withdrawn ? SUBJECTS.withdrawn : SUBJECTS.restored;
      return write('correction', correction, {
        actor,
        subject: aboutEntry(sentence, entry),
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
  };
}

/** Characters that an entry's subject takes of the one that it is about. */
const ABOUT_LENGTH = 120;

/** A subject that names another entry. */
function aboutEntry(sentence: string, { sequence, subject }: LedgerEntry): string {
  return fillSlots(sentence, { sequence, about: shorten(readSubject(subject).about, ABOUT_LENGTH) });
}
