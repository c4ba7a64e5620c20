import { fillSlots } from '../../core/base/text.ts';
import { browser } from '../browser.ts';
import { ask } from '../messages/ask.ts';
import type { Addresses as Decided } from '../messages/settings.ts';
import { readLargeType, writeLargeType } from '../ui/large.ts';
import { Button } from '../ui/parts.tsx';
import { type JSX, useEffect, useState } from '../ui/preact.ts';
import { COMMON, PRIVACY } from '../ui/words.ts';
import css from './options.module.css';
import { SeatForm } from './SeatForm.tsx';
import { OPTIONS } from './words.ts';

/** The page that the browser's own link opens. */
export function Options(): JSX.Element {
  return (
    <main class={css.page}>
      <h1>{`${COMMON.product} · ${OPTIONS.title}`}</h1>
      <AllSettings />
    </main>
  );
}

/** Every setting, under whatever heading: on a page of its own, and beside the other screens of the workbench. */
export function AllSettings(): JSX.Element {
  return (
    <div class={css.settings}>
      <Seat />
      <LargeType />
      <Addresses />
      <section>
        <h2>{PRIVACY.title}</h2>
        <ul class={css.lines}>
          {PRIVACY.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Seat(): JSX.Element {
  return (
    <section>
      <h2 id="seat">{OPTIONS.seat.title}</h2>
      <SeatForm labelledBy="seat" />
    </section>
  );
}

function LargeType(): JSX.Element {
  const [large, setLarge] = useState(false);
  useEffect(() => void readLargeType().then(setLarge), []);
  return (
    <section>
      <h2>{OPTIONS.large.title}</h2>
      <label class={css.row}>
        <input
          type="checkbox"
          checked={large}
          onChange={(event) => {
            setLarge(event.currentTarget.checked);
            void writeLargeType(event.currentTarget.checked);
          }}
        />
        {OPTIONS.large.label}
      </label>
    </section>
  );
}

/** The addresses about which a person has decided: always read, and never. Each can be taken back. */
function Addresses(): JSX.Element {
  const [{ addresses, off, guardOff }, setDecided] = useState<Decided>({ addresses: [], off: [], guardOff: [] });
  const load = async (): Promise<void> => setDecided(await ask('addressesChanged', {}));
  useEffect(() => void load(), []);
  const [fixed, setFixed] = useState('');
  const remove = async (address: string): Promise<void> => {
    // Addresses granted by policy or by the build cannot be given back; the browser says so by refusing.
    const removed = await browser.permissions.remove({ origins: [address] }).catch(() => false);
    setFixed(removed ? '' : address);
    await load();
  };
  return (
    <>
      <section>
        <h2>{OPTIONS.addresses.title}</h2>
        {addresses.length === 0 ? <p class={css.hint}>{OPTIONS.addresses.none}</p> : null}
        <ul>
          {addresses.map((address) => (
            <li class={css.row} key={address}>
              <span>{address.replace(/\/\*$/, '')}</span>
              {fixed === address ? (
                <span class={css.hint} role="status">
                  {OPTIONS.addresses.fixed}
                </span>
              ) : (
                <TakeBack label={fillSlots(OPTIONS.addresses.removeLabel, { address })} act={() => remove(address)} />
              )}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{OPTIONS.off.title}</h2>
        {off.length === 0 ? <p class={css.hint}>{OPTIONS.off.none}</p> : null}
        <ul>
          {off.map((address) => (
            <li class={css.row} key={address}>
              <span>{address}</span>
              <TakeBack
                label={fillSlots(OPTIONS.off.removeLabel, { address })}
                act={async () => setDecided(await ask('setAddressOff', { url: address, off: false }))}
              />
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{OPTIONS.guard.title}</h2>
        {guardOff.length === 0 ? <p class={css.hint}>{OPTIONS.guard.none}</p> : null}
        <ul>
          {guardOff.map((address) => (
            <li class={css.row} key={address}>
              <span>{address}</span>
              <TakeBack
                words={OPTIONS.guard.remove}
                label={fillSlots(OPTIONS.guard.removeLabel, { address })}
                act={async () => setDecided(await ask('setGuardOff', { url: address, off: false }))}
              />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function TakeBack(props: { words?: string; label: string; act: () => Promise<void> }): JSX.Element {
  const { words = OPTIONS.addresses.remove, label, act } = props;
  return (
    <Button onClick={() => void act()}>
      <span aria-hidden="true">{words}</span>
      <span class={css.spoken}>{label}</span>
    </Button>
  );
}
