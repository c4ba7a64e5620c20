import { useEffect, useState } from '../ui/preact.ts';
import type { WorkbenchState } from './state.ts';

/**
 * The answer of some work: asked for again whenever one of the inputs is another, and undefined until it is there the first
 * time. Without `ask` nothing is asked. A failure is told as the trouble of the workbench.
 */
export function useAnswer<Answer>(
  state: WorkbenchState,
  ask: (() => Promise<Answer>) | undefined,
  inputs: readonly unknown[],
): Answer | undefined {
  const [answer, setAnswer] = useState<Answer | undefined>(undefined);
  useEffect(() => {
    let left = false;
    if (ask !== undefined)
      void state.attempt(async () => {
        const now = await ask();
        if (!left) setAnswer(() => now);
      });
    return () => {
      left = true;
    };
  }, [state, ...inputs]);
  return answer;
}
