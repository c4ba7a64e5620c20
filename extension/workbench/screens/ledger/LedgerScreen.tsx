import { chinaTime, dayOf } from '../../../../core/base/dates.ts';
import { fillSlots } from '../../../../core/base/text.ts';
import { itemsOf, PILOT_SCORECARD } from '../../../../core/evaluation/scorecard.ts';
import type { EntryKind, LedgerEntry } from '../../../../core/ledger/entry.ts';
import type { ExportForm } from '../../../../core/ledger/kinds/export.ts';
import { KINDS } from '../../../../core/ledger/kinds/index.ts';
import type { VerifyReport } from '../../../../core/ledger/report.ts';
import type { EntryFilter } from '../../../../core/ledger/search.ts';
import { demoPage } from '../../../messages/demo.ts';
import { Button, ButtonLink, Calm, LinkButton, ToneWord } from '../../../ui/parts.tsx';
import { type JSX, useEffect, useRef, useState } from '../../../ui/preact.ts';
import { ledgerWork } from '../../../worker/client.ts';
import { handOut } from '../../hand-out.ts';
import { hashOf } from '../../route.ts';
import type { WorkbenchState } from '../../state.ts';

import { WORKBENCH } from '../../words.ts';
import shared from '../../workbench.module.css';
import { hashOfAdd } from '../add/place.ts';
import { EntryGrid } from './EntryGrid.tsx';
import type { EntryList } from './entry-list.ts';
import type { LastExport } from './last-export.ts';
import css from './ledger.module.css';
import { hashOfEntry } from './place.ts';
import type { LedgerState } from './state.ts';
import { KIND_ORDER, LEDGER } from './words.ts';

