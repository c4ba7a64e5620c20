import type { Library } from './mark.ts';

/** Bootstrap and what is built on it. */
export const bootstrap: Library = {
  classes: {
    icon: 'glyphicon fa fas far',
    field: 'form-group',
    dialog: 'modal-dialog',
    tab: 'tab-pane',
    navigation: 'nav-tabs breadcrumb pagination navbar sidebar',
    drop: 'invalid-feedback',
  },
  dialogTitle: '.modal-title',
};
