import { ProblemError } from '../../../core/base/problems.ts';
import { browser } from '../../browser.ts';
import { ask } from '../../messages/ask.ts';
import type { AddressMode } from '../../messages/settings.ts';
import type { PanelState } from '../state.ts';

/** `http://host` of a page's address, without the port: the browser grants by host. Undefined for pages that cannot be read. */
export function addressOf(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? `${protocol}//${hostname}` : undefined;
}

/**
 * Sets when pages of this address are read, and looks at the page again. 一直开 asks the browser for its permission and must
 * be called from a click; the others give it back where it is the person's own. A refusal is told as the panel's trouble.
 * @param url of a page with an address (`addressOf`)
 */
export async function setMode(state: PanelState, url: string, mode: AddressMode): Promise<void> {
  const origins = [`${addressOf(url)}/*`];
  await state.attempt(async () => {
    if (mode === 'always') {
      // Before anything is awaited, or the browser no longer sees the click.
      if (!(await browser.permissions.request({ origins }))) throw new ProblemError('permission-refused');
    } else {
      // One that policy or the build grants cannot be given back; the browser says so by refusing.
      await browser.permissions.remove({ origins }).catch(() => false);
    }
    if (mode === 'off') state.hideMarks();
    await ask('setAddressOff', { url, off: mode === 'off' });
    await state.check();
  });
}

/** The host of an address, for a person. */
export function hostOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).host || undefined : undefined;
}
