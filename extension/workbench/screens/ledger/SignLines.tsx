import { chinaTime, dayOf } from '../../../../core/base/dates.ts';
import { fillSlots } from '../../../../core/base/text.ts';
import type { JSX } from '../../../ui/preact.ts';
import type { WorkbenchState } from '../../state.ts';
import css from './print.module.css';
import { LEDGER } from './words.ts';

/** The end of what is printed: whose it is, of when, the fingerprint that anchors it outside, and where to sign. */
export function SignLines({ state }: { state: WorkbenchState }): JSX.Element {
  const { sign } = LEDGER;
  const unit = state.settings.value?.unit?.name;
  const head = state.head.value;
  const lines = [
    unit === undefined ? sign.noUnit : fillSlots(sign.unit, { unit }),
    fillSlots(sign.day, { day: dayOf(chinaTime(new Date().toISOString())) }),
    head === undefined ? '' : fillSlots(sign.head, { ...head }),
    sign.signature,
  ];
  return (
    <footer class={css.sign}>
      {lines.filter(Boolean).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </footer>
  );
}
