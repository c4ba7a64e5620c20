import { type DocumentSketch, describeRule } from '../testing.ts';
import { fixedSentences } from './fixed-sentences.ts';
import { inOldTime, PREFACE, REFERENCES, SCOPE, TERMS, TEXT_CASES, undatedText } from './text-cases.ts';

const NEW =
  '下列文件中的内容通过文中的规范性引用而构成本文件必不可少的条款。其中，注日期的引用文件，仅该日期对应的版本适用于本文件；不注日期的引用文件，其最新版本（包括所有的修改单）适用于本文件。';
const OLD =
  '下列文件对于本文件的应用是必不可少的。凡是注日期的引用文件，仅注日期的版本适用于本文件。凡是不注日期的引用文件，其最新版本（包括所有的修改单）适用于本文件。';
const ENTRY = 'GB/T 36112—2018　政务服务中心服务现场管理规范';

const text = (...parts: string[][]): DocumentSketch => ({
  kind: 'standard',
  fields: { docNumber: 'Q/JZBM 101—2022', publishedOn: '2022-09-20' },
  text: [...PREFACE, ...parts.flat(), '# 4 服务要求', '应微笑。'],
});
const references = (...lines: string[]): DocumentSketch => text(SCOPE, ['# 2 规范性引用文件', ...lines], TERMS);
const terms = (...lines: string[]): DocumentSketch => text(SCOPE, REFERENCES, ['# 3 术语和定义', ...lines]);

describeRule(fixedSentences, [
  ...TEXT_CASES,
  { name: 'nothing to refer to, no terms', document: text(SCOPE, REFERENCES, TERMS), reasons: ['passed'] },
  { name: 'the lead-in', document: references(NEW, ENTRY), reasons: ['passed'] },
  {
    name: 'the lead-in over two paragraphs',
    document: references(
      ...NEW.split('。')
        .filter(Boolean)
        .map((one) => `${one}。`),
      ENTRY,
    ),
    reasons: ['passed'],
  },
  {
    name: 'the lead-in with other spaces and marks',
    document: references(NEW.replaceAll('，', ', '), ENTRY),
    reasons: ['passed'],
  },
  { name: 'the old lead-in', document: references(OLD, ENTRY), reasons: ['references-old'] },
  {
    name: 'a still older lead-in',
    document: references('下列文件中的条款通过本标准的引用而成为本标准的条款。', ENTRY),
    reasons: ['references-old'],
  },
  { name: 'half a lead-in', document: references('下列文件适用于本文件。', ENTRY), reasons: ['references-changed'] },
  { name: 'no lead-in', document: references(ENTRY), reasons: ['references-lead'] },
  { name: 'a chapter that says nothing', document: references('无。'), reasons: ['references-empty'] },
  {
    name: 'a chapter with nothing in it',
    document: text(SCOPE, ['# 2 规范性引用文件'], TERMS),
    reasons: ['references-empty'],
  },
  { name: 'the old lead-in in its time', document: inOldTime(references(OLD, ENTRY)), reasons: ['passed'] },
  { name: 'the new lead-in in the old time', document: inOldTime(references(NEW, ENTRY)), reasons: ['passed'] },
  { name: 'no lead-in in the old time', document: inOldTime(references(ENTRY)), reasons: ['references-lead'] },
  { name: 'the day is not read', document: undatedText(references(OLD, ENTRY)), reasons: ['undated'] },
  {
    name: 'terms with their lead-in',
    document: terms('下列术语和定义适用于本文件。', '3.1', '首问责任人', '最先接待的人员。'),
    reasons: ['passed'],
  },
  {
    name: 'terms of another standard',
    document: terms('GB/T 36112界定的以及下列术语和定义适用于本文件。', '3.1　首问责任人', '最先接待的人员。'),
    reasons: ['passed'],
  },
  {
    name: 'terms and abbreviations in clauses of their own',
    document: terms(
      '3.1 术语和定义',
      'GB/T 36112界定的以及下列术语和定义适用于本文件。',
      '3.1.1',
      '首问责任人',
      '最先接待的人员。',
      '3.2 缩略语',
      '下列缩略语适用于本文件。',
    ),
    reasons: ['passed'],
  },
  {
    name: 'the name that a document had before',
    document: terms('下列术语和定义适用于本标准。', '3.1 首问责任人'),
    reasons: ['passed'],
  },
  { name: 'terms without a lead-in', document: terms('3.1 首问责任人', '最先接待的人员。'), reasons: ['terms-lead'] },
  {
    name: 'a chapter of terms that says nothing',
    document: terms('本标准无术语和定义。'),
    reasons: ['terms-empty'],
    told: [['没有术语时，应当写“本文件没有需要界定的术语和定义。”。', '', '10', '']],
  },
  { name: 'the same in the old time', document: inOldTime(terms('无。')), reasons: ['passed'] },
  {
    name: 'a scope that says something else',
    document: text(['# 1 范围', '窗口服务。'], REFERENCES, TERMS),
    reasons: ['scope'],
    told: [['“范围”没有写“本文件规定了……”“本文件适用于……”。', '', '4', '']],
  },
]);
