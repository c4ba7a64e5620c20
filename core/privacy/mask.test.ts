import { describe, expect, it } from 'vitest';
import { fc } from '../base/testing.ts';
import { maskPayload, maskText } from './mask.ts';
import { MASKED } from './masked.ts';
import { isCreditCode, isIdNumber } from './numbers.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const withCheck = (body: string): string =>
  body + '10X98765432'[WEIGHTS.reduce((sum, weight, index) => sum + weight * Number(body[index]), 0) % 11];
const two = (value: number): string => String(value).padStart(2, '0');

// Region 990000 is none; 340000 with birthdays of the 1880s belongs to nobody alive.
const idNumber = fc
  .record({
    year: fc.integer({ min: 1880, max: 1889 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    order: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ year, month, day, order }) =>
    withCheck(`340000${year}${two(month)}${two(day)}${String(order).padStart(3, '0')}`),
  );
const mobile = fc.integer({ min: 0, max: 99_999_999 }).map((rest) => `139${String(rest).padStart(8, '0')}`);
const card = fc.integer({ min: 0, max: 999_999_999 }).map((rest) => {
  const body = `622000${String(rest).padStart(9, '0')}`;
  return Array.from('0123456789', (digit) => body + digit).find((digits) => {
    const sum = Array.from(digits)
      .reverse()
      .reduce((total, digit, index) => {
        const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
        return total + (value > 9 ? value - 9 : value);
      }, 0);
    return sum % 10 === 0;
  }) as string;
});
const fullWidth = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const grouped = (text: string, lengths: number[], mark: string): string =>
  lengths
    .map((length, index) => {
      const start = lengths.slice(0, index).reduce((sum, before) => sum + before, 0);
      return text.slice(start, start + length);
    })
    .join(mark);
const mark = fc.constantFrom(' ', '-', '\u3000', '－', '\u00a0', '\u200b', ' - ');
const around = fc.constantFrom(
  ['', ''],
  ['号码是', '，谢谢'],
  ['2026-09-14 ', ' 10:20'],
  ['（', '）'],
  ['\t', '\n'],
  ['Tel', ''],
);

it('takes a number with birthday and check character for an identity number, whatever its region', () => {
  for (const number of [withCheck('99000019000101001'), withCheck('00000018850228123')]) {
    expect(maskText(`编号${number}`)).toBe(`编号${MASKED.id}`);
    const wrong = `${number.slice(0, 17)}${number.endsWith('1') ? '2' : '1'}`;
    expect(maskText(`编号${wrong}`)).toContain(wrong);
  }
});

it('takes a card for one whose digits happen to hold a day', () => {
  expect(maskText('6220002001020103')).toBe(MASKED.card);
});

describe('maskText hides', () => {
  it.each([
    [
      'an identity number',
      idNumber,
      (text: string, between: string) => [text, grouped(text, [6, 8, 4], between), text.toLowerCase()],
      MASKED.id,
    ],
    [
      'a mobile number',
      mobile,
      (text: string, between: string) => [text, grouped(text, [3, 4, 4], between), `+86 ${text}`],
      MASKED.phone,
    ],
    ['a bank card', card, (text: string, between: string) => [text, grouped(text, [4, 4, 4, 4], between)], MASKED.card],
  ] as const)('%s in every way of writing', (_name, numbers, ways, word) => {
    fc.assert(
      fc.property(numbers, mark, around, (text, between, [before, after]) => {
        for (const written of ways(text, between).flatMap((way) => [way, fullWidth(way)])) {
          const masked = maskText(`${before}${written}${after}`);
          expect(masked, written).toContain(word);
          expect(masked.replace(/[^\d\uFF10-\uFF19]/g, '').length, written).toBeLessThanOrEqual(
            before.length + after.length,
          );
        }
      }),
    );
  });

  it.each([
    ['340000880101001', MASKED.id],
    ['0551-62000000', MASKED.phone],
    ['（0551）62000000', MASKED.phone],
    ['010 6200 0000', MASKED.phone],
    ['055162000000', MASKED.phone],
    ['联系电话：6200000', MASKED.phone],
    ['身份证号：340000188001010000', MASKED.id],
    ['账号 123456789012', MASKED.card],
  ])('%s', (text, word) => {
    const masked = maskText(text);
    expect(masked).toContain(word);
    expect(masked).not.toMatch(/\d{4}/);
  });

  it('two numbers that stand side by side', () => {
    expect(maskText('13900000000 13900000001')).toBe(`${MASKED.phone} ${MASKED.phone}`);
    expect(maskText('13900000000、0551-62000000')).toBe(`${MASKED.phone}、${MASKED.phone}`);
  });

  it('names of the public by their label', () => {
    expect(maskText('申请人：张三丰，受理人：王芳')).toBe(`申请人：${MASKED.name}，受理人：王芳`);
    expect(maskText('领取人签字：李 四')).toBe(`领取人签字：${MASKED.name}`);
    expect(maskText('申请人：源潭镇人民政府')).toBe('申请人：源潭镇人民政府');
  });
});

describe('maskText leaves alone', () => {
  it.each([
    '皖政办〔2022〕13号',
    'GB/T 24421.2—2009',
    '2022-09-14 10:20:30',
    '2022年9月14日至2022年9月30日',
    '2022-09-14 2022-09-15 2022-09-16',
    '20220914',
    '经费 13900000000.00 元',
    '￥13900000000',
    '13900000000元',
    '91340100MA2N00000X',
    '事项编码 11340124003210000X400050500100001',
    '0123456789AB',
    '3f2504e0-4f89-11d3-9a0c-0305e82c3301',
    '办件编号 34012420220914000123',
    '1663120830123',
    '第12345号 第67890号',
    '承诺 15 个工作日，法定 30 个工作日',
    'a'.repeat(20),
  ])('%s', (text) => {
    expect(maskText(text)).toBe(text);
  });

  const creditCode = fc
    .tuple(
      fc.constantFrom('11', '12', '51', '91', '93'),
      fc.array(fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'), { minLength: 9, maxLength: 9 }),
    )
    .map(([kind, body]) =>
      Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY', (last) => `${kind}340100${body.join('')}${last}`).find(
        isCreditCode,
      ),
    )
    .filter((code): code is string => code !== undefined && !isIdNumber(code));
  const numbers = fc.oneof(
    creditCode,
    creditCode.map((code) => `${code}5000505001001`),
    fc
      .date({ min: new Date('1950-01-01T00:00:00Z'), max: new Date('2049-12-31T00:00:00Z'), noInvalidDate: true })
      .map((date) => date.toISOString()),
    fc
      .date({ min: new Date('1950-01-01T00:00:00Z'), max: new Date('2049-12-31T00:00:00Z'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10).replaceAll('-', '')),
    fc.integer({ min: 0, max: 2_000_000_000 }).map((amount) => `${(amount / 100).toFixed(2)}元`),
    fc.integer({ min: 0, max: 2_000_000_000 }).map((amount) => amount.toLocaleString('en-US')),
    fc
      .tuple(fc.integer({ min: 1990, max: 2040 }), fc.integer({ min: 1, max: 9999 }))
      .map(([year, order]) => `源政发〔${year}〕${order}号`),
    fc.integer({ min: 0, max: 999_999_999_999 }).map((code) => `0005${String(code).slice(0, 8).padStart(8, '0')}`),
  );
  it('credit codes, item codes, dates, amounts, document numbers', () => {
    fc.assert(
      fc.property(
        fc.array(numbers, { minLength: 1, maxLength: 4 }),
        fc.constantFrom('，', '；', ' 及 ', '\t', '\n'),
        (texts, between) => {
          const text = texts.join(between);
          expect(maskText(text)).toBe(text);
        },
      ),
    );
  });
});

describe('maskText', () => {
  it('changes nothing more the second time, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          idNumber,
          mobile,
          fc.array(fc.constantFrom(...'0123456789０X -：申请人电话'.split(''))).map((parts) => parts.join('')),
        ),
        (text) => {
          const once = maskText(text);
          expect(maskText(once)).toBe(once);
        },
      ),
    );
  });

  it('comes to an end on a very long run of digits', () => {
    const text = '9 '.repeat(50_000);
    expect(maskText(text)).toBe(text);
  });
});

