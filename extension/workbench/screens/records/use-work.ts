import { judgedWith } from '../../../messages/settings.ts';
import { useEffect, useState } from '../../../ui/preact.ts';
import type { WorkbenchState } from '../../state.ts';

/**
 * What work over the ledger's records finds: asked again with each new entry and each change of the settings; undefined until it
 * is there the first time. `work` stays the same from one drawing to the next.
 */
export function useWork<Found>(
  state: WorkbenchState,
  work: (context: ReturnType<typeof judgedWith>) => Promise<Found>,
): Found | undefined {
  const [found, setFound] = useState<Found | undefined>(undefined);
  const head = state.head.value?.sequence;
  const settings = state.settings.value;
  useEffect(() => {
    let left = false;
    if (head !== undefined && settings !== undefined)
      void state.attempt(async () => {
        const now = await work(judgedWith(settings));
        if (!left) setFound(now);
      });
    return () => {
      left = true;
    };
  }, [state, head, settings, work]);
  return found;
}
