import type { Library } from './mark.ts';

/** Seeyon, forms of the old kind and of CAP4. */
export const seeyon: Library = {
  classes: { required: 'is-must' },
  signs: 'xdFormLayout xdLayout cap4-formmain cap-field',
};
