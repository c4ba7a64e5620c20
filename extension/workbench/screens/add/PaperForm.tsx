import { ask } from '../../../messages/ask.ts';
import { type JSX, useId, useState } from '../../../ui/preact.ts';
import shared from '../../workbench.module.css';
import css from './add.module.css';
import { useDraft } from './draft.ts';
import { type Chosen, PhotoRow } from './PhotoRow.tsx';
import { DayRow, emptyLasting, type FormProps, Indicators, KeepForm, Row, TextRow, ValidToRow } from './parts.tsx';
import { ADD } from './words.ts';

const PLACES = ['cabinet', 'box', 'stub'] as const;

/** A paper: what it is, the day on it, and where it stands. */
export function PaperForm(form: FormProps): JSX.Element {
  const [paper, setPaper] = useDraft(form, 'paper', {
    ...emptyLasting(form),
    ...{ cabinet: '', box: '', stub: '', remark: '' },
  });
  const [chosen, setChosen] = useState<Chosen | undefined>(undefined);
  const change = (part: Partial<typeof paper>): void => setPaper((now) => ({ ...now, ...part }));
  const id = useId();
  return (
    <KeepForm
      form={form}
      keep={() => ask('addPaper', { ...paper, ...(chosen && { photo: chosen.photo.content }) })}
      disabled={chosen?.clean === false}
    >
      <TextRow words={ADD.title} value={paper.title} change={(title) => change({ title })} most={200} required />
      <DayRow value={paper.factOn} change={(factOn) => change({ factOn })} />
      <ValidToRow value={paper.validTo} change={(validTo) => change({ validTo })} />
      <Row label={ADD.place.label} hint={ADD.place.hint} for={`${id}cabinet`}>
        <div class={css.places}>
          {PLACES.map((place) => (
            <span key={place}>
              <label for={id + place}>{ADD.place[place]}</label>
              <input
                id={id + place}
                class={shared.input}
                type="text"
                maxLength={60}
                autocomplete="off"
                aria-describedby={`${id}cabinet-hint`}
                // One of the three is needed; the browser says so at the first.
                required={place === 'cabinet' && PLACES.every((one) => paper[one] === '')}
                value={paper[place]}
                onInput={(event) => change({ [place]: event.currentTarget.value })}
              />
            </span>
          ))}
        </div>
      </Row>
      <PhotoRow state={form.state} chosen={chosen} change={setChosen} />
      <Indicators chosen={paper.indicators} change={(indicators) => change({ indicators })} />
      <TextRow words={ADD.remark} value={paper.remark} change={(remark) => change({ remark })} most={2_000} lines={2} />
    </KeepForm>
  );
}
