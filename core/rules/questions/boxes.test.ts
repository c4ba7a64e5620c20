import { expect, it } from 'vitest';
import { documentDay } from '../../document/day.ts';
import { fieldOf } from '../../document/model.ts';
import type { RuleContext } from '../rule.ts';
import { type DocumentSketch, documentFrom, TODAY } from '../testing.ts';
import { findBox, mentionOf, plainLabel, type WantedBox } from './boxes.ts';

const WANTED: WantedBox = { name: '参加人员', words: '参加人 到场人员' };

const contextOf = (sketch: DocumentSketch): RuleContext => {
  const document = documentFrom(sketch);
  return {
    document,
    field: (role) => fieldOf(document, role),
    today: TODAY,
    day: documentDay(document, TODAY),
    unit: undefined,
    standardStatus: () => {
      throw new Error('not asked');
    },
  };
};

/** State, value, places and whether it waits. */
const found = (sketch: DocumentSketch, wanted = WANTED): string => {
  const { state, value, sources, pending } = findBox(contextOf(sketch), wanted);
  const places = sources.map((one) =>
    one.from === 'file' ? one.place.paragraph : one.from === 'page' ? one.label : '',
  );
  return [state, value, places.join(), pending ? 'waits' : ''].join('|');
};

it.each<[string, DocumentSketch, string]>([
  ['a box', { pairs: { '参加人（签字）': '王芳' } }, 'present|王芳|参加人（签字）|'],
  ['the filled one of several', { pairs: { 参加人员: '', 到场人员: '王芳' } }, 'present|王芳|到场人员|'],
  [
    'one that gives no text before an empty one',
    { pairs: { 参加人员: '', 到场人员: { state: 'unreadable' } } },
    'unreadable||到场人员|',
  ],
  ['an empty box', { pairs: { 参加人员: '' } }, 'blank||参加人员|'],
  ['a box with ×××', { pairs: { 参加人员: '×××' } }, 'blank||参加人员|'],
  ['a picture', { pairs: { 参加人员: { value: '', picture: true } } }, 'present||参加人员|'],
  [
    'an empty box, and a part was not read',
    { pairs: { 参加人员: '' }, notes: [{ kind: 'unreadable' }] },
    'unreadable||参加人员|',
  ],
  ['a box that a step fills', { pairs: { 参加人员: { value: '', predicted: true } } }, 'blank||参加人员|waits'],
  [
    'a box of a page that is not finished',
    { from: 'page', stage: 'review', pairs: { 参加人员: '' } },
    'blank||参加人员|waits',
  ],
  ['a box of a page that is finished', { from: 'page', stage: 'issued', pairs: { 参加人员: '' } }, 'blank||参加人员|'],
  ['a box of a file that is not finished', { stage: 'review', pairs: { 参加人员: '' } }, 'blank||参加人员|'],
  ['a line', { text: ['地点：三楼　参加人员：王芳', '参加人员：李明', '到场人员：陈明'] }, 'present|王芳|1|'],
  ['an empty line', { text: ['参加人员：', '参加人员： 李明'] }, 'present|李明|2|'],
  ['no line', { text: ['参加人员', `${'甲'.repeat(31)}：乙`, '：参加人员', '|参加人员：王芳|'] }, 'absent|||'],
  ['out of sight', { pairs: { 参加人员: { value: '王芳', hidden: true } } }, 'unreadable||参加人员|'],
  ['perhaps in a part that was not read', { notes: [{ kind: 'unreadable' }] }, 'unreadable|||'],
])('%s', (_, sketch, expected) => {
  expect(found(sketch)).toBe(expected);
});

it('looks by role first', () => {
  const wanted: WantedBox = { ...WANTED, role: 'contact' };
  expect(found({ fields: { contact: '周文' }, pairs: { 参加人员: '王芳' } }, wanted)).toBe('present|周文|联系人|');
  expect(found({ fields: { contact: { state: 'blank', pending: true } } }, wanted)).toBe('blank||联系人|waits');
  expect(found({ pairs: { 参加人员: '王芳' } }, wanted)).toBe('present|王芳|参加人员|');
});

it('takes lines as long as a label may be', () => {
  const name = '甲'.repeat(30);
  expect(found({ text: [`${name}：乙`] }, { name })).toBe('present|乙|1|');
  expect(found({ text: [`${name}丙：乙`] }, { name: `${name}丙` })).toBe('absent|||');
});

it('tells whether a word stands anywhere', () => {
  const hidden = { value: '甲', hidden: true };
  expect(mentionOf(documentFrom({ text: ['# 参 加人员名单'] }), WANTED)).toBe('shown');
  expect(mentionOf(documentFrom({ pairs: { 到场人员: '' } }), WANTED)).toBe('shown');
  expect(mentionOf(documentFrom({ pairs: { 到场人员: hidden }, text: ['甲'] }), WANTED)).toBe('hidden');
  expect(mentionOf(documentFrom({ pairs: { 参加: '' }, text: ['人员'] }), WANTED)).toBeUndefined();
});

it('takes a label without its brackets', () => {
  expect(plainLabel(' 参加人 （签字）：')).toBe('参加人');
  expect(plainLabel('（盖章）单位(公章)')).toBe('单位');
});
