import { beforeEach, expect, it, vi } from 'vitest';
import type { Task } from '../../core/unit/tasks.ts';
import { browser } from '../browser.ts';
import { fake } from '../testing.ts';
import { allTasks, dropTasks, sayOf, takeTasks } from './tasks.ts';

vi.mock('../browser.ts', async () => (await import('../testing.ts')).fakeDoor());
beforeEach(() => fake.reset());

const task = (letter: string): Task => ({
  ...{ id: letter.repeat(16), from: 'services', source: '清单.xlsx', madeOn: '2026-11-28' },
  ...{ place: 'service', name: '临时救助', topic: letter, before: '1', after: '2', about: '', message: '' },
  ...{ who: '', dueOn: '', note: '', ended: null },
});
const ids = async (): Promise<string> => (await allTasks()).map(({ id }) => id[0]).join('');

it('keeps work, what is said of it, and loses none of two changes at once', async () => {
  const [first] = await Promise.all([takeTasks([task('a'), task('b')], []), takeTasks([task('c'), task('a')], [])]);
  expect(first).toEqual({ added: 2, over: 0, left: 0 });
  const said = { who: '王芳', dueOn: '2026-12-31', note: '' };
  await Promise.all([
    sayOf('a'.repeat(16), { ...said, how: null }),
    sayOf('b'.repeat(16), { ...said, how: 'done' }),
    dropTasks(['c'.repeat(16)]),
  ]);
  expect(await ids()).toBe('ab');
  expect(await allTasks()).toMatchObject([
    { who: '王芳', dueOn: '2026-12-31', ended: null },
    { ended: { how: 'done' } },
  ]);
});

it('leaves out what cannot be read', async () => {
  await browser.storage.local.set({ tasks: [{ id: 1 }, task('a'), { ...task('b'), dueOn: '2026-02-30' }] });
  expect(await ids()).toBe('a');
  await browser.storage.local.set({ tasks: 'x' });
  expect(await ids()).toBe('');
});
