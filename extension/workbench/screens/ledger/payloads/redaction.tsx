import { fillSlots } from '../../../../../core/base/text.ts';
import type { RedactionPayload } from '../../../../../core/ledger/kinds/index.ts';
import type { JSX } from '../../../../ui/preact.ts';
import { Fact, Facts } from '../../../facts.tsx';
import { ENTRY } from '../words.ts';

export function RedactionFacts({ payload: { digests, reason } }: { payload: RedactionPayload }): JSX.Element {
  return (
    <Facts title={ENTRY.redaction.title}>
      <Fact name={ENTRY.redaction.title}>{fillSlots(ENTRY.redaction.count, { count: digests.length })}</Fact>
      <Fact name={ENTRY.redaction.reason}>{reason}</Fact>
    </Facts>
  );
}
