import { chinaTime } from '../../../../core/base/dates.ts';
import { fillSlots } from '../../../../core/base/text.ts';
import { keyName } from '../../../../core/ledger/checkpoint.ts';
import { seal } from '../../../exports/seal.ts';
import { Button, ToneWord } from '../../../ui/parts.tsx';
import { type JSX, useEffect, useState } from '../../../ui/preact.ts';
import { integrityWork } from '../../../worker/client.ts';
import type { Checkpoint } from '../../../worker/integrity.ts';
import type { WorkbenchState } from '../../state.ts';
import { TableHead } from '../../TableHead.tsx';
import shared from '../../workbench.module.css';
import css from './integrity.module.css';
import { INTEGRITY } from './words.ts';

const { points: WORDS } = INTEGRITY;
/** Checkpoints that are listed. */
const LISTED = 10;

/** The newest checkpoints, one more, and the SM3 beside them. */
export function Checkpoints({ state }: { state: WorkbenchState }): JSX.Element {
  const [points, setPoints] = useState<Checkpoint[]>([]);
  const [sm3, setSm3] = useState(false);
  const [said, setSaid] = useState<{ tone: 'fine' | 'must'; words: string } | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const head = state.head.value?.sequence;
  useEffect(() => {
    void state.attempt(async () => {
      setPoints(await integrityWork.checkpoints(LISTED));
      setSm3(await integrityWork.hasSm3());
    });
  }, [state, head]);
  const tell = (tone: 'fine' | 'must', words: string): void => {
    setSaid({ tone, words });
    state.say(words);
  };
  const run = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setSaid(undefined);
    await state.attempt(work);
    setBusy(false);
  };
  const make = (): Promise<void> =>
    run(async () => {
      const entry = await seal();
      tell('fine', entry === undefined ? WORDS.nothingNew : fillSlots(WORDS.made, { count: entry.sequence - 1 }));
    });
  const choose = async (on: boolean): Promise<void> => {
    // What was pressed shows at once, and goes back where it could not be kept.
    setSm3(on);
    if (!(await state.attempt(() => integrityWork.setSm3(on)))) setSm3(!on);
  };
  const check = (): Promise<void> =>
    run(async () => {
      const { checked, wrongAt } = await integrityWork.checkSm3();
      if (wrongAt !== undefined) tell('must', fillSlots(WORDS.sm3Bad, { sequence: wrongAt }));
      else tell('fine', checked === 0 ? WORDS.sm3None : fillSlots(WORDS.sm3Good, { count: checked }));
    });
  return (
    <section class={shared.section}>
      <h2>{WORDS.title}</h2>
      <p class={shared.quiet}>{WORDS.why}</p>
      {points.length === 0 ? (
        <p>{WORDS.none}</p>
      ) : (
        <table class={css.points}>
          <TableHead of={['at', 'reaches', 'key', 'sm3']} words={WORDS.columns} />
          <tbody>
            {points.map(({ entry, payload }) => (
              <tr key={entry.sequence}>
                <td>{chinaTime(entry.registeredAt).slice(0, 16).replace('T', ' ')}</td>
                <td>{fillSlots(WORDS.reaches, { count: payload.count })}</td>
                <td>{payload.signature === undefined ? WORDS.unsigned : keyName(payload.signature)}</td>
                <td>{payload.sm3 === undefined ? WORDS.noSm3 : WORDS.hasSm3}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class={css.row}>
        <Button busy={busy} onClick={() => void make()}>
          {WORDS.make}
        </Button>
        {points.some(({ payload }) => payload.sm3 !== undefined) ? (
          <Button busy={busy} onClick={() => void check()}>
            {WORDS.checkSm3}
          </Button>
        ) : null}
      </p>
      {said === undefined ? null : (
        <p>
          <ToneWord tone={said.tone}>{said.words}</ToneWord>
        </p>
      )}
      <p>
        <label class={css.choice}>
          <input type="checkbox" checked={sm3} onChange={({ currentTarget: { checked } }) => void choose(checked)} />
          {WORDS.sm3}
        </label>
      </p>
      <p class={shared.quiet}>{WORDS.sm3Why}</p>
    </section>
  );
}
