import { fillSlots } from '../../../../core/base/text.ts';
import { registrationGap } from '../../../../core/evaluation/evaluate.ts';
import { mayBeRecord } from '../../../../core/evaluation/loops/kept-records.ts';
import { readSubject, stateWords } from '../../../../core/evidence/kept-state.ts';
import { mayLapse } from '../../../../core/evidence/validity.ts';
import { shownTime } from '../../../../core/exports/about.ts';
import type { LedgerRecord, Place } from '../../../../core/ledger/entry.ts';
import { KINDS, type KnownPayload, readPayload } from '../../../../core/ledger/kinds/index.ts';
import type { ChainReader } from '../../../storage/ledger-reader.ts';
import { Calm, Notice, ToneWord } from '../../../ui/parts.tsx';
import { type JSX, useEffect, useRef, useState } from '../../../ui/preact.ts';
import { Fact } from '../../facts.tsx';
import print from '../../print/print.module.css';
import { SignLines } from '../../print/SignLines.tsx';
import { WhenPrinted } from '../../print/WhenPrinted.tsx';
import type { WorkbenchState } from '../../state.ts';
import { WORKBENCH } from '../../words.ts';
import shared from '../../workbench.module.css';
import { Act } from './Act.tsx';
import { BelongingTo } from './Belonging.tsx';
import { ChainPlace } from './ChainPlace.tsx';
import css from './entry.module.css';
import { indicatorNames } from './indicator-names.ts';
import type { LaterWords } from './later.ts';
import { drawPayload } from './payloads/index.tsx';
import { codeOf, hashOfEntry, hashOfLedger, hashOfPlace } from './place.ts';
import { RecordParts } from './RecordParts.tsx';
import { Validity } from './Validity.tsx';
import { ENTRY } from './words.ts';

/** One entry with everything that stands beside it. */
export function EntryScreen(props: {
  state: WorkbenchState;
  later: LaterWords;
  sequence: number;
  /** Of the chain's name, where it is another than this computer's own. */
  code: string | undefined;
}): JSX.Element {
  const { state, later, sequence, code } = props;
  const own = state.head.value?.sequence;
  const other = code === undefined ? undefined : state.chains.value?.others.find(({ chain }) => codeOf(chain) === code);
  const chain = other?.chain;
  const head = code === undefined ? own : other?.sequence;
  const [read, setRead] = useState<{ sequence: number; record: LedgerRecord | undefined } | undefined>(undefined);
  useEffect(() => {
    let left = false;
    void state.attempt(async () => {
      // Which chains there are is not known yet.
      if (code !== undefined && state.chains.value === undefined) return;
      const record =
        code === undefined || chain !== undefined ? await readerOf(state, chain).read(sequence) : undefined;
      if (!left) setRead({ sequence, record });
    });
    return () => {
      left = true;
    };
    // A later redaction may take the payload away: look again when the chain grows.
  }, [state, sequence, chain, head]);
  useEffect(() => {
    if (own !== undefined && read !== undefined) void later.headMoved({ sequence: own });
  }, [later, own, read]);
  const record = read?.sequence === sequence ? read.record : undefined;
  return (
    <article class={css.entry}>
      <nav class={`${css.way} ${print.unprinted}`}>
        <a href={hashOfLedger()}>{ENTRY.back}</a>
        {head !== undefined && sequence < head ? <a href={hashOfEntry(sequence + 1, chain)}>{ENTRY.newer}</a> : null}
        {sequence > 1 ? <a href={hashOfEntry(sequence - 1, chain)}>{ENTRY.older}</a> : null}
      </nav>
      {record !== undefined ? (
        <Entry state={state} later={later} record={record} chain={chain} />
      ) : read?.sequence === sequence ? (
        <Calm title={ENTRY.missing.title}>{fillSlots(ENTRY.missing.text, { sequence })}</Calm>
      ) : (
        <p class={shared.quiet}>{WORKBENCH.loading}</p>
      )}
    </article>
  );
}

