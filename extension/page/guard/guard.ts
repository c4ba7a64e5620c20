import { askGuard } from '../../messages/ask-guard.ts';
import { GUARDED } from '../../messages/guarded.ts';
import type { Guarding } from '../../messages/to-page.ts';
import { reachableDocuments } from '../frames.ts';
import { findTarget, type Overlay } from '../overlay.ts';
import { documentSign } from './detect.ts';
import { type Answer, askBeside } from './dialog.ts';
import { submitIn } from './recognise.ts';
import { type Held, heldClick, heldSubmit, isPressHere, needsPage } from './replay.ts';
import { createTelling } from './telling.ts';
import { valuesOf } from './values.ts';

/** Milliseconds for which what the person pressed is held until it is known what to ask. */
const PATIENCE = 300;
/** Bursts of changes, since the person last did something, after which a page is read again by itself. */
const MOST_UNASKED = 3;
/** What the page sends within this time after something was let pass belongs to it. */
const DECIDED = 2_000;
/** A submit follows the key that sends it within this time. */
const BY_KEY = 500;

export interface Surroundings {
  signal: AbortSignal;
  /** False once the extension is gone. */
  isAlive(): boolean;
  overlay: Overlay;
  /** Somebody looks at this page in the panel, which has it read. */
  isWatched(): boolean;
  /** Has the page watched as long as it stands. */
  follow(): void;
  /** The page as it stands now, as JSON text in parts. */
  readNow(): Promise<string[]>;
}

export interface Guard {
  /** A reading of the page begins: what it finds is told by `arm`. */
  read(): void;
  /** It has seen the whole page. */
  seen(): void;
  /** A shadow root of the page was read. */
  include(root: ShadowRoot): void;
  moved(): void;
  rested(unasked: number): void;
  arm(guarding: Guarding): { script: boolean };
}

type Armed = NonNullable<Guarding['guard']>;

/**
 * Stands between the person and what submits, at that moment only, and only while it is known that something must be
 * changed. Fails open: whatever of ours is slow, broken or gone, the page goes on as if nothing were there.
 */
