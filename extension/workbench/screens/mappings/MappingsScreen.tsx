import { ProblemError } from '../../../../core/base/problems.ts';
import { fillSlots } from '../../../../core/base/text.ts';
import { labelOfRole } from '../../../../core/document/glossary.ts';
import { MAPPING_LIMITS } from '../../../../core/readers/taught/limits.ts';
import type { Mapping } from '../../../../core/readers/taught/mapping.ts';
import { ask } from '../../../messages/ask.ts';
import type { InstalledMapping } from '../../../messages/settings.ts';
import { download } from '../../../ui/download.ts';
import { FilePicker } from '../../../ui/FilePicker.tsx';
import { Badge, Dialog, LinkButton } from '../../../ui/parts.tsx';
import { type JSX, useState } from '../../../ui/preact.ts';
import type { ScreenProps } from '../../screen.ts';
import shared from '../../workbench.module.css';
import { EditMapping } from './EditMapping.tsx';
import { labelOfField } from './label.ts';
import css from './mappings.module.css';
import { MAPPINGS_SCREEN as WORDS } from './words.ts';

/** The forms that were taught: what each reads, whether it still fits, and what can be done with it. */
export function MappingsScreen({ state, title }: ScreenProps): JSX.Element {
  const [note, setNote] = useState('');
  const [done, setDone] = useState('');
  const [editing, setEditing] = useState('');
  const [removing, setRemoving] = useState<Mapping | undefined>(undefined);
  const installed = state.settings.value?.mappings;
  /** Does something, and says what came of it where the person looks. */
  const attempt = async (work: () => Promise<string>, tell: (sentence: string) => void): Promise<boolean> => {
    let sentence = '';
    const worked = await state.attempt(async () => {
      sentence = await work();
    });
    tell(sentence);
    if (worked) state.say(sentence);
    return worked;
  };
  const take = (file: File): void => {
    setNote(WORDS.importing);
    void attempt(async () => {
      const size = Math.ceil(file.size / 1_000_000);
      if (size > MAPPING_LIMITS.megabytes)
        throw new ProblemError('file-too-large', { name: file.name, size, limit: MAPPING_LIMITS.megabytes });
      const { name, fields } = await ask('importMapping', { name: file.name, text: await file.text() });
      return fillSlots(WORDS.imported, { name, count: fields.length });
    }, setNote);
  };
  const save = (mapping: Mapping): Promise<boolean> =>
    attempt(async () => {
      const { name } = await ask('importMapping', { name: mapping.name, text: JSON.stringify(mapping) });
      setEditing('');
      return fillSlots(WORDS.form.saved, { name });
    }, setDone);
  const remove = ({ id, name }: Mapping): Promise<boolean> =>
    attempt(async () => {
      setRemoving(undefined);
      await ask('removeMapping', { id });
      return fillSlots(WORDS.removed, { name });
    }, setDone);
  return (
    <>
      <header class={shared.head}>
        <h1>{title}</h1>
      </header>
      <p class={css.why}>{WORDS.why}</p>
      <section class={shared.section}>
        <h2>{WORDS.list}</h2>
        {done === '' ? null : <p>{done}</p>}
        {installed?.length === 0 ? <p class={shared.quiet}>{WORDS.none}</p> : null}
        <ul class={css.list}>
          {installed?.map((one) => (
            <li key={one.mapping.id}>
              {editing === one.mapping.id ? (
                <EditMapping mapping={one.mapping} save={save} cancel={() => setEditing('')} />
              ) : (
                <Form installed={one} edit={() => setEditing(one.mapping.id)} remove={() => setRemoving(one.mapping)} />
              )}
            </li>
          ))}
        </ul>
        <FilePicker
          label={WORDS.importLabel}
          drop={WORDS.drop}
          choose={WORDS.choose}
          accept=".json,application/json"
          note={note}
          take={take}
          several={() => setNote(WORDS.one)}
        >
          <p class={shared.quiet}>{fillSlots(WORDS.format, { limit: MAPPING_LIMITS.megabytes })}</p>
        </FilePicker>
      </section>
      {removing ? (
        <Dialog
          title={fillSlots(WORDS.removeAsk.title, { name: removing.name })}
          action={WORDS.removeAsk.action}
          onAction={() => void remove(removing)}
          onClose={() => setRemoving(undefined)}
        >
          <p>{WORDS.removeAsk.text}</p>
        </Dialog>
      ) : null}
    </>
  );
}

function Form(props: { installed: InstalledMapping; edit: () => void; remove: () => void }): JSX.Element {
  const { mapping, from, fittedOn, changedOn } = props.installed;
  const { name, address, fields, made } = mapping;
  const file = fillSlots(WORDS.fileName, { name: name.replace(/[\\/:*?"<>|]/g, '-') });
  return (
    <>
      <details>
        <summary>
          <strong>{name}</strong> <span>{fillSlots(WORDS.count, { count: fields.length })}</span>
        </summary>
        <dl class={css.fields}>
          {fields.map((field, index) => (
            // Two fields may be alike; their order is their identity.
            <div key={index}>
              <dt>{labelOfField(field)}</dt>
              <dd>{field.role === null ? WORDS.noRole : labelOfRole(field.role)}</dd>
            </div>
          ))}
        </dl>
      </details>
      <p class={shared.quiet}>
        <code>{address}</code>{' '}
        <span>
          {made.by ? fillSlots(WORDS.by, { by: made.by, on: made.on }) : fillSlots(WORDS.made, { on: made.on })}
        </span>
      </p>
      <p>
        {changedOn ? (
          <Badge tone="look">{fillSlots(WORDS.changed, { on: changedOn })}</Badge>
        ) : (
          <span class={shared.quiet}>{fittedOn ? fillSlots(WORDS.fitted, { on: fittedOn }) : WORDS.never}</span>
        )}
      </p>
      <p class={css.actions}>
        <LinkButton
          label={fillSlots(WORDS.exportOf, { name })}
          onClick={() => download(file, 'application/json', `${JSON.stringify(mapping, null, 2)}\n`)}
        >
          {WORDS.export}
        </LinkButton>
        {from === 'policy' ? (
          <span class={shared.quiet}>{WORDS.policy}</span>
        ) : (
          <>
            <LinkButton label={fillSlots(WORDS.editOf, { name })} onClick={props.edit}>
              {WORDS.edit}
            </LinkButton>
            <LinkButton label={fillSlots(WORDS.removeOf, { name })} onClick={props.remove}>
              {WORDS.remove}
            </LinkButton>
          </>
        )}
      </p>
    </>
  );
}
