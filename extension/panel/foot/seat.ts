import { browser } from '../../browser.ts';
import { ask } from '../../messages/ask.ts';

/** Kept as long as the browser runs: the person did not want to name the seat now. */
const LATER = 'seatLater';

/** Whether the seat's name is to be asked for before something is kept. */
export async function isSeatAsked(): Promise<boolean> {
  const { seatNamed } = await ask('settings', {});
  return !seatNamed && (await browser.storage.session.get(LATER))[LATER] !== true;
}

/** The person will not be asked again in this session. */
export const leaveSeat = (): Promise<void> => browser.storage.session.set({ [LATER]: true });
