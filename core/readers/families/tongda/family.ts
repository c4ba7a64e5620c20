import type { Family } from '../../reader.ts';

/** 通达OA. The office draws its forms itself, so that labels say nothing of the family: its frames and addresses do. */
export const tongda: Family = {
  id: 'tongda',
  name: '通达OA 读法',
  signs: [
    { weight: 10, frame: /^(?:.* )?#?work_form_data$/u },
    { weight: 10, url: /\/general\/(?:workflow|approve_center)\/list\/(?:input_form|print)\//u },
    { weight: 4, frame: /tabs_w\d+_iframe$/u },
  ],
  submits: ['转交下一步'],
};
