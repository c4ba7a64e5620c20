import { chinaDay } from '../../../../core/base/dates.ts';
import { fillSlots } from '../../../../core/base/text.ts';
import { LIMITS } from '../../../../core/files/limits.ts';
import type { KeptCatalogue } from '../../../../core/standards/catalogue.ts';
import type { TableAbout } from '../../../../core/unit/catalogue-file.ts';
import { ask } from '../../../messages/ask.ts';
import { offerFile } from '../../../messages/hand-over.ts';
import { download } from '../../../ui/download.ts';
import { FilePicker } from '../../../ui/FilePicker.tsx';
import { Button, Dialog, LinkButton } from '../../../ui/parts.tsx';
import { type JSX, useEffect, useRef, useState } from '../../../ui/preact.ts';
import type { CataloguesInUse } from '../../../worker/catalogues.ts';
import { catalogueWork } from '../../../worker/client.ts';
import type { ScreenProps } from '../../screen.ts';
import type { WorkbenchState } from '../../state.ts';
import shared from '../../workbench.module.css';
import { Added, type Put, putWork } from '../changes/Added.tsx';
import css from './catalogues.module.css';
import { InUse } from './InUse.tsx';
import { Preview, type Read } from './Preview.tsx';
import { CATALOGUES as WORDS } from './words.ts';

/** The catalogues by which standards are judged: what is in use, and the import of another. */
export function CataloguesScreen({ state, title }: ScreenProps): JSX.Element {
  const today = chinaDay(new Date().toISOString());
  const settings = state.settings.value;
  const [inUse, setInUse] = useState<CataloguesInUse | undefined>(undefined);
  const [removing, setRemoving] = useState<KeptCatalogue | undefined>(undefined);
  const [note, setNote] = useState('');
  const [put, setPut] = useState<Put | undefined>(undefined);
  // The settings are read anew whenever another catalogue is kept, in whichever tab.
  useEffect(() => {
    if (settings !== undefined) catalogueWork.catalogues().then(setInUse, state.failed);
  }, [state, settings]);
  const remove = async ({ id }: KeptCatalogue): Promise<void> => {
    setRemoving(undefined);
    const sentence = fillSlots(WORDS.removed, { name: id });
    setNote(WORDS.removing);
    setPut(undefined);
    const done = await state.attempt(async () => {
      const settled = await catalogueWork.settledWithout(id, settings?.unit);
      await ask('removeCatalogue', { id });
      setPut(await putWork({ tasks: [], listed: [], settled }));
    });
    setNote(done ? sentence : '');
    if (done) state.say(sentence);
  };
  return (
    <>
      <header class={shared.head}>
        <h1>{title}</h1>
      </header>
      <p class={shared.quiet}>{WORDS.why}</p>
      <section class={shared.section}>
        <h2>{WORDS.inUse}</h2>
        {inUse === undefined ? null : <InUse inUse={inUse} today={today} remove={setRemoving} />}
      </section>
      <Import state={state} today={today} note={note} setNote={setNote} put={put} setPut={setPut} />
      {removing === undefined ? null : (
        <Dialog
          title={fillSlots(WORDS.removeAsk.title, { name: removing.id })}
          action={WORDS.removeAsk.action}
          onAction={() => void remove(removing)}
          onClose={() => setRemoving(undefined)}
        >
          <p>{WORDS.removeAsk.text}</p>
        </Dialog>
      )}
    </>
  );
}

/** A file is read and shown; what the person then keeps is in use at once. */
function Import(props: {
  state: WorkbenchState;
  today: string;
  note: string;
  setNote: (note: string) => void;
  put: Put | undefined;
  setPut: (put: Put | undefined) => void;
}): JSX.Element {
  const { state, today, note, setNote, put, setPut } = props;
  const [read, setRead] = useState<Read | undefined>(undefined);
  const [busy, setBusy] = useState('');
  /** Ends the reading that goes on; of two the one that was begun last counts. */
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), []);
  const unit = state.settings.value?.unit;
  const look = async (file: File, about?: TableAbout): Promise<void> => {
    stop.current.abort();
    stop.current = new AbortController();
    const { signal } = stop.current;
    const words = about === undefined ? WORDS.reading : WORDS.again;
    // In tenths: each step may be read aloud.
    const told = (done: number, of: number): void => {
      const percent = 10 * Math.floor((10 * done) / of);
      if (!signal.aborted) setBusy(`${words}${fillSlots(WORDS.soFar, { percent })}`);
    };
    setBusy(words);
    await state.attempt(async () => {
      try {
        const preview = await catalogueWork.previewCatalogue(file, file.name, about, told, signal);
        if (signal.aborted) return;
        setRead({ file, preview });
        const touched = await catalogueWork.catalogueTouches(preview.pack, unit);
        if (!signal.aborted) setRead({ file, preview, touched });
      } catch (error) {
        if (signal.aborted) return;
        setRead(undefined);
        throw error;
      }
    });
    if (!signal.aborted) setBusy('');
  };
  const leave = (): void => {
    stop.current.abort();
    setBusy('');
    setRead(undefined);
  };
  const keep = async ({ file, preview, touched }: Read): Promise<void> => {
    setBusy(WORDS.importing);
    const done = await state.attempt(async () => {
      const { ticket, withdraw } = offerFile(preview.pack);
      try {
        await ask('importCatalogue', { ticket, name: file.name });
      } finally {
        withdraw();
      }
      const { tasks = [], settled = [] } = touched ?? {};
      setPut(await putWork({ tasks, listed: [], settled }));
    });
    setBusy('');
    if (!done) return;
    const sentence = fillSlots(WORDS.imported, { name: preview.head.id, count: preview.rows });
    setRead(undefined);
    setNote(sentence);
    state.say(sentence);
  };
  const handOut = (): void =>
    void state.attempt(async () => {
      const { name, content } = await catalogueWork.catalogueTemplate();
      download(name, content.type, content);
    });
  if (read !== undefined)
    return (
      <Preview
        read={read}
        today={today}
        hasUnit={unit !== undefined}
        busy={busy}
        change={(about) => void look(read.file, about)}
        keep={() => void keep(read)}
        leave={leave}
      />
    );
  return (
    <section class={shared.section}>
      <h2>{WORDS.importTitle}</h2>
      <FilePicker
        label={WORDS.importLabel}
        drop={WORDS.drop}
        choose={WORDS.choose}
        accept=".xlsx,.xls,.et,.csv,.json,application/json"
        note={busy || note}
        take={(file) => {
          setNote('');
          setPut(undefined);
          void look(file);
        }}
        several={() => setNote(WORDS.one)}
      >
        <Added state={state} put={put} />
        {busy === '' ? null : (
          <p>
            <LinkButton onClick={leave}>{WORDS.stop}</LinkButton>
          </p>
        )}
        <p class={css.row}>
          <Button onClick={handOut}>{WORDS.template}</Button>
          <span class={shared.quiet}>{WORDS.templateHint}</span>
        </p>
        <p class={shared.quiet}>{fillSlots(WORDS.format, { limit: LIMITS.file.size / 1e6 })}</p>
      </FilePicker>
    </section>
  );
}
