import type { Library } from './mark.ts';

/** Bootstrap and what is built on it. */
export const bootstrap: Library = {
  classes: {
    icon: 'glyphicon fa fas far',
    field: 'form-group control-group',
    drawnSelect: 'bootstrap-select',
    dialog: 'modal-dialog',
    tab: 'tab-pane accordion-collapse',
    navigation: 'nav-tabs breadcrumb pagination navbar sidebar',
    drop: 'invalid-feedback help-block',
  },
  chosen: '.dropdown-toggle:not(.bs-placeholder) .filter-option',
  dialogTitle: '.modal-title',
};
