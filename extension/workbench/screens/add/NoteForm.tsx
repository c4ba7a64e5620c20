import { ask } from '../../../messages/ask.ts';
import type { JSX } from '../../../ui/preact.ts';
import { useDraft } from './draft.ts';
import { DayRow, emptyCommon, type FormProps, Indicators, KeepForm, TextRow } from './parts.tsx';
import { ADD } from './words.ts';

/** A note: what happened, in free words. */
export function NoteForm(form: FormProps): JSX.Element {
  const [note, setNote] = useDraft(form, 'note', { ...emptyCommon(form.indicator), text: '' });
  const change = (part: Partial<typeof note>): void => setNote((now) => ({ ...now, ...part }));
  return (
    <KeepForm form={form} keep={() => ask('addNote', note)}>
      <TextRow words={ADD.noteTitle} value={note.title} change={(title) => change({ title })} most={200} required />
      <TextRow
        words={ADD.text}
        value={note.text}
        change={(text) => change({ text })}
        most={10_000}
        lines={5}
        required
      />
      <DayRow value={note.factOn} change={(factOn) => change({ factOn })} />
      <Indicators chosen={note.indicators} change={(indicators) => change({ indicators })} />
    </KeepForm>
  );
}
