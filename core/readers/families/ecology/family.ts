import type { Family } from '../../reader.ts';
import { withSilentTwins } from '../twins.ts';

/**
 * 泛微 e-cology 8. A box that nobody can write in is drawn as `<span id=field5span>` with the words and a hidden
 * `<input id=field5>` with the number by which the server knows them.
 */
export const ecology: Family = {
  id: 'ecology',
  name: '泛微 e-cology 8 读法',
  signs: [
    { weight: 6, url: /\/workflow\/request\/(?:View|Add|Manage)Request\w*\.jsp/u },
    { weight: 5, mark: 'excelOuterTable' },
    { weight: 5, mark: 'td_edesign' },
    { weight: 3, control: 'requestid' },
    { weight: 4, control: 'requestname' },
    { weight: 4, control: 'nodetype' },
  ],
  steps: { 创建: 'drafter' },
  submits: ['强制归档'],
  prepare: withSilentTwins,
};
