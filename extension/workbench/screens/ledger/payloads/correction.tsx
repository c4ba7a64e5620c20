import { fillSlots } from '../../../../../core/base/text.ts';
import type { CorrectionPayload } from '../../../../../core/ledger/kinds/index.ts';
import type { JSX } from '../../../../ui/preact.ts';
import { Fact, Facts } from '../../../facts.tsx';
import { indicatorNames } from '../indicator-names.ts';
import { hashOfEntry } from '../place.ts';
import { ENTRY } from '../words.ts';

export function CorrectionFacts({ payload }: { payload: CorrectionPayload }): JSX.Element {
  const { sequence, indicators, withdrawn, reason, other } = payload;
  return (
    <Facts title={ENTRY.correction.title}>
      <Fact name={ENTRY.correction.about}>
        <a href={hashOfEntry(sequence, other?.chain)}>
          {fillSlots(other === undefined ? ENTRY.number : ENTRY.correction.ofOther, { sequence })}
        </a>
      </Fact>
      <Fact name={ENTRY.correction.indicators}>{indicators === undefined ? '' : indicatorNames(indicators)}</Fact>
      <Fact name={ENTRY.correction.result}>
        {withdrawn === undefined
          ? indicators === undefined
            ? ENTRY.correction.looked
            : ''
          : withdrawn
            ? ENTRY.correction.withdrawn
            : ENTRY.correction.restored}
      </Fact>
      <Fact name={ENTRY.correction.reason}>{reason}</Fact>
    </Facts>
  );
}
