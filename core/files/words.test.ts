import { expect, it } from 'vitest';
import type { Place } from '../base/place.ts';
import { placeWords } from './words.ts';

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
