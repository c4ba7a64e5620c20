import { askGuard } from '../../messages/ask-guard.ts';
import type { Guarding } from '../../messages/to-page.ts';
import type { Armed, Known } from './known.ts';

/** Has the page read as it stands now. */
export interface Asking {
  /** The finger goes down: by the time it goes up the answer may be there. */
  beEarly(guard: Armed): void;
  /** How the page is guarded now. May never come, or reject. */
  now(): Promise<Guarding>;
}

/** @param readNow the page as it stands now, as JSON text in parts */
export function createAsking(known: Known, readNow: () => Promise<string[]>): Asking {
  let early: Promise<Guarding> | undefined;
  /** Where frames of other addresses belong to the page, the background reads them. */
  const submitting = async (apart: boolean): Promise<Guarding> => {
    if (apart) return askGuard('submitting', {});
    const now = await askGuard('submitting', { parts: await readNow() });
    known.learn(now);
    return now;
  };
  return {
    beEarly({ apart }) {
      if (early !== undefined) return;
      const asked = submitting(apart);
      early = asked;
      const over = (): void => {
        if (early === asked) early = undefined;
      };
      asked.then(over, over);
    },
    now() {
      const asked = known.isChanged() ? undefined : early;
      return asked ?? submitting(known.guarding()?.guard?.apart === true);
    },
  };
}
