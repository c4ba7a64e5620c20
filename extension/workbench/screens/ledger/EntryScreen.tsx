import { fillSlots } from '../../../../core/base/text.ts';
import { registrationGap } from '../../../../core/evaluation/evaluate.ts';
import { shownTime } from '../../../../core/exports/about.ts';
import type { LedgerRecord } from '../../../../core/ledger/entry.ts';
import { KINDS } from '../../../../core/ledger/kinds/index.ts';
import { Calm, Notice } from '../../../ui/parts.tsx';
import { type JSX, useEffect, useRef, useState } from '../../../ui/preact.ts';
import { Fact } from '../../facts.tsx';
import type { WorkbenchState } from '../../state.ts';
import { WORKBENCH } from '../../words.ts';
import shared from '../../workbench.module.css';
import css from './entry.module.css';
import { indicatorNames } from './indicator-names.ts';
import { drawPayload } from './payloads/index.tsx';
import { hashOfEntry, hashOfLedger } from './place.ts';
import { ENTRY } from './words.ts';

/** One entry with everything that stands beside it. */
export function EntryScreen({ state, sequence }: { state: WorkbenchState; sequence: number }): JSX.Element {
  const head = state.head.value?.sequence;
  const [read, setRead] = useState<{ sequence: number; record: LedgerRecord | undefined } | undefined>(undefined);
  useEffect(() => {
    let left = false;
    void state.attempt(async () => {
      const record = await state.reader.read(sequence);
      if (!left) setRead({ sequence, record });
    });
    return () => {
      left = true;
    };
    // A later redaction may take the payload away: look again when the chain grows.
  }, [state, sequence, head]);
  const record = read?.sequence === sequence ? read.record : undefined;
  return (
    <article class={css.entry}>
      <nav class={css.way}>
        <a href={hashOfLedger()}>{ENTRY.back}</a>
        {head !== undefined && sequence < head ? <a href={hashOfEntry(sequence + 1)}>{ENTRY.newer}</a> : null}
        {sequence > 1 ? <a href={hashOfEntry(sequence - 1)}>{ENTRY.older}</a> : null}
      </nav>
      {record !== undefined ? (
        <Entry record={record} />
      ) : read?.sequence === sequence ? (
        <Calm title={ENTRY.missing.title}>{fillSlots(ENTRY.missing.text, { sequence })}</Calm>
      ) : (
        <p class={shared.quiet}>{WORKBENCH.loading}</p>
      )}
    </article>
  );
}

function Entry({ record }: { record: LedgerRecord }): JSX.Element {
  const { entry } = record;
  const { gapDays = 0, wideGap } = registrationGap(entry);
  const heading = useRef<HTMLHeadingElement>(null);
  // A keyboard and a screen reader go on from here, and not from the page's beginning.
  useEffect(() => heading.current?.focus(), [entry.sequence]);
  return (
    <>
      <header>
        <p class={shared.quiet}>
          {`${KINDS[entry.kind].title} · ${fillSlots(ENTRY.number, { sequence: entry.sequence })}`}
        </p>
        <h1 ref={heading} tabIndex={-1}>
          {entry.subject}
        </h1>
      </header>
      <dl class={shared.facts}>
        <Fact name={ENTRY.facts.factOn} hint={ENTRY.facts.factOnHint}>
          {entry.factOn}
        </Fact>
        <Fact name={ENTRY.facts.capturedAt} hint={ENTRY.facts.capturedAtHint}>
          {shownTime(entry.capturedAt)}
        </Fact>
        <Fact name={ENTRY.facts.registeredAt} hint={ENTRY.facts.registeredAtHint}>
          {shownTime(entry.registeredAt)}
        </Fact>
        <Fact name={ENTRY.facts.actor}>{entry.actor}</Fact>
        <Fact name={ENTRY.facts.indicators}>{indicatorNames(entry.indicators)}</Fact>
      </dl>
      {wideGap ? <p class={css.gap}>{fillSlots(ENTRY.gap, { days: gapDays })}</p> : null}
      {record.payload === undefined ? <Notice>{ENTRY.gone}</Notice> : <Payload record={record} />}
      <Seals record={record} />
    </>
  );
}

/** What an entry carries, in the form of its kind; as it stands where this version knows no form. */
function Payload({ record }: { record: LedgerRecord }): JSX.Element {
  return (
    drawPayload(record) ?? (
      <section class={shared.section}>
        <p class={shared.quiet}>{ENTRY.raw}</p>
        <pre class={css.raw}>{JSON.stringify(record.payload, null, 1)}</pre>
      </section>
    )
  );
}

/** The fingerprints that hold the chain together. */
function Seals({ record: { entry } }: { record: LedgerRecord }): JSX.Element {
  const rows = [
    [ENTRY.seals.hash, entry.hash],
    [ENTRY.seals.previousHash, entry.previousHash],
    [ENTRY.seals.payloadDigest, entry.payloadDigest],
    ...entry.blobDigests.map((digest) => [ENTRY.seals.blobDigests, digest]),
    [ENTRY.seals.chain, entry.chain],
  ] as const;
  return (
    <details class={css.seals}>
      <summary>{ENTRY.seals.title}</summary>
      <dl class={shared.facts}>
        {rows.map(([name = '', digest = '']) => (
          <Fact key={`${name}${digest}`} name={name}>
            <code class={css.hash}>{digest}</code>
          </Fact>
        ))}
      </dl>
    </details>
  );
}