function Entry(props: {
  state: WorkbenchState;
  later: LaterWords;
  record: LedgerRecord;
  chain: string | undefined;
}): JSX.Element {
  const { state, later, record, chain } = props;
  const { entry } = record;
  // More may be known of it when the chain was looked through.
  void later.known.value;
  const standing = later.of(entry, chain);
  const { withdrawnBy, indicators } = standing;
  const { about, state: kept } = readSubject(entry.subject);
  const keptWords = stateWords(kept);
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
        {chain === undefined ? null : <p>{fillSlots(ENTRY.ofOther, { seats: entry.actor })}</p>}
        <h1 ref={heading} tabIndex={-1}>
          {withdrawnBy === undefined ? about : <del>{about}</del>}
        </h1>
        {keptWords === '' ? null : (
          <ToneWord tone={kept.must > 0 ? 'must' : 'unread'}>
            {fillSlots(ENTRY.keptWith, { words: keptWords })}
          </ToneWord>
        )}
      </header>
      {withdrawnBy === undefined ? null : (
        <p class={css.takenBack}>
          <a href={hashOfPlace(state, withdrawnBy)}>{fillSlots(ENTRY.withdrawnBy, { ...withdrawnBy })}</a>
        </p>
      )}
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
        <Fact name={ENTRY.facts.indicators}>
          {indicatorNames(later.indicatorsOf(entry, chain))}
          {indicators === undefined ? null : (
            <>
              {' '}
              <a href={hashOfPlace(state, indicators.by)}>{fillSlots(ENTRY.movedBy, { ...indicators.by })}</a>
            </>
          )}
        </Fact>
      </dl>
      {wideGap ? <p class={css.gap}>{fillSlots(ENTRY.gap, { days: gapDays })}</p> : null}
      <LaterEntries state={state} places={standing.later} />
      <Act state={state} later={later} entry={entry} hasContent={record.payload !== undefined} chain={chain} />
      <RecordParts state={state} record={record} />
      <Validity state={state} record={record} />
      {mayBeRecord(entry) || mayLapse(entry) ? <BelongingTo state={state} hash={entry.hash} /> : null}
      {record.payload === undefined ? <Notice>{ENTRY.gone}</Notice> : <Payload record={record} />}
      <ChainPlace state={state} entry={entry} reader={readerOf(state, chain)} chain={chain} />
      <WhenPrinted>{() => <SignLines state={state} />}</WhenPrinted>
    </>
  );
}

/** The reader of this computer's chain, or of another one by its name. */
const readerOf = ({ reader }: WorkbenchState, chain: string | undefined): ChainReader =>
  chain === undefined ? reader : reader.beside(chain);

/** What was said of it later, each an entry of its own, of whichever chain. */
function LaterEntries(props: { state: WorkbenchState; places: readonly Place[] }): JSX.Element | null {
  const { state, places } = props;
  const [records, setRecords] = useState<LedgerRecord[]>([]);
  const own = state.chains.value?.own;
  const named = JSON.stringify(places);
  useEffect(() => {
    let left = false;
    void state.attempt(async () => {
      const read: LedgerRecord[] = [];
      for (const { chain, sequence } of places) {
        const record = await readerOf(state, chain === own ? undefined : chain).read(sequence);
        if (record !== undefined) read.push(record);
      }
      if (!left) setRecords(read);
    });
    return () => {
      left = true;
    };
  }, [state, named, own]);
  if (records.length === 0) return null;
  return (
    <section class={shared.section}>
      <h2>{ENTRY.later}</h2>
      <ul class={css.lines}>
        {records.map(({ entry, payload, branch: chain = entry.chain }) => (
          <li key={entry.hash}>
            <a href={hashOfPlace(state, { ...entry, chain })}>
              {fillSlots(ENTRY.number, { sequence: entry.sequence })}
            </a>{' '}
            {laterText(readPayload(entry, payload)) ?? entry.subject}{' '}
            <small class={shared.quiet}>{[shownTime(entry.registeredAt), entry.actor].join(' · ')}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was done, and why; undefined where this version cannot tell. */
function laterText(read: KnownPayload | undefined): string | undefined {
  const { told } = ENTRY;
  if (read?.kind === 'note') return fillSlots(told.note, { text: read.payload.text });
  if (read?.kind !== 'correction') return undefined;
  const { withdrawn, indicators, reason: text } = read.payload;
  if (withdrawn === undefined) return fillSlots(indicators === undefined ? told.looked : told.moved, { text });
  return fillSlots(withdrawn ? told.withdrawn : told.restored, { text });
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
