import type { Library } from './mark.ts';

/** Classes that several OA suites use, each drawing its forms itself. */
export const officeSuites: Library = {
  classes: {
    avatar: 'user-avatar',
    required: 'required',
    search: 'search-form search-box query-form',
    loading: 'loading-mask nprogress-busy',
  },
  patterns: { navigation: /^(?:tagsView|tags-view)/ },
};
