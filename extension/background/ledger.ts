import { ProblemError } from '../../core/base/problems.ts';
import { fillSlots } from '../../core/base/text.ts';
import { evidenceDraft } from '../../core/evidence/evidence.ts';
import { asSample } from '../../core/evidence/sample.ts';
import type { EntryDraft, Head, LedgerEntry } from '../../core/ledger/entry.ts';
import type { ExportPayload, RatingPayload } from '../../core/ledger/kinds/index.ts';
import { isDemoPage } from '../messages/demo.ts';
import type { ReadyView } from '../messages/view.ts';
import { createLedgerWriter } from '../storage/ledger-writer.ts';

const SUBJECTS = {
  rating: '自报 {indicator}：{score} 分',
  noScore: '自报 {indicator}：没有报分',
  export: '导出 {name}',
} as const;

/** How a view is to be kept. */
interface Keeping {
  /** The run that the person saw. */
  runId: string;
  seat: string;
  /** The person said yes to the question about the document's secrecy. */
  confirmed: boolean;
}

export interface Ledger {
  /**
   * Keeps the run that the person saw; a view that has moved on since gives `ledger-nothing`, and a document about which
   * a person must be asked first gives `ledger-asks-first` as long as nobody said yes.
   */
  keep(view: ReadyView, keeping: Keeping): Promise<LedgerEntry>;
  rate(rating: RatingPayload, seat: string): Promise<LedgerEntry>;
  noteExport(made: ExportPayload, seat: string): Promise<LedgerEntry>;
  /** Appends what is a draft already. */
  append(draft: EntryDraft): Promise<LedgerEntry>;
}

/** The one writer, and what the screens may ask it to write. `told` hears each new head. */
export function openLedger(told: (head: Head) => void): Ledger {
  const writer = createLedgerWriter(undefined, told);
  /** Something that the person did here and now: no fact of another day. */
  const write = (
    kind: 'rating' | 'export',
    payload: RatingPayload | ExportPayload,
    draft: Pick<EntryDraft, 'subject' | 'indicators' | 'actor'>,
  ) => writer.append({ kind, factOn: '', capturedAt: new Date().toISOString(), payload, ...draft });
  return {
    async keep({ document, run, url }, { runId, seat, confirmed }) {
      if (run.runId !== runId) throw new ProblemError('ledger-nothing');
      if (document.askBeforeKeeping !== undefined && !confirmed) throw new ProblemError('ledger-asks-first');
      const draft = evidenceDraft(document, run, { actor: seat, capturedAt: run.at });
      return writer.append(isDemoPage(url) ? asSample(draft) : draft);
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
    noteExport: (made, actor) =>
      write('export', made, { actor, subject: fillSlots(SUBJECTS.export, { name: made.name }), indicators: [] }),
  };
}