describe('maskPayload', () => {
  it('masks every string at any depth and keeps the rest', () => {
    const payload = { a: [{ b: '电话13900000000', c: 5, d: null, e: true }], __proto: 'x' };
    expect(maskPayload(payload)).toEqual({ a: [{ b: `电话${MASKED.phone}`, c: 5, d: null, e: true }], __proto: 'x' });
  });

  it('masks a value under its label, in objects and in tables', () => {
    expect(maskPayload({ label: '申请人', value: '赵小红' })).toEqual({ label: '申请人', value: MASKED.name });
    expect(maskPayload({ label: '身份证号', value: '12345678' })).toEqual({ label: '身份证号', value: MASKED.id });
    expect(
      maskPayload([
        ['申请人', '事项', '手机'],
        ['赵小红', '优抚', '1390000'],
      ]),
    ).toEqual([
      ['申请人', '事项', '手机'],
      [MASKED.name, '优抚', MASKED.phone],
    ]);
    expect(
      maskPayload([
        ['申请人：', '赵小红', '经办人', '王芳'],
        ['x', 'y', 'z', 'w'],
      ])[0],
    ).toEqual(['申请人：', MASKED.name, '经办人', '王芳']);
  });

  it('masks a name of the public wherever else it stands in the payload', () => {
    const masked = maskPayload({ title: '关于赵小红老年证的办理', text: '申请人：赵小红', drafter: '王芳' });
    expect(JSON.stringify(masked)).not.toContain('赵小红');
    expect(masked.drafter).toBe('王芳');
  });
});
