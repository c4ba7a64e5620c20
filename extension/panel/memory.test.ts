import { beforeEach, expect, it, vi } from 'vitest';
import { fc } from '../../core/base/testing.ts';
import { fake } from '../testing.ts';
import { createMemory, type Memory } from './memory.ts';

vi.mock('../browser.ts', async () => (await import('../testing.ts')).fakeDoor());

let scrolledTo: number[];
const opened = (): Memory => createMemory((top) => scrolledTo.push(top));
const settle = (milliseconds = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

beforeEach(() => {
  fake.reset();
  scrolledTo = [];
});

it('stands as it was left when it is opened again over the same document', async () => {
  const first = opened();
  first.turnTo('a');
  await settle();
  first.chooseTab('standards');
  first.open('checked', true);
  first.open('known', true);
  first.open('known', false);
  first.scrolled(120);
  await settle(300);
  const second = opened();
  second.turnTo('a');
  await settle();
  expect(second.tab.value).toBe('standards');
  expect([second.isOpen('checked'), second.isOpen('known')]).toEqual([true, false]);
  expect(scrolledTo.at(-1)).toBe(120);
});

it('stands at its beginning over another document, and as it was over the first', async () => {
  const memory = opened();
  memory.turnTo('a');
  await settle();
  memory.open('checked', true);
  memory.scrolled(50);
  memory.turnTo(undefined);
  // The page that is left takes the panel to its top: that is nobody's choice.
  memory.scrolled(0);
  memory.turnTo('b');
  await settle();
  expect(memory.isOpen('checked')).toBe(false);
  memory.turnTo('a');
  await settle();
  expect(memory.isOpen('checked')).toBe(true);
  expect(scrolledTo).toEqual([0, 0, 50]);
});

it('keeps as many documents as it may, and nothing of what is no such thing', async () => {
  const memory = opened();
  for (let index = 0; index < 30; index += 1) {
    memory.turnTo(String(index));
    await settle();
  }
  await settle(300);
  const { panel } = (await fake.browser.storage.session.get('panel')) as { panel: { key: string }[] };
  expect(panel.map(({ key }) => key)).toEqual(Array.from({ length: 20 }, (_, index) => String(index + 10)));
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (stored) => {
      await fake.browser.storage.session.set({ panel: stored });
      const next = opened();
      next.turnTo('x');
      await settle();
      expect([next.tab.value, next.isOpen('checked')]).toEqual(['', false]);
    }),
    { numRuns: 50 },
  );
});