/** The list of entries, with what is done to the ledger as a whole. */
export function LedgerScreen(props: { state: WorkbenchState; own: LedgerState; title: string }): JSX.Element {
  const { state, own, title } = props;
  const { list, lastExport } = own;
  const head = state.head.value;
  const { count, searching } = list.rows.value;
  const filtered = isFiltered(list.filter.value);
  const counted = filtered
    ? fillSlots(searching ? LEDGER.finding : LEDGER.found, { count })
    : fillSlots(LEDGER.count, { count });
  useEffect(() => {
    if (filtered && !searching) state.say(counted);
  }, [state, filtered, searching, counted]);
  const drawn = list.entryAt(0) !== undefined;
  useEffect(() => {
    // The rows come first.
    if (head !== undefined && drawn) lastExport.headMoved();
  }, [lastExport, head, drawn]);
  if (head === undefined) return <h1 class={css.title}>{title}</h1>;
  return (
    <div class={css.screen}>
      <header class={shared.head}>
        <h1>{title}</h1>
        {head.sequence > 0 ? <span>{counted}</span> : null}
        {head.sequence > 0 ? <ButtonLink href={hashOfAdd()}>{LEDGER.add}</ButtonLink> : null}
        {head.sequence > 0 ? <Actions state={state} lastExport={lastExport} /> : null}
      </header>
      {head.sequence === 0 ? (
        <Calm title={LEDGER.none.title}>
          <ol class={css.how}>
            {LEDGER.none.how.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <Ways />
        </Calm>
      ) : (
        <>
          <Filter list={list} />
          {count === 0 && !searching ? (
            <Calm title={LEDGER.noneFound.title}>{LEDGER.noneFound.text}</Calm>
          ) : (
            <EntryGrid list={list} />
          )}
        </>
      )}
    </div>
  );
}

/** What can be done while nothing is kept. */
function Ways(): JSX.Element {
  return (
    <p class={css.ways}>
      <ButtonLink href={demoPage()} apart>
        {LEDGER.none.demo}
      </ButtonLink>
      <ButtonLink href={hashOfAdd()}>{LEDGER.none.add}</ButtonLink>
      <a href={hashOf('start')}>{LEDGER.none.start}</a>
    </p>
  );
}

const isFiltered = (filter: EntryFilter): boolean => Object.values(filter).some((part) => part !== undefined);

/** Verification and exports, and how old the last backup is. */
function Actions({ state, lastExport }: { state: WorkbenchState; lastExport: LastExport }): JSX.Element {
  const [report, setReport] = useState<VerifyReport | undefined>(undefined);
  const [checked, setChecked] = useState<number | undefined>(undefined);
  const [exporting, setExporting] = useState(false);
  const total = state.head.value?.sequence ?? 0;

  const verify = async (): Promise<void> => {
    setReport(undefined);
    setChecked(0);
    state.say(LEDGER.verifying);
    await state.attempt(async () => {
      const made = await ledgerWork.verify(setChecked);
      setReport(made);
      state.say(made.message);
    });
    setChecked(undefined);
  };
  const exportAs = async (form: ExportForm): Promise<void> => {
    setExporting(true);
    await state.attempt(async () => {
      const name = await handOut(form, state.settings.value?.unit?.name ?? '');
      state.say(fillSlots(WORKBENCH.exported, { name }));
    });
    setExporting(false);
  };

  return (
    <>
      <div class={shared.actions}>
        <Button disabled={checked !== undefined} onClick={() => void verify()}>
          {checked === undefined ? LEDGER.verify : LEDGER.verifying}
        </Button>
        <Button disabled={exporting} onClick={() => void exportAs('ledger-xlsx')}>
          {LEDGER.exportXlsx}
        </Button>
        <Button primary disabled={exporting} onClick={() => void exportAs('bundle')}>
          {exporting ? LEDGER.exporting : LEDGER.exportBundle}
        </Button>
      </div>
      <Backup entry={lastExport.entry.value} head={total} />
      {checked === undefined ? null : (
        <p class={css.progress}>
          <progress max={total} value={checked} aria-label={LEDGER.verifying} />
          <span>{fillSlots(LEDGER.verifyProgress, { done: checked, total })}</span>
        </p>
      )}
      {report === undefined ? null : <Verified report={report} close={() => setReport(undefined)} />}
    </>
  );
}

function Backup({ entry, head }: { entry: LedgerEntry | null | undefined; head: number }): JSX.Element | null {
  if (entry === undefined) return null;
  // The entry that notes the export is itself no news.
  const slots = entry && { date: dayOf(chinaTime(entry.registeredAt)), count: head - entry.sequence };
  return (
    <p class={css.backup}>
      {slots === null ? (
        <>
          <ToneWord tone="look">{LEDGER.neverExported}</ToneWord> {LEDGER.exportOften}
        </>
      ) : (
        fillSlots(slots.count > 0 ? LEDGER.lastExport : LEDGER.lastExportNothingNew, slots)
      )}
    </p>
  );
}

/** The outcome of verification: the sentence, what it cannot show, and the fingerprint to keep outside. */
function Verified({ report, close }: { report: VerifyReport; close: () => void }): JSX.Element {
  const [chain] = report.chains;
  return (
    <section class={`${css.verified} ${report.ok ? '' : css.wrong}`} aria-label={LEDGER.verified}>
      <p class={css.message}>
        <ToneWord tone={report.ok ? 'fine' : 'must'}>{report.message}</ToneWord>
      </p>
      {report.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {report.ok && chain !== undefined ? <p>{fillSlots(LEDGER.witness, { ...chain.head })}</p> : null}
      <p class={shared.quiet}>{report.limits}</p>
      <div class={css.links}>
        {report.fault !== undefined && report.fault.sequence > 0 ? (
          <a href={hashOfEntry(report.fault.sequence)}>{LEDGER.showFault}</a>
        ) : null}
        <LinkButton onClick={close}>{LEDGER.closeResult}</LinkButton>
      </div>
    </section>
  );
}

/** Milliseconds without a key before the search starts. */
const PAUSE = 150;

function Filter({ list }: { list: EntryList }): JSX.Element {
  const filter = list.filter.value;
  const [words, setWords] = useState(filter.words ?? '');
  const timer = useRef(0);
  const change = (part: { [Key in keyof EntryFilter]: EntryFilter[Key] | undefined }): void => {
    const given = Object.entries({ ...list.filter.value, ...part }).filter(([, value]) => value !== undefined);
    list.setFilter(Object.fromEntries(given));
  };
  const search = (text: string): void => {
    setWords(text);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => change({ words: text.trim() === '' ? undefined : text }), PAUSE);
  };
  return (
    <search class={shared.controls} aria-label={LEDGER.filter.label}>
      <input
        class={`${shared.input} ${shared.search}`}
        type="search"
        aria-label={LEDGER.filter.words}
        placeholder={LEDGER.filter.words}
        maxLength={100}
        value={words}
        onInput={(event) => {
          // Letters of a word that is still being composed are no search.
          if (event.isComposing) setWords(event.currentTarget.value);
          else search(event.currentTarget.value);
        }}
        onCompositionEnd={(event) => search(event.currentTarget.value)}
      />
      <select
        class={shared.input}
        aria-label={LEDGER.filter.indicator}
        value={filter.indicator ?? ''}
        onChange={(event) => change({ indicator: event.currentTarget.value || undefined })}
      >
        <option value="">{LEDGER.filter.anyIndicator}</option>
        {itemsOf(PILOT_SCORECARD).map((item) => (
          <option key={item.id} value={item.id}>
            {`${item.id} ${item.name}`}
          </option>
        ))}
      </select>
      <select
        class={shared.input}
        aria-label={LEDGER.filter.kind}
        value={filter.kinds?.[0] ?? ''}
        onChange={(event) => {
          const kind = event.currentTarget.value as EntryKind | '';
          change({ kinds: kind === '' ? undefined : [kind] });
        }}
      >
        <option value="">{LEDGER.filter.anyKind}</option>
        {KIND_ORDER.map((kind) => (
          <option key={kind} value={kind}>
            {KINDS[kind].title}
          </option>
        ))}
      </select>
      {(['from', 'to'] as const).map((end) => (
        <label key={end}>
          {LEDGER.filter[end]}
          <input
            class={shared.input}
            type="date"
            value={filter[end] ?? ''}
            onChange={(event) => change({ [end]: event.currentTarget.value || undefined })}
          />
        </label>
      ))}
      {isFiltered(filter) ? (
        <LinkButton
          onClick={() => {
            setWords('');
            clearTimeout(timer.current);
            list.setFilter({});
          }}
        >
          {LEDGER.filter.clear}
        </LinkButton>
      ) : null}
    </search>
  );
}
