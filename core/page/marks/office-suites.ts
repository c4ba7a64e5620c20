import type { Library } from './mark.ts';

/** Classes of OA suites that draw their forms themselves: Weaver, Landray and the like. */
export const officeSuites: Library = {
  classes: {
    avatar: 'wea-avatar user-avatar',
    field: 'wea-form-item',
    required: 'is-must required',
    header: 'td_normal_title etype_2 td_etype_2',
    search: 'search-form search-box query-form',
    loading: 'loading-mask nprogress-busy',
  },
  patterns: { icon: /^icon-coms?/i, navigation: /^(?:tagsView|tags-view)/ },
};
