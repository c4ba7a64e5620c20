import type { DocumentSketch, RuleCase } from '../testing.ts';

/** Documents for the tests of the rules about a standard's text, and the cases that all of them have. Imported by tests only. */

export const PREFACE = [
  '# 前言',
  '本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。',
  '本文件由甲镇便民服务中心提出并归口。',
];
export const SCOPE = ['# 1 范围', '本文件规定了窗口服务的要求。', '本文件适用于甲镇便民服务中心。'];
export const REFERENCES = ['# 2 规范性引用文件', '本文件没有规范性引用文件。'];
export const TERMS = ['# 3 术语和定义', '本文件没有需要界定的术语和定义。'];

/** A standard of 2022 whose chapters from the fourth on are these. */
export const standard = (...text: string[]): DocumentSketch => ({
  kind: 'standard',
  fields: { docNumber: 'Q/JZBM 101—2022', publishedOn: '2022-09-20' },
  text: [...PREFACE, ...SCOPE, ...REFERENCES, ...TERMS, ...text],
});

/** The same lines in the time of the edition before. */
export const inOldTime = (document: DocumentSketch): DocumentSketch => ({
  ...document,
  fields: { docNumber: 'Q/JZBM 101—2015', publishedOn: '2015-09-20' },
});

/** The same, its day out of sight. */
export const undatedText = (document: DocumentSketch): DocumentSketch => ({
  ...document,
  fields: { publishedOn: { state: 'unreadable' } },
});

const REST = ['# 4 服务要求', '窗口人员应佩戴工作牌。'];

/** What every rule about a standard's text leaves alone. */
export const TEXT_CASES: readonly RuleCase[] = [
  {
    name: 'a part was not read',
    document: { ...standard(...REST), notes: [{ kind: 'unreadable' }] },
    reasons: ['unread'],
  },
  {
    name: 'an approval form about a standard',
    document: { kind: 'standard', pairs: { 标准名称: '窗口服务规范' } },
    reasons: ['no-text'],
  },
  {
    name: 'rules of a house in chapters and articles',
    document: {
      kind: 'standard',
      text: [
        '# 第一章 总则',
        '第一条 为规范窗口服务，制定本制度。',
        '第二条 本制度适用于各窗口。',
        '第二条 严禁离岗。',
      ],
    },
    reasons: ['other-form'],
  },
  {
    name: 'several standards in one file',
    document: { kind: 'standard', text: [...PREFACE, ...SCOPE, ...REST, ...PREFACE, ...SCOPE, ...REST] },
    reasons: ['several'],
  },
  {
    name: 'a standard of the state',
    document: { ...standard(...REST), fields: { docNumber: 'GB/T 36112—2018', publishedOn: '2018-03-15' } },
    reasons: ['not-ours'],
  },
  {
    name: 'a standard of a ministry',
    document: { ...standard(...REST), fields: { issuer: '中华人民共和国民政部', publishedOn: '2018-03-15' } },
    reasons: ['not-ours'],
  },
  { name: 'an official document', document: { kind: 'official', text: ['# 一、范围'] }, reasons: ['other-kind'] },
];
