import { browser } from '../browser.ts';
import { attend } from '../page/attend.ts';
import { render } from '../ui/preact.ts';
import '../ui/system.css';
import { applyLargeType } from '../ui/large.ts';
import { Demo } from './Demo.tsx';

/**
 * A page of ours that is read like a page of an OA. The browser puts no content script into pages of the extension; messages
 * to a tab reach them all the same. So this one answers them itself, with the very script that is put into the others.
 */
export function startDemo(window: Window): void {
  const { document } = window;
  void applyLargeType(document.documentElement);
  const root = document.getElementById('root');
  if (root) render(<Demo window={window} />, root);
  attend(new AbortController().signal, () => browser.runtime?.id !== undefined);
}
