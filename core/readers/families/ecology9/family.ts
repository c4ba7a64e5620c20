import type { Family } from '../../reader.ts';
import { withSilentTwins } from '../twins.ts';

/** 泛微 e-cology 9: a single-page application; the true value of a box is hidden beside its words, as in e-cology 8. */
export const ecology9: Family = {
  id: 'ecology9',
  name: '泛微 e-cology 9 读法',
  signs: [
    { weight: 6, url: /\/spa\/workflow\/(?:static4form\/index\.html|index_form\.jsp)/u },
    { weight: 6, mark: 'wea-new-top-req-wapper' },
    { weight: 6, mark: 'wf-req-form-scroll' },
    { weight: 4, mark: 'wf-req-sign-list' },
  ],
  steps: { 创建: 'drafter' },
  submits: ['强制归档'],
  prepare: withSilentTwins,
};
