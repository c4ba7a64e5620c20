import { useState } from '../../../ui/preact.ts';
import type { WorkbenchState } from '../../state.ts';
import type { FormProps } from './parts.tsx';

/** What was typed and is not kept yet, by form: in this tab's memory only, and gone with it. */
const createDrafts = (): Map<string, unknown> => new Map();

/**
 * Like useState with an updating function, but what was typed stays when the person goes to another form or screen and comes back.
 * `part` names it among the form's states. The third tells whether it stood here already.
 */
export function useDraft<Value>(
  form: FormProps,
  part: string,
  initial: Value,
): [value: Value, change: (next: (now: Value) => Value) => void, resumed: boolean] {
  const drafts = form.state.own(createDrafts);
  const key = `${form.draft} ${part}`;
  const [resumed] = useState(() => drafts.has(key));
  const [value, setValue] = useState<Value>(() => (resumed ? (drafts.get(key) as Value) : initial));
  const change = (next: (now: Value) => Value): void =>
    setValue((now) => {
      const then = next(now);
      drafts.set(key, then);
      return then;
    });
  return [value, change, resumed];
}

/** Lets go of what was typed into a form: it was kept. */
export function dropDrafts(state: WorkbenchState, draft: string): void {
  const drafts = state.own(createDrafts);
  for (const key of [...drafts.keys()]) if (key.startsWith(`${draft} `)) drafts.delete(key);
}
