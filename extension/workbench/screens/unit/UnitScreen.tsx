import { ProblemError } from '../../../../core/base/problems.ts';
import { fillSlots } from '../../../../core/base/text.ts';
import { UNIT_SIZE_LIMIT } from '../../../../core/unit/parse.ts';
import type { Period, UnitProfile } from '../../../../core/unit/profile.ts';
import { isSampleUnit, SAMPLE_UNIT } from '../../../../core/unit/sample.ts';
import { ask } from '../../../messages/ask.ts';
import { download } from '../../../ui/download.ts';
import { FilePicker } from '../../../ui/FilePicker.tsx';
import { Button, Calm, LinkButton } from '../../../ui/parts.tsx';
import { type JSX, useState } from '../../../ui/preact.ts';
import { taskWork, unitWork } from '../../../worker/client.ts';
import { Fact } from '../../facts.tsx';
import { hashOf } from '../../route.ts';
import type { ScreenProps } from '../../screen.ts';
import type { WorkbenchState } from '../../state.ts';
import shared from '../../workbench.module.css';
import { Added, type Agreed } from '../changes/ServiceChanges.tsx';
import { type Preview, TablesPreview } from './TablesPreview.tsx';
import css from './unit.module.css';
import { UNIT } from './words.ts';

/** The unit's profile: what was imported, and the import of another. */
export function UnitScreen({ state, title }: ScreenProps): JSX.Element {
  const settings = state.settings.value;
  const unit = settings?.unit;
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
      {unit === undefined ? null : <Profile unit={unit} />}
    </>
  );
}

function Import({ state }: { state: WorkbenchState }): JSX.Element {
  const [note, setNote] = useState('');
  const [added, setAdded] = useState({ added: 0, left: 0 });
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
    setPreview({ name: file.name, taken, ...(work && { work }) });
  };
  const handOut = (profile?: UnitProfile): void =>
    void attempt(async () => {
      const { name, content } = await unitWork.unitTables(profile);
      download(name, content.type, content);
    }, '');
  const take = (file: File): void => {
    setPreview(undefined);
    setAdded({ added: 0, left: 0 });
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
  const keep = (name: string, { profile, ...work }: Agreed): void =>
    void attempt(
      async () => {
        await ask('importUnit', { name, text: JSON.stringify(profile) });
        setPreview(undefined);
        if (work.listed.length > 0) setAdded(await ask('addTasks', work));
      },
      fillSlots(UNIT.imported, { name }),
    );
  if (preview !== undefined)
    return (
      <TablesPreview
        preview={preview}
        keep={(agreed) => keep(preview.name, agreed)}
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
      <Added {...added} />
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
      {none ? (
        <p>
          <Button onClick={() => void attempt(importSample, UNIT.sampleTried)}>{UNIT.trySample}</Button>
        </p>
      ) : null}
    </FilePicker>
  );
}

const periodText = (period: Period | undefined): string =>
  period === undefined ? '' : fillSlots(UNIT.period, { from: period.from ?? UNIT.open, to: period.to ?? UNIT.open });

function Profile({ unit }: { unit: UnitProfile }): JSX.Element {
  const { facts } = UNIT;
  const without = unit.services.filter((service) => service.standards.length === 0).length;
  const rows: [name: string, value: string | undefined][] = [
    [facts.name, unit.name],
    [facts.retiredNames, unit.retiredNames?.join('、')],
    [facts.people, fillSlots(facts.peopleCount, { count: unit.people.length })],
    [facts.leadingGroup, unit.leadingGroup?.join('、')],
    [facts.standardisationOffice, unit.standardisationOffice?.join('、')],
    [facts.policy, unit.policy],
    [facts.goals, unit.goals?.join('、')],
    [facts.systemPublishedOn, unit.systemPublishedOn],
    [facts.systemEffectiveOn, unit.systemEffectiveOn],
    [facts.pilot, periodText(unit.pilot)],
    [facts.openingHours, unit.openingHours],
    [facts.windows, unit.windows?.map((window) => window.name).join('、')],
    [
      facts.services,
      fillSlots(without > 0 ? facts.servicesWithout : facts.servicesCount, { count: unit.services.length, without }),
    ],
    [facts.standards, fillSlots(facts.standardsCount, { count: unit.standards.length })],
  ];
  return (
    <>
      <dl class={`${shared.facts} ${shared.section}`}>
        {rows.map(([name, value]) => (
          <Fact key={name} name={name}>
            {value || <span class={shared.quiet}>{UNIT.notGiven}</span>}
          </Fact>
        ))}
      </dl>
      {unit.services.length > 0 ? <Services unit={unit} /> : null}
    </>
  );
}

function Services({ unit }: { unit: UnitProfile }): JSX.Element {
  const { serviceColumns: columns } = UNIT;
  return (
    <section class={shared.section}>
      <h2>{UNIT.servicesTitle}</h2>
      <div class={shared.scroll}>
        <table class={`${shared.table} ${css.services}`}>
          <thead>
            <tr>
              <th scope="col">{columns.name}</th>
              <th scope="col">{columns.standards}</th>
              <th scope="col">{columns.statutory}</th>
              <th scope="col">{columns.promised}</th>
            </tr>
          </thead>
          <tbody>
            {unit.services.map((service) => (
              <tr key={service.name}>
                <th scope="row">{service.name}</th>
                <td>
                  {service.standards.length > 0 ? (
                    service.standards.join('、')
                  ) : (
                    <span class={shared.quiet}>{UNIT.noStandards}</span>
                  )}
                </td>
                <td>{service.statutoryLimit}</td>
                <td>{service.promisedLimit}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
