import { defineContentScript } from 'wxt/utils/define-content-script';
import { teach } from '../../page/teach/teach.ts';

/** Put into a page when a person begins to teach a form (教我认这个表单). */
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: (context) => teach(context.signal),
});
