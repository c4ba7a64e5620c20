import type { Family } from '../../reader.ts';

/** 蓝凌 EKP. In view mode an element of its own (xformflag) holds the words of a box; the body stands in a native control. */
export const landray: Family = {
  id: 'landray',
  name: '蓝凌 EKP 读法',
  signs: [
    { weight: 6, url: /\/km\/(?:review\/km_review_main|imissive\/km_imissive_\w+_main)\//u },
    { weight: 6, mark: 'xformflag' },
    { weight: 4, mark: 'lui_form_content_frame' },
    { weight: 3, mark: 'lui_form_subject' },
    { weight: 3, mark: 'td_normal_title' },
    { weight: 3, mark: 'inputselectsgl' },
  ],
  steps: { 起草节点: 'drafter' },
};
