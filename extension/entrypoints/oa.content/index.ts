import { defineContentScript } from 'wxt/utils/define-content-script';
import { attend } from '../../page/attend.ts';

/** Put into a page by the toolbar button, or by registration for an address that was allowed (在这个地址常开). */
export default defineContentScript({
  matches: ['http://*/*', 'https://*/*'],
  registration: 'runtime',
  main: (context) => attend(context.signal),
});
