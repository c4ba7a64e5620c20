import { GUARDED } from '../../messages/guarded.ts';
import type { Guarding } from '../../messages/to-page.ts';
import { reachableDocuments } from '../frames.ts';
import { findTarget, type Overlay } from '../overlay.ts';
import { createAsking } from './asking.ts';
import { type Armed, createKnown } from './known.ts';
import { createLooking } from './looking.ts';
import { createPresses } from './press.ts';
import { createQuestions } from './question.ts';
import { submitIn } from './recognise.ts';
import { heldClick, heldSubmit, isPressHere, needsPage } from './replay.ts';
import { createTelling } from './telling.ts';

/** A submit follows the key that sends it within this time, in milliseconds. */
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

/**
 * Stands between the person and what submits, at that moment only, and only while it is known that something must be
 * changed. Fails open: whatever of ours is slow, broken or gone, the page goes on as if nothing were there.
 */
export function createGuard(root: Document, around: Surroundings): Guard {
  const { signal, isAlive, overlay } = around;
  /** The address is always on: the page is read by itself when a document stands on it. */
  let standing = Object.hasOwn(globalThis, GUARDED);
  let keyAt = 0;
  const known = createKnown(root);
  const looking = createLooking(root);
  const asking = createAsking(known, () => around.readNow());
  const questions = createQuestions({ root, overlay, telling: createTelling(signal), isAlive });
  const presses = createPresses(known, asking, questions);

  const armed = (): Armed | undefined => {
    const guarding = known.guarding();
    const isOn = guarding?.guard !== undefined && (guarding.standing || around.isWatched()) && isAlive();
    return isOn ? guarding.guard : undefined;
  };
  /** Whatever breaks in one of these, the event is the page's own. */
  const onClick = failingOpen((event: MouseEvent) => {
    // What scripts press is the page's own business, and what was held comes as such.
    if (!event.isTrusted || presses.isGoing()) return;
    const guard = armed();
    const path = event.composedPath();
    const control = guard && submitIn(path, known.captions());
    if (guard === undefined || control === undefined) return;
    presses.decide(guard, event, () =>
      !needsPage(path) || isPressHere(control) ? heldClick(event, control) : undefined,
    );
  });
  const onDown = failingOpen((event: Event) => {
    const guard = event.isTrusted ? armed() : undefined;
    if (guard === undefined || submitIn(event.composedPath(), known.captions()) === undefined) return;
    if (!presses.isHolding() && !known.isFresh(guard)) asking.beEarly(guard);
  });
  const onSubmit = failingOpen((event: SubmitEvent) => {
    if (!event.isTrusted || presses.isGoing() || presses.isDecided()) return;
    const guard = armed();
    if (guard === undefined) return;
    const { submitter } = event;
    const form = event.composedPath()[0] as HTMLFormElement;
    // By Enter in a box; a script of the page that sends its form has its own reason.
    const isMeant =
      submitter === null
        ? Date.now() - keyAt < BY_KEY && holdsMust(guard, form)
        : submitIn([submitter], known.captions()) !== undefined;
    if (isMeant) presses.decide(guard, event, () => heldSubmit(event));
  });
  const onKey = (event: KeyboardEvent): void => {
    if (event.isTrusted && event.key === 'Enter') keyAt = Date.now();
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
  const begin = (): void => {
    around.follow();
    looking.look();
    root.addEventListener('visibilitychange', () => standing && looking.lookAtFirst(), { signal });
  };
  // Both by hand: a message comes before the script that hears it is done.
  if (standing) queueMicrotask(begin);
  signal.addEventListener('abort', () => presses.close());

  return {
    read: known.read,
    seen: known.seen,
    include: known.include,
    moved: known.moved,
    rested(unasked) {
      if (!isAlive() || !standing) return;
      const guarding = known.guarding();
      if (guarding?.guard !== undefined) listen();
      // The panel has it read.
      if (around.isWatched()) return;
      if (guarding?.document !== true) looking.look();
      else if (known.isChanged()) looking.again(unasked);
    },
    arm(next) {
      known.tell(next);
      if (next.standing && !standing) around.follow();
      standing = next.standing;
      looking.judged(next.document);
      if (next.guard === undefined) return { script: false };
      listen();
      return { script: next.guard.musts.length > 0 && hasScriptLink(known.roots(), known.captions()) };
    },
  };
}

function failingOpen<Of extends Event>(hear: (event: Of) => void): (event: Of) => void {
  return (event) => {
    try {
      hear(event);
    } catch {
      // The page's own.
    }
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
