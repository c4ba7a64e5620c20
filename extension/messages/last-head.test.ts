import { beforeEach, expect, it, vi } from 'vitest';
import { fake } from '../testing.ts';
import { forgetLost, notedHeads, noteHead } from './last-head.ts';

vi.mock('../browser.ts', async () => (await import('../testing.ts')).fakeDoor());
beforeEach(() => fake.reset());

const head = (sequence: number, letter = 'a') => ({ sequence, hash: letter.repeat(64) });

it('notes where the chain ended, and nothing is lost while it grows', async () => {
  expect(await notedHeads()).toEqual({});
  await noteHead(head(1));
  await noteHead(head(2));
  expect(await notedHeads()).toEqual({ last: { ...head(2), at: expect.any(String) } });
});

it('keeps what was lost when a chain begins anew, until somebody took note', async () => {
  await noteHead(head(9));
  await noteHead(head(1, 'b'));
  await noteHead(head(2, 'b'));
  expect(await notedHeads()).toMatchObject({ last: head(2, 'b'), lost: head(9) });
  await noteHead(head(1, 'c'));
  // The first loss is the one that is told.
  expect((await notedHeads()).lost).toMatchObject(head(9));
  await forgetLost(head(1, 'c'));
  expect(await notedHeads()).toMatchObject({ last: head(1, 'c') });
  expect((await notedHeads()).lost).toBeUndefined();
});

it('takes the same head told twice for no loss, and forgets all where there is nothing', async () => {
  await noteHead(head(3));
  await noteHead(head(3));
  expect((await notedHeads()).lost).toBeUndefined();
  await forgetLost(undefined);
  expect(await notedHeads()).toEqual({});
});