export function createGuard(root: Document, around: Surroundings): Guard {
  const { signal, isAlive, overlay } = around;
  let guarding: Guarding | undefined;
  let captions: ReadonlySet<string> = new Set();
  /** The address is always on: the page is read by itself when a document stands on it. */
  let standing = Object.hasOwn(globalThis, GUARDED);
  /** The page changed since the last reading began; and that reading has not told yet what it found. */
  let changed = false;
  let awaited = false;
  let values = 0;
  /** What the background is reading is older than what is known. */
  let overtaken = false;
  const roots = new Set<WeakRef<ShadowRoot>>();
  /** What the background was asked to read, and the last that was no document. */
  let sign = '';
  let refused = '';
  /** Something that was pressed is held, or asked about. */
  let held = false;
  let close: (() => void) | undefined;
  /** What is done now is what was held. */
  let going = false;
  let keyAt = 0;
  /** When something that submits was let pass: what the page sends then was decided about. */
  let passedAt = 0;
  let marked = false;
  const answered = new Set<string>();
  const telling = createTelling(signal);

  const armed = (): Armed | undefined =>
    guarding?.guard !== undefined && (guarding.standing || around.isWatched()) && isAlive()
      ? guarding.guard
      : undefined;
  const everyRoot = (): (Document | ShadowRoot)[] => [
    ...reachableDocuments(root),
    ...[...roots].flatMap((one) => one.deref() ?? []),
  ];
  /** What was found is what stands there. Where other frames were read too, no frame knows that by itself. */
  const isFresh = ({ apart }: Armed): boolean => !apart && !changed && !awaited && values === valuesOf(everyRoot());
  const mustAsk = (guard: Armed): boolean => guard.musts.length > 0 && !guard.asked && !answered.has(guard.version);

  const take = (next: Guarding): void => {
    guarding = next;
    awaited = false;
    captions = new Set(next.guard?.captions);
  };

  const letGo = (what: Held): void => {
    held = false;
    close = undefined;
    going = true;
    passedAt = Date.now();
    try {
      what.go();
    } finally {
      going = false;
    }
  };

  const ask = (guard: Armed, what: Held): void => {
    const { version, keeps } = guard;
    const answer = (given: Answer): void => {
      // Gone as soon as it stood there: the page does not suffer it. Later it is an answer: the person can press again.
      const isUnread = given.how === 'gone' && !given.read;
      if (!isUnread) {
        answered.add(version);
        if (given.how === 'submit') telling.submitted(version, given.reason, keeps);
        else telling.back(version);
      }
      if (marked) overlay.clear();
      if (given.how === 'submit' || isUnread) letGo(what);
      held = false;
      close = undefined;
    };
    held = true;
    marked = false;
    close = askBeside(guard, {
      anchor: what.anchor,
      isAlive,
      find: (place) => findTarget(root, place),
      show(place, text) {
        marked = overlay.mark({ marks: [{ number: 1, source: place }], text, go: true }) > 0;
      },
      answered: answer,
    });
    if (close === undefined) letGo(what);
  };

  /** How the page is guarded as it stands now. Where frames of other addresses belong to it, the background reads them. */
  const submitting = async (apart: boolean): Promise<Guarding> => {
    if (apart) return askGuard('submitting', {});
    const now = await askGuard('submitting', { parts: await around.readNow() });
    take(now);
    overtaken = true;
    return now;
  };

  /** What was asked for when the finger went down: by the time it goes up the answer may be there. */
  let early: Promise<Guarding> | undefined;
  const beEarly = (guard: Armed): void => {
    if (early !== undefined || held || isFresh(guard)) return;
    const asked = submitting(guard.apart);
    early = asked;
    const over = (): void => {
      if (early === asked) early = undefined;
    };
    asked.then(over, over);
  };

  /** Waits for a new reading, and no longer than its time. */
  const hold = (what: Held): void => {
    held = true;
    let settled = false;
    const settle = (now: Guarding | undefined): void => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      try {
        if (now?.guard && mustAsk(now.guard)) ask(now.guard, what);
        else letGo(what);
      } catch {
        if (held) letGo(what);
      }
    };
    const timer = setTimeout(settle, PATIENCE, undefined);
    const asked = changed ? undefined : early;
    (asked ?? submitting(guarding?.guard?.apart === true)).then(settle, () => settle(undefined));
  };

  /** Lets an event pass untouched, or stops it and asks. */
  const decide = (guard: Armed, event: Event, what: () => Held | undefined, isReady: () => boolean): void => {
    if (held) {
      // Pressed twice: once is enough. A question that is not in sight any more gives way.
      stop(event);
      return;
    }
    const fresh = isFresh(guard);
    if (fresh && !mustAsk(guard)) {
      passedAt = Date.now();
      return;
    }
    if (!isReady()) return;
    const found = what();
    if (found === undefined) return;
    stop(event);
    try {
      if (fresh) ask(guard, found);
      else hold(found);
    } catch {
      close?.();
      letGo(found);
    }
  };

  const onClick = (event: Event): void => {
    try {
      // What scripts press is the page's own business, and what was held comes as such.
      if (!event.isTrusted || going) return;
      const guard = armed();
      const path = event.composedPath();
      const control = guard && submitIn(path, captions);
      if (guard && control)
        decide(
          guard,
          event,
          () => heldClick(event as MouseEvent, control),
          () => !needsPage(path) || isPressHere(control),
        );
    } catch {
      // The page's own.
    }
  };
  const onDown = (event: Event): void => {
    try {
      const guard = event.isTrusted ? armed() : undefined;
      if (guard && submitIn(event.composedPath(), captions) !== undefined) beEarly(guard);
    } catch {
      // It is asked for when it is pressed.
    }
  };
  const onSubmit = (event: Event): void => {
    try {
      if (!event.isTrusted || going || Date.now() - passedAt < DECIDED) return;
      const guard = armed();
      const { submitter } = event as SubmitEvent;
      const form = event.composedPath()[0] as HTMLFormElement;
      if (guard === undefined) return;
      // By Enter in a box; a script of the page that sends its form has its own reason.
      const isMeant =
        submitter === null
          ? Date.now() - keyAt < BY_KEY && holdsMust(guard, form)
          : submitIn([submitter], captions) !== undefined;
      if (isMeant)
        decide(
          guard,
          event,
          () => heldSubmit(event as SubmitEvent),
          () => true,
        );
    } catch {
      // The page's own.
    }
  };
  const onKey = (event: Event): void => {
    if (event.isTrusted && (event as KeyboardEvent).key === 'Enter') keyAt = Date.now();
  };
  const holdsMust = (guard: Armed, form: HTMLFormElement): boolean =>
    guard.musts.some(({ place }) => place !== undefined && Node.prototype.contains.call(form, findTarget(root, place)));

  /** Listening twice is listening once. */
  const listen = (): void => {
    for (const { defaultView } of reachableDocuments(root)) {
      defaultView?.addEventListener('click', onClick, { capture: true, signal });
      defaultView?.addEventListener('submit', onSubmit, { capture: true, signal });
      defaultView?.addEventListener('pointerdown', onDown, { capture: true, passive: true, signal });
      defaultView?.addEventListener('keydown', onKey, { capture: true, passive: true, signal });
    }
  };

  const look = (): void => {
    if (root.visibilityState === 'hidden') return;
    sign = documentSign(root);
    if (sign !== '' && sign !== refused) askGuard('found', {}).catch(() => undefined);
  };

  const begin = (): void => {
    around.follow();
    look();
    // What stands in a page that was opened behind another is looked at when it is shown.
    root.addEventListener('visibilitychange', () => sign === '' && standing && look(), { signal });
  };
  // Both by hand: a message comes before the script that hears it is done.
  if (standing) queueMicrotask(begin);
  signal.addEventListener('abort', () => close?.());

  return {
    read() {
      changed = false;
      awaited = true;
      overtaken = false;
      roots.clear();
    },
    seen() {
      values = valuesOf(everyRoot());
    },
    include(inner) {
      roots.add(new WeakRef(inner));
    },
    moved() {
      changed = true;
    },
    rested(unasked) {
      if (!isAlive() || !standing) return;
      if (guarding?.guard !== undefined) listen();
      // The panel has it read.
      if (around.isWatched()) return;
      if (guarding?.document !== true) look();
      else if (changed && unasked <= MOST_UNASKED) askGuard('found', {}).catch(() => undefined);
    },
    arm(next) {
      if (overtaken) changed = true;
      take(next);
      if (next.standing && !standing) around.follow();
      standing = next.standing;
      refused = next.document ? '' : sign;
      if (next.guard === undefined) return { script: false };
      listen();
      return { script: next.guard.musts.length > 0 && hasScriptLink(everyRoot(), captions) };
    },
  };
}

/** Whether what submits here is a link that only the page's own world can follow. */
function hasScriptLink(roots: readonly (Document | ShadowRoot)[], captions: ReadonlySet<string>): boolean {
  return roots.some((one) =>
    [...one.querySelectorAll('a[href^="javascript:" i]')].some(
      (link) => needsPage([link]) && submitIn([link, ...link.children], captions) !== undefined,
    ),
  );
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
