import type { Library } from './mark.ts';

/** Landray EKP. */
export const landray: Library = {
  classes: { header: 'td_normal_title' },
  signs: 'xformflag lui_form_content_frame lui_form_subject td_normal_title inputselectsgl',
};
