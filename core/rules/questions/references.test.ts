import { expect, it } from 'vitest';
import { documentFrom } from '../testing.ts';
import { isNormative, mentionsOf, namesSame, referenceListOf } from './references.ts';

const standard = (...text: string[]) => documentFrom({ kind: 'standard', text });

/** The sentences in front, then number, title and what stands on the next line, of each entry. */
const listed = (...text: string[]): string[] | undefined => {
  const list = referenceListOf(standard('# 1 范围', '甲。', '# 2 规范性引用文件', ...text));
  return (
    list && [
      list.lead.map((block) => block.text).join('|'),
      ...list.entries.map((one) =>
        [one.designation, one.raw, one.title, one.more, one.allParts ? 'all' : ''].join('|'),
      ),
    ]
  );
};

it.each<[string, string[], string[]]>([
  [
    'numbers and titles',
    [
      '下列文件必不可少。',
      'GB/T 1.1—2020　标准化工作导则',
      'GB/T36112-2018 《政务服务中心》，',
      '《甲规范》（DB34/T 3067—2017）',
    ],
    [
      '下列文件必不可少。',
      'GB/T 1.1—2020|GB/T 1.1—2020|标准化工作导则||',
      'GB/T 36112—2018|GB/T36112-2018|政务服务中心||',
      'DB34/T 3067—2017|DB34/T 3067—2017|甲规范||',
    ],
  ],
  [
    'titles that go on',
    ['GB/T 1.1—2020　标准化工作导则', '第1部分', '另一行', '《甲办法》', '皖政〔2020〕1号'],
    ['', 'GB/T 1.1—2020|GB/T 1.1—2020|标准化工作导则|第1部分|', '||另一行||', '||《甲办法》||', '||皖政〔2020〕1号||'],
  ],
  [
    'all parts, an English title',
    [
      'GB/T 20000（所有部分）　标准化工作指南',
      'ISO 9001:2015 Quality management systems',
      'GB/T 19001—2016　质量管理体系 Quality management systems',
    ],
    [
      '',
      'GB/T 20000|GB/T 20000|标准化工作指南||all',
      'ISO 9001:2015|ISO 9001:2015|Quality management systems||',
      'GB/T 19001—2016|GB/T 19001—2016|质量管理体系||',
    ],
  ],
  ['none', ['本文件没有规范性引用文件。', '无'], ['本文件没有规范性引用文件。|无']],
  [
    'two in a line',
    ['GB/T 1.1—2020 甲；GB/T 1.2—2020 乙。'],
    ['', 'GB/T 1.1—2020|GB/T 1.1—2020|甲||', 'GB/T 1.2—2020|GB/T 1.2—2020|乙||'],
  ],
  [
    'a sentence that names one',
    ['凡是注日期的，GB/T 1.1—2020适用', '其中 GB/T 1.2'],
    ['凡是注日期的，GB/T 1.1—2020适用|其中 GB/T 1.2'],
  ],
])('lists: %s', (_, text, expected) => {
  expect(listed(...text)).toEqual(expected);
});

it('knows where there is no list', () => {
  expect(referenceListOf(standard('# 1 范围', '甲。'))).toBeUndefined();
});

/** Numbers, whether dated, all parts and binding, and the place, of each mention. */
const mentioned = (...text: string[]): string[] =>
  mentionsOf(
    standard(
      '# 前言',
      'GB/T 9—2020',
      '# 1 范围',
      '甲。',
      '# 2 规范性引用文件',
      'GB/T 8—2020 乙',
      '# 4 要求',
      ...text,
      '# 参考文献',
      'GB/T 7—2020',
    ),
  ).map((mention) => {
    const { designations, dated, allParts, place } = mention;
    const binding = isNormative(mention) ? 'binding' : '';
    return [designations.join('+'), dated ? 'dated' : '', allParts ? 'all' : '', binding, place].join('|');
  });

it.each<[string, string[], string[]]>([
  [
    'binding',
    [
      '4.1 应符合GB/T 1.1—2020。',
      '4.2 GB/T 1.2的规定适用。',
      '4.3 GB/T 1.3《甲》界定的术语适用。',
      '4.4 按照本镇制度和GB/T 1.4执行。',
    ],
    ['GB/T 1.1—2020|dated||binding|4.1', 'GB/T 1.2|||binding|4.2', 'GB/T 1.3|||binding|4.3', 'GB/T 1.4|||binding|4.4'],
  ],
  [
    'not binding',
    [
      '4.1 见GB/T 1.1—2020的规定。',
      '4.2 改写GB/T 1.2，应符合要求。',
      '注：应符合GB/T 1.3。',
      '|应符合GB/T 1.4|甲|',
      '4.3 应符合要求。GB/T 1.5给出了示例。',
    ],
    ['GB/T 1.1—2020|dated|||4.1', 'GB/T 1.2||||4.2', 'GB/T 1.3||||4.2', 'GB/T 1.4||||4.2', 'GB/T 1.5||||4.3'],
  ],
  [
    'series',
    [
      '应符合GB/T 13016～13018和GB/T 32169.1～32169.3、GB/T 20000（所有部分）。',
      '应符合GB/T 13～12、GB/T 13～40、GB/T 1.1～2.3和GB/T 13016～GB/T 13017。',
    ],
    [
      'GB/T 13016+GB/T 13017+GB/T 13018|||binding|第4章',
      'GB/T 32169.1+GB/T 32169.2+GB/T 32169.3|||binding|第4章',
      'GB/T 20000||all|binding|第4章',
      'GB/T 13|||binding|第4章',
      'GB/T 13|||binding|第4章',
      'GB/T 1.1|||binding|第4章',
      'GB/T 13016+GB/T 13017|||binding|第4章',
    ],
  ],
  [
    'far before',
    [`应符合${'甲'.repeat(41)}GB/T 1.1`, `应符合${'甲'.repeat(40)}GB/T 1.2`],
    ['GB/T 1.1||||第4章', 'GB/T 1.2|||binding|第4章'],
  ],
])('mentions: %s', (_, text, expected) => {
  expect(mentioned(...text)).toEqual(expected);
});

it('compares numbers', () => {
  expect(namesSame('GB/T 1.1—2020', 'GB/T 1.1')).toBe(true);
  expect(namesSame('GB/T 1.1—2020', 'GB/T 1')).toBe(true);
  expect(namesSame('GB/T 1', 'GB/T 1.1—2020')).toBe(true);
  expect(namesSame('GB/T 11', 'GB/T 1')).toBe(false);
  expect(namesSame('GB/T 1.1', 'GB/T 1.2')).toBe(false);
});
