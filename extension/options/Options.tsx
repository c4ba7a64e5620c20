import { fillSlots } from '../../core/base/text.ts';
import { browser } from '../browser.ts';
import { ask } from '../messages/ask.ts';
import { SEAT_LENGTH } from '../messages/settings.ts';
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

function Addresses(): JSX.Element {
  const [addresses, setAddresses] = useState<string[]>([]);
  const load = async (): Promise<void> => setAddresses((await ask('addressesChanged', {})).addresses);
  useEffect(() => void load(), []);
  const [fixed, setFixed] = useState('');
  const remove = async (address: string): Promise<void> => {
    // Addresses granted by policy or by the build cannot be given back; the browser says so by refusing.
    const removed = await browser.permissions.remove({ origins: [address] }).catch(() => false);
    setFixed(removed ? '' : address);
    await load();
  };
  return (
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
              <Button onClick={() => void remove(address)}>
                <span aria-hidden="true">{OPTIONS.addresses.remove}</span>
                <span class={css.spoken}>{fillSlots(OPTIONS.addresses.removeLabel, { address })}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
