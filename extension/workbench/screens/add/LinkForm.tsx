import { ask } from '../../../messages/ask.ts';
import type { JSX } from '../../../ui/preact.ts';
import { useDraft } from './draft.ts';
import { DayRow, emptyLasting, type FormProps, Indicators, KeepForm, TextRow, ValidToRow } from './parts.tsx';
import { ADD } from './words.ts';

/** What stays at an address: what it is, the day on it, and where. */
export function LinkForm(form: FormProps): JSX.Element {
  const [link, setLink] = useDraft(form, 'link', { ...emptyLasting(form), address: '', remark: '' });
  const change = (part: Partial<typeof link>): void => setLink((now) => ({ ...now, ...part }));
  return (
    <KeepForm form={form} keep={() => ask('addLink', link)}>
      <TextRow words={ADD.title} value={link.title} change={(title) => change({ title })} most={200} required />
      <TextRow
        words={ADD.address}
        value={link.address}
        change={(address) => change({ address })}
        most={2_000}
        required
      />
      <DayRow value={link.factOn} change={(factOn) => change({ factOn })} />
      <ValidToRow value={link.validTo} change={(validTo) => change({ validTo })} />
      <Indicators chosen={link.indicators} change={(indicators) => change({ indicators })} />
      <TextRow words={ADD.remark} value={link.remark} change={(remark) => change({ remark })} most={2_000} lines={2} />
    </KeepForm>
  );
}
