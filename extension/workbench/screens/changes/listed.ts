import { squeeze } from '../../../../core/base/text.ts';
import type { Task } from '../../../../core/unit/tasks.ts';

/** Which work is shown. */
export type View = 'open' | 'due' | 'all';

const isOpen = ({ ended }: Task): boolean => ended === null;

/** What each view lists. @param today ISO day */
export const viewsOf = (tasks: readonly Task[], today: string): Record<View, readonly Task[]> => ({
  open: tasks.filter(isOpen),
  due: tasks.filter((task) => isOpen(task) && task.dueOn !== '' && task.dueOn <= today),
  all: tasks,
});

/** Work in which some words stand. */
export function withWords(tasks: readonly Task[], words: string): readonly Task[] {
  const key = squeeze(words).toLowerCase();
  return tasks.filter(({ about, name, who, note }) =>
    [about, name, who, note].some((text) => squeeze(text).toLowerCase().includes(key)),
  );
}

/** Work that one change makes. */
export interface Group {
  about: string;
  tasks: Task[];
}

/** Work by the change that makes it, what was imported last first. */
export const groupsOf = (tasks: readonly Task[]): Group[] =>
  [...Map.groupBy(tasks, ({ about }) => about)].map(([about, some]) => ({ about, tasks: some })).reverse();

/** As many groups as hold no more than some pieces of work, the last one cut where it has to be. */
export function firstOf(groups: readonly Group[], most: number): Group[] {
  let room = most;
  return groups.flatMap(({ about, tasks }) => {
    const some = tasks.slice(0, room);
    room -= some.length;
    return some.length === 0 ? [] : [{ about, tasks: some }];
  });
}
