import { defineContentScript } from 'wxt/utils/define-content-script';
import { attend } from '../../page/attend.ts';

/** Put into a page by the toolbar button, or by registration for an address that was allowed (在这个地址常开). */
export default defineContentScript({
  // No `matches`: for a script registered at run time WXT would turn them into host permissions asked for at install.
  registration: 'runtime',
  // Nothing is posted to the page's own scripts.
  noScriptStartedPostMessage: true,
  main: (context) => attend(context.signal, () => context.isValid),
});
