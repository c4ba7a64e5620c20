import type { DocumentSketch, FieldSketch } from '../testing.ts';
import { describeRule } from '../testing.ts';
import { requestForm } from './request-form.ts';

const TITLE = '# 关于购置便民服务中心办公设备的请示';
const request = (
  mainRecipients: FieldSketch,
  closing = '妥否，请批示。',
  more: DocumentSketch = {},
): DocumentSketch => ({
  kindWord: '请示',
  fields: { mainRecipients },
  text: [
    TITLE,
    '县人民政府：',
    '我镇便民服务中心窗口设备老旧，拟购置电脑6台、打印机2台，所需经费4.2万元。',
    closing,
    '青石镇人民政府',
    '2026年3月2日',
  ],
  ...more,
});
const asking = (closing: string) => ({
  name: closing,
  document: request(['县人民政府'], closing),
  reasons: ['passed'],
});
const HEAD = ['青石镇人民政府文件', '青政〔2026〕18号'];
const headed = (...head: string[]): DocumentSketch =>
  request(['县人民政府'], undefined, {
    text: [...head, TITLE, '县人民政府：', '拟购置电脑6台。妥否，请批示。', '青石镇人民政府', '2026年3月2日'],
  });

describeRule(requestForm, [
  { name: 'right', document: request(['县人民政府']), reasons: ['passed'] },
  asking('当否，请批示。'),
  asking('可否，请批复。'),
  asking('以上请示，请予审批。'),
  asking('以上请示如无不妥，请批转各地执行。'),
  asking('特此请示，请审定。'),
  asking('恳请县政府给予支持为盼。'),
  asking('以上意见是否妥当，请指示。'),
  asking('请研究函告。'),
  { name: 'nothing is asked', document: request(['县人民政府'], '特此请示。'), reasons: ['no-closing'] },
  {
    name: 'asked in a quotation only',
    document: request(['县人民政府'], '县局《关于请批示的规定》已印发。'),
    reasons: ['no-closing'],
  },
  { name: 'people who get it', document: request(['石大川', '何长青']), reasons: ['passed'] },
  { name: 'bodies by their short names', document: request(['县委', '市局', '省厅']), reasons: ['several-recipients'] },
  { name: 'two', document: request(['县人民政府', '县财政局']), reasons: ['several-recipients'] },
  { name: 'three', document: request(['县人民政府', '县财政局', '县审计局']), reasons: ['several-recipients'] },
  { name: 'government and committee', document: request(['县人民政府', '县委']), reasons: ['several-recipients'] },
  { name: 'committee and bureau', document: request(['县委', '县财政局']), reasons: ['several-recipients'] },
  {
    name: 'committee, government and bureau',
    document: request(['县委', '县人民政府', '县财政局']),
    reasons: ['several-recipients'],
  },
  { name: 'a letterhead and no number', document: headed('青石镇人民政府文件'), reasons: ['passed'] },
  { name: 'committee and government', document: request(['县委', '县人民政府']), reasons: ['two-heads'] },
  {
    name: 'others in the list of copies',
    document: request(['县人民政府'], undefined, {
      fields: { mainRecipients: ['县人民政府'], copyRecipients: ['县财政局', '县审计局'] },
    }),
    reasons: ['passed'],
  },
  {
    name: 'a box that was guessed',
    document: request({ state: 'present', value: ['甲', '乙'], confidence: 'guessed' }),
    reasons: ['passed'],
  },
  { name: 'nobody signs in the head', document: headed(...HEAD), reasons: ['no-signer'] },
  {
    name: 'the signer beside the number',
    document: headed('青石镇人民政府文件', '青政〔2026〕18号　签发人：周志强'),
    reasons: ['passed'],
  },
  { name: 'the signer on a line of its own', document: headed(...HEAD, '签发人：周志强'), reasons: ['passed'] },
  { name: 'no letterhead: the head is printed', document: headed('青政〔2026〕18号'), reasons: ['passed'] },
  {
    name: 'the signer in a box',
    document: { ...headed(...HEAD), fields: { mainRecipients: ['县人民政府'], approver: ['周志强'] } },
    reasons: ['passed'],
  },
  {
    name: 'an empty box is for another rule',
    document: { ...headed(...HEAD), fields: { mainRecipients: ['县人民政府'], approver: '' } },
    reasons: ['passed'],
  },
  { name: 'on a page the form has the signer', document: { ...headed(...HEAD), from: 'page' }, reasons: ['passed'] },
  { name: 'a form without text', document: request(['县人民政府'], undefined, { text: [] }), reasons: ['passed'] },
  { name: 'gives no text', document: request({ state: 'unreadable' }, '特此请示。'), reasons: ['unreadable'] },
  {
    name: 'a part was not read',
    document: request(['甲', '乙'], '特此请示。', { notes: [{ kind: 'unreadable' }] }),
    reasons: ['several-recipients', 'unreadable'],
  },
  { name: 'a notice', document: request(['甲', '乙'], '特此通知。', { kindWord: '通知' }), reasons: ['none'] },
  {
    name: 'a document from elsewhere',
    document: request(['甲', '乙'], undefined, { fields: { mainRecipients: ['甲', '乙'], receiptNumber: '2026-15' } }),
    reasons: ['incoming'],
  },
]);
