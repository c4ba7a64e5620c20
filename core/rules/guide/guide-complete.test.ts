import { blocksFrom, type DocumentSketch, describeRule } from '../testing.ts';
import { guideComplete } from './guide-complete.ts';

const whole: DocumentSketch = {
  kind: 'guide',
  title: '最低生活保障申请办事指南',
  fields: {
    serviceName: '最低生活保障申请',
    promisedLimit: { amount: 20, unit: 'working-day' },
    address: '源潭镇便民服务中心一楼民政窗口',
    openingHours: '工作日 8:30—12:00',
    phone: '0550-0000000',
  },
  pairs: {
    受理条件: '家庭人均收入低于当地标准',
    申请材料: '申请书',
    办理流程: '申请、受理、审核、办结',
    设定依据: '《社会救助暂行办法》',
  },
};
const without = (label: string, value?: string): DocumentSketch => {
  const { [label]: _, ...pairs } = whole.pairs ?? {};
  return { ...whole, pairs: value === undefined ? pairs : { ...pairs, [label]: value } };
};

describeRule(guideComplete, [
  { name: 'whole', document: whole, reasons: ['passed'] },
  { name: 'an empty box', document: without('受理条件', ''), reasons: ['blank'] },
  { name: 'a placeholder', document: without('办理流程', '×××'), reasons: ['blank'] },
  {
    name: 'a blank phone',
    document: { ...whole, fields: { ...whole.fields, phone: '' } },
    reasons: ['blank'],
    told: [['办事指南的“咨询电话”是空的。', 'phone', '咨询电话', '']],
  },
  { name: 'a box that may be left out is empty', document: without('设定依据', ''), reasons: ['blank'] },
  { name: 'a box that may be left out is not there', document: without('设定依据'), reasons: ['passed'] },
  { name: 'nothing about the materials', document: without('申请材料'), reasons: ['missing'] },
  {
    name: 'the materials stand in a table',
    document: { ...without('申请材料'), text: ['|序号|材料名称|份数|', '|1|申请书|1|'] },
    reasons: ['passed'],
  },
  {
    name: 'the steps stand under a heading',
    document: { ...without('办理流程'), text: ['# 四、办理程序', '申请—受理—办结'] },
    reasons: ['passed'],
  },
  {
    name: 'the conditions stand in a line',
    document: { ...without('受理条件'), text: ['办理条件：年满60周岁'] },
    reasons: ['passed'],
  },
  {
    name: 'by another label',
    document: { ...without('受理条件'), pairs: { ...without('受理条件').pairs, '申请条件（详）': '年满60周岁' } },
    reasons: ['passed'],
  },
  {
    name: 'the materials stand in a part that is folded away',
    document: {
      ...without('申请材料'),
      blocks: blocksFrom(['申请材料', '身份证']).map((block) => ({ ...block, hidden: true })),
    },
    reasons: ['unreadable'],
  },
  {
    name: 'a part of the page was not read',
    document: { ...without('申请材料'), notes: [{ kind: 'unreadable' }] },
    reasons: ['unreadable'],
  },
  {
    name: 'a part was not read, and what every guide needs is there',
    document: { ...whole, notes: [{ kind: 'unreadable' }] },
    reasons: ['unread'],
  },
  {
    name: 'a box out of sight',
    document: {
      ...without('受理条件'),
      pairs: { ...without('受理条件').pairs, 受理条件: { value: '甲', hidden: true } },
    },
    reasons: ['unreadable'],
  },
  {
    name: 'the flow fills it later',
    document: {
      ...without('办理流程'),
      pairs: { ...without('办理流程').pairs, 办理流程: { value: '', predicted: true } },
    },
    reasons: ['waits'],
  },
  { name: 'no guide', document: { kind: 'official' }, reasons: ['other-kind'] },
]);
