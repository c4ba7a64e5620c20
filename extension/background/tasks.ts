import { chinaDay } from '../../core/base/dates.ts';
import { v } from '../../core/base/schema.ts';
import { type AddedTasks, addTasks, sayOfTask } from '../../core/unit/task-list.ts';
import { type Task, type TaskSaid, taskSchema } from '../../core/unit/tasks.ts';
import { browser } from '../browser.ts';

/* The work that changes make, kept on this computer. It is no evidence: what was done is shown by what is kept of it. */

const KEY = 'tasks';
const today = (): string => chinaDay(new Date().toISOString());

/** The list; a piece of work that cannot be read is left out. */
export async function allTasks(): Promise<Task[]> {
  const stored = (await browser.storage.local.get(KEY))[KEY];
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((one) => {
    const read = v.safeParse(taskSchema, one);
    return read.success ? [read.output] : [];
  });
}

/** Two pages may change the list at the same time: one change after the other. */
let changing: Promise<unknown> = Promise.resolve();

function change<Answer extends { tasks: Task[] }>(make: (list: Task[]) => Answer): Promise<Answer> {
  const made = changing.then(async () => {
    const answer = make(await allTasks());
    await browser.storage.local.set({ [KEY]: answer.tasks });
    return answer;
  });
  changing = made.catch(() => undefined);
  return made;
}

/** Puts work into the list; see `addTasks` of core. */
export async function takeTasks(
  more: readonly Task[],
  listed: readonly string[],
  settled: readonly string[] = [],
): Promise<Omit<AddedTasks, 'tasks'>> {
  const { tasks: _, ...told } = await change((list) => addTasks(list, more, today(), listed, settled));
  return told;
}

/** Keeps what a person says of one piece of work. */
export async function sayOf(id: string, said: TaskSaid): Promise<void> {
  await change((list) => ({ tasks: sayOfTask(list, id, said, today()) }));
}

/** Takes work out of the list. */
export async function dropTasks(ids: readonly string[]): Promise<void> {
  await change((list) => ({ tasks: list.filter(({ id }) => !ids.includes(id)) }));
}
