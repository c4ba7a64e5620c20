import { fillSlots } from '../../../core/base/text.ts';
import { ask } from '../../messages/ask.ts';
import type { AddressMode, GuardMode } from '../../messages/settings.ts';
import type { TabView } from '../../messages/view.ts';
import { Dialog } from '../../ui/parts.tsx';
import { type JSX, useEffect, useId, useState } from '../../ui/preact.ts';
import type { PanelState } from '../state.ts';
import css from './address.module.css';
import { addressOf, setMode } from './address.ts';
import { ADDRESS } from './words.ts';

const MODES: readonly AddressMode[] = ['off', 'click', 'always'];

/**
 * When pages of this address are read: 关, 点一下才读, 一直开. 一直开 says first what is read, and the browser asks after it.
 * Nothing for a page without an address.
 */
export function AddressSwitch({ state, view }: { state: PanelState; view: TabView }): JSX.Element | null {
  const { url } = view;
  const address = addressOf(url);
  const origin = address && new URL(url).origin;
  const label = useId();
  const [mode, setShown] = useState<AddressMode | undefined>(undefined);
  const [asking, setAsking] = useState(false);
  /** The person chose 点一下才读, and the browser does not give the permission back. */
  const [fixed, setFixed] = useState(false);
  const load = async (): Promise<AddressMode> => {
    const known = await ask('addressMode', { url });
    setShown(known);
    return known;
  };
  useEffect(() => {
    setFixed(false);
    if (origin !== undefined) load().catch(() => undefined);
  }, [origin, view.state]);
  if (address === undefined) return null;

  const choose = async (next: AddressMode): Promise<void> => {
    await setMode(state, url, next);
    const known = await load();
    setFixed(next === 'click' && known === 'always');
  };
  return (
    <div class={css.address}>
      <fieldset class={css.row} aria-labelledby={label}>
        <span id={label} title={origin}>
          {ADDRESS.label}
        </span>
        <div class={css.modes}>
          {MODES.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === mode}
              onClick={() => {
                if (one === mode) return;
                if (one === 'always') setAsking(true);
                else void choose(one);
              }}
            >
              {ADDRESS.modes[one]}
            </button>
          ))}
        </div>
      </fieldset>
      {mode === 'always' ? <GuardSwitch state={state} url={url} origin={origin} /> : null}
      {fixed ? <p>{ADDRESS.fixed}</p> : null}
      {asking ? (
        <Dialog
          title={ADDRESS.dialog.title}
          action={ADDRESS.dialog.allow}
          onClose={() => setAsking(false)}
          onAction={() => {
            setAsking(false);
            void choose('always');
          }}
        >
          <p>{fillSlots(ADDRESS.dialog.address, { origin: address })}</p>
          <p>{ADDRESS.dialog.reads}</p>
          <p>{ADDRESS.dialog.guards}</p>
          <p>{ADDRESS.dialog.keeps}</p>
          <p>{ADDRESS.dialog.sends}</p>
          <p>{ADDRESS.dialog.undo + ADDRESS.dialog.port}</p>
        </Dialog>
      ) : null}
    </div>
  );
}

/** Whether the person is asked before submitting at this address while something must be changed. */
function GuardSwitch(props: { state: PanelState; url: string; origin: string | undefined }): JSX.Element | null {
  const { state, url, origin } = props;
  const [mode, setShown] = useState<GuardMode | undefined>(undefined);
  const load = async (): Promise<void> => setShown(await ask('guardMode', { url }));
  useEffect(() => void load().catch(() => undefined), [origin]);
  if (mode === undefined) return null;
  if (mode === 'policy-off') return <p>{ADDRESS.guard.policyOff}</p>;
  const choose = (on: boolean): Promise<void> =>
    state.attempt(async () => {
      await ask('setGuardOff', { url, off: !on });
      await load();
    });
  return (
    <label class={css.guard}>
      <input type="checkbox" checked={mode === 'on'} onChange={(event) => void choose(event.currentTarget.checked)} />
      {ADDRESS.guard.label}
    </label>
  );
}
