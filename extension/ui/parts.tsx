import type { StatusAnswer } from '../../core/standards/catalogue.ts';
import css from './parts.module.css';
import { type ComponentChildren, type JSX, useEffect, useId, useRef } from './preact.ts';
import { COMMON, STATUS_WORDS } from './words.ts';

/** What a colour and its shape mean: 必须改, 建议看, 没读到, 待流转; `fine` has no colour. */
export type Tone = 'must' | 'look' | 'unread' | 'later' | 'fine';

export function Button(props: {
  onClick: () => void;
  primary?: boolean;
  disabled?: boolean;
  /** Cannot be pressed just now; it keeps the focus, and its looks do not flicker. */
  busy?: boolean;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <button
      type="button"
      class={`${css.button} ${props.primary ? css.primary : ''}`}
      disabled={props.disabled ?? false}
      aria-disabled={props.busy ? 'true' : undefined}
      onClick={() => props.busy || props.onClick()}
    >
      {props.children}
    </button>
  );
}

/** Leads to another page or screen, and looks like a button where that is the next thing to do. */
export function ButtonLink(props: {
  href: string;
  primary?: boolean;
  /** In a tab of its own. */
  apart?: boolean;
  /** For a screen reader, where the words alone do not tell which. */
  label?: string;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <a
      class={`${css.button} ${props.primary ? css.primary : ''}`}
      href={props.href}
      aria-label={props.label}
      {...(props.apart ? { target: '_blank', rel: 'noreferrer' } : {})}
    >
      {props.children}
    </a>
  );
}

/** A quiet action inside text. It acts on this page; whatever opens another page is an `<a>`. */
export function LinkButton(props: {
  onClick: () => void;
  label?: string;
  /** Of a button that opens something below it: whether it is open. */
  expanded?: boolean;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <button
      type="button"
      class={css.link}
      aria-label={props.label}
      aria-expanded={props.expanded}
      onClick={props.onClick}
    >
      {props.children}
    </button>
  );
}

export function ToneWord(props: { tone: Tone; children: ComponentChildren }): JSX.Element {
  return <span class={`${css.tone} ${css[props.tone]}`}>{props.children}</span>;
}

export function Badge(props: { tone: Tone; title?: string; children: ComponentChildren }): JSX.Element {
  return (
    <span
      class={css.badge}
      style={{ color: props.tone === 'fine' ? 'var(--ink-2)' : `var(--${props.tone})` }}
      title={props.title}
    >
      {props.children}
    </span>
  );
}

const STATUS_TONES: Record<StatusAnswer['status'], Tone> = {
  current: 'fine',
  upcoming: 'later',
  replaced: 'look',
  withdrawn: 'must',
  'not-in-catalogue': 'unread',
  unknown: 'unread',
};

/** The status of a standard, and whether a public source confirmed it. */
export function StatusBadges({ answer }: { answer: StatusAnswer }): JSX.Element {
  return (
    <span>
      <Badge tone={STATUS_TONES[answer.status]}>{STATUS_WORDS[answer.status]}</Badge>
      {answer.row && !answer.verified ? (
        <>
          {' '}
          <Badge tone="unread" title={COMMON.unverifiedHint}>
            {COMMON.unverified}
          </Badge>
        </>
      ) : null}
    </span>
  );
}

/** A calm full-width statement: nothing to do, or not read, or stopped. */
export function Calm(props: { title: string; children?: ComponentChildren }): JSX.Element {
  return (
    <div class={css.calm}>
      <strong>{props.title}</strong>
      {props.children}
    </div>
  );
}

export function Notice(props: { children: ComponentChildren }): JSX.Element {
  return (
    <div class={css.notice} role="alert">
      {props.children}
    </div>
  );
}

/** A question over the screen. Esc and 取消 close it; focus returns to where it was. */
export function Dialog(props: {
  title: string;
  action: string;
  onAction: () => void;
  onClose: () => void;
  children: ComponentChildren;
}): JSX.Element {
  const element = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => element.current?.showModal(), []);
  return (
    <dialog ref={element} class={css.dialog} aria-labelledby={title} onClose={props.onClose}>
      <h2 id={title}>{props.title}</h2>
      {props.children}
      <div class={css.dialogActions}>
        <Button onClick={() => element.current?.close()}>{COMMON.cancel}</Button>
        <Button primary onClick={props.onAction}>
          {props.action}
        </Button>
      </div>
    </dialog>
  );
}

/** Said by a screen reader, seen by nobody. One live region a page. */
export function Spoken(props: { children: ComponentChildren }): JSX.Element {
  return (
    <div class={css.quiet} role="status" aria-live="polite">
      {props.children}
    </div>
  );
}
