import { browser } from '../browser.ts';
import { ask } from '../messages/ask.ts';
import { SEAT_LENGTH } from '../messages/settings.ts';
import { Button } from '../ui/parts.tsx';
import { type JSX, useEffect, useId, useState } from '../ui/preact.ts';
import css from './options.module.css';
import { OPTIONS } from './words.ts';

/** The seat's label with its box, saved by a button or Enter. `labelledBy` is the id of the heading above it. */
export function SeatForm({ labelledBy }: { labelledBy: string }): JSX.Element {
  const [seat, setSeat] = useState('');
  const [said, setSaid] = useState('');
  const hint = useId();
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
    <>
      <div class={css.row}>
        <input
          type="text"
          aria-labelledby={labelledBy}
          aria-describedby={hint}
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
      <p id={hint} class={css.hint}>
        {OPTIONS.seat.hint}
      </p>
    </>
  );
}
