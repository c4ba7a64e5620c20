import { browser } from '../browser.ts';
import { PRESS } from '../messages/guarded.ts';

/**
 * Puts into the pages of a tab, into their own world, what presses a thing for the content script (`PRESS`). Nothing where
 * the browser does not let us in.
 */
export async function putPress(tabId: number): Promise<void> {
  await browser.scripting
    .executeScript({ target: { tabId, allFrames: true }, world: 'MAIN', func: listenToPress, args: [PRESS] })
    .catch(() => undefined);
}

/** Runs in the page: uses nothing from around it. Put in twice, the first one answers. */
function listenToPress(name: string): void {
  addEventListener(
    name,
    (event) => {
      event.stopImmediatePropagation();
      event.preventDefault();
      const [target] = event.composedPath();
      if (target instanceof HTMLElement) target.click();
    },
    true,
  );
}
