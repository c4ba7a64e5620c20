import { fillSlots } from '../../../../core/base/text.ts';
import type { VerifyReport } from '../../../../core/ledger/report.ts';
import { Button, ToneWord } from '../../../ui/parts.tsx';
import { type JSX, useEffect, useState } from '../../../ui/preact.ts';
import { integrityWork, ledgerWork } from '../../../worker/client.ts';
import type { TailCheck } from '../../../worker/integrity.ts';
import { WhenPrinted } from '../../print/WhenPrinted.tsx';
import type { ScreenProps } from '../../screen.ts';
import { allEntries, type WorkbenchState } from '../../state.ts';
import { Verified, VerifyProgress } from '../../Verified.tsx';
import shared from '../../workbench.module.css';
import { Checkpoints } from './Checkpoints.tsx';
import css from './integrity.module.css';
import { Witness } from './Witness.tsx';
import { type SheetFacts, sheetFacts, WitnessSheet } from './WitnessSheet.tsx';
import { INTEGRITY } from './words.ts';

/** What is known of the chain without looking at all of it, what shortens the look, and what is kept outside. */
export function IntegrityScreen({ state, title }: ScreenProps): JSX.Element {
  const [report, setReport] = useState<VerifyReport | undefined>(undefined);
  const [facts, setFacts] = useState<SheetFacts | undefined>(undefined);
  const head = state.head.value;
  useEffect(() => {
    void state.attempt(async () => setFacts(await sheetFacts(state)));
  }, [state, head]);
  return (
    <article class={css.integrity}>
      <header class={shared.head}>
        <h1>{title}</h1>
      </header>
      <Tail state={state} tell={setReport} />
      {report === undefined ? null : <Verified report={report} close={() => setReport(undefined)} />}
      <Checkpoints state={state} />
      <Witness state={state} ready={facts !== undefined && facts.sequence > 0} tell={setReport} />
      <WhenPrinted>{() => (facts === undefined ? <p /> : <WitnessSheet facts={facts} />)}</WhenPrinted>
    </article>
  );
}

/** What came after the last checkpoint is looked at when the screen is opened; all of it when that is asked for. */
function Tail(props: { state: WorkbenchState; tell: (report: VerifyReport | undefined) => void }): JSX.Element {
  const { state, tell } = props;
  const [tail, setTail] = useState<TailCheck | undefined>(undefined);
  const [checked, setChecked] = useState<number | undefined>(undefined);
  const total = state.head.value?.sequence;
  useEffect(() => {
    void state.attempt(async () => setTail(await integrityWork.checkTail()));
  }, [state, total]);
  const all = async (): Promise<void> => {
    tell(undefined);
    setChecked(0);
    await state.attempt(async () => {
      const report = await ledgerWork.verify(setChecked);
      tell(report);
      state.say(report.message);
    });
    setChecked(undefined);
  };
  return (
    <section class={shared.section}>
      <h2>{INTEGRITY.tail.title}</h2>
      <p>{tail === undefined ? INTEGRITY.tail.working : <TailWords tail={tail} />}</p>
      {total === undefined || total === 0 ? null : (
        <p>
          <Button disabled={checked !== undefined} onClick={() => void all()}>
            {INTEGRITY.tail.button}
          </Button>
        </p>
      )}
      {checked === undefined || total === undefined ? null : (
        <VerifyProgress done={checked} total={allEntries(state)} />
      )}
    </section>
  );
}

function TailWords({ tail: { after, report } }: { tail: TailCheck }): JSX.Element {
  const { tail: words } = INTEGRITY;
  const count = report.chains[0]?.count ?? 0;
  if (!report.ok) return <ToneWord tone="must">{words.bad}</ToneWord>;
  if (after === 0 && count === 0) return <>{words.empty}</>;
  return <ToneWord tone="fine">{fillSlots(after === 0 ? words.all : words.good, { after, count })}</ToneWord>;
}
