import { type DocumentSketch, describeRule } from '../testing.ts';
import { feeStated } from './fee-stated.ts';

const guide = (pairs: DocumentSketch['pairs'], more: DocumentSketch = {}): DocumentSketch => ({
  kind: 'guide',
  title: '办事指南',
  pairs: { 事项名称: '临时救助申请', ...pairs },
  ...more,
});

describeRule(feeStated, [
  ...['否', '不收费', '免费', '无', '0元', '不收取任何费用', '免费办理。', '□是 ☑否', '不收费，邮寄费用自理'].map(
    (value) => ({ name: `no fee: ${value}`, document: guide({ 是否收费: value }), reasons: ['passed'] }),
  ),
  {
    name: 'a fee with its amount and its basis',
    document: guide({ 是否收费: '是', 收费标准: '10元/本', 收费依据: '《价格目录》（发改价格〔2019〕1号）' }),
    reasons: ['passed'],
  },
  {
    name: 'amount and basis in one box',
    document: guide({ 是否收费: '是', 收费依据及标准: '20元/证，依据省物价局文件' }),
    reasons: ['passed'],
  },
  {
    name: 'an amount alone',
    document: guide({ 收费标准: '10元/证' }),
    reasons: ['passed'],
  },
  {
    name: 'free, and an amount all the same',
    document: guide({ 是否收费: '否', 收费标准: '20元/证' }),
    reasons: ['amount-though-free'],
  },
  {
    name: 'free, and an amount of nothing',
    document: guide({ 是否收费: '否', 收费标准: '0元' }),
    reasons: ['passed'],
  },
  {
    name: 'free the first time',
    document: guide({ 是否收费: '否', 收费标准: '首次免费，遗失补办20元/证' }),
    reasons: ['passed'],
  },
  {
    name: 'free, and what was asked before',
    document: guide({ 是否收费: '不收费（原工本费20元已取消）' }),
    reasons: ['passed'],
  },
  { name: 'charged, and not how much', document: guide({ 是否收费: '是' }), reasons: ['no-standard'] },
  {
    name: 'charged, and not by what right',
    document: guide({ 是否收费: '是', 收费标准: '10元/本' }),
    reasons: ['no-basis'],
  },
  {
    name: 'charged by a rule that is named',
    document: guide({ 是否收费: '是', 收费标准: '按照省物价局核定标准收取' }),
    reasons: ['passed'],
  },
  {
    name: 'charged, and a part was not read',
    document: guide({ 是否收费: '是' }, { notes: [{ kind: 'unreadable' }] }),
    reasons: ['unclear', 'unread'],
  },
  {
    name: 'under a heading',
    document: { kind: 'guide', text: ['一、事项名称', '临时救助', '五、是否收费', '是'] },
    reasons: ['no-standard'],
    told: [['“临时救助”写了要收费，没有写收费标准。', '', '3', '']],
  },
  {
    name: 'under a heading, no fee',
    document: { kind: 'guide', text: ['一、事项名称：临时救助', '（五）收费标准：不收费'] },
    reasons: ['passed'],
  },
  {
    name: 'a list of services, one wrong',
    document: {
      kind: 'guide',
      text: [
        '|事项名称|承诺时限|是否收费|收费标准|咨询电话|',
        '|临时救助|10个工作日|否|/|0550-1234567|',
        '|证照补办|即时|否|30元|0550-1234567|',
      ],
    },
    reasons: ['amount-though-free'],
    told: [['“证照补办”写了“否”，收费标准却写了“30元”，请核对。', '', '1 1', '']],
  },
  { name: 'words that were not understood', document: guide({ 是否收费: '详见公示栏' }), reasons: ['unclear'] },
  { name: 'nothing ticked', document: guide({ 是否收费: '□是 □否' }), reasons: ['unclear'] },
  { name: 'nothing about it', document: guide({}), reasons: ['none'] },
  {
    name: 'nothing about it in what was read',
    document: guide({}, { notes: [{ kind: 'unreadable' }] }),
    reasons: ['none', 'unread'],
  },
  { name: 'no guide', document: { kind: 'record', pairs: { 是否收费: '是' } }, reasons: ['other-kind'] },
]);
