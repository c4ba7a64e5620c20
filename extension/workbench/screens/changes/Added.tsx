import { fillSlots } from '../../../../core/base/text.ts';
import type { AddedTasks } from '../../../../core/unit/task-list.ts';
import type { Task } from '../../../../core/unit/tasks.ts';
import { ask } from '../../../messages/ask.ts';
import type { AskOf } from '../../../messages/message.ts';
import type { ToBackground } from '../../../messages/to-background.ts';
import { LinkButton } from '../../../ui/parts.tsx';
import type { JSX } from '../../../ui/preact.ts';
import { hashOf } from '../../route.ts';
import type { WorkbenchState } from '../../state.ts';
import { saveTable } from './save-table.ts';
import { CHANGES } from './words.ts';

/** The work of an import, and what came of it in the list. */
export interface Put extends Omit<AddedTasks, 'tasks'> {
  tasks: readonly Task[];
}

/** Puts the work of an import into the list. */
export const putWork = async (work: AskOf<ToBackground['addTasks']>): Promise<Put> => ({
  ...(await ask('addTasks', work)),
  tasks: work.tasks,
});

/** What was put into the list of work by an import, what is over by it, and what had no room: that can be had as a table. */
export function Added({ state, put }: { state: WorkbenchState; put: Put | undefined }): JSX.Element | null {
  if (put === undefined || put.added + put.over + put.left === 0) return null;
  const { added, over, left, tasks } = put;
  const sentences = [
    added === 0 ? '' : fillSlots(CHANGES.added, { added }),
    over === 0 ? '' : fillSlots(CHANGES.over, { over }),
    left === 0 ? '' : fillSlots(CHANGES.left, { left }),
  ];
  return (
    <p role="status">
      {sentences.join('')}{' '}
      {left === 0 ? null : <LinkButton onClick={() => saveTable(state, tasks)}>{CHANGES.saveAll}</LinkButton>}{' '}
      <a href={hashOf('changes')}>{CHANGES.see}</a>
    </p>
  );
}
