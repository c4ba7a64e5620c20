import { canonicalJson } from '../../../../core/base/canonical.ts';
import { ProblemError } from '../../../../core/base/problems.ts';
import { fillSlots } from '../../../../core/base/text.ts';
import { UNIT_SIZE_LIMIT } from '../../../../core/unit/parse.ts';
import type { UnitProfile } from '../../../../core/unit/profile.ts';
import { isSampleUnit, SAMPLE_UNIT } from '../../../../core/unit/sample.ts';
import { UNIT_TABLES } from '../../../../core/unit/tables/index.ts';
import { ask } from '../../../messages/ask.ts';
import { download } from '../../../ui/download.ts';
import { FilePicker } from '../../../ui/FilePicker.tsx';
import { Button, Calm, LinkButton } from '../../../ui/parts.tsx';
import { type JSX, useState } from '../../../ui/preact.ts';
import { taskWork, unitWork } from '../../../worker/client.ts';
import { hashOf } from '../../route.ts';
import type { ScreenProps } from '../../screen.ts';
import type { WorkbenchState } from '../../state.ts';
import shared from '../../workbench.module.css';
import { Added, type Put, putWork } from '../changes/Added.tsx';
import type { Agreed } from '../changes/ServiceChanges.tsx';
import { IN_POST, InPost } from './InPost.tsx';
import { changeUnit } from './keep.ts';
import { PartScreen } from './PartScreen.tsx';
import { Begin, Parts } from './Parts.tsx';
import { type Preview, TablesPreview } from './TablesPreview.tsx';
import css from './unit.module.css';
import { UNIT } from './words.ts';

/** The unit's profile: its parts, each to be seen and changed, and the import of what an office has. */
export function UnitScreen({ state, title, parameter }: ScreenProps): JSX.Element {
  const settings = state.settings.value;
  const unit = settings?.unit;
  const table = UNIT_TABLES.find(({ type }) => type.id === parameter);
  if (unit !== undefined && table !== undefined)
    return <PartScreen key={table.type.id} state={state} unit={unit} table={table} />;
  if (unit !== undefined && parameter === IN_POST) return <InPost unit={unit} />;
  return (
    <>
      <header class={shared.head}>
        <h1>{title}</h1>
        {settings === undefined ? null : (
          <p class={shared.actions}>
            <span class={shared.quiet}>{fillSlots(UNIT.seat, { seat: settings.seat })}</span>
            <a href={hashOf('settings')}>{UNIT.seatLink}</a>
          </p>
        )}
      </header>
      {settings !== undefined && unit === undefined ? <Calm title={UNIT.none.title}>{UNIT.none.text}</Calm> : null}
      <Import state={state} />
      {unit === undefined ? null : <Parts state={state} unit={unit} />}
    </>
  );
}

function Import({ state }: { state: WorkbenchState }): JSX.Element {
  const [note, setNote] = useState('');
  const [put, setPut] = useState<Put | undefined>(undefined);
  const [preview, setPreview] = useState<Preview | undefined>(undefined);
  const unit = state.settings.value?.unit;
  const sample = isSampleUnit(state.settings.value?.unit);
  const none = state.settings.value !== undefined && state.settings.value.unit === undefined;
  const attempt = async (work: () => Promise<void>, sentence: string): Promise<void> => {
    const done = await state.attempt(work);
    setNote(done ? sentence : '');
    if (done) state.say(sentence);
  };
  const readTables = async (file: File): Promise<void> => {
    // The sample is nobody's: what an office has takes its place.
    const before = isSampleUnit(unit) ? undefined : unit;
    const taken = await unitWork.readUnitTables(file, file.name, before);
    const work = before && (await taskWork.serviceWork(before, taken, file.name));
    setPreview({ name: file.name, taken, beside: unit, ...(work && { work }) });
  };
  const handOut = (profile?: UnitProfile): void =>
    void attempt(async () => {
      const { name, content } = await unitWork.unitTables(profile);
      download(name, content.type, content);
    }, '');
  const take = (file: File): void => {
    setPreview(undefined);
    setPut(undefined);
    setNote(UNIT.importing);
    if (!/\.json$/i.test(file.name)) {
      void state.attempt(() => readTables(file)).then(() => setNote(''));
      return;
    }
    void attempt(
      async () => {
        // A huge file is refused before it is read into memory.
        const size = Math.ceil(file.size / 1_000_000);
        if (size > UNIT_SIZE_LIMIT)
          throw new ProblemError('file-too-large', { name: file.name, size, limit: UNIT_SIZE_LIMIT });
        await ask('importUnit', { name: file.name, text: await file.text() });
      },
      fillSlots(UNIT.imported, { name: file.name }),
    );
  };
  const importSample = async (): Promise<void> =>
    void (await ask('importUnit', { name: UNIT.sampleName, text: JSON.stringify(SAMPLE_UNIT) }));
  const remove = async (): Promise<void> => void (await ask('removeUnit', {}));
  const keep = async ({ name, beside }: Preview, { profile, ...work }: Agreed): Promise<void> => {
    const same = canonicalJson(beside ?? null);
    let kept = false;
    const done = await state.attempt(async () => {
      // What others changed meanwhile is not in what was seen here.
      kept = await changeUnit((now) => (canonicalJson(now ?? null) === same ? profile : undefined), name);
      setPreview(undefined);
      if (kept && work.listed.length > 0) setPut(await putWork(work));
    });
    const sentence = done ? fillSlots(kept ? UNIT.imported : UNIT.meanwhile, { name }) : '';
    setNote(sentence);
    state.say(sentence);
  };
  if (preview !== undefined)
    return (
      <TablesPreview
        preview={preview}
        keep={(agreed) => void keep(preview, agreed)}
        drop={() => setPreview(undefined)}
      />
    );
  return (
    <FilePicker
      label={UNIT.importLabel}
      drop={UNIT.drop}
      choose={UNIT.choose}
      accept=".xlsx,.xls,.et,.csv,.json,application/json"
      note={note}
      take={take}
      several={() => setNote(UNIT.one)}
    >
      <Added state={state} put={put} />
      {sample ? (
        <p class={css.sample}>
          <strong>{UNIT.isSample}</strong>
          <Button onClick={() => void attempt(remove, UNIT.sampleRemoved)}>{UNIT.removeSample}</Button>
        </p>
      ) : null}
      <p class={css.sample}>
        <Button onClick={() => handOut()}>{UNIT.template}</Button>
        {unit === undefined || sample ? null : <Button onClick={() => handOut(unit)}>{UNIT.asTables}</Button>}
        <span class={shared.quiet}>{UNIT.templateHint}</span>
      </p>
      <p class={shared.quiet}>
        {fillSlots(UNIT.format, { limit: UNIT_SIZE_LIMIT })}{' '}
        <LinkButton
          onClick={() => download(UNIT.sampleName, 'application/json', `${JSON.stringify(SAMPLE_UNIT, null, 2)}\n`)}
        >
          {UNIT.sample}
        </LinkButton>
        {UNIT.sampleHint}
      </p>
      {none || sample ? <Begin state={state} /> : null}
      {none ? (
        <p>
          <Button onClick={() => void attempt(importSample, UNIT.sampleTried)}>{UNIT.trySample}</Button>
        </p>
      ) : null}
    </FilePicker>
  );
}
