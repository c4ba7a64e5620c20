import { expect, it } from 'vitest';
import { catalogueFrom, type DocumentSketch, describeRule, findingsOf } from '../testing.ts';
import { referenceTitle } from './reference-title.ts';
import { TEXT_CASES } from './text-cases.ts';

const catalogue = catalogueFrom([
  {
    designation: 'GB/T 900.2—2009',
    title: '服务指南　第2部分：标准体系',
    effectiveOn: '2009-11-01',
    withdrawnOn: '2023-03-17',
    replacedBy: ['GB/T 900.2—2023'],
  },
  { designation: 'GB/T 900.2—2023', title: '服务指南　第2部分：标准体系构建', effectiveOn: '2023-03-17' },
  { designation: 'GB/T 901—2018', title: '现场管理规范', effectiveOn: '2018-07-01' },
  { designation: 'GB/T 902—2018', title: '投诉处置规范', effectiveOn: '2018-07-01', verified: false },
]);
const text = (entry: string[], ...rest: string[]): DocumentSketch => ({
  kind: 'standard',
  fields: { publishedOn: '2024-05-01' },
  text: [
    '# 1 范围',
    '本文件规定了要求。',
    '# 2 规范性引用文件',
    '下列文件中的内容是必不可少的。',
    ...entry,
    '# 4 服务要求',
    '应微笑。',
    ...rest,
  ],
});
const cases = (
  [
    ['the title', text(['GB/T 901—2018　现场管理规范']), ['passed']],
    ['the title in marks', text(['GB/T 901—2018《现场管理规范》']), ['passed']],
    ['other marks between', text(['GB/T 900.2—2023 服务指南-第 2 部分:标准体系构建']), ['passed']],
    ['glued to its number', text(['GB/T901-2018现场管理规范']), ['passed']],
    ['the English title behind', text(['GB/T 901—2018　现场管理规范 Specification for site management']), ['passed']],
    ['over two lines', text(['GB/T 900.2—2023　服务指南', '第2部分：标准体系构建']), ['passed']],
    ['a word is missing', text(['GB/T 901—2018　现场规范']), ['differs']],
    ['the title of the edition before', text(['GB/T 900.2—2023　服务指南　第2部分：标准体系']), ['differs']],
    ['the old edition by its own title', text(['GB/T 900.2—2009　服务指南　第2部分：标准体系']), ['passed']],
    [
      'undated, the title of its day',
      { ...text(['GB/T 900.2　服务指南　第2部分：标准体系']), fields: { publishedOn: '2020-05-01' } },
      ['passed'],
    ],
    [
      'undated, and no day is read',
      { ...text(['GB/T 900.2　服务指南　第2部分：标准体系']), fields: { publishedOn: { state: 'unreadable' } } },
      ['no-date'],
    ],
    ['a row that nobody confirmed', text(['GB/T 902—2018　投诉规范']), ['unconfirmed']],
    ['not in the catalogue', text(['GB/T 999—2018　无名规范']), ['unknown']],
    ['a series', text(['GB/T 900（所有部分）　服务业指南']), ['none']],
    ['no title', text(['GB/T 901—2018']), ['none']],
    ['a title in the text', text([], '应符合GB/T 901—2018《现场规范》。'), ['differs']],
    ['a table of contents of a book', text(['《现场管理》']), ['none']],
  ] as const
).map(([name, document, reasons]) => ({ name, document, reasons: [...reasons], catalogue }));

describeRule(referenceTitle, [
  ...TEXT_CASES.filter(({ name }) => /a part|form about|state|official/.test(name)),
  ...cases,
]);

it('names both', () => {
  const [finding] = findingsOf(referenceTitle, text(['GB/T 901—2018　现场规范']), { catalogue });
  expect(finding).toMatchObject({
    severity: 'warning',
    message: 'GB/T 901—2018的名称写作“现场规范”，应当是“现场管理规范”，少了“管理”。',
  });
});
