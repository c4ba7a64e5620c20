import { chinaDay } from '../../../core/base/dates.ts';
import { fillSlots } from '../../../core/base/text.ts';
import type { JSX } from '../../ui/preact.ts';
import type { WorkbenchState } from '../state.ts';
import css from './print.module.css';
import { SIGN } from './words.ts';

/** The end of what is printed: whose it is, of when, the fingerprint that anchors it outside, and where to sign. */
export function SignLines({ state }: { state: WorkbenchState }): JSX.Element {
  const unit = state.settings.value?.unit?.name;
  const head = state.head.value;
  const lines = [
    unit === undefined ? SIGN.noUnit : fillSlots(SIGN.unit, { unit }),
    fillSlots(SIGN.day, { day: chinaDay(new Date().toISOString()) }),
    head === undefined ? '' : fillSlots(SIGN.head, { ...head }),
    SIGN.signature,
  ];
  return (
    <footer class={css.sign}>
      {lines.filter(Boolean).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </footer>
  );
}
