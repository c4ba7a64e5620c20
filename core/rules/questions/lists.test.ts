import { expect, it } from 'vitest';
import { documentFrom } from '../testing.ts';
import { listsOf } from './lists.ts';

/** Each list in a line: place, lead (* a title), its items (. where the next item stands directly below it, or nothing does). */
const shown = (...text: string[]): string[] =>
  listsOf(documentFrom({ kind: 'standard', text })).map(({ place, lead, items }) =>
    [
      place,
      lead ? `${lead.text}${lead.isTitle ? '*' : ''}` : '–',
      ...items.map(({ kind, value, text: own, closed }) => `${kind}${value}:${own}${closed ? '.' : ''}`),
    ].join(' | '),
  );

it.each<[string, string[], string[]]>([
  [
    'letters below a clause',
    ['# 4 要求', '4.1 应查验：', 'a) 身份证；', 'b）户口簿。', '应登记。'],
    ['4.1 | 应查验： | letter1:身份证；. | letter2:户口簿。'],
  ],
  [
    'digits below letters',
    ['# 4 要求', '4.1 应查验：', 'a) 甲；', '1) 子；', '2) 丑；', 'b) 乙；', '1) 寅。'],
    [
      '4.1 | 应查验： | letter1:甲；. | letter2:乙；.',
      '4.1 | – | digit1:子；. | digit2:丑；.',
      '4.1 | – | digit1:寅。.',
    ],
  ],
  [
    'dashes below a chapter',
    ['# 4 要求', '—— 甲；', '● 乙。', '2) 丙'],
    ['第4章 | 要求* | dash0:甲；. | dash0:乙。.', '第4章 | – | digit2:丙.'],
  ],
  [
    'a list that begins anew',
    ['# 4 要求', '应：', 'a) 甲。', '还应：', 'a) 乙。'],
    ['第4章 | 应： | letter1:甲。', '第4章 | 还应： | letter1:乙。.'],
  ],
  [
    'a list that goes on',
    ['# 4 要求', '应：', 'a) 甲。', '说明。', 'b) 乙。'],
    ['第4章 | 应： | letter1:甲。 | letter2:乙。.'],
  ],
  [
    'a list behind a table',
    ['# 4 要求', '应：', '—— 甲。', '|a) 甲|b|', '—— 乙。'],
    ['第4章 | 应： | dash0:甲。', '第4章 | a) 甲 b | dash0:乙。.'],
  ],
  [
    'a clause that may be a title',
    ['# 4 要求', '4.1 查验', 'a) 甲。', '4.2 应登记；', 'a) 乙。', '## 4.3 归档', 'a) 丙。'],
    ['4.1 | 查验* | letter1:甲。.', '4.2 | 应登记； | letter1:乙。.', '4.3 | 归档* | letter1:丙。.'],
  ],
  ['no items', ['# 4 要求', 'a)', '甲) 乙', '1、丙', '123) 丁', 'A) 戊'], []],
])('%s', (_, text, expected) => {
  expect(shown(...text)).toEqual(expected);
});
