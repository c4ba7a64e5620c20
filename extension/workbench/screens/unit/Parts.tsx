import { fillSlots } from '../../../../core/base/text.ts';
import { emptyUnit, type UnitProfile } from '../../../../core/unit/profile.ts';
import { boxesOf } from '../../../../core/unit/read-row.ts';
import { isSampleUnit } from '../../../../core/unit/sample.ts';
import { UNIT_TABLES } from '../../../../core/unit/tables/index.ts';
import type { UnitTable } from '../../../../core/unit/tables/unit-table.ts';
import { Badge, Button, SubmitButton } from '../../../ui/parts.tsx';
import { type JSX, useEffect, useId, useRef, useState } from '../../../ui/preact.ts';
import { hashOf } from '../../route.ts';
import type { WorkbenchState } from '../../state.ts';
import shared from '../../workbench.module.css';
import { createDrafts, draftKey, touchedIn } from './drafts.ts';
import { IN_POST } from './InPost.tsx';
import { beginUnit } from './keep.ts';
import css from './unit.module.css';
import { UNIT } from './words.ts';

const words = UNIT.parts;

/** How much of a part there is. */
function countText({ form, rowsOf }: UnitTable, unit: UnitProfile): string {
  if (form === undefined) {
    const count = rowsOf(unit).length;
    return count === 0 ? words.nothing : fillSlots(words.count, { count });
  }
  const texts = Object.values(form.rowOf(unit));
  return fillSlots(words.boxes, { count: texts.filter((text) => text !== '').length, all: texts.length });
}

/** The parts of the profile, each with what there is of it and what it is for. */
export function Parts({ state, unit }: { state: WorkbenchState; unit: UnitProfile }): JSX.Element {
  const drafts = [...state.own(createDrafts).value.values()];
  const isSample = isSampleUnit(unit);
  return (
    <section class={shared.section}>
      <h2>{fillSlots(isSample ? words.sampleTitle : words.title, { name: unit.name })}</h2>
      <ol class={css.rows}>
        {UNIT_TABLES.map((table) => {
          const { id, name } = table.type;
          const open = drafts.filter((draft) => draft.part === id && touchedIn(table, draft).length > 0).length;
          return (
            <li key={id} class={css.row}>
              <div>
                <a href={hashOf('unit', id)}>{name}</a>{' '}
                {open > 0 ? <Badge tone="look">{fillSlots(words.open, { count: open })}</Badge> : null}
                <p class={css.facts}>
                  {UNIT.leads[id] ??
                    boxesOf(table)
                      .map(({ head }) => head)
                      .join('、')}
                </p>
              </div>
              <p class={css.acts}>{countText(table, unit)}</p>
            </li>
          );
        })}
      </ol>
      <p>
        <a href={hashOf('unit', IN_POST)}>{UNIT.inPost.link}</a>
      </p>
    </section>
  );
}

/** Begins a profile that is written, and not imported. */
export function Begin({ state }: { state: WorkbenchState }): JSX.Element {
  const [open, setOpen] = useState(false);
  return open ? (
    <NameForm state={state} />
  ) : (
    <p>
      <Button onClick={() => setOpen(true)}>{words.begin}</Button>
    </p>
  );
}

/** The name is all that it needs at first. */
function NameForm({ state }: { state: WorkbenchState }): JSX.Element {
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  useEffect(() => box.current?.focus(), []);
  const begin = async (event: Event): Promise<void> => {
    event.preventDefault();
    const done = name.trim() !== '' && (await state.attempt(async () => void (await beginUnit(name.trim()))));
    const [first] = UNIT_TABLES;
    const row = first?.form?.rowOf(emptyUnit(name.trim()));
    if (!done || first === undefined || row === undefined) return;
    const draft = { part: first.type.id, was: { at: 0, row }, texts: row };
    state.own(createDrafts).value = new Map([[draftKey(draft), draft]]);
    window.location.hash = hashOf('unit', first.type.id);
  };
  return (
    <form class={css.name} onSubmit={(event) => void begin(event)}>
      <label for={id}>{words.name}</label>
      <input
        ref={box}
        id={id}
        class={shared.input}
        type="text"
        maxLength={100}
        autocomplete="organization"
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <SubmitButton disabled={name.trim() === ''}>{words.beginNow}</SubmitButton>
    </form>
  );
}
