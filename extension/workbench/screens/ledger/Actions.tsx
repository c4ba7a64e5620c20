import { chinaDay } from '../../../../core/base/dates.ts';
import { fillSlots } from '../../../../core/base/text.ts';
import type { LedgerEntry } from '../../../../core/ledger/entry.ts';
import type { ExportForm } from '../../../../core/ledger/kinds/export.ts';
import type { VerifyReport } from '../../../../core/ledger/report.ts';
import { handOut } from '../../../exports/hand-out.ts';
import { judgedWith } from '../../../messages/settings.ts';
import { Button, ToneWord } from '../../../ui/parts.tsx';
import { type ComponentChildren, type JSX, useEffect, useRef, useState } from '../../../ui/preact.ts';
import { ledgerWork } from '../../../worker/client.ts';
import { allEntries, type WorkbenchState } from '../../state.ts';
import { Verified, VerifyProgress } from '../../Verified.tsx';
import { WORKBENCH } from '../../words.ts';
import shared from '../../workbench.module.css';
import css from './ledger.module.css';
import { PRINTED } from './PrintedList.tsx';
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
    state.say(WORKBENCH.verifying);
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
      const settings = state.settings.value;
      const name = await handOut(form, settings?.unit?.name ?? '', judgedWith(settings));
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
          {checked === undefined ? LEDGER.verify : WORKBENCH.verifying}
        </Button>
        <Button disabled={printing} onClick={() => void print()}>
          {LEDGER.print}
        </Button>
        <Menu title={exporting ? LEDGER.exporting : LEDGER.export} busy={exporting}>
          {(['ledger-xlsx', 'evidence-html', 'archive', 'bundle'] as const).map((form) => (
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
      {checked === undefined ? null : <VerifyProgress done={checked} total={allEntries(state)} />}
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
