import { expect, test } from 'vitest';
import { BUILT_IN_CATALOGUE } from './pack.ts';
import { searchStandards } from './search.ts';

const found = (words: string) => searchStandards(BUILT_IN_CATALOGUE, words).map(({ designation }) => designation);

test.each([
  ['服务现场', ['GB/T 36112—2018']],
  ['GB/T36112-2018', ['GB/T 36112—2018']],
  ['gbt 36112', ['GB/T 36112—2018']],
  ['归档文件', ['DA/T 22—2015']],
  ['', []],
  ['《》', []],
  ['没有这种东西吧', []],
])('%s', (words, expected) => {
  expect(found(words)).toEqual(expected);
});

test('words apart are all wanted', () => {
  expect(found('政务服务中心 投诉')).toEqual(['GB/T 36113—2018']);
});

test('exact ones stand before those that come near', () => {
  expect(found('GB/T 24421.4').slice(0, 2).toSorted()).toEqual(['GB/T 24421.4—2009', 'GB/T 24421.4—2023']);
});

test('a letter wrong is forgiven', () => {
  expect(found('窗口服物评价')[0]).toBe('GB/T 32169.4—2015');
  expect(found('现场管里规范')[0]).toBe('GB/T 36112—2018');
});

test('a query of any length and kind is answered', () => {
  expect(found('标准'.repeat(5000)).length).toBeLessThanOrEqual(20);
  expect(found('(.*)+[').length).toBeLessThanOrEqual(20);
});
