import { subjectOf, type Task, type TaskSaid } from './tasks.ts';

/** Pieces of work that a list holds. */
export const MOST_TASKS = 2_000;

/** A list with new work in it. */
export interface AddedTasks {
  tasks: Task[];
  added: number;
  /** Earlier work that is none any more: its change was taken back, or changed again. */
  over: number;
  /** What the list has no room for. */
  left: number;
}

const isBackOf = (one: Task, other: Task): boolean => one.before === other.after && one.after === other.before;

/**
 * Puts work into a list, at its end. What stands there already stays as it is, with what was said of it. Work whose change is
 * taken back, or followed by another one, is over; when nothing of it was done yet, taking it back makes no work.
 * Adding twice is adding once.
 * @param on ISO day
 * @param listed topics of what a list has: that it was gone from there is taken back
 * @param settled subjects of which nothing has to be done any more
 */
export function addTasks(
  list: readonly Task[],
  more: readonly Task[],
  on: string,
  listed: readonly string[] = [],
  settled: readonly string[] = [],
): AddedTasks {
  const tasks = new Map(list.map((task) => [task.id, task]));
  const latest = new Map(list.map((task) => [subjectOf(task), task]));
  const told = { added: 0, over: 0, left: 0 };
  const end = (task: Task): void => {
    if (task.ended !== null) return;
    tasks.set(task.id, { ...task, ended: { how: 'over', on } });
    told.over += 1;
  };
  const [there, calm] = [new Set(listed), new Set(settled)];
  for (const task of list) if ((task.after === '' && there.has(task.topic)) || calm.has(subjectOf(task))) end(task);
  // Of two changes of one thing the later one counts.
  for (const task of new Map(more.map((one) => [subjectOf(one), one])).values()) {
    const last = latest.get(subjectOf(task));
    if (last !== undefined) {
      const isOpen = last.ended === null;
      const isOver = last.ended?.how === 'over';
      if (last.id === task.id && !isOver) continue;
      if (last.id !== task.id) end(last);
      if (isBackOf(task, last) && (isOpen || isOver)) continue;
    }
    // Where it stood earlier it came and went: it is at the end now.
    const known = tasks.delete(task.id);
    if (!known && tasks.size >= MOST_TASKS) {
      told.left += 1;
      continue;
    }
    tasks.set(task.id, task);
    told.added += 1;
  }
  return { tasks: [...tasks.values()], ...told };
}

/**
 * The list with what a person says of one piece of work; unchanged where it is not in it. What ended already keeps its day.
 * @param on ISO day
 */
export const sayOfTask = (list: readonly Task[], id: string, { how, ...said }: TaskSaid, on: string): Task[] =>
  list.map((task) => {
    if (task.id !== id) return task;
    const stays = how === undefined || how === task.ended?.how;
    return { ...task, ...said, ended: stays ? task.ended : how && { how, on } };
  });
