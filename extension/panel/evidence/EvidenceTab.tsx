import { chinaDay } from '../../../core/base/dates.ts';
import { fillSlots } from '../../../core/base/text.ts';
import type { LedgerEntry } from '../../../core/ledger/entry.ts';
import { browser } from '../../browser.ts';
import { hear } from '../../messages/signals.ts';
import { latestEntries } from '../../storage/ledger-reader.ts';
import { Calm } from '../../ui/parts.tsx';
import { type JSX, useEffect, useState } from '../../ui/preact.ts';
import css from '../panel.module.css';
import { EVIDENCE } from './words.ts';

const SHOWN = 8;

/** What was kept last. */
export function EvidenceTab(): JSX.Element | null {
  const [entries, setEntries] = useState<LedgerEntry[] | undefined>(undefined);
  useEffect(() => {
    const load = (): void => void latestEntries(SHOWN, ['evidence']).then(setEntries);
    load();
    return hear('ledgerChanged', load);
  }, []);
  if (entries === undefined) return null;
  if (entries.length === 0) return <Calm title={EVIDENCE.none}>{EVIDENCE.hint}</Calm>;
  return (
    <section>
      <h2 class={css.section}>{EVIDENCE.latest}</h2>
      <ul>
        {entries.map((entry) => (
          <li class={css.duty} key={entry.sequence}>
            <a
              href={browser.runtime.getURL(`/workbench.html#/ledger/${entry.sequence}`)}
              target="_blank"
              rel="noreferrer"
            >
              {entry.subject}
            </a>
            <br />
            <span>
              {[
                fillSlots(EVIDENCE.sequence, { sequence: entry.sequence }),
                chinaDay(entry.registeredAt),
                entry.indicators.join('、'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      <p class={css.section}>
        <a href={browser.runtime.getURL('/workbench.html#/ledger')} target="_blank" rel="noreferrer">
          {EVIDENCE.openAll}
        </a>
      </p>
    </section>
  );
}
