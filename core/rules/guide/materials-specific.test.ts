import { blocksFrom, type DocumentSketch, describeRule } from '../testing.ts';
import { materialsSpecific } from './materials-specific.ts';

const HEAD = '|序号|材料名称|材料形式|份数|必要性|';
const table = (rows: readonly string[], plain = true): DocumentSketch => ({
  kind: 'guide',
  blocks: blocksFrom(['四、申请材料', HEAD, ...rows]).map((block) =>
    block.rows && plain ? { ...block, plain } : block,
  ),
});
const list = (...lines: string[]): DocumentSketch => ({
  kind: 'guide',
  text: ['一、事项名称', '临时救助申请', '四、申请材料', ...lines, '五、办理流程', '申请、受理、办结。'],
});

describeRule(materialsSpecific, [
  {
    name: 'whole',
    document: table(
      ['|1|身份证|原件|1|必要|', '|2|申请书|原件|各1份|必要|', '|3|户口簿|原件核验|—|非必要|'].slice(0, 2),
    ),
    reasons: ['passed'],
  },
  {
    name: 'a list',
    document: list('1.居民身份证复印件1份；', '2.家庭收入相关证明材料；', '3.授权委托书。'),
    reasons: ['passed'],
  },
  { name: 'one line', document: list('身份证、户口簿、申请表'), reasons: ['passed'] },
  {
    name: 'other materials',
    document: list('1.身份证；', '2.其他相关材料。'),
    reasons: ['vague'],
    told: [['申请材料里的“其他相关材料”不具体，请写明是哪些材料。', '', '3', '']],
  },
  { name: 'the phrase of the law', document: list('1.身份证', '2.法律、法规规定的其他材料'), reasons: ['vague'] },
  { name: 'with how many', document: list('1.身份证', '2.其他需要提供的证明材料（如有）1份'), reasons: ['vague'] },
  { name: 'in one box', document: { kind: 'guide', pairs: { 申请材料: '1.身份证；2.有关证明' } }, reasons: ['vague'] },
  {
    name: 'what they are stands behind it',
    document: list('1.身份证', '2.其他相关材料（离婚证、判决书）'),
    reasons: ['passed'],
  },
  { name: 'the caption of more', document: list('1.身份证', '其他材料：', '2.病历'), reasons: ['passed'] },
  {
    name: 'the promise to ask for nothing else',
    document: list('1.身份证', '除以上材料外，不得要求申请人提供其他材料。'),
    reasons: ['passed'],
  },
  {
    name: 'the words stand in the law',
    document: {
      kind: 'guide',
      pairs: { 设定依据: '《甲条例》第九条：申请人应当提交（五）法律、法规规定的其他材料。', 申请材料: '身份证' },
    },
    reasons: ['passed'],
  },
  {
    name: 'a row of other materials',
    document: table(['|1|身份证|原件|1|必要|', '|2|其他材料|原件|1|非必要|']),
    reasons: ['vague'],
  },
  {
    name: 'a caption across the table',
    document: table(['|1|身份证|原件|1|必要|', '|其他材料|||||', '|2|病历|复印件|1|非必要|']),
    reasons: ['passed'],
  },
  {
    name: 'a row without a name',
    document: table(['|1|身份证|原件|1|必要|', '|2||复印件|2|必要|']),
    reasons: ['nameless'],
  },
  {
    name: 'a name that may go on from above',
    document: table(['|1|身份证|原件|1|必要|', '|||复印件|2|必要|'], false),
    reasons: ['passed'],
  },
  {
    name: 'not how many',
    document: table(['|1|身份证|原件|1|必要|', '|2|申请书|原件||必要|']),
    reasons: ['no-copies'],
  },
  {
    name: 'the same as above',
    document: table(['|1|身份证|原件|1|必要|', '|2|申请书|原件|同上|必要|']),
    reasons: ['passed'],
  },
  {
    name: 'nowhere how many',
    document: table(['|1|身份证|原件||必要|', '|2|申请书|原件||必要|']),
    reasons: ['empty-copies'],
    told: [['材料清单的“份数”一列没有填。', '', '2', '']],
  },
  { name: 'a form that nobody filled', document: table(['|1|||||', '|2|||||']), reasons: ['passed'] },
  { name: 'nothing about it', document: { kind: 'guide', pairs: { 事项名称: '甲' } }, reasons: ['none'] },
  {
    name: 'a part was not read',
    document: { ...list('1.身份证'), notes: [{ kind: 'unreadable' }] },
    reasons: ['unread'],
  },
  { name: 'no guide', document: { kind: 'official', text: ['其他材料'] }, reasons: ['other-kind'] },
  {
    name: 'a list of services with their materials',
    document: { kind: 'guide', text: ['|序号|事项名称|申请材料|', '|1|甲|其他材料|'] },
    reasons: ['none'],
  },
  {
    name: 'a table of something else beside the list',
    document: list('1.身份证', '|其他|份数|', '|其他材料||'),
    reasons: ['passed'],
  },
  {
    name: 'the first column names the materials',
    document: { kind: 'guide', text: ['|材料名称|份数|', '|身份证、\n其他材料|1|', '|申请书|2|'] },
    reasons: ['vague'],
    told: [['申请材料里的“其他材料”不具体，请写明是哪些材料。', '', '1', '']],
  },
  {
    name: 'titles that only begin or end like a list of services',
    document: { kind: 'guide', text: ['|事项名称及编码|材料名称|本事项名称|', '|甲|其他材料|乙|'] },
    reasons: ['vague'],
  },
  {
    name: 'no column of copies',
    document: { kind: 'guide', text: ['|序号|材料名称|', '|1|身份证|'] },
    reasons: ['passed'],
  },
  {
    name: 'the column of copies comes first',
    document: {
      kind: 'guide',
      blocks: blocksFrom(['|份数|材料名称|材料形式|', '||身份证|原件|', '||申请书|原件|']).map((block) => ({
        ...block,
        plain: true as const,
      })),
    },
    reasons: ['empty-copies'],
    told: [['材料清单的“份数”一列没有填。', '', '1', '']],
  },
  {
    name: 'only one has no name',
    document: table(['|1|身份证|原件|1|必要|', '|2||复印件|2||']),
    reasons: ['nameless'],
    told: [['材料清单序号2没有写材料名称。', '', '2', '']],
  },
  { name: 'nothing is said of it', document: table(['|1|身份证|原件|1|必要|', '|2||复印件|||']), reasons: ['passed'] },
  { name: 'marks inside the words', document: list('1.身份证', '2.其他；材料'), reasons: ['passed'] },
  {
    name: 'marks behind it',
    document: list('1.身份证', '（2）相关材料。。'),
    reasons: ['vague'],
    told: [['申请材料里的“相关材料”不具体，请写明是哪些材料。', '', '3', '']],
  },
  { name: 'a colon inside', document: list('1.身份证', '其他材料：病历'), reasons: ['passed'] },
  { name: 'a caption and a gap', document: list('1.身份证', '其他材料： ', '2.病历'), reasons: ['passed'] },
  { name: 'the first line is a caption', document: list('相关材料', '1.身份证'), reasons: ['passed'] },
  { name: 'nothing but vague words', document: list('相关材料'), reasons: ['vague'] },
  { name: 'the first with a mark', document: list('1.相关材料', '2.身份证'), reasons: ['vague'] },
  { name: 'vague words further down', document: list('身份证', '相关材料'), reasons: ['vague'] },
  { name: 'an empty box', document: { kind: 'guide', pairs: { 申请材料: '' } }, reasons: ['none'] },
  {
    name: 'no list of materials, and a part was not read',
    document: { kind: 'guide', pairs: { 事项名称: '甲' }, notes: [{ kind: 'unreadable' }] },
    reasons: ['none', 'unread'],
  },
  {
    name: 'words of fifty characters',
    document: list('1.身份证', `2.${'有关'.repeat(22)}其他材料`, `3.${'有关'.repeat(23)}其他材料`),
    reasons: ['vague'],
  },
]);
