import { describe, expect, it } from 'vitest';
import { readScore, showScore } from './score-input.ts';

describe('a typed score', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['0', 0],
    ['3', 3],
    ['3.5', 3.5],
    ['3.', 3],
    [' 2.0 ', 2],
    ['２．５', 2.5],
    ['2。5', 2.5],
    ['4', 4],
    ['4.5', undefined],
    ['3.7', undefined],
    ['-1', undefined],
    ['1e0', undefined],
    ['三', undefined],
    ['2分', undefined],
    ['99999999', undefined],
  ])('%j of 4 is %j', (text, score) => {
    expect(readScore(text, 4)).toBe(score);
  });

  it('comes back as it stands in its box', () => {
    for (const score of [null, 0, 1.5, 4]) expect(readScore(showScore(score), 4)).toBe(score);
    expect(showScore(undefined)).toBe('');
  });
});
