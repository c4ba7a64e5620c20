import { fillSlots } from '../../../../../core/base/text.ts';
import type { ImportPayload } from '../../../../../core/ledger/kinds/index.ts';
import type { JSX } from '../../../../ui/preact.ts';
import { Fact, Facts } from '../../../facts.tsx';
import css from '../entry.module.css';
import { ENTRY } from '../words.ts';

export function ImportFacts({ payload }: { payload: ImportPayload }): JSX.Element {
  const { name, fingerprint, count, added, head } = payload;
  return (
    <Facts title={ENTRY.import.title}>
      <Fact name={ENTRY.import.name}>{name}</Fact>
      <Fact name={ENTRY.import.count}>{fillSlots(ENTRY.import.counts, { count, added })}</Fact>
      <Fact name={ENTRY.import.head}>
        <code class={css.hash}>{head}</code>
      </Fact>
      <Fact name={ENTRY.import.fingerprint}>
        <code class={css.hash}>{fingerprint}</code>
      </Fact>
    </Facts>
  );
}
