import { describe, expect, it } from 'vitest';
import { fc } from '../base/testing.ts';
import { addTasks, MOST_TASKS, sayOfTask } from './task-list.ts';
import { subjectOf, type Task } from './tasks.ts';

const DAY = '2026-11-28';

/** A change of one thing from one value to another, at one place. */
const task = (topic: string, before: string, after: string, more: Partial<Task> = {}): Task => ({
  id: Buffer.from(`${topic}.${before}.${after}.${more.name ?? ''}`.padEnd(16, '.'))
    .toString('hex')
    .slice(0, 16),
  ...{ from: 'services', source: '清单.xlsx', madeOn: DAY, place: 'service', name: '临时救助' },
  ...{ topic, before, after, about: '', message: '', who: '', dueOn: '', note: '', ended: null },
  ...more,
});
const ended = (list: readonly Task[]) => list.map((one) => [one.topic + one.before + one.after, one.ended?.how ?? '']);
const done = { who: '王芳', dueOn: '', note: '', how: 'done' } as const;

describe('work is put into a list', () => {
  it('once, and what was said of it stays', () => {
    const first = addTasks([], [task('a', '1', '2'), task('b', '1', '2')], DAY);
    expect(first).toMatchObject({ added: 2, over: 0, left: 0 });
    const said = sayOfTask(first.tasks, first.tasks[0]?.id ?? '', done, DAY);
    expect(said[0]).toMatchObject({ who: '王芳', ended: { how: 'done', on: DAY } });
    expect(sayOfTask(said, said[0]?.id ?? '', done, '2026-12-01')).toEqual(said);
    expect(sayOfTask(said, said[0]?.id ?? '', { how: null }, DAY)[0]).toMatchObject({ who: '王芳', ended: null });
    expect(sayOfTask(said, said[0]?.id ?? '', { dueOn: DAY }, DAY)[0]).toEqual({ ...said[0], dueOn: DAY });
    expect(addTasks(said, [task('a', '1', '2')], DAY)).toEqual({ tasks: said, added: 0, over: 0, left: 0 });
  });

  it('is over when its change is taken back before anything was done, and nothing comes of that', () => {
    const { tasks } = addTasks([], [task('a', '1', '2')], DAY);
    const back = addTasks(tasks, [task('a', '2', '1')], DAY);
    expect(back).toMatchObject({ added: 0, over: 1 });
    expect(ended(back.tasks)).toEqual([['a12', 'over']]);
    // And it is work again when the change comes again.
    expect(ended(addTasks(back.tasks, [task('a', '1', '2')], DAY).tasks)).toEqual([['a12', '']]);
  });

  it('is over where nothing has to be done any more, and what was done stays so', () => {
    const { tasks } = addTasks([], [task('a', '1', '2'), task('b', '1', '2'), task('c', '1', '2')], DAY);
    const said = sayOfTask(tasks, tasks[1]?.id ?? '', done, DAY);
    const settled = ['a', 'b', 'x'].map((topic) => subjectOf(task(topic, '', '')));
    const calm = addTasks(said, [], DAY, [], settled);
    expect(calm).toMatchObject({ added: 0, over: 1 });
    expect(ended(calm.tasks)).toEqual([
      ['a12', 'over'],
      ['b12', 'done'],
      ['c12', ''],
    ]);
  });

  it('stays done when its change is taken back: that is work of its own', () => {
    const { tasks } = addTasks([], [task('a', '1', '2')], DAY);
    const back = addTasks(sayOfTask(tasks, tasks[0]?.id ?? '', done, DAY), [task('a', '2', '1')], DAY).tasks;
    expect(ended(back)).toEqual([
      ['a12', 'done'],
      ['a21', ''],
    ]);
    const both = back.map((one): Task => ({ ...one, ended: { how: 'done', on: DAY } }));
    expect(ended(addTasks(both, [task('a', '1', '2')], DAY).tasks)).toEqual([
      ['a21', 'done'],
      ['a12', ''],
    ]);
  });

  it('gives way to the next change of the same thing', () => {
    const { tasks } = addTasks([], [task('a', '1', '2'), task('a', '1', '2', { name: '另一处' })], DAY);
    const next = addTasks(tasks, [task('a', '2', '3')], DAY);
    expect(ended(next.tasks)).toEqual([
      ['a12', 'over'],
      ['a12', ''],
      ['a23', ''],
    ]);
  });

  it('of something gone is over when a list has it again', () => {
    const { tasks } = addTasks([], [task('a', '1', ''), task('b', '1', ''), task('c', '', '1')], DAY);
    expect(ended(addTasks(tasks, [], DAY, ['a', 'c']).tasks)).toEqual([
      ['a1', 'over'],
      ['b1', ''],
      ['c1', ''],
    ]);
  });

  it('has an end, and what is beyond it is told', () => {
    const many = Array.from({ length: MOST_TASKS + 3 }, (_, at) =>
      task(`t${at}`, '1', '2', { id: at.toString(16).padStart(16, '0') }),
    );
    const { tasks, added, left } = addTasks([], many, DAY);
    expect([tasks.length, added, left]).toEqual([MOST_TASKS, MOST_TASKS, 3]);
  });

  it('adding twice is adding once, and no work is lost or told twice', () => {
    const value = fc.constantFrom('1', '2', '3');
    const made = fc
      .tuple(fc.constantFrom('a', 'b'), value, value)
      .map(([topic, before, after]) => task(topic, before, after));
    const batches = fc.array(fc.array(made, { maxLength: 5 }), { maxLength: 6 });
    const ends = fc.array(fc.nat({ max: 5 }), { maxLength: 4 });
    fc.assert(
      fc.property(batches, ends, (all, finished) => {
        let list: Task[] = [];
        for (const batch of all) {
          list = addTasks(list, batch, DAY).tasks;
          for (const at of finished)
            list = sayOfTask(list, list[at]?.ended === null ? (list[at]?.id ?? '') : '', done, DAY);
          const once = addTasks(list, batch, DAY).tasks;
          expect(addTasks(once, batch, DAY)).toEqual({ tasks: once, added: 0, over: 0, left: 0 });
          expect(new Set(once.map(({ id }) => id)).size).toBe(once.length);
          const ids = new Set(once.map(({ id }) => id));
          expect(list.every(({ id }) => ids.has(id))).toBe(true);
          list = once;
        }
      }),
    );
  });
});
