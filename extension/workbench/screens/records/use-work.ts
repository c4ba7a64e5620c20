import { judgedWith } from '../../../messages/settings.ts';
import type { WorkbenchState } from '../../state.ts';
import { useAnswer } from '../../use-answer.ts';

/**
 * What work over the ledger's records finds: asked again with each new entry and each change of the settings; undefined until it
 * is there the first time. `work` stays the same from one drawing to the next.
 */
export function useWork<Found>(
  state: WorkbenchState,
  work: (context: ReturnType<typeof judgedWith>) => Promise<Found>,
): Found | undefined {
  const head = state.head.value?.sequence;
  const settings = state.settings.value;
  const ask = head === undefined || settings === undefined ? undefined : () => work(judgedWith(settings));
  return useAnswer(state, ask, [head, settings, work]);
}
