import { useEffect, useState } from '../ui/preact.ts';
import { searchWork } from '../worker/client.ts';
import type { WorkbenchState } from './state.ts';

/** Milliseconds after which it is said that an answer takes its time. */
const SLOW = 300;

/**
 * What the worker's search answers to the question that was asked last; the answer before stands until it comes. `ask` stays the
 * same as long as the question does; without it nothing is asked. Asked again when the settings change, or the catalogue does.
 */
export function useSearch<Answer>(
  state: WorkbenchState,
  ask: (() => Promise<Answer | undefined>) | undefined,
): { answer: Answer | undefined; slow: boolean } {
  const [answer, setAnswer] = useState<Answer | undefined>(undefined);
  const [slow, setSlow] = useState(false);
  const settings = state.settings.value;
  useEffect(() => {
    // The worker has it before the next question: what it is told comes in order.
    if (settings !== undefined) void state.attempt(() => searchWork.searchFor(settings.unit));
  }, [state, settings]);
  useEffect(() => {
    if (settings === undefined || ask === undefined) {
      setAnswer(undefined);
      return;
    }
    let left = false;
    const late = setTimeout(() => setSlow(true), SLOW);
    const end = (): void => {
      clearTimeout(late);
      setSlow(false);
    };
    void state
      .attempt(async () => {
        const found = await ask();
        if (!left && found !== undefined) setAnswer(found);
      })
      .finally(() => left || end());
    return () => {
      left = true;
      clearTimeout(late);
    };
  }, [state, settings, ask]);
  return { answer, slow };
}
