import { expect, it } from 'vitest';
import type { Block } from '../../base/block.ts';
import { blocksFrom, documentFrom } from '../testing.ts';
import { chaptersOf, clauseNumber, clausesOf, coverOf, formOf, hasOwnText } from './clauses.ts';

const standard = (...text: string[]) => documentFrom({ kind: 'standard', text });

/** The cover, then each chapter with the lines that stand in it. */
const shown = (...text: string[]): string[] => {
  const document = standard(...text);
  const cover = coverOf(document).map((block) => block.text);
  const chapters = chaptersOf(document).map(
    ({ number, title, blocks }) => `${number} ${title}: ${blocks.map((block) => block.text).join('|')}`,
  );
  return [cover.join('|'), ...chapters];
};

it.each<[string, string[], string[]]>([
  [
    'marked headings',
    ['封面', '# 前　言', '甲。', '# 1 范围', '乙。', '# 2. 规范性引用文件', '## 2.1 丙', '# 附录A（资料性）', '丁'],
    ['封面', ' 前言: 甲。', '1 范围: 乙。', '2 规范性引用文件: 2.1 丙', 'A 附录A(资料性): 丁'],
  ],
  [
    'headings of the second level',
    ['# 窗口服务规范', '## 1 范围', '甲。', '## 2 要求', '乙。', '# 3 丙', '### 4 丁'],
    ['窗口服务规范', '1 范围: 甲。', '2 要求: 乙。|3 丙|4 丁'],
  ],
  [
    'plain lines',
    ['1 范围', '甲。', '2 规范性引用文件', '乙。', '4 总体要求', '丙。', '7 评价', '丁。', '5 服务（窗口）', '戊。'],
    ['', '1 范围: 甲。', '2 规范性引用文件: 乙。', '4 总体要求: 丙。|7 评价|丁。', '5 服务(窗口): 戊。'],
  ],
  [
    'plain lines that are a list',
    ['1 范围', '甲。', '2 身份证', '3 户口簿', '4 照片'],
    ['', '1 范围: 甲。|2 身份证|3 户口簿|4 照片'],
  ],
  [
    'plain lines beside marked headings',
    ['# 1 范围', '甲。', '2 总体要求', '乙。'],
    ['', '1 范围: 甲。|2 总体要求|乙。'],
  ],
  [
    'plain lines that are sentences',
    ['范围', '甲。', '1 应登记。', '2 总体要求；', '3 总体 2', '适用范围', '乙'],
    ['', ' 范围: 甲。|1 应登记。|2 总体要求；|3 总体 2', ' 适用范围: 乙'],
  ],
  [
    'contents with pages',
    ['目 次', '前言 1', '1 范围…… 1', '2 要求\t2', '# 前言', '甲。', '# 1 范围', '乙。', '# 2 要求', '丙。'],
    ['', ' 前言: 甲。', '1 范围: 乙。', '2 要求: 丙。'],
  ],
  [
    'contents without pages',
    ['目录', '前言', '1 范围', '# 前言', '甲。', '# 1 范围', '乙。'],
    ['', ' 前言: 甲。', '1 范围: 乙。'],
  ],
  [
    'contents without their heading',
    ['1 范围......1', '# 1 范围', '乙。', '# 附录B', '丙', '附录B的规定', '附录 C 表', '附录AB'],
    ['1 范围......1', '1 范围: 乙。', 'B 附录B: 丙|附录B的规定', 'C 附录C表: 附录AB'],
  ],
  [
    'a chapter named twice',
    ['# 1 范围', '# 2 要求', '# 1 范围', '乙。', '# 2 要求', '丙。', '# 3 记录'],
    ['1 范围|2 要求', '1 范围: 乙。', '2 要求: 丙。', '3 记录: '],
  ],
  [
    'long headings',
    [`# 1 ${'甲'.repeat(30)}`, '乙。', `# 2 ${'甲'.repeat(31)}`, `# 3 ${'甲'.repeat(45)}`, '参考文献', '[1] 甲'],
    [
      '',
      '1 甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲: 乙。|2 甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲|3 甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲',
      ' 参考文献: [1] 甲',
    ],
  ],
  [
    'other titles of the first chapters',
    ['适用范围', '甲。', '引用标准', '乙。', '术语与定义', '丙。', '3.1 范围外', '索引'],
    ['', ' 适用范围: 甲。', ' 引用标准: 乙。', ' 术语与定义: 丙。|3.1 范围外', ' 索引: '],
  ],
])('chapters: %s', (_, text, expected) => {
  expect(shown(...text)).toEqual(expected);
});

