import { fillSlots } from '../../core/base/text.ts';
import { browser } from '../browser.ts';
import { ask } from '../messages/ask.ts';
import { type Addresses as Decided, SEAT_LENGTH } from '../messages/settings.ts';
import { readLargeType, writeLargeType } from '../ui/large.ts';
import { Button } from '../ui/parts.tsx';
import { type JSX, useEffect, useState } from '../ui/preact.ts';
import { COMMON, PRIVACY } from '../ui/words.ts';
import css from './options.module.css';
import { OPTIONS } from './words.ts';

export function Options(): JSX.Element {
  return (
    <main class={css.page}>
      <h1>{`${COMMON.product} · ${OPTIONS.title}`}</h1>
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
    </main>
  );
}

function Seat(): JSX.Element {
  const [seat, setSeat] = useState('');
  const [said, setSaid] = useState('');
  useEffect(() => {
    void browser.storage.local
      .get('seat')
      .then((stored) => setSeat(typeof stored.seat === 'string' ? stored.seat : ''));
  }, []);
  const save = async (): Promise<void> => {
    await ask('setSeat', { seat });
    setSaid(OPTIONS.seat.saved);
  };
  return (
    <section>
      <h2 id="seat">{OPTIONS.seat.title}</h2>
      <div class={css.row}>
        <input
          type="text"
          aria-labelledby="seat"
          aria-describedby="seat-hint"
          maxLength={SEAT_LENGTH}
          value={seat}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.isComposing) void save();
          }}
          onInput={(event) => {
            setSeat(event.currentTarget.value);
            setSaid('');
          }}
        />
        <Button onClick={() => void save()}>{OPTIONS.seat.save}</Button>
        <span role="status">{said}</span>
      </div>
      <p id="seat-hint" class={css.hint}>
        {OPTIONS.seat.hint}
      </p>
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
  const [{ addresses, off }, setDecided] = useState<Decided>({ addresses: [], off: [] });
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
    </>
  );
}

function TakeBack({ label, act }: { label: string; act: () => Promise<void> }): JSX.Element {
  return (
    <Button onClick={() => void act()}>
      <span aria-hidden="true">{OPTIONS.addresses.remove}</span>
      <span class={css.spoken}>{label}</span>
    </Button>
  );
}
