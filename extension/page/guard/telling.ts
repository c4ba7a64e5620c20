import { askGuard } from '../../messages/ask-guard.ts';

/** When an answer that nobody acknowledged is told again, in milliseconds. */
const AGAIN = [2_000, 8_000, 30_000];

/** One question to the person, told to the background. Nobody waits for it. */
interface Question {
  /** It stands before the person: the background makes ready. */
  asked(): void;
  /** null: back to the form; else the reason for submitting all the same, '' for none. */
  answered(reason: string | null): void;
}

/** Tells the background what the person was asked and answered, until it acknowledges; it is kept once. */
export function createTelling(signal: AbortSignal): { ask(version: string): Question } {
  return {
    ask(version) {
      const token = newToken();
      const tell = (reason: string | null, attempt: number): void => {
        askGuard('answered', { version, token, reason, ...(attempt > 0 && { again: true as const }) }).catch(() => {
          const pause = AGAIN[attempt];
          if (pause !== undefined && !signal.aborted) setTimeout(tell, pause, reason, attempt + 1);
        });
      };
      return {
        asked: () => void askGuard('asking', { version, token }).catch(() => undefined),
        answered: (reason) => tell(reason, 0),
      };
    },
  };
}

/** Thirty-two hexadecimal digits. Pages that came without encryption have no `randomUUID`. */
function newToken(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
