import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { GUARDED } from '../../messages/guarded.ts';

/** Registered beside the content script for addresses where submitting is guarded. */
export default defineUnlistedScript(() => {
  Object.assign(globalThis, { [GUARDED]: true });
});
