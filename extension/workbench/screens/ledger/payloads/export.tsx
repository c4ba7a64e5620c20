import type { ExportPayload } from '../../../../../core/ledger/kinds/index.ts';
import type { JSX } from '../../../../ui/preact.ts';
import { Fact, Facts } from '../../../facts.tsx';
import css from '../entry.module.css';
import { ENTRY } from '../words.ts';

export function ExportFacts({ payload: { name, form, fingerprint } }: { payload: ExportPayload }): JSX.Element {
  return (
    <Facts title={ENTRY.export.title}>
      <Fact name={ENTRY.export.name}>{name}</Fact>
      <Fact name={ENTRY.export.form}>{ENTRY.export.forms[form]}</Fact>
      <Fact name={ENTRY.export.fingerprint}>
        <code class={css.hash}>{fingerprint}</code>
      </Fact>
    </Facts>
  );
}
