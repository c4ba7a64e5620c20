import { findTarget, type Overlay } from '../overlay.ts';
import { type Answer, askBeside } from './dialog.ts';
import type { Armed } from './known.ts';
import type { Telling } from './telling.ts';

interface Around {
  root: Document;
  overlay: Overlay;
  telling: Telling;
  isAlive(): boolean;
}

/** Whether what is held goes on: it was so answered, or the question was taken out of sight before it could be read. */
type Outcome = (goes: boolean) => void;

export interface Questions {
  /** Whether the person has to be asked about this version: once. */
  isDue(guard: Armed): boolean;
  /** Asks; gives the function that takes the question away, undefined where it cannot be seen. */
  ask(guard: Armed, anchor: HTMLElement, outcome: Outcome): (() => void) | undefined;
}

/** The life of each question, from the moment it stands there to the answer that is told. */
export function createQuestions({ root, overlay, telling, isAlive }: Around): Questions {
  const answered = new Set<string>();
  return {
    isDue: ({ musts, asked, version }) => musts.length > 0 && !asked && !answered.has(version),
    ask(guard, anchor, outcome) {
      const { version, keeps } = guard;
      let marked = false;
      const conclude = (given: Answer): void => {
        // Gone as soon as it stood there: the page does not suffer it. Later it is an answer: the person can press again.
        const isUnread = given.how === 'gone' && !given.read;
        if (!isUnread) {
          answered.add(version);
          if (given.how === 'submit') telling.submitted(version, given.reason, keeps);
          else telling.back(version);
        }
        if (marked) overlay.clear();
        outcome(given.how === 'submit' || isUnread);
      };
      return askBeside(guard, {
        anchor,
        isAlive,
        find: (place) => findTarget(root, place),
        show(place, text) {
          marked = overlay.mark({ marks: [{ number: 1, source: place }], text, go: true }) > 0;
        },
        answered: conclude,
      });
    },
  };
}
