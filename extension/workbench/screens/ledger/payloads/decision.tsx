import { VERDICT_WORDS } from '../../../../../core/check/verdicts.ts';
import type { DecisionPayload } from '../../../../../core/ledger/kinds/index.ts';
import type { JSX } from '../../../../ui/preact.ts';
import { Fact, Facts } from '../../../facts.tsx';
import { ENTRY } from '../words.ts';

export function DecisionFacts({ payload }: { payload: DecisionPayload }): JSX.Element {
  const { document, message, verdict, reason, who, until } = payload;
  const words = ENTRY.decision;
  return (
    <Facts title={words.title}>
      <Fact name={words.document}>{document.title || document.uri}</Fact>
      <Fact name={words.message}>{message}</Fact>
      <Fact name={words.verdict}>{verdict === null ? words.takenBack : VERDICT_WORDS[verdict]}</Fact>
      <Fact name={words.reason}>{reason}</Fact>
      <Fact name={words.who}>{who}</Fact>
      <Fact name={words.until}>{until}</Fact>
    </Facts>
  );
}
