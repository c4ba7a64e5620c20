import { type DocumentSketch, describeRule } from '../testing.ts';
import { referencesMatch } from './references-match.ts';
import { PREFACE, SCOPE, TERMS, TEXT_CASES } from './text-cases.ts';

const LEAD = '下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。';
const text = (listed: readonly string[], ...rest: string[]): DocumentSketch => ({
  kind: 'standard',
  fields: { docNumber: 'Q/JZBM 101—2022', publishedOn: '2022-09-20' },
  text: [...PREFACE, ...SCOPE, '# 2 规范性引用文件', LEAD, ...listed, ...TERMS, '# 4 服务要求', ...rest],
});
const ONE = ['GB/T 36112—2018　政务服务中心服务现场管理规范'];

describeRule(referencesMatch, [
  ...TEXT_CASES,
  { name: 'listed and cited', document: text(ONE, '应符合GB/T 36112—2018的规定。'), reasons: ['passed'] },
  { name: 'nothing listed, nothing cited', document: text([], '应微笑。'), reasons: ['passed'] },
  {
    name: 'no such chapter',
    document: { ...text([]), text: [...PREFACE, ...SCOPE, '# 4 服务要求', '应符合GB/T 36112的规定。'] },
    reasons: ['none'],
  },
  { name: 'listed, not cited', document: text(ONE, '应微笑。'), reasons: ['uncited'] },
  {
    name: 'cited in the lead-in of the terms alone',
    document: {
      ...text(ONE),
      text: [
        ...PREFACE,
        ...SCOPE,
        '# 2 规范性引用文件',
        LEAD,
        ...ONE,
        '# 3 术语和定义',
        'GB/T 36112—2018界定的术语和定义适用于本文件。',
        '# 4 服务要求',
        '应微笑。',
      ],
    },
    reasons: ['passed'],
  },
  { name: 'cited in a table alone', document: text(ONE, '应检查。', '|依据|GB/T 36112—2018|'), reasons: ['passed'] },
  {
    name: 'cited in a note alone',
    document: text(ONE, '应检查。', '注：检查表见GB/T 36112—2018。'),
    reasons: ['passed'],
  },
  {
    name: 'cited by its title',
    document: text(ONE, '应符合《政务服务中心服务现场管理规范》的规定。'),
    reasons: ['passed'],
  },
  {
    name: 'cited in the preface alone',
    document: {
      ...text(ONE),
      text: [
        '# 前言',
        '本文件参考了GB/T 36112—2018。',
        ...SCOPE,
        '# 2 规范性引用文件',
        LEAD,
        ...ONE,
        '# 4 服务要求',
        '应微笑。',
      ],
    },
    reasons: ['uncited'],
    told: [['第2章列出了GB/T 36112—2018，正文里没有引用。', '', '8', '']],
  },
  {
    name: 'a series listed, a part cited',
    document: text(['GB/T 24421（所有部分）　服务业组织标准化工作指南'], '应按照GB/T 24421.2的规定。'),
    reasons: ['passed'],
  },
  {
    name: 'parts listed, the series cited',
    document: text(['GB/T 24421.1　总则', 'GB/T 24421.2　标准体系构建'], '应按照GB/T 24421（所有部分）的规定。'),
    reasons: ['passed'],
  },
  {
    name: 'a span cited',
    document: text(['GB/T 13016　甲', 'GB/T 13017　乙'], '应符合GB/T 13016～13017的规定。'),
    reasons: ['passed'],
  },
  {
    name: 'two cited with one code',
    document: text(['GB/T 13016　甲', 'GB/T 13017　乙'], '应符合GB/T 13016、13017的规定。'),
    reasons: ['passed'],
  },
  {
    name: 'cited, not listed',
    document: text(ONE, '应符合GB/T 36112—2018和GB/T 36113—2018的规定。'),
    reasons: ['unlisted'],
    told: [['第4章引用了GB/T 36113—2018，第2章没有列出。', '', '13', '']],
  },
  { name: 'pointed to, not listed', document: text([], '服务评价参见GB/T 36733。'), reasons: ['passed'] },
  { name: 'a source in brackets', document: text([], '首问责任人（来源：GB/T 36112—2018，3.1）'), reasons: ['passed'] },
  { name: 'its own number', document: text([], '应按照Q/JZBM 101—2022的规定。'), reasons: ['passed'] },
  { name: 'another code', document: text(['GB/T 14023—2011　甲'], '应符合GB 14023—2011的规定。'), reasons: ['code'] },
  { name: 'another edition', document: text(ONE, '应符合GB/T 36112—2015的规定。'), reasons: ['edition'] },
  {
    name: 'dated here and not there',
    document: text(ONE, '应符合GB/T 36112的规定。'),
    reasons: ['dating'],
    told: [['GB/T 36112在正文和第2章里一处注了年份、一处没注，最好一致。', '', '13 9', '']],
  },
  {
    name: 'a law that is listed',
    document: text(['《中华人民共和国行政许可法》'], '应依法办理。'),
    reasons: ['passed'],
  },
  {
    name: 'a title over two lines',
    document: text(
      ['GB/T 24421.2—2023　服务业组织标准化工作指南', '第2部分：标准体系构建'],
      '应符合GB/T 24421.2—2023的规定。',
    ),
    reasons: ['passed'],
  },
]);
