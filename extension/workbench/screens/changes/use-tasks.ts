import type { Task } from '../../../../core/unit/tasks.ts';
import { ask } from '../../../messages/ask.ts';
import { useEffect, useState } from '../../../ui/preact.ts';
import type { WorkbenchState } from '../../state.ts';

/**
 * The list of work; undefined until it was read. Read again with the settings: these are read anew when anything in their storage
 * changes, whichever page did it.
 */
export function useTasks(state: WorkbenchState): Task[] | undefined {
  const [tasks, setTasks] = useState<Task[] | undefined>(undefined);
  const settings = state.settings.value;
  useEffect(() => {
    let left = false;
    void state.attempt(async () => {
      const now = await ask('tasks', {});
      if (!left) setTasks(now);
    });
    return () => {
      left = true;
    };
  }, [state, settings]);
  return tasks;
}
