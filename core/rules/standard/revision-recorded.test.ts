import { type DocumentSketch, describeRule } from '../testing.ts';
import { revisionRecorded } from './revision-recorded.ts';
import { REFERENCES, SCOPE, TERMS, TEXT_CASES } from './text-cases.ts';

const revised = (cover: string[], preface: string[], ...rest: string[]): DocumentSketch => ({
  kind: 'standard',
  fields: { docNumber: 'Q/JZBM 101—2022', publishedOn: '2022-09-20' },
  text: ['Q/JZBM 101—2022', ...cover, '# 前言', ...preface, ...SCOPE, ...REFERENCES, ...TERMS, '# 4 服务要求', ...rest],
});
const CHANGES = '本文件代替Q/JZBM 101—2019，与Q/JZBM 101—2019相比，增加了投诉处理的要求。';
const COVER = ['代替 Q/JZBM 101—2019'];

describeRule(revisionRecorded, [
  ...TEXT_CASES,
  { name: 'the first edition', document: revised([], ['本文件为首次发布。'], '应微笑。'), reasons: ['passed'] },
  {
    name: 'nothing is said of an edition before',
    document: revised([], ['由甲镇提出。'], '应微笑。'),
    reasons: ['first'],
  },
  {
    name: 'what it replaces, and what changed',
    document: revised(COVER, [CHANGES], '应微笑。'),
    reasons: ['elsewhere'],
  },
  {
    name: 'it replaces another number',
    document: revised(['代替 Q/JZBM 90—2019'], ['本文件代替Q/JZBM 90—2019，主要变化如下：'], '应微笑。'),
    reasons: ['elsewhere'],
  },
  {
    name: 'it replaces itself',
    document: revised(['代替 Q/JZBM 101—2022'], ['与上一版相比有调整。'], '应微笑。'),
    reasons: ['itself', 'elsewhere'],
    told: [
      ['“代替”后面写的Q/JZBM 101—2022就是这份文件自己的编号，请核对。', '', '2', ''],
      ['修订的申请、评审、审批、发放和回收记录在别的文件里，这里看不出来。', '', '', ''],
    ],
  },
  {
    name: 'it replaces what is later',
    document: revised(['代替 Q/JZBM 101—2024'], ['与上一版相比有调整。'], '应微笑。'),
    reasons: ['later', 'elsewhere'],
  },
  {
    name: 'what changed is not told',
    document: revised(COVER, ['本文件由甲镇提出。'], '应微笑。'),
    reasons: ['no-changes', 'elsewhere'],
    told: [
      ['这份文件代替Q/JZBM 101—2019，前言没有说明和它相比改了什么。', '', '3', ''],
      ['修订的申请、评审、审批、发放和回收记录在别的文件里，这里看不出来。', '', '', ''],
    ],
  },
  {
    name: 'the text still names the edition before',
    document: revised(COVER, [CHANGES], '应按照Q/JZBM 101—2019的规定登记。'),
    reasons: ['cites-old', 'elsewhere'],
  },
  {
    name: 'the edition before, named without 代替',
    document: revised([], ['本文件由甲镇提出。'], '应按照Q/JZBM 101—2019的规定登记。'),
    reasons: ['cites-old'],
    told: [['正文还在引用已被自己代替的Q/JZBM 101—2019，应当改掉。', '', '12', '']],
  },
  {
    name: 'the edition before, taken back',
    document: revised(COVER, [CHANGES], '本文件实施后Q/JZBM 101—2019同时废止。', '应回收Q/JZBM 101—2019的纸质文本。'),
    reasons: ['elsewhere'],
  },
  {
    name: 'a number that gives no text',
    document: { ...revised(COVER, [CHANGES], '应微笑。'), fields: { docNumber: { state: 'unreadable' } } },
    reasons: ['unreadable'],
  },
  {
    name: 'nothing read as its number',
    document: { ...revised(COVER, [CHANGES], '应微笑。'), fields: {} },
    reasons: ['elsewhere'],
  },
]);
