import { chinaDay } from '../../../../core/base/dates.ts';
import { fillSlots } from '../../../../core/base/text.ts';
import type { LedgerEntry } from '../../../../core/ledger/entry.ts';
import type { ExportForm } from '../../../../core/ledger/kinds/export.ts';
import type { VerifyReport } from '../../../../core/ledger/report.ts';
import { handOut } from '../../../exports/hand-out.ts';
import { Button, LinkButton, ToneWord } from '../../../ui/parts.tsx';
import { type ComponentChildren, type JSX, useEffect, useRef, useState } from '../../../ui/preact.ts';
import { ledgerWork } from '../../../worker/client.ts';
import type { WorkbenchState } from '../../state.ts';
import { WORKBENCH } from '../../words.ts';
import shared from '../../workbench.module.css';
import css from './ledger.module.css';
import { PRINTED } from './PrintedList.tsx';
import { hashOfEntry } from './place.ts';
import type { LedgerState } from './state.ts';
import { LEDGER } from './words.ts';

/** Verification, print and exports, and how old the last backup is. */
export function Actions({ state, own }: { state: WorkbenchState; own: LedgerState }): JSX.Element {
  const { list, lastExport } = own;
  const [report, setReport] = useState<VerifyReport | undefined>(undefined);
  const [checked, setChecked] = useState<number | undefined>(undefined);
  const [exporting, setExporting] = useState(false);
  const [printing, setPrinting] = useState(false);
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

  const print = async (): Promise<void> => {
    setPrinting(true);
    await state.attempt(() => list.gather(PRINTED));
    setPrinting(false);
    window.print();
  };

  return (
    <>
      <div class={shared.actions}>
        <Button disabled={checked !== undefined} onClick={() => void verify()}>
          {checked === undefined ? LEDGER.verify : LEDGER.verifying}
        </Button>
        <Button disabled={printing} onClick={() => void print()}>
          {LEDGER.print}
        </Button>
        <Menu title={exporting ? LEDGER.exporting : LEDGER.export} busy={exporting}>
          {(['ledger-xlsx', 'bundle'] as const).map((form) => (
            <li key={form}>
              <Button disabled={exporting} onClick={() => void exportAs(form)}>
                {LEDGER.exports[form].action}
              </Button>
              <small>{LEDGER.exports[form].hint}</small>
            </li>
          ))}
        </Menu>
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

/** Actions that stay out of the way until they are asked for, and once one of them is at work. */
function Menu(props: { title: string; busy: boolean; children: ComponentChildren }): JSX.Element {
  const { title, busy, children } = props;
  const menu = useRef<HTMLDetailsElement>(null);
  const close = (): void => {
    if (menu.current !== null) menu.current.open = false;
  };
  useEffect(() => {
    if (busy) close();
  }, [busy]);
  return (
    <details
      ref={menu}
      class={css.menu}
      onFocusOut={(event) => {
        if (!(event.relatedTarget instanceof Node && menu.current?.contains(event.relatedTarget))) close();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        close();
        menu.current?.querySelector('summary')?.focus();
      }}
    >
      <summary>{title}</summary>
      <ul>{children}</ul>
    </details>
  );
}

function Backup({ entry, head }: { entry: LedgerEntry | null | undefined; head: number }): JSX.Element | null {
  if (entry === undefined) return null;
  // The entry that notes the export is itself no news.
  const slots = entry && { date: chinaDay(entry.registeredAt), count: head - entry.sequence };
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
