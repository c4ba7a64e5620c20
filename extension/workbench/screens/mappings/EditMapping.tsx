import { fillSlots } from '../../../../core/base/text.ts';
import { labelOfRole } from '../../../../core/document/glossary.ts';
import { ROLES, type Role } from '../../../../core/document/vocabulary.ts';
import { MAPPING_LIMITS } from '../../../../core/readers/taught/limits.ts';
import type { Mapping } from '../../../../core/readers/taught/mapping.ts';
import { Button, SubmitButton } from '../../../ui/parts.tsx';
import { type JSX, useId, useState } from '../../../ui/preact.ts';
import shared from '../../workbench.module.css';
import { labelOfField } from './label.ts';
import css from './mappings.module.css';
import { MAPPINGS_SCREEN } from './words.ts';

const WORDS = MAPPINGS_SCREEN.form;
/** What a select says for a field that has no role, and for one that is to go. */
const NO_ROLE = '-';
const DROP = 'x';

/** The name, the address and the roles of a taught form. Where its boxes stand is taught by pointing only. */
export function EditMapping(props: {
  mapping: Mapping;
  save: (mapping: Mapping) => Promise<boolean>;
  cancel: () => void;
}): JSX.Element {
  const { mapping } = props;
  const [name, setName] = useState(mapping.name);
  const [address, setAddress] = useState(mapping.address);
  const [roles, setRoles] = useState<readonly string[]>(mapping.fields.map(({ role }) => role ?? NO_ROLE));
  const [busy, setBusy] = useState(false);
  const own = useId();
  const left = roles.some((role) => role !== DROP);
  const save = async (): Promise<void> => {
    setBusy(true);
    const fields = mapping.fields.flatMap((field, index) => {
      const chosen = roles[index] ?? DROP;
      return chosen === DROP ? [] : [{ ...field, role: chosen === NO_ROLE ? null : (chosen as Role) }];
    });
    if (!(await props.save({ ...mapping, name: name.trim(), address: address.trim(), fields }))) setBusy(false);
  };
  return (
    <form
      class={css.edit}
      onSubmit={(event) => {
        event.preventDefault();
        if (left && !busy) void save();
      }}
    >
      <h3>{fillSlots(WORDS.title, { name: mapping.name })}</h3>
      <label for={`${own}-name`}>{WORDS.name}</label>
      <input
        id={`${own}-name`}
        class={shared.input}
        required
        maxLength={MAPPING_LIMITS.label}
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <label for={`${own}-address`}>{WORDS.address}</label>
      <input
        id={`${own}-address`}
        class={shared.input}
        required
        maxLength={MAPPING_LIMITS.address}
        value={address}
        onInput={(event) => setAddress(event.currentTarget.value)}
      />
      <dl class={css.fields}>
        {mapping.fields.map((field, index) => (
          // Two fields may be alike; their order is their identity.
          <div key={index}>
            <dt>
              <label for={`${own}-${index}`}>{labelOfField(field)}</label>
            </dt>
            <dd>
              <select
                id={`${own}-${index}`}
                class={shared.input}
                aria-label={fillSlots(WORDS.roleOf, { label: labelOfField(field) })}
                value={roles[index]}
                onChange={(event) => setRoles(roles.with(index, event.currentTarget.value))}
              >
                {ROLES.map((role) => (
                  <option key={role} value={role}>
                    {labelOfRole(role)}
                  </option>
                ))}
                <option value={NO_ROLE}>{MAPPINGS_SCREEN.noRole}</option>
                <option value={DROP}>{WORDS.drop}</option>
              </select>
            </dd>
          </div>
        ))}
      </dl>
      {left ? null : <p>{WORDS.last}</p>}
      <p class={css.actions}>
        <SubmitButton disabled={!left} busy={busy}>
          {WORDS.keep}
        </SubmitButton>
        <Button onClick={props.cancel}>{WORDS.cancel}</Button>
      </p>
    </form>
  );
}
