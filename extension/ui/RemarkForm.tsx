import { Button } from './parts.tsx';
import { type ComponentChildren, type JSX, useEffect, useId, useRef, useState } from './preact.ts';
import css from './remark.module.css';

/** A small form in its place on the screen: one thing to write, and what is done with it. Esc closes it. */
export function RemarkForm(props: {
  title: string;
  /** What is to be written, and what stands there as an example. */
  label: string;
  example?: string;
  hint?: string;
  /** Said where nothing was written. */
  missing: string;
  /** Sentences that are often written, to be taken by one press. */
  templates?: readonly string[];
  /** Lines of the box; one unless more are given. */
  lines?: number;
  /** Characters of the longest text. */
  most: number;
  action: string;
  /** The text without spaces around it, never empty. While it is being done nothing else can be pressed. */
  onAction(text: string): Promise<unknown>;
  otherwise: string;
  onOtherwise(): void;
  onClose(): void;
  /** What else has to be chosen. */
  children?: ComponentChildren;
}): JSX.Element {
  const { lines = 1, most, templates = [] } = props;
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const [title, hint, own] = [useId(), useId(), useId()];
  const focusBox = (): void => form.current?.querySelector<HTMLElement>('[data-box]')?.focus();
  // What opened the form may be gone: the focus goes where one writes.
  useEffect(focusBox, []);
  const write = (next: string): void => {
    setText(next);
    setMissing(false);
  };
  const act = async (): Promise<void> => {
    const given = text.trim();
    if (given === '') {
      setMissing(true);
      focusBox();
      return;
    }
    setBusy(true);
    await props.onAction(given);
    setBusy(false);
  };
  const box = {
    id: own,
    class: css.box,
    'data-box': true,
    maxLength: most,
    value: text,
    placeholder: props.example,
    'aria-describedby': hint,
    'aria-invalid': missing ? ('true' as const) : undefined,
    onInput: (event: { currentTarget: { value: string } }) => write(event.currentTarget.value),
  };
  return (
    <form
      ref={form}
      class={css.form}
      aria-labelledby={title}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void act();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.stopPropagation();
        props.onClose();
      }}
    >
      <h2 id={title}>{props.title}</h2>
      {props.children}
      <label htmlFor={own}>{props.label}</label>
      {lines > 1 ? <textarea rows={lines} {...box} /> : <input type="text" {...box} />}
      <p id={hint} class={missing ? css.missing : css.hint} role={missing ? 'alert' : undefined}>
        {missing ? props.missing : props.hint}
      </p>
      {templates.length === 0 ? null : (
        <p class={css.templates}>
          {templates.map((one) => (
            <button
              key={one}
              type="button"
              class={css.template}
              onClick={() => {
                write(one);
                focusBox();
              }}
            >
              {one}
            </button>
          ))}
        </p>
      )}
      <p class={css.actions}>
        <Button primary busy={busy} onClick={() => void act()}>
          {props.action}
        </Button>
        <Button busy={busy} onClick={props.onOtherwise}>
          {props.otherwise}
        </Button>
      </p>
    </form>
  );
}
