import { browser } from '../browser.ts';
import { isObject } from './message.ts';

/*
 * Where the chain ended, noted beside the database and not in it: when the database is gone or set back (the browser's data
 * cleared, a damaged disk), this tells so. A new chain would else begin in silence.
 */

/** Where the chain ended, and when that was noted (ISO date-time UTC). */
export interface NotedHead {
  sequence: number;
  hash: string;
  at: string;
}

/** Keys in the browser's own storage: the newest head, and one that was there and is not any more. */
const [LAST, LOST] = ['ledgerHead', 'ledgerLost'];

const read = (value: unknown): NotedHead | undefined =>
  isObject(value) &&
  Number.isSafeInteger(value.sequence) &&
  typeof value.hash === 'string' &&
  typeof value.at === 'string'
    ? { sequence: value.sequence as number, hash: value.hash, at: value.at }
    : undefined;

/** What was noted; a head that was lost once stays until somebody took note of it. */
export async function notedHeads(): Promise<{ last?: NotedHead; lost?: NotedHead }> {
  const stored = await browser.storage.local.get([LAST, LOST]);
  const [last, lost] = [read(stored[LAST]), read(stored[LOST])];
  return { ...(last && { last }), ...(lost && { lost }) };
}

/** Notes a new head. One that does not lead on from the noted one means that those before are gone. */
export async function noteHead(head: { sequence: number; hash: string }): Promise<void> {
  const { last, lost } = await notedHeads();
  const goneBack = last !== undefined && head.sequence <= last.sequence && head.hash !== last.hash;
  const noted: NotedHead = { sequence: head.sequence, hash: head.hash, at: new Date().toISOString() };
  await browser.storage.local.set({ [LAST]: noted, ...(goneBack && lost === undefined ? { [LOST]: last } : {}) });
}

/** Somebody took note of what was lost, or it is there again. `head` is where the chain ends now. */
export async function forgetLost(head: { sequence: number; hash: string } | undefined): Promise<void> {
  await browser.storage.local.remove(LOST);
  if (head === undefined || head.sequence === 0) await browser.storage.local.remove(LAST);
  else await noteHead(head);
}