/** Number, what is above it, whether it is a title, its text, and how many blocks stand under it. */
it.each<[string, string[], string[]]>([
  [
    'of a chapter',
    ['# 4 要求', '4.1 应登记。', '甲。', '4.2 着装', '乙。', '4.2.1 丙', '4.3', '4.4 丁'],
    [
      '4.1 < 4 false 应登记。 1',
      '4.2 < 4 true 着装 1',
      '4.2.1 < 4.2 undefined 丙 0',
      '4.3 < 4 undefined  0',
      '4.4 < 4 undefined 丁 0',
    ],
  ],
  [
    'of an annex',
    ['# 附录A', 'A.1 甲', '乙。', 'A.1.1 丙；', 'B.1 丁', '4.1 戊。'],
    ['A.1 < A true 甲 1', 'A.1.1 < A.1 false 丙； 1', '4.1 < 4 false 戊。 0'],
  ],
  [
    'marked headings',
    [
      '# 4 要求',
      '## 4.1 应登记',
      '## 4.2 登记',
      '## 4.3 见附录A',
      `## 4.4 ${'甲'.repeat(25)}`,
      `## 4.5 ${'甲'.repeat(26)}`,
      `4.6 ${'甲'.repeat(51)}`,
    ],
    [
      '4.1 < 4 undefined 应登记 0',
      '4.2 < 4 true 登记 0',
      '4.3 < 4 undefined 见附录A 0',
      '4.4 < 4 true 甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲 0',
      '4.5 < 4 undefined 甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲 0',
      '4.6 < 4 false 甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲 0',
    ],
  ],
  [
    'sentences that begin with a number',
    [
      '# 4 要求',
      '3.5万元',
      '4.2的记录',
      '4.2规定',
      '4.1.甲',
      '1.1.1.1.1.1.1.1.1 甲',
      '12.30',
      '甲4.1',
      '４．１ 登记',
      '乙',
    ],
    ['12.30 < 12 undefined  1', '4.1 < 4 true 登记 1'],
  ],
  [
    'a title that runs on',
    ['# 4 要求', '4.1 着装：应统一', '乙。', '4.2 着装　可以', '4.3 登记', '4.3.1 甲。'],
    [
      '4.1 < 4 undefined 着装：应统一 1',
      '4.2 < 4 undefined 着装　可以 0',
      '4.3 < 4 true 登记 0',
      '4.3.1 < 4.3 false 甲。 0',
    ],
  ],
])('clauses: %s', (_, text, expected) => {
  expect(
    clausesOf(standard(...text)).map(
      ({ number, parent, titled, text: own, under }) => `${number} < ${parent} ${titled} ${own} ${under.length}`,
    ),
  ).toEqual(expected);
});

it('tells how a text is built', () => {
  const scope = ['# 1 范围', '甲。'];
  const forms: [string, string[]][] = [
    ['drafted', scope],
    ['several', [...scope, ...scope]],
    ['drafted', ['# 范围', '甲。', '# 2 规范性引用文件', '乙。']],
    ['drafted', ['# 范围', '甲。', '# 术语和定义', '乙。']],
    ['drafted', ['按照GB/T 1.1—2020的规定起草。']],
    ['drafted', ['依 据 GB∕T1.1起草', '根据GB∕T1.1起草']],
    ['other', ['按照GB/T 1.10—2020起草。', '参照GB/T 1.1起草。']],
    ['other', ['# 1 目的', '甲。', '# 2 适用范围', '乙。', '# 3 职责', '丙。']],
    ['other', ['# 范围', '甲。']],
    ['other', ['# 1 范围']],
    ['other', ['甲。']],
  ];
  expect(forms.map(([, text]) => formOf(standard(...text)))).toEqual(forms.map(([form]) => form));
});

it('tells a text of its own from a form', () => {
  expect(hasOwnText(standard('# 甲'))).toBe(true);
  expect(hasOwnText(standard('1 范围', '甲。', '2 总体要求', '乙。'))).toBe(true);
  expect(hasOwnText(standard('1 范围', '甲。'))).toBe(false);
  expect(hasOwnText(standard('前言', '甲。', '1 范围', '甲。'))).toBe(false);
  expect(hasOwnText(standard('1 范围', '甲。', '2 总体要求'))).toBe(false);
});

it('leaves out headers, footers and tables', () => {
  const blocks = blocksFrom(['# 4 要求', '4.1 甲。', '|4.2 乙|', '4.3 丙。', '4.4 丁。']).map(
    (block, at): Block => (at === 3 ? { ...block, kind: 'header' } : at === 4 ? { ...block, kind: 'footer' } : block),
  );
  expect(clausesOf(documentFrom({ kind: 'standard', blocks })).map(({ number }) => number)).toEqual(['4.1']);
});

it('reads the number in front of a paragraph', () => {
  const texts = [
    '5.2.1 甲',
    ' ５．２甲',
    '5 甲',
    '5.2.',
    '5.2.3.4.5.6 甲',
    '5.2.3.4.5.6.7 甲',
    '123.1 甲',
    '甲5.2',
    '5.123',
  ];
  expect(texts.map(clauseNumber)).toEqual(['5.2.1', '5.2', '', '', '5.2.3.4.5.6', '', '', '', '']);
});
