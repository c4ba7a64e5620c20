import { fillSlots } from '../../../../core/base/text.ts';
import type { LedgerEntry } from '../../../../core/ledger/entry.ts';
import { readPayload } from '../../../../core/ledger/kinds/index.ts';
import { type JSX, useEffect, useRef, useState } from '../../../ui/preact.ts';
import { hashOf } from '../../route.ts';
import type { ScreenProps } from '../../screen.ts';
import type { WorkbenchState } from '../../state.ts';
import shared from '../../workbench.module.css';
import { hashOfEntry, hashOfLedger } from '../ledger/place.ts';
import css from './add.module.css';
import { dropDrafts } from './draft.ts';
import { FileForm } from './FileForm.tsx';
import { LinkForm } from './LinkForm.tsx';
import { NoteForm } from './NoteForm.tsx';
import { PaperForm } from './PaperForm.tsx';
import type { FormProps, Renewed } from './parts.tsx';
import { ADDED, type Added, readAddPlace } from './place.ts';
import { RecordForm } from './record/RecordForm.tsx';
import { ADD } from './words.ts';

const FORMS: Readonly<Record<Added, (props: FormProps) => JSX.Element>> = {
  record: RecordForm,
  paper: PaperForm,
  file: FileForm,
  link: LinkForm,
  note: NoteForm,
};

/** The evidence of this computer's chain that is to be renewed; undefined while it is read, and after one was made for it. */
function useRenewed(state: WorkbenchState, sequence: number | undefined): Renewed | undefined {
  const [renewed, setRenewed] = useState<Renewed | undefined>(undefined);
  useEffect(() => {
    let left = false;
    setRenewed(undefined);
    if (sequence !== undefined)
      void state.attempt(async () => {
        const record = await state.reader.read(sequence);
        const read = record && readPayload(record.entry, record.payload);
        if (left || record === undefined || read?.kind !== 'evidence') return;
        const { chain, hash, indicators } = record.entry;
        setRenewed({
          at: { chain, sequence, hash },
          title: read.payload.document.title,
          indicators: [...indicators],
        });
      });
    return () => {
      left = true;
    };
  }, [state, sequence]);
  return renewed;
}

/** Keeps what stands on no page: a paper, a file, an address, a note. */
export function AddScreen({ state, title, parameter }: ScreenProps): JSX.Element {
  const place = readAddPlace(parameter);
  const [kind, setKind] = useState<Added>(place.kind ?? 'paper');
  // Another record may be asked for while this screen is open.
  useEffect(() => {
    if (place.kind !== undefined) setKind(place.kind);
  }, [place.kind, parameter]);
  const renewed = useRenewed(state, place.renew);
  const [made, setMade] = useState<LedgerEntry | undefined>(undefined);
  const Form = FORMS[kind];
  // An entry may be made after the person went on to another form: that one stays as it is.
  const shown = useRef('');
  const here = `${kind} ${parameter}`;
  shown.current = here;
  const draft = `${here} ${renewed?.at.sequence ?? ''}`;
  const [round, setRound] = useState(0);
  const kept = (entry: LedgerEntry): void => {
    setMade(entry);
    dropDrafts(state, draft);
    state.say(fillSlots(ADD.kept, { sequence: entry.sequence, subject: entry.subject }));
    if (shown.current !== here) return;
    setRound((before) => before + 1);
    window.scrollTo(0, 0);
  };
  return (
    <article class={css.add}>
      <header class={shared.head}>
        <h1>{title}</h1>
        <p class={shared.actions}>
          <a href={place.indicator === undefined ? hashOfLedger() : hashOf('evaluation')}>
            {place.indicator === undefined ? ADD.list : ADD.back}
          </a>
        </p>
      </header>
      {made === undefined ? (
        <p class={shared.quiet}>{ADD.lead}</p>
      ) : (
        <p class={css.made}>
          <strong>{fillSlots(ADD.kept, { sequence: made.sequence, subject: made.subject })}</strong>
          <a href={hashOfEntry(made.sequence)}>{ADD.see}</a>
        </p>
      )}
      <fieldset class={css.kinds}>
        <legend>{ADD.what}</legend>
        {ADDED.map((one) => (
          <label key={one}>
            <input type="radio" name="kind" checked={one === kind} onChange={() => setKind(one)} />
            {ADD.kinds[one]}
          </label>
        ))}
      </fieldset>
      <p class={shared.quiet}>{ADD.hints[kind]}</p>
      {renewed === undefined ? null : (
        <p class={css.made}>{fillSlots(ADD.renews, { sequence: renewed.at.sequence, title: renewed.title })}</p>
      )}
      {/* After an entry, and for another item, the form begins anew. */}
      <Form
        key={`${draft} ${round}`}
        {...{ state, indicator: place.indicator, record: place.record, renewed, draft, kept }}
        begun={() => setMade(undefined)}
      />
    </article>
  );
}
