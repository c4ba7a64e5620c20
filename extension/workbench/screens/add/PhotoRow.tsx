import { fillSlots } from '../../../../core/base/text.ts';
import { Button, LinkButton } from '../../../ui/parts.tsx';
import { type Photo, readPhoto } from '../../../ui/photo.ts';
import { type JSX, useEffect, useId, useRef, useState } from '../../../ui/preact.ts';
import type { WorkbenchState } from '../../state.ts';
import css from './add.module.css';
import { Row } from './parts.tsx';
import { sizeText } from './size.ts';
import { ADD } from './words.ts';

const words = ADD.photo;

/** A photograph that was chosen, and whether the person looked at what is on it. */
export interface Chosen {
  photo: Photo;
  clean: boolean;
}

/** A photograph beside a paper: it may be left out, and is kept only after the person said that nobody is shown by it. */
export function PhotoRow(props: {
  state: WorkbenchState;
  chosen: Chosen | undefined;
  change(chosen: Chosen | undefined): void;
}): JSX.Element {
  const { state, chosen, change } = props;
  const id = useId();
  const picker = useRef<HTMLInputElement>(null);
  const [reading, setReading] = useState(false);
  // What was drawn for one is let go when another takes its place.
  const url = chosen?.photo.url;
  useEffect(() => () => url && URL.revokeObjectURL(url), [url]);
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setReading(true);
    await state.attempt(async () => change({ photo: await readPhoto(file), clean: false }));
    setReading(false);
  };
  return (
    <Row label={words.label} hint={words.hint} for={id}>
      <div class={css.photo}>
        <Button onClick={() => picker.current?.click()}>
          {reading ? words.reading : chosen === undefined ? words.choose : words.other}
        </Button>
        <input
          ref={picker}
          id={id}
          type="file"
          accept="image/jpeg,image/png,.jpg,.jpeg,.png"
          hidden
          onChange={(event) => {
            void take(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
        {chosen === undefined ? null : (
          <>
            <LinkButton onClick={() => change(undefined)}>{words.remove}</LinkButton>
            <figure>
              <img src={chosen.photo.url} alt={words.alt} />
              <figcaption>{fillSlots(words.facts, { ...chosen.photo, size: sizeText(chosen.photo.size) })}</figcaption>
            </figure>
            <label>
              <input
                type="checkbox"
                checked={chosen.clean}
                onChange={(event) => change({ ...chosen, clean: event.currentTarget.checked })}
              />
              {words.clean}
            </label>
          </>
        )}
      </div>
    </Row>
  );
}
