import { expect, it } from 'vitest';
import type { Place } from '../base/place.ts';
import { type FileFacts, placeWords, propertyWords } from './words.ts';

it.each<[Place, string]>([
  [{ whole: true }, '全文'],
  [{ properties: true }, '文件属性'],
  [{ paragraph: 12 }, '第12段'],
  [{ table: 2, row: 3, cell: 4 }, '表2第3行第4格'],
  [{ paragraph: 2, box: 1 }, '文本框1第2段'],
  [{ header: 1 }, '页眉1'],
  [{ row: 3, column: 2 }, '第3行第2列'],
  [{ line: 7 }, '第7行'],
])('%j is %s', (place, words) => {
  expect(placeWords(place)).toBe(words);
});

it.each<[FileFacts, string | undefined]>([
  [{}, undefined],
  [{ author: '', since: '' }, undefined],
  [{ author: '党政办', since: '2026-03-18' }, '文件属性：创建者“党政办”（2026-03-18）。'],
  [{ since: '2026-03-18', until: '2026-03-20' }, '文件属性：创建于2026-03-18，最后修改于2026-03-20。'],
  [{ author: '甲', editor: '乙', until: '2026-03-20' }, '文件属性：创建者“甲”，最后修改者“乙”（2026-03-20）。'],
])('what a file says of itself: %j is %s', (facts, words) => {
  expect(propertyWords(facts)).toBe(words);
});
