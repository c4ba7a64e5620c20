import { type JSX, useLayoutEffect } from '../../../ui/preact.ts';
import type { ScreenProps } from '../../screen.ts';
import { EntryScreen } from './EntryScreen.tsx';
import { LedgerScreen } from './LedgerScreen.tsx';
import { hashOfLedger, readLedgerPlace } from './place.ts';
import { createLedgerState } from './state.ts';

/** The ledger: one entry where the address names one, else the list. */
export function Ledger({ state, title, parameter }: ScreenProps): JSX.Element {
  const own = state.own(createLedgerState);
  const place = readLedgerPlace(parameter);
  const indicator = place !== undefined && 'indicator' in place ? place.indicator : undefined;
  useLayoutEffect(() => {
    if (indicator === undefined) return;
    own.list.setFilter({ kinds: ['evidence'], indicator });
    // From here on the filter is the person's own, and the way back is not through this address.
    window.location.replace(hashOfLedger());
  }, [own, indicator]);
  return place !== undefined && 'sequence' in place ? (
    <EntryScreen state={state} later={own.later} sequence={place.sequence} code={place.code} />
  ) : (
    <LedgerScreen state={state} own={own} title={title} />
  );
}
