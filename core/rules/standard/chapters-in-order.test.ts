import { type DocumentSketch, describeRule } from '../testing.ts';
import { chaptersInOrder } from './chapters-in-order.ts';

const standard = (...text: string[]): DocumentSketch => ({ kind: 'standard', text });
const PREFACE = ['# 前言', '本文件按照GB/T 1.1—2020的规定起草。'];
const SCOPE = ['# 1 范围', '本文件规定了窗口服务的要求。'];
const REFERENCES = ['# 2 规范性引用文件', '本文件没有规范性引用文件。'];
const TERMS = ['# 3 术语和定义', '本文件没有需要界定的术语和定义。'];
const REST = ['# 4 服务要求', '4.1 窗口人员应佩戴工作牌。'];

describeRule(chaptersInOrder, [
  {
    name: 'a guide to practice by a committee of the country',
    document: standard(
      '全国窗口标准化技术委员会秘书处',
      ...PREFACE,
      ...SCOPE,
      '# 2 术语和定义',
      '下列术语适用于本文件。',
      ...REST,
    ),
    reasons: ['not-ours'],
  },
  { name: 'whole', document: standard(...PREFACE, ...SCOPE, ...REFERENCES, ...TERMS, ...REST), reasons: ['passed'] },
  {
    name: 'headings drawn as plain paragraphs',
    document: standard(
      '前　言',
      '本文件按照……起草。',
      '1　范围',
      '本文件规定了……。',
      '2　规范性引用文件',
      '本文件没有规范性引用文件。',
      '3　术语和定义',
      '下列术语适用。',
      '# 4 服务要求',
      '4.1 应微笑。',
    ),
    reasons: ['passed'],
  },
  {
    name: 'no heading styles at all, the second chapter missing',
    document: standard(
      '前言',
      '本文件按照……起草。',
      '1 范围',
      '本文件规定了……。',
      '3 术语和定义',
      '没有。',
      '4 要求',
      '应微笑。',
    ),
    reasons: ['missing'],
  },
  {
    name: 'no heading styles, numbers with marks',
    document: standard(
      '前 言',
      '按照……起草。',
      '1.范围',
      '规定了……。',
      '2、规范性引用文件',
      '没有。',
      '3．术语和定义',
      '没有。',
    ),
    reasons: ['passed'],
  },
  {
    name: 'no heading styles, a wrong title',
    document: standard('前言', '……。', '1 适用范围', '……。', '2 规范性引用文件', '……。', '3 术语和定义', '……。'),
    reasons: ['title'],
  },
  {
    name: 'a form that speaks of one chapter',
    document: standard('标准修订申请表', '1 范围', '修订理由见附页。'),
    reasons: ['no-text'],
  },
  {
    name: 'a form with no chapter',
    document: standard('标准名称：窗口服务规范', '编制人：王芳'),
    reasons: ['no-text'],
  },
  {
    name: 'a list of chapters with nothing in them',
    document: standard('修订的章：', '1 范围', '2 规范性引用文件'),
    reasons: ['no-text'],
  },
  {
    name: 'a table of contents with pages in front',
    document: standard(
      '目　次',
      '前言……………………Ⅱ',
      '1 范围……………………1',
      '2 规范性引用文件……………1',
      '3 术语和定义……………1',
      ...PREFACE,
      ...SCOPE,
      ...REFERENCES,
      ...TERMS,
      ...REST,
    ),
    reasons: ['passed'],
  },
  {
    name: 'a table of contents without pages in front',
    document: standard(
      '# 目次',
      '# 前言',
      '# 1 范围',
      '# 2 规范性引用文件',
      '# 3 术语和定义',
      ...PREFACE,
      ...SCOPE,
      ...REFERENCES,
      ...TERMS,
      ...REST,
    ),
    reasons: ['passed'],
  },
  {
    name: 'headings whose automatic numbers were not read',
    document: standard(
      ...PREFACE,
      '# 范围',
      '甲。',
      '# 规范性引用文件',
      '乙。',
      '# 术语和定义',
      '丙。',
      '# 服务要求',
      '丁。',
    ),
    reasons: ['passed'],
  },
  {
    name: 'terms and abbreviations in one chapter',
    document: standard(...PREFACE, ...SCOPE, ...REFERENCES, '# 3 术语、定义和缩略语', '甲。'),
    reasons: ['passed'],
  },
  { name: 'no preface', document: standard(...SCOPE, ...REFERENCES, ...TERMS), reasons: ['no-preface'] },
  {
    name: 'no chapter of references',
    document: standard(...PREFACE, ...SCOPE, '# 3 术语和定义', '甲。'),
    reasons: ['missing'],
  },
  {
    name: 'no chapter of references, the terms moved up',
    document: standard(...PREFACE, ...SCOPE, '# 2 术语和定义', '甲。'),
    reasons: ['missing', 'number'],
  },
  {
    name: 'an old title',
    document: standard(...PREFACE, '# 1 适用范围', '甲。', ...REFERENCES, ...TERMS),
    reasons: ['title'],
  },
  {
    name: 'another old title',
    document: standard(...PREFACE, ...SCOPE, '# 2 引用标准', '甲。', ...TERMS),
    reasons: ['title'],
  },
  {
    name: 'terms before references',
    document: standard(...PREFACE, ...SCOPE, '# 2 术语和定义', '甲。', '# 3 规范性引用文件', '乙。'),
    reasons: ['number', 'number', 'order'],
    told: [
      ['“规范性引用文件”编为第3章，应为第2章。', '', '7', ''],
      ['“术语和定义”编为第2章，应为第3章。', '', '5', ''],
      ['“术语和定义”排在了“规范性引用文件”前面。', '', '5', ''],
    ],
  },
  {
    name: 'the preface behind the scope',
    document: standard(...SCOPE, ...PREFACE, ...REFERENCES, ...TERMS),
    reasons: ['order'],
  },
  {
    name: 'a sentence that begins like a heading',
    document: standard(
      ...PREFACE,
      ...SCOPE,
      ...REFERENCES,
      ...TERMS,
      '# 4 服务要求',
      '范围内的事项应公开。',
      '1 范围以外的事项，应告知。',
    ),
    reasons: ['passed'],
  },
  {
    name: 'a part was not read',
    document: { ...standard(...PREFACE, ...SCOPE), notes: [{ kind: 'unreadable' }] },
    reasons: ['unread'],
  },
  {
    name: 'an approval form about a standard',
    document: { kind: 'standard', pairs: { 标准名称: '窗口服务规范' } },
    reasons: ['no-text'],
  },
  {
    name: 'a document from before both editions',
    document: { ...standard(...SCOPE), fields: { publishedOn: '2008-05-01' } },
    reasons: ['not-in-force'],
  },
  {
    name: 'in the time of the edition before, without references and terms',
    document: { ...standard(...PREFACE, ...SCOPE, '# 2 服务要求', '甲。'), fields: { publishedOn: '2018-05-01' } },
    reasons: ['passed'],
  },
  {
    name: 'in the time of the edition before, the terms counted as if there were references',
    document: { ...standard(...PREFACE, ...SCOPE, ...TERMS), fields: { publishedOn: '2018-05-01' } },
    reasons: ['number'],
  },
  {
    name: 'in the time of the edition before, without a preface',
    document: { ...standard(...SCOPE), fields: { publishedOn: '2018-05-01' } },
    reasons: ['no-preface'],
  },
  {
    name: 'the day is not read, and the editions differ',
    document: { ...standard(...PREFACE, ...SCOPE), fields: { publishedOn: { state: 'unreadable' } } },
    reasons: ['undated'],
  },
  {
    name: 'rules of a house in chapters and articles',
    document: standard('# 第一章 总则', '第一条 为规范窗口服务，制定本制度。', '第二条 本制度适用于各窗口。'),
    reasons: ['other-form'],
  },
  {
    name: 'a procedure',
    document: standard('# 1 目的', '规范管理。', '# 2 适用范围', '适用于各窗口。', '# 3 职责', '办公室负责。'),
    reasons: ['other-form'],
  },
  {
    name: 'several standards in one file',
    document: standard(...PREFACE, ...SCOPE, ...TERMS, ...PREFACE, ...SCOPE, ...TERMS),
    reasons: ['several'],
  },
  { name: 'an official document', document: { kind: 'official', text: ['# 一、范围'] }, reasons: ['other-kind'] },
]);
