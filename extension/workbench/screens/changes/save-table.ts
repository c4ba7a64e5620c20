import { fillSlots } from '../../../../core/base/text.ts';
import type { Task } from '../../../../core/unit/tasks.ts';
import { download } from '../../../ui/download.ts';
import { taskWork } from '../../../worker/client.ts';
import type { WorkbenchState } from '../../state.ts';
import { CHANGES } from './words.ts';

/** Gives work to the browser's downloads, as a workbook. */
export const saveTable = (state: WorkbenchState, tasks: readonly Task[]): void =>
  void state.attempt(async () => {
    const { name, content } = await taskWork.tasksTable(tasks, state.settings.value?.unit?.name ?? '');
    download(name, content.type, content);
    state.say(fillSlots(CHANGES.exported, { name }));
  });
