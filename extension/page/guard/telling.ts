import type { v } from '../../../core/base/schema.ts';
import { browser } from '../../browser.ts';
import { askGuard } from '../../messages/ask-guard.ts';
import { type FromPage, LEFT_ANSWER, type leftAnswer } from '../../messages/from-page.ts';
import type { AskOf } from '../../messages/message.ts';

/** When an answer that nobody acknowledged is told again, in milliseconds. */
const AGAIN = [2_000, 8_000, 30_000];

/** Tells how the person answered about a version of the document. Nobody waits for it. */
export interface Telling {
  /** Back to the form. */
  back(version: string): void;
  /** Submitted all the same, with the person's reason, '' for none. `keeps`: whether that may be kept. */
  submitted(version: string, reason: string, keeps: boolean): void;
}

/** Tells the background what the person answered, until it acknowledges; it is kept once. */
export function createTelling(signal: AbortSignal): Telling {
  const tell = (answer: AskOf<FromPage['answered']>, attempt = 0): void => {
    askGuard('answered', answer).catch(() => {
      const pause = AGAIN[attempt];
      if (pause !== undefined && !signal.aborted) setTimeout(tell, pause, answer, attempt + 1);
    });
  };
  return {
    back: (version) => tell({ version, token: newToken(), reason: null }),
    submitted(version, reason, keeps) {
      const token = newToken();
      if (keeps) leave(version, { token, reason });
      tell({ version, token, reason });
    },
  };
}

/** Lays an answer down where the background finds it: the page goes in this moment, and with it every message of a stopped worker. */
function leave(version: string, answer: v.InferOutput<typeof leftAnswer>): void {
  try {
    browser.storage.local.set({ [LEFT_ANSWER + version]: answer }).catch(() => undefined);
  } catch {
    // The extension is gone: it keeps nothing any more.
  }
}

/** Thirty-two hexadecimal digits. Pages that came without encryption have no `randomUUID`. */
function newToken(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
