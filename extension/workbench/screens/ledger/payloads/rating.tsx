import { fillSlots } from '../../../../../core/base/text.ts';
import type { RatingPayload } from '../../../../../core/ledger/kinds/index.ts';
import type { JSX } from '../../../../ui/preact.ts';
import { Fact, Facts } from '../../../facts.tsx';
import { indicatorNames } from '../indicator-names.ts';
import { ENTRY } from '../words.ts';

export function RatingFacts({ payload: { indicator, score, reason } }: { payload: RatingPayload }): JSX.Element {
  return (
    <Facts title={ENTRY.rating.title}>
      <Fact name={ENTRY.rating.indicator}>{indicatorNames([indicator])}</Fact>
      <Fact name={ENTRY.rating.score}>
        {score === null ? ENTRY.rating.noScore : fillSlots(ENTRY.rating.points, { score })}
      </Fact>
      <Fact name={ENTRY.rating.reason}>{reason}</Fact>
    </Facts>
  );
}
