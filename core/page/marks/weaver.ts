import type { Library } from './mark.ts';

/** Weaver e-cology, 8 and 9: forms drawn as tables whose cells tell labels and values by their class. */
export const weaver: Library = {
  classes: {
    avatar: 'wea-avatar',
    field: 'wea-form-item',
    header: 'etype_2 td_etype_2',
    timeline: 'wf-req-sign-list',
    item: 'wf-req-sign-list-content',
  },
  patterns: { icon: /^icon-coms?/i },
  signs: 'excelOuterTable td_edesign wea-new-top-req-wapper wf-req-form-scroll wf-req-sign-list',
};
