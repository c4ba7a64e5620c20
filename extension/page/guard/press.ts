import type { Guarding } from '../../messages/to-page.ts';
import type { Asking } from './asking.ts';
import type { Armed, Known } from './known.ts';
import type { Questions } from './question.ts';
import type { Held } from './replay.ts';

/** Milliseconds for which what the person pressed is held until it is known what to ask. */
const PATIENCE = 300;
/** What the page sends within this time after something was let pass belongs to it. */
const DECIDED = 2_000;

/** What becomes of what was pressed: `going` is done now, once more, as if nothing had come between. */
type State = { is: 'free' } | { is: 'held' } | { is: 'asked'; close: () => void } | { is: 'going' };
const FREE: State = { is: 'free' };

export interface Presses {
  /** What is done now is what was held: it passes. */
  isGoing(): boolean;
  /** Something that was pressed is held, or asked about. */
  isHolding(): boolean;
  /** Something that submits was let pass just now: what the page sends then was decided about. */
  isDecided(): boolean;
  /** Lets an event pass untouched, or stops it and asks. `what`: undefined where it could not be done later. */
  decide(guard: Armed, event: Event, what: () => Held | undefined): void;
  /** Takes a question away. */
  close(): void;
}

/** Holds what was pressed no longer than its time, asks about it, and lets it go. */
export function createPresses(known: Known, asking: Asking, questions: Questions): Presses {
  let state: State = FREE;
  let passedAt = 0;

  const isHeld = (): boolean => state.is === 'held';
  const letGo = (what: Held): void => {
    state = { is: 'going' };
    passedAt = Date.now();
    try {
      what.go();
    } finally {
      state = FREE;
    }
  };
  const ask = (guard: Armed, what: Held): void => {
    state = { is: 'held' };
    const close = questions.ask(guard, what.anchor, (goes) => {
      state = FREE;
      if (goes) letGo(what);
    });
    if (close === undefined) letGo(what);
    else state = { is: 'asked', close };
  };
  /** Waits for a new reading. */
  const hold = (what: Held): void => {
    state = { is: 'held' };
    let settled = false;
    const settle = (now: Guarding | undefined): void => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      try {
        if (now?.guard && questions.isDue(now.guard)) ask(now.guard, what);
        else letGo(what);
      } catch {
        if (isHeld()) letGo(what);
      }
    };
    const timer = setTimeout(settle, PATIENCE, undefined);
    asking.now().then(settle, () => settle(undefined));
  };
  return {
    close() {
      if (state.is === 'asked') state.close();
    },
    isGoing: () => state.is === 'going',
    isHolding: () => isHeld() || state.is === 'asked',
    isDecided: () => Date.now() - passedAt < DECIDED,
    decide(guard, event, what) {
      if (state.is !== 'free') {
        // Pressed twice: once is enough.
        stop(event);
        return;
      }
      const fresh = known.isFresh(guard);
      if (fresh && !questions.isDue(guard)) {
        passedAt = Date.now();
        return;
      }
      const found = what();
      if (found === undefined) return;
      stop(event);
      try {
        if (fresh) ask(guard, found);
        else hold(found);
      } catch {
        if (isHeld()) letGo(found);
      }
    },
  };
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
