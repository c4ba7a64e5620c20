import { fillSlots } from '../../../../core/base/text.ts';
import type { VerifyReport } from '../../../../core/ledger/report.ts';
import { Button, SubmitButton, ToneWord } from '../../../ui/parts.tsx';
import { type JSX, useState } from '../../../ui/preact.ts';
import { ledgerWork } from '../../../worker/client.ts';
import type { WorkbenchState } from '../../state.ts';
import shared from '../../workbench.module.css';
import css from './integrity.module.css';
import { INTEGRITY } from './words.ts';

const { witness: WORDS } = INTEGRITY;

/** What is written down of an entry to be known again: its number and so many digits of its hash. */
const FEWEST_DIGITS = 16;

/** The sheet that is printed and signed, and the comparison with one that was. */
export function Witness(props: {
  state: WorkbenchState;
  /** There is something to witness. */
  ready: boolean;
  tell: (report: VerifyReport | undefined) => void;
}): JSX.Element {
  const { state, ready, tell } = props;
  return (
    <section class={shared.section}>
      <h2>{WORDS.title}</h2>
      <p class={shared.quiet}>{WORDS.why}</p>
      <p>
        <Button disabled={!ready} onClick={() => window.print()}>
          {WORDS.print}
        </Button>
      </p>
      <Compare state={state} tell={tell} />
    </section>
  );
}

/** Looks for the entry of a sheet that was printed before, and checks the chain with it as a witness. */
function Compare(props: { state: WorkbenchState; tell: (report: VerifyReport | undefined) => void }): JSX.Element {
  const { state, tell } = props;
  const [sequence, setSequence] = useState('');
  const [hash, setHash] = useState('');
  const [wrong, setWrong] = useState('');
  const [busy, setBusy] = useState(false);
  const compare = async (): Promise<void> => {
    tell(undefined);
    setWrong('');
    const digits = hash.replace(/[\s-]/g, '').toLowerCase();
    if (!/^[0-9a-f]+$/.test(digits) || digits.length < FEWEST_DIGITS || digits.length > 64) {
      setWrong(WORDS.badHash);
      return;
    }
    setBusy(true);
    await state.attempt(async () => {
      const number = Number(sequence);
      const [entry] = await state.reader.at([number]);
      const last = state.head.value?.sequence ?? 0;
      if (entry === undefined) setWrong(fillSlots(WORDS.noEntry, { last, sequence: number }));
      else if (!entry.hash.startsWith(digits)) setWrong(fillSlots(WORDS.different, { sequence: number }));
      else tell(await ledgerWork.verify(undefined, undefined, entry.hash));
    });
    setBusy(false);
  };
  return (
    <form
      class={css.compare}
      onSubmit={(event) => {
        event.preventDefault();
        void compare();
      }}
    >
      <h3>{WORDS.compare}</h3>
      <label>
        {WORDS.sequence}
        <input
          type="number"
          min="1"
          required
          value={sequence}
          onInput={({ currentTarget }) => setSequence(currentTarget.value)}
        />
      </label>
      <label>
        {WORDS.hash}
        <input
          type="text"
          class={css.hash}
          required
          maxLength={100}
          value={hash}
          onInput={({ currentTarget }) => setHash(currentTarget.value)}
        />
      </label>
      <SubmitButton busy={busy}>{WORDS.button}</SubmitButton>
      {wrong === '' ? null : (
        <p role="alert">
          <ToneWord tone="must">{wrong}</ToneWord>
        </p>
      )}
    </form>
  );
}
