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
  {
    name: 'six of twelve',
    document: table(GOOD.slice(0, 6)),
    reasons: ['items-left-out'],
    told: [['自评表里没有评C7、C8、C9、C10、C11、C12。', '', '1', '']],
  },
  { name: 'five of twelve', document: table(GOOD.slice(0, 5)), reasons: ['passed'] },
  {
    name: 'a range over all',
    document: table(['|C 1—C12|10|9|无||', '|C10至3|1|1|无||', '|C1-C99|1|1|无||']),
    reasons: ['passed'],
  },
  {
    name: 'a range without a letter',
    document: table(['|C1~11|10|9|无||']),
    reasons: ['items-left-out'],
    told: [['自评表里没有评C12。', '', '1', '']],
  },
  { name: 'a range back', document: table(['|C8—C1|10|9|无||']), reasons: ['passed'] },
  {
    name: 'other codes',
    document: table([...GOOD.toSpliced(4, 1), '|AC5 C505|3|3|无||']),
    reasons: ['items-left-out'],
  },
  {
    name: 'points with a part, and in words',
    document: table(['|甲|3.5分|3.55分|无||', '|乙|3|3|无||', '|丙|3|约4|无||', '|丁||4|无||', '||3|4|无||']),
    reasons: ['over-points', 'over-points'],
    told: [
      ['“甲”得3.55分，超过了3.5分，请核对。', '', '1', ''],
      ['“第5行”得4分，超过了3分，请核对。', '', '1', ''],
    ],
  },
  {
    name: 'sums of parts',
    document: table(['|甲|3|0.1|无||', '|乙|3|0.2|无||', '||||||', '|总 分||0.3分|||']),
    reasons: ['passed'],
  },
  {
    name: 'a sum of parts that is none',
    document: table(['|甲|3|0.1|无||', '|乙|3|0.25|无||', '|总计||0.3|||', '|丙|3|3|无||']),
    reasons: ['sum'],
    told: [['自评合计写0.3分，各项相加是0.35分，请核对。', '', '1', '']],
  },
  { name: 'a sum of one', document: table(['|甲|3|2|无||', '|合计||3|||']), reasons: ['passed'] },
  {
    name: 'a sum, and one without points',
    document: table(['|甲|3|2|无||', '|乙|3||无||', '|合计||3|||']),
    reasons: ['passed'],
  },
  {
    name: 'a sum that is not written',
    document: table(['|甲|3|2|无||', '|乙|3|2|无||', '|合计|||||']),
    reasons: ['passed'],
  },
  {
    name: 'no line of the sum',
    document: table(['|甲|3|2|无||', '|乙|3|2|无||', '|小计合计|6|3|||']),
    reasons: ['passed'],
  },
  {
    name: 'points in the first column',
    document: { kind: 'record', title: '自我评价得分表', text: ['|得分|评价内容|', '|2|甲|', '|2|乙|', '|5|合计|'] },
    reasons: ['sum'],
  },
  {
    name: 'a form, and the correction was not read',
    document: form({ 待改进项: '未登记发放', 纠正措施: { state: 'unreadable' } }),
    reasons: ['unread'],
  },
  { name: 'a form, corrected', document: form({ 待改进项: '未登记发放', 纠正措施: '补登' }), reasons: ['passed'] },
  {
    name: 'a form, not corrected',
    document: form({ 待改进项: '未登记发放', 纠正措施: '' }),
    reasons: ['no-correction'],
    told: [['待改进项“未登记发放”没有写纠正措施。', '', '待改进项', '']],
  },
  {
    name: 'the approver gives no text',
    document: form({}, { fields: { approver: { state: 'unreadable' } } }),
    reasons: ['unread'],
    told: [['自评记录没有读全，请目视核对。', '', '签发人', '']],
  },
  {
    name: 'the approver comes later',
    document: form({}, { from: 'page', fields: { approver: { state: 'blank', pending: true } } }),
    reasons: ['passed'],
  },
  { name: 'a record of no known type', document: { kind: 'record', title: '' }, reasons: ['other-type'] },
]);
