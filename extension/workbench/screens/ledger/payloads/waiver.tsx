import type { WaiverPayload } from '../../../../../core/ledger/kinds/index.ts';
import type { JSX } from '../../../../ui/preact.ts';
import { Fact, Facts } from '../../../facts.tsx';
import { ENTRY } from '../words.ts';

export function WaiverFacts({ payload: { document, findings, reason } }: { payload: WaiverPayload }): JSX.Element {
  const words = ENTRY.waiver;
  return (
    <Facts title={words.title}>
      <Fact name={words.document}>{document?.title || (document?.uri ?? '')}</Fact>
      <Fact name={words.messages}>{findings.map(({ message }) => message).join('')}</Fact>
      <Fact name={words.reason}>{reason}</Fact>
    </Facts>
  );
}
