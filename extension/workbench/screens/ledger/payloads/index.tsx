import type { LedgerRecord } from '../../../../../core/ledger/entry.ts';
import { type KnownPayload, readPayload } from '../../../../../core/ledger/kinds/index.ts';
import type { JSX } from '../../../../ui/preact.ts';
import { EvidenceParts } from '../EvidenceParts.tsx';
import { CorrectionFacts } from './correction.tsx';
import { DecisionFacts } from './decision.tsx';
import { ExportFacts } from './export.tsx';
import { ImportFacts } from './import.tsx';
import { NoteText } from './note.tsx';
import { RatingFacts } from './rating.tsx';
import { RedactionFacts } from './redaction.tsx';
import { WaiverFacts } from './waiver.tsx';

type Drawing<Known extends KnownPayload> = (props: { payload: Known['payload'] }) => JSX.Element;

/** How the payload of a kind is drawn, today's version of it. A kind that is not here is shown as it stands. */
const DRAWINGS: { readonly [Kind in KnownPayload['kind']]?: Drawing<Extract<KnownPayload, { kind: Kind }>> } = {
  evidence: EvidenceParts,
  rating: RatingFacts,
  note: NoteText,
  correction: CorrectionFacts,
  decision: DecisionFacts,
  waiver: WaiverFacts,
  redaction: RedactionFacts,
  export: ExportFacts,
  import: ImportFacts,
};

/** What an entry carries, in the form of its kind; undefined where this version knows no form. */
export function drawPayload({ entry, payload }: LedgerRecord): JSX.Element | undefined {
  const read = readPayload(entry, payload);
  // The table holds kind and type together; the compiler cannot follow it through the index.
  const Drawing = read && (DRAWINGS[read.kind] as Drawing<KnownPayload> | undefined);
  return Drawing && <Drawing payload={read.payload} />;
}
