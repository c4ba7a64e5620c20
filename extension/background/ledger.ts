import { ProblemError } from '../../core/base/problems.ts';
import { fillSlots } from '../../core/base/text.ts';
import { evidenceDraft } from '../../core/evidence/evidence.ts';
import type { EntryDraft, Head, LedgerEntry } from '../../core/ledger/entry.ts';
import type { ExportPayload, RatingPayload } from '../../core/ledger/kinds/index.ts';
import type { ReadyView } from '../messages/view.ts';
import { createLedgerWriter } from '../storage/ledger-writer.ts';

const SUBJECTS = {
  rating: '自报 {indicator}：{score} 分',
  noScore: '自报 {indicator}：没有报分',
  export: '导出 {name}',
} as const;

export interface Ledger {
  /** Keeps the run that the person saw; a view that has moved on since gives `ledger-nothing`. */
  keep(view: ReadyView, runId: string, seat: string): Promise<LedgerEntry>;
  rate(rating: RatingPayload, seat: string): Promise<LedgerEntry>;
  noteExport(made: ExportPayload, seat: string): Promise<LedgerEntry>;
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
    keep({ document, run }, runId, seat) {
      if (run.runId !== runId) throw new ProblemError('ledger-nothing');
      return writer.append(evidenceDraft(document, run, { actor: seat, capturedAt: run.at }));
    },
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
