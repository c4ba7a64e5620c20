import { fillSlots } from '../../core/base/text.ts';
import type { VerifyReport } from '../../core/ledger/report.ts';
import { LinkButton, ToneWord } from '../ui/parts.tsx';
import type { JSX } from '../ui/preact.ts';
import { hashOfEntry } from './screens/ledger/place.ts';
import css from './verified.module.css';
import { WORKBENCH } from './words.ts';
import shared from './workbench.module.css';

/** How far a verification has come. */
export function VerifyProgress({ done, total }: { done: number; total: number }): JSX.Element {
  return (
    <p class={css.progress}>
      <progress max={total} value={done} aria-label={WORKBENCH.verifying} />
      <span>{fillSlots(WORKBENCH.verifyProgress, { done, total })}</span>
    </p>
  );
}

/** The outcome of verification: the sentence, what it cannot show, and the fingerprint to keep outside. */
export function Verified({ report, close }: { report: VerifyReport; close: () => void }): JSX.Element {
  const [chain] = report.chains;
  const isOwn = report.fault?.chain === chain?.chain;
  return (
    <section class={`${css.verified} ${report.ok ? '' : css.wrong}`} aria-label={WORKBENCH.verified}>
      <p class={css.message}>
        <ToneWord tone={report.ok ? 'fine' : 'must'}>{report.message}</ToneWord>
      </p>
      {report.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {report.ok && chain !== undefined ? <p>{fillSlots(WORKBENCH.witness, { ...chain.head })}</p> : null}
      <p class={shared.quiet}>{report.limits}</p>
      <div class={css.links}>
        {report.fault !== undefined && report.fault.sequence > 0 ? (
          <a href={hashOfEntry(report.fault.sequence, isOwn ? undefined : report.fault.chain)}>{WORKBENCH.showFault}</a>
        ) : null}
        <LinkButton onClick={close}>{WORKBENCH.closeResult}</LinkButton>
      </div>
    </section>
  );
}
