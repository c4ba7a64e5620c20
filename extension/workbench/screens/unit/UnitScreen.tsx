import { ProblemError } from '../../../../core/base/problems.ts';
import { fillSlots } from '../../../../core/base/text.ts';
import { UNIT_SIZE_LIMIT } from '../../../../core/unit/parse.ts';
import type { Period, UnitProfile } from '../../../../core/unit/profile.ts';
import { SAMPLE_UNIT } from '../../../../core/unit/sample.ts';
import { browser } from '../../../browser.ts';
import { ask } from '../../../messages/ask.ts';
import { Button, Calm, LinkButton } from '../../../ui/parts.tsx';
import { type JSX, useEffect, useRef, useState } from '../../../ui/preact.ts';
import { Fact } from '../../facts.tsx';
import { download } from '../../hand-out.ts';
import type { ScreenProps } from '../../screen.ts';
import type { WorkbenchState } from '../../state.ts';
import shared from '../../workbench.module.css';
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
            <a href={browser.runtime.getURL('/options.html')}>{UNIT.seatLink}</a>
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
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [note, setNote] = useState('');
  // A file that misses the box must not take the page's place.
  useEffect(() => {
    const refuse = (event: DragEvent): void => event.preventDefault();
    window.addEventListener('dragover', refuse);
    window.addEventListener('drop', refuse);
    return () => {
      window.removeEventListener('dragover', refuse);
      window.removeEventListener('drop', refuse);
    };
  }, []);
  const take = async (files: FileList | null | undefined): Promise<void> => {
    const [file, second] = files ?? [];
    if (file === undefined) return;
    setNote(second === undefined ? UNIT.importing : UNIT.one);
    if (second !== undefined) return;
    const done = await state.attempt(async () => {
      // A huge file is refused before it is read into memory.
      const size = Math.ceil(file.size / 1_000_000);
      if (size > UNIT_SIZE_LIMIT)
        throw new ProblemError('file-too-large', { name: file.name, size, limit: UNIT_SIZE_LIMIT });
      await ask('importUnit', { name: file.name, text: await file.text() });
    });
    const sentence = done ? fillSlots(UNIT.imported, { name: file.name }) : '';
    setNote(sentence);
    state.say(sentence);
  };
  return (
    <section
      class={`${css.drop} ${over ? css.over : ''}`}
      aria-label={UNIT.importLabel}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void take(event.dataTransfer?.files);
      }}
    >
      <p class={css.choose}>
        <span>{UNIT.drop}</span>
        <Button primary onClick={() => picker.current?.click()}>
          {UNIT.choose}
        </Button>
        <input
          ref={picker}
          type="file"
          accept=".json,application/json"
          hidden
          onChange={(event) => {
            void take(event.currentTarget.files);
            // The same file can be chosen again after it was mended.
            event.currentTarget.value = '';
          }}
        />
        <strong>{note}</strong>
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
    </section>
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
