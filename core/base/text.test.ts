import { describe, expect, it } from 'vitest';
import { fc } from './testing.ts';
import { cleanText, compareText, fillSlots, halfWidth, labelKey, shorten, squeeze, withWholeSigns } from './text.ts';

describe('text', () => {
  it('drops what prints nothing and folds spaces', () => {
    expect(cleanText(' 拟\u200b稿\u3000 人\u00a0： ')).toBe('拟稿 人 ：');
    expect(squeeze('拟 稿\u3000人')).toBe('拟稿人');
  });

  it('compares labels without spaces, stars, colons and full width', () => {
    for (const label of ['拟 稿 人：', '＊拟稿人', '*拟稿人 :', '（拟稿人）', '拟\u200b稿人'])
      expect(labelKey(label)).toBe('拟稿人');
    expect(labelKey('ＩＤ号')).toBe('ID号');
  });

  it('fills slots and leaves an unknown one in sight', () => {
    expect(fillSlots('{name}不对，{why}', { name: '甲' })).toBe('甲不对，{why}');
  });

  it('shortens without splitting a character', () => {
    expect(shorten('𠀀𠀁𠀂', 2)).toBe('𠀀…');
    expect(shorten('甲乙', 2)).toBe('甲乙');
  });

  it('cleaning twice changes nothing more', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => cleanText(cleanText(text)) === cleanText(text)));
    fc.assert(fc.property(fc.string(), (text) => halfWidth(halfWidth(text)) === halfWidth(text)));
  });

  it('orders by code units', () => {
    expect(['乙', 'b', '甲', 'B'].sort(compareText)).toEqual(['B', 'b', '乙', '甲']);
  });
});

// Read in quadratic time these texts would take many minutes.
it('reads a label of a hundred thousand colons', () => {
  const colons = '：'.repeat(100_000);
  expect(labelKey(`拟稿人${colons}`)).toBe('拟稿人');
  expect(labelKey(`${colons}拟`)).toHaveLength(100_001);
});

it('puts whole signs in place of radicals', () => {
  expect(withWholeSigns('发⽂字号、燃⽓')).toBe('发文字号、燃气');
  expect(withWholeSigns('ＧＢ／Ｔ①')).toBe('ＧＢ／Ｔ①');
});
