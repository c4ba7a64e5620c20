import { beforeEach, expect, it, vi } from 'vitest';
import { fake } from '../testing.ts';
import { followFront } from './front.ts';

vi.mock('../browser.ts', async () => (await import('../testing.ts')).fakeDoor());

/** Windows by id: the person's, one that the OA opened, the narrow window of the panel itself, another normal one. */
const WINDOWS: Readonly<Record<number, object>> = {
  1: { id: 1, type: 'normal' },
  2: { id: 2, type: 'popup', tabs: [{ url: 'http://oa.example/form' }] },
  3: { id: 3, type: 'popup', tabs: [{ pendingUrl: 'chrome-extension://duibiao/sidepanel.html?window' }] },
  4: { id: 4, type: 'normal' },
};
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const focus = async (id: number): Promise<void> => {
  fake.browser.windows.onFocusChanged.happen(id);
  await settle();
};

beforeEach(() => {
  fake.reset();
  Object.assign(fake.browser.windows, {
    get: async (id: number) => WINDOWS[id] ?? Promise.reject(new Error('No window')),
  });
});

it('looks at its own window, and at one that the OA opened until a normal one is in front again', async () => {
  const moved = vi.fn();
  const front = followFront(false, moved);
  expect(await front()).toEqual({ currentWindow: true });
  await focus(2);
  expect(await front()).toEqual({ windowId: 2 });
  // No window at all, and the panel's own: what was in front still counts.
  await focus(-1);
  await focus(3);
  expect(await front()).toEqual({ windowId: 2 });
  await focus(4);
  expect(await front()).toEqual({ currentWindow: true });
  expect(moved).toHaveBeenCalledTimes(4);
});

it('sees a window when it is made, and leaves one that is closed', async () => {
  const front = followFront(true, () => {});
  expect(await front()).toEqual({ windowId: 1 });
  fake.browser.windows.onCreated.happen({ id: 3, type: 'popup' });
  fake.browser.windows.onCreated.happen({ id: 4, type: 'normal' });
  await settle();
  expect(await front()).toEqual({ windowId: 1 });
  fake.browser.windows.onCreated.happen({ id: 2, type: 'popup' });
  await settle();
  expect(await front()).toEqual({ windowId: 2 });
  fake.browser.windows.onRemoved.happen(2);
  expect(await front()).toEqual({ windowId: 1 });
});
