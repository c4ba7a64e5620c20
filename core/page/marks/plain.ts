import type { Library } from './mark.ts';

/** Words that class names use everywhere, whoever drew the page. */
export const plain: Library = {
  classes: { avatar: 'avatar', icon: 'iconfont icon material-icons' },
  patterns: {
    label: /^(?!.*(?:radio|checkbox|form-check|custom-control|switch))(?:.*[-_])?label$/i,
    button:
      /^(?!.*(?:group|container|wrap|radio|bar$|box|list|area|content|inner|text|icon|tab-btn))(?:.*[-_])?(?:btn|button)(?:[-_].*)?$/i,
    placeholder: /placeholder|shadowdiv/i,
    header: /(?:^|[-_])label$/,
    value: /^(?:.*[-_])?(?:value|content)$/i,
    signature: /(?<!de|as|con|re)sign(?:ature|img|pic)?(?:$|[-_])|qianming|seal(?:$|[-_])/i,
  },
};
