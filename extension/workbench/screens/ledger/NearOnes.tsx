import { readSubject } from '../../../../core/evidence/kept-state.ts';
import type { LedgerEntry } from '../../../../core/ledger/entry.ts';
import type { EntryFilter } from '../../../../core/ledger/search.ts';
import { type JSX, useEffect, useState } from '../../../ui/preact.ts';
import type { WorkbenchState } from '../../state.ts';
import css from './entry.module.css';
import { hashOfEntry } from './place.ts';
import { LEDGER } from './words.ts';

/** How many are offered. */
const MOST = 5;

/** Entries of this computer that come near to words which were found nowhere; nothing where none does. */
export function NearOnes({ state, filter }: { state: WorkbenchState; filter: EntryFilter }): JSX.Element | null {
  const [entries, setEntries] = useState<LedgerEntry[]>([]);
  useEffect(() => {
    let left = false;
    setEntries([]);
    if (filter.words !== undefined)
      void state.attempt(async () => {
        const found = await state.reader.near(filter, MOST);
        if (!left) setEntries(found);
      });
    return () => {
      left = true;
    };
  }, [state, filter]);
  if (entries.length === 0) return null;
  return (
    <>
      <p>{LEDGER.near}</p>
      <ul class={css.lines}>
        {entries.map(({ sequence, subject }) => (
          <li key={sequence}>
            <a href={hashOfEntry(sequence)}>{readSubject(subject).about}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
