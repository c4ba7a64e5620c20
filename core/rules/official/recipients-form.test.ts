import type { DocumentSketch, FieldSketch } from '../testing.ts';
import { describeRule } from '../testing.ts';
import { recipientsForm } from './recipients-form.ts';

const TITLE = '# 关于开展标准化培训的通知';
const LEAD = '为提高窗口服务水平，现将标准化培训有关事项通知如下：';
const END = ['一、培训时间。', '3月10日上午。', '青石镇人民政府', '2026年3月2日'];
const notice = (...top: string[]): DocumentSketch => ({
  fields: { docNumber: '青政〔2026〕12号' },
  text: [TITLE, ...top, LEAD, '请各单位准时参加。', ...END],
});
const withBox = (mainRecipients: FieldSketch, more: DocumentSketch = {}): DocumentSketch => ({
  ...notice(),
  ...more,
  fields: { docNumber: '青政〔2026〕12号', mainRecipients },
});
const letter = (name: string, kindWord: string, more: DocumentSketch = {}): DocumentSketch => ({
  kindWord,
  text: [
    `# 关于购置设备的${kindWord}`,
    name,
    '为改善办事环境，我镇拟购置电脑6台。',
    '妥否，请批示。',
    '青石镇人民政府',
    '2026年3月2日',
  ],
  ...more,
});

describeRule(recipientsForm, [
  { name: 'right', document: notice('各村（社区），镇直各单位：'), reasons: ['passed'] },
  {
    name: 'two lines',
    document: notice('各乡镇人民政府，县开发区管委会，', '县政府各部门、各直属单位：'),
    reasons: ['passed'],
  },
  { name: 'under a remark in brackets', document: notice('（2026年3月2日）', '各村：'), reasons: ['passed'] },
  { name: 'a half-width colon', document: notice('各村（社区），镇直各单位:'), reasons: ['half-colon'] },
  {
    name: 'no colon',
    document: {
      ...notice('各村（社区），镇直各单位'),
      text: [TITLE, '各村（社区），镇直各单位', '为提高水平，请各单位准时参加培训。', ...END],
    },
    reasons: ['no-colon'],
  },
  {
    name: 'a comma',
    document: { ...notice(), text: [TITLE, '各村（社区），', '为提高水平，请各单位准时参加培训。', ...END] },
    reasons: ['no-colon'],
  },
  { name: 'nobody in a formal notice', document: notice(), reasons: ['missing'] },
  { name: 'nobody in a notice without a number', document: { ...notice(), fields: {} }, reasons: ['none'] },
  {
    name: 'the text of a part begins at once',
    document: { ...notice(), text: [TITLE, '一、培训时间。', '3月10日上午。'] },
    reasons: ['none'],
  },
  {
    name: 'an empty box of an archived one',
    document: withBox('', { stage: 'archived', text: [] }),
    reasons: ['blank'],
  },
  {
    name: 'a box of an issued one that was guessed',
    document: withBox({ state: 'blank', confidence: 'guessed' }, { stage: 'issued', text: [] }),
    reasons: ['none'],
  },
  {
    name: 'a body above what is no sentence of its own',
    document: { kindWord: '请示', text: ['# 关于购置设备的请示', '县人民政府', '电脑6台，请批示。', '妥否，请批示。'] },
    reasons: ['none'],
  },
  {
    name: 'a list of bodies above a heading',
    document: { ...notice(), text: [TITLE, '各村（社区）', '一、时间', '3月10日上午。'] },
    reasons: ['none'],
  },
  {
    name: 'a text without a title says nothing of whom it speaks to',
    document: { ...notice(), text: ['各村（社区）', '为提高水平，请各单位准时参加培训。'] },
    reasons: ['none'],
  },
  {
    name: 'a number that is none of a document',
    document: { ...notice(), fields: { docNumber: 'LC20260302' } },
    reasons: ['none'],
  },
  {
    name: 'a number that is still to be given',
    document: { ...notice(), fields: { docNumber: { state: 'blank', written: '青政〔2026〕12号' } } },
    reasons: ['none'],
  },
  { name: 'a request', document: letter('县人民政府：', '请示'), reasons: ['passed'] },
  { name: 'a request without colon', document: letter('县人民政府', '请示'), reasons: ['no-colon'] },
  { name: 'who signs stands under the title', document: letter('青石镇人民政府', '函'), reasons: ['none'] },
  {
    name: 'a request to nobody',
    document: {
      kindWord: '请示',
      text: ['# 关于购置设备的请示', '为改善办事环境，我镇拟购置电脑6台。', '妥否，请批示。'],
    },
    reasons: ['missing'],
  },
  {
    name: 'a public notice speaks to all',
    document: {
      kindWord: '公告',
      fields: { docNumber: '青政〔2026〕12号' },
      text: ['# 关于调整办公时间的公告', '为方便群众，现公告如下。', '青石镇人民政府', '2026年3月2日'],
    },
    reasons: ['none'],
  },
  { name: 'in the box of the form', document: withBox(['各村']), reasons: ['passed'] },
  {
    name: 'an empty box of a draft',
    document: withBox('', { stage: 'drafting', text: [] }),
    reasons: ['waits'],
    told: [['主送机关还没有填，印发前请填上。', 'mainRecipients', '主送机关', '']],
  },
  { name: 'an empty box of an issued one', document: withBox('', { stage: 'issued', text: [] }), reasons: ['blank'] },
  { name: 'an empty box, and nobody knows how far it is', document: withBox('', { text: [] }), reasons: ['none'] },
  { name: 'a form without text', document: { fields: { docNumber: '青政〔2026〕12号' } }, reasons: ['none'] },
  { name: 'gives no text', document: withBox({ state: 'unreadable' }), reasons: ['unread'] },
  { name: 'a part was not read', document: { ...notice(), notes: [{ kind: 'unreadable' }] }, reasons: ['unread'] },
  {
    name: 'a document from elsewhere',
    document: { ...notice('各村:'), fields: { receiptNumber: '2026-15' } },
    reasons: ['incoming'],
  },
]);
