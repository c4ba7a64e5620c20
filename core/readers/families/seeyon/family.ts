import type { Family } from '../../reader.ts';

/** 致远 with a form of the old kind, in a frame of its own; opinions and buttons stand outside of it. */
export const seeyon: Family = {
  id: 'seeyon',
  name: '致远读法',
  signs: [
    { weight: 6, frame: /zwIframe/u, mark: 'xdLayout' },
    { weight: 4, frame: /componentDiv/u, mark: 'xdLayout' },
    { weight: 4, mark: 'xdFormLayout' },
    { weight: 3, url: /\/seeyon\/(?:main|collaboration\/collaboration|govdoc\/govdoc|edocController)\.do/u },
  ],
  steps: { 拟文: 'drafter' },
};
