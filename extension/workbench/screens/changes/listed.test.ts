import { expect, it } from 'vitest';
import type { Task } from '../../../../core/unit/tasks.ts';
import { firstOf, groupsOf, viewsOf, withWords } from './listed.ts';

const task = (id: string, about: string, more: Partial<Task> = {}): Task => ({
  ...{ id, about, from: 'services', source: '清单.xlsx', madeOn: '2026-11-28', place: 'service', name: '临时救助' },
  ...{ topic: '', before: '', after: '', message: '', who: '', dueOn: '', note: '', ended: null },
  ...more,
});
const TASKS = [
  task('a', '甲', { dueOn: '2026-11-28' }),
  task('b', '乙', { dueOn: '2026-11-29', who: '王芳' }),
  task('c', '甲', { dueOn: '2026-11-01', ended: { how: 'done', on: '2026-11-02' } }),
];
const ids = (tasks: readonly Task[]): string => tasks.map(({ id }) => id).join('');

it('lists what is open, what is due today or before, and all', () => {
  const { open, due, all } = viewsOf(TASKS, '2026-11-28');
  expect([ids(open), ids(due), ids(all)]).toEqual(['ab', 'a', 'abc']);
  expect(ids(withWords(TASKS, '王 芳'))).toBe('b');
});

it('groups by what changed, the latest first, and shows no more than some', () => {
  const groups = groupsOf(TASKS);
  expect(groups.map(({ about, tasks }) => about + ids(tasks))).toEqual(['乙b', '甲ac']);
  expect(firstOf(groups, 2).map(({ about, tasks }) => about + ids(tasks))).toEqual(['乙b', '甲a']);
  expect(firstOf(groups, 1)).toHaveLength(1);
});
