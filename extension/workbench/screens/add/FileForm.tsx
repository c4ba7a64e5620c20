import { encodeBase64 } from '../../../../core/base/base64.ts';
import { fillSlots } from '../../../../core/base/text.ts';
import { STORED_SIZE } from '../../../../core/evidence/entered.ts';
import { READABLE } from '../../../../core/files/formats.ts';
import { ask } from '../../../messages/ask.ts';
import { judgedWith } from '../../../messages/settings.ts';
import { FilePicker } from '../../../ui/FilePicker.tsx';
import { Calm, ToneWord } from '../../../ui/parts.tsx';
import { type JSX, useId, useState } from '../../../ui/preact.ts';
import { ledgerWork } from '../../../worker/client.ts';
import type { FileReading } from '../../../worker/read-file.ts';
import shared from '../../workbench.module.css';
import css from './add.module.css';
import { DayRow, emptyLasting, type FormProps, Indicators, KeepForm, TextRow, ValidToRow } from './parts.tsx';
import { sizeText } from './size.ts';
import { ADD } from './words.ts';

/** A saved page is opened in the browser and read there. */
const FORMATS_HERE = READABLE.split('、')
  .filter((ending) => ending !== '.html' && ending !== '.mht')
  .join('、');

/** A file that was chosen, with what came of reading it. */
interface Chosen {
  content: File;
  reading: FileReading;
}

/** A file: read first, then kept whole or by its fingerprint. */
export function FileForm(form: FormProps): JSX.Element {
  const { state } = form;
  const [chosen, setChosen] = useState<Chosen | undefined>(undefined);
  const [note, setNote] = useState('');
  const take = async (content: File): Promise<void> => {
    setChosen(undefined);
    setNote(fillSlots(ADD.file.reading, { name: content.name }));
    await state.attempt(async () => {
      const reading = await ledgerWork.readFile(content, content.name, judgedWith(state.settings.value));
      setChosen({ content, reading });
    });
    setNote('');
  };
  return (
    <>
      <FilePicker
        label={ADD.kinds.file}
        drop={ADD.file.drop}
        choose={chosen === undefined ? ADD.file.choose : ADD.file.other}
        note={note}
        take={(file) => void take(file)}
        several={() => setNote(ADD.file.one)}
      >
        <p class={shared.quiet}>{fillSlots(ADD.file.readable, { formats: FORMATS_HERE })}</p>
      </FilePicker>
      {chosen === undefined ? null : <Read key={chosen.reading.file.sha256} form={form} chosen={chosen} />}
    </>
  );
}

/** What was read, and the decision. */
function Read({ form, chosen: { content, reading } }: { form: FormProps; chosen: Chosen }): JSX.Element {
  const { file } = reading;
  const heading = fillSlots(ADD.file.facts, { name: file.name, size: sizeText(file.size) });
  if (reading.state === 'stopped')
    return (
      <Calm title={ADD.file.stopped}>
        {reading.reasons.map((reason) => (
          <span key={reason}>{reason}</span>
        ))}
      </Calm>
    );
  return (
    <>
      <section class={shared.section}>
        <h2>{reading.entry.subject || heading}</h2>
        {reading.entry.subject === '' ? null : <p class={shared.quiet}>{heading}</p>}
        {reading.state === 'unread' ? (
          <>
            <p>
              <ToneWord tone="unread">{ADD.file.unread}</ToneWord>
            </p>
            <p>{reading.problem.message}</p>
            <p class={shared.quiet}>{ADD.file.unreadHint}</p>
          </>
        ) : reading.groups.length === 0 ? (
          <p class={shared.quiet}>{ADD.file.clean}</p>
        ) : (
          reading.groups.map(({ id, sentences }) => (
            <div key={id} class={css.group}>
              <ToneWord tone={id}>{ADD.file.groups[id]}</ToneWord>
              <ul>
                {sentences.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </div>
          ))
        )}
      </section>
      <Decide form={form} content={content} reading={reading} />
    </>
  );
}

function Decide(props: {
  form: FormProps;
  content: File;
  reading: Exclude<FileReading, { state: 'stopped' }>;
}): JSX.Element {
  const { form, content, reading } = props;
  const { entry } = reading;
  const question = reading.state === 'read' ? reading.ask : undefined;
  const only = reading.state === 'read' ? reading.only : undefined;
  const [common, setCommon] = useState({
    ...emptyLasting(form),
    remark: '',
    indicators: [...new Set([...entry.indicators, ...emptyLasting(form).indicators])],
  });
  const [whole, setWhole] = useState(false);
  const [seen, setSeen] = useState(false);
  const name = useId();
  const change = (part: Partial<typeof common>): void => setCommon((now) => ({ ...now, ...part }));
  const keep = async () => {
    const bytes = whole ? new Uint8Array(await content.arrayBuffer()) : undefined;
    return ask('addFile', {
      ...common,
      entry,
      ...(bytes && { content: new TextDecoder().decode(encodeBase64(bytes)) }),
    });
  };
  return (
    <KeepForm form={form} keep={keep} disabled={question !== undefined && !seen}>
      {entry.subject === '' ? (
        <TextRow words={ADD.title} value={common.title} change={(title) => change({ title })} most={200} required />
      ) : null}
      <DayRow value={common.factOn} change={(factOn) => change({ factOn })} read={entry.factOn} />
      <ValidToRow value={common.validTo} change={(validTo) => change({ validTo })} />
      <Indicators chosen={common.indicators} change={(indicators) => change({ indicators })} />
      <TextRow
        words={ADD.remark}
        value={common.remark}
        change={(remark) => change({ remark })}
        most={2_000}
        lines={2}
      />
      <fieldset class={css.storing}>
        <legend>{ADD.file.storing}</legend>
        <label>
          <input type="radio" name={name} checked={!whole} onChange={() => setWhole(false)} />
          <span>
            {reading.state === 'read' ? ADD.file.fingerprint : ADD.file.fingerprintUnread}
            <small>{ADD.file.fingerprintHint}</small>
          </span>
        </label>
        {reading.state === 'unread' ? null : only === undefined ? (
          <label>
            <input type="radio" name={name} checked={whole} onChange={() => setWhole(true)} />
            <span>
              {ADD.file.whole}
              <small>{ADD.file.wholeHint}</small>
            </span>
          </label>
        ) : (
          <p class={shared.quiet}>{fillSlots(ADD.file.only[only], { limit: STORED_SIZE / 1e6 })}</p>
        )}
      </fieldset>
      {question === undefined ? null : (
        <div class={css.question}>
          <p>{fillSlots(ADD.file.ask[question.why], { mark: question.mark })}</p>
          <label>
            <input type="checkbox" checked={seen} onChange={(event) => setSeen(event.currentTarget.checked)} />
            {ADD.file.ask.yes}
          </label>
        </div>
      )}
    </KeepForm>
  );
}
