import type { Library } from './mark.ts';

/** Rich-text editors: their bodies, and the tool bars that are no text of the page. */
export const editors: Library = {
  classes: {
    editor: 'ke-content mce-content-body cke_editable view',
    drop: 'tox-menubar ke-toolbar w-e-toolbar ql-toolbar cke_top',
  },
  patterns: { editor: /^edui-body/, drop: /^(?:edui-.*toolbar|tox-toolbar|w-e-bar|vjs-)/ },
};
