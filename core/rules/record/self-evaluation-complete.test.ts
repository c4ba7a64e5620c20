import { blocksFrom, type DocumentSketch, describeRule } from '../testing.ts';
import { selfEvaluationComplete } from './self-evaluation-complete.ts';

const HEAD = '|三级指标|分值|得分|存在问题|纠正措施|';
const GOOD = Array.from({ length: 12 }, (_, index) => `|C${index + 1} 指标|3|3|无||`);
const table = (rows: readonly string[], more: DocumentSketch = {}): DocumentSketch => ({
  kind: 'record',
  title: '标准化自我评价得分表',
  blocks: blocksFrom([HEAD, ...rows]).map((block) => ({ ...block, plain: true as const })),
  ...more,
});
const form = (pairs: DocumentSketch['pairs'], more: DocumentSketch = {}): DocumentSketch => ({
  kind: 'record',
  title: '自我评价记录',
  pairs: { 评价日期: '2026-10-12', 评价结论: '有效', ...pairs },
  ...more,
});

describeRule(selfEvaluationComplete, [
  { name: 'every item', document: table([...GOOD, '|合计|36|36|||']), reasons: ['passed'] },
  {
    name: 'items in groups',
    document: table(['|C1—C5|10|9|无||', '|C6、C7、C8、C9|12|12|无||', '|C10 C11 C12|18|17|无||']),
    reasons: ['passed'],
  },
  {
    name: 'an item left out',
    document: table(GOOD.toSpliced(4, 1)),
    reasons: ['items-left-out'],
    told: [['自评表里没有评C5。', '', '1', '']],
  },
  {
    name: 'a table of something else',
    document: table(['|服务态度|10|9|无||', '|环境|10|10|无||']),
    reasons: ['passed'],
  },
  {
    name: 'more points than there are',
    document: table(GOOD.with(2, '|C3 指标|3|4|无||')),
    reasons: ['over-points'],
    told: [['“C3 指标”得4分，超过了3分，请核对。', '', '1', '']],
  },
  {
    name: 'a sum that is none',
    document: table([...GOOD, '|合计|36|35|||']),
    reasons: ['sum'],
    told: [['自评合计写35分，各项相加是36分，请核对。', '', '1', '']],
  },
  {
    name: 'found and not corrected',
    document: table(GOOD.with(2, '|C3 指标|3|2|未制定年度计划||')),
    reasons: ['no-correction'],
    told: [['待改进项“未制定年度计划”没有写纠正措施。', '', '1', '']],
  },
  {
    name: 'found and corrected',
    document: table(GOOD.with(2, '|C3 指标|3|2|未制定年度计划|补订计划|')),
    reasons: ['passed'],
  },
  { name: 'a form', document: form({ 待改进项: '无', 批准人: '周志强' }, { from: 'page' }), reasons: ['passed'] },
  {
    name: 'a form, found and not a word of it',
    document: form({ 待改进项: '未登记发放' }),
    reasons: ['no-correction'],
  },
  {
    name: 'a form, and below what was done',
    document: form({ 待改进项: '未登记发放' }, { text: ['整改措施见附页。'] }),
    reasons: ['passed'],
  },
  {
    name: 'nobody approved it',
    document: form({}, { from: 'page', fields: { approver: '' } }),
    reasons: ['no-approver'],
    told: [['自我评价记录的“批准人”是空的。', 'approver', '签发人', '']],
  },
  { name: 'approved by hand', document: form({}, { fields: { approver: '' } }), reasons: ['by-hand'] },
  {
    name: 'a part was not read',
    document: table(GOOD.toSpliced(4, 1), { notes: [{ kind: 'unreadable' }] }),
    reasons: ['unread'],
  },
  { name: 'another record', document: { kind: 'record', title: '培训记录' }, reasons: ['other-type'] },
]);
