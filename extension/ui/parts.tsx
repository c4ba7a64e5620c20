import type { StatusAnswer } from '../../core/standards/catalogue.ts';
import { STATUS_WORDS } from '../../core/standards/words.ts';
import css from './parts.module.css';
import { type ComponentChildren, type JSX, useEffect, useId, useRef } from './preact.ts';
import { COMMON, SIGN_WORDS } from './words.ts';

/** What a colour and its shape mean: 必须改, 建议看, 没读到, 待流转; `fine` has no colour. */
export type Tone = 'must' | 'look' | 'unread' | 'later' | 'fine';

export function Button(props: {
  onClick: () => void;
  primary?: boolean;
  disabled?: boolean;
  /** Cannot be pressed just now; it keeps the focus, and its looks do not flicker. */
  busy?: boolean;
  /** Of a button that chooses one of several: whether it is chosen. */
  pressed?: boolean;
  /** For a screen reader, where the words alone do not tell which. */
  label?: string;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <button
      type="button"
      class={`${css.button} ${props.primary ? css.primary : ''}`}
      aria-label={props.label}
      aria-pressed={props.pressed}
      disabled={props.disabled ?? false}
      aria-disabled={props.busy ? 'true' : undefined}
      onClick={() => props.busy || props.onClick()}
    >
      {props.children}
    </button>
  );
}

/** The button at the end of a form. */
export function SubmitButton(props: { disabled?: boolean; busy?: boolean; children: ComponentChildren }): JSX.Element {
  return (
    <button
      type="submit"
      class={`${css.button} ${css.primary}`}
      disabled={props.disabled ?? false}
      aria-disabled={props.busy ? 'true' : undefined}
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
  /** Of a button that switches something on and off: whether it is on. */
  pressed?: boolean;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <button
      type="button"
      class={css.link}
      aria-label={props.label}
      aria-expanded={props.expanded}
      aria-pressed={props.pressed}
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

/** What a calm statement is about; each has a drawing of its own. */
export type Sign = keyof typeof SIGN_WORDS;

/** One line of 24 × 24 each: a tick, a hand that stops, a sheet struck through, a broken circle, an eye that is closed, a bar. */
const SIGN_LINES: Record<Sign, string> = {
  fine: 'M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20M7 12.5l3.5 3.5l6.5-7.5',
  stopped: 'M8 2h8l6 6v8l-6 6H8l-6-6V8zM12 7v6M12 16.5v.5',
  none: 'M6 2h8l4 4v16H6zM14 2v4h4M3 21L21 5',
  failed: 'M4.9 4.9a10 10 0 0 1 14.2 0M19.1 19.1a10 10 0 0 1-14.2 0M8.5 8.5l7 7M15.5 8.5l-7 7',
  unread: 'M2 9c5 6 15 6 20 0M5 12.5l-2 2.5M12 14v3.5M19 12.5l2 2.5',
  off: 'M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20M5 5l14 14',
};

/** A calm full-width statement: nothing to do, or not read, or stopped. Its sign says the same as a drawing, and to a screen reader. */
export function Calm(props: { title: string; sign?: Sign; children?: ComponentChildren }): JSX.Element {
  const { sign } = props;
  return (
    <div class={`${css.calm} ${sign ? css[`sign-${sign}`] : ''}`}>
      {sign ? (
        <svg class={css.sign} viewBox="0 0 24 24" role="img" aria-label={SIGN_WORDS[sign]}>
          <path d={SIGN_LINES[sign]} />
        </svg>
      ) : null}
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

/**
 * A question over the screen, or with no action something to look at. Esc and 取消 (关闭) close it; focus returns to where
 * it was.
 */
export function Dialog(props: {
  title: string;
  action?: string;
  onAction?: () => void;
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
        <Button onClick={() => element.current?.close()}>{props.onAction ? COMMON.cancel : COMMON.close}</Button>
        {props.onAction ? (
          <Button primary onClick={props.onAction}>
            {props.action}
          </Button>
        ) : null}
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
