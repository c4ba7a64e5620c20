import type { Family } from '../../reader.ts';

/** 致远 with a form of CAP4: an application in a frame of its own, which draws itself late. */
export const cap4: Family = {
  id: 'cap4',
  name: '致远 CAP4 读法',
  signs: [
    { weight: 6, mark: 'cap4-formmain' },
    { weight: 4, mark: 'cap-field' },
    { weight: 4, frame: /zwIframe/u, mark: 'cap-field' },
    { weight: 4, url: /\/(?:cap4\/|form\/dist\/index\.html)/u, mark: 'cap-field' },
  ],
  steps: { 拟文: 'drafter' },
};
