import type { Role } from '../../../core/document/vocabulary.ts';
import { LinkButton } from '../../ui/parts.tsx';
import { type JSX, useEffect, useId, useRef, useState } from '../../ui/preact.ts';
import { choicesFor } from './choices.ts';
import css from './teach.module.css';
import { TEACH } from './words.ts';

/** The list of roles with a search: typed, by arrows and Enter, or by a click. */
export function ChooseRole(props: {
  label: string;
  choose: (role: Role | null) => void;
  leave: () => void;
}): JSX.Element {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [box, list] = [useId(), useId()];
  const input = useRef<HTMLInputElement>(null);
  const shown = useRef<HTMLDivElement>(null);
  const choices = choicesFor(typed, props.label);
  const on = Math.min(at, choices.length - 1);
  useEffect(() => input.current?.focus(), []);
  useEffect(() => shown.current?.scrollIntoView({ block: 'nearest' }), [on, typed]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setAt((on + step + choices.length) % choices.length);
    else if (event.key === 'Enter') {
      const choice = choices[on];
      if (choice) props.choose(choice.role);
    } else if (event.key === 'Escape') props.leave();
    else return;
    event.preventDefault();
  };
  return (
    <div class={css.choose}>
      <label for={box}>{TEACH.which}</label>
      <input
        ref={input}
        id={box}
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={`${list}-${on}`}
        autocomplete="off"
        maxLength={30}
        placeholder={TEACH.search}
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={list} class={css.roles} role="listbox" aria-label={TEACH.which}>
        {choices.map(({ role, label }, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of a listbox are those of its text box
          <div
            key={role ?? ''}
            ref={index === on ? shown : null}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === on}
            onClick={() => props.choose(role)}
          >
            {label}
          </div>
        ))}
      </div>
      <LinkButton onClick={props.leave}>{TEACH.leave}</LinkButton>
    </div>
  );
}
