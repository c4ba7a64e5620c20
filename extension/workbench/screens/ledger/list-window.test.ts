import { describe, expect, it } from 'vitest';
import { listWindow, scrollToRow } from './list-window.ts';

describe('the rows to draw', () => {
  it('are those that are seen and a few around them, however long the list', () => {
    expect(listWindow(0, 400, 40, 100_000)).toEqual({ first: 0, end: 18 });
    expect(listWindow(4_000, 400, 40, 100_000)).toEqual({ first: 92, end: 118 });
    expect(listWindow(100_000 * 40 - 400, 400, 40, 100_000)).toEqual({ first: 99_982, end: 100_000 });
  });

  it('cover every row that is partly seen', () => {
    for (let scrollTop = 0; scrollTop < 3_000; scrollTop += 7) {
      const { first, end } = listWindow(scrollTop, 333, 41, 200);
      expect(first * 41).toBeLessThanOrEqual(scrollTop);
      expect(Math.min(end * 41, 200 * 41)).toBeGreaterThanOrEqual(Math.min(scrollTop + 333, 200 * 41));
    }
  });

  it('are none of an empty list and of one that became shorter than the place', () => {
    expect(listWindow(0, 400, 40, 0)).toEqual({ first: 0, end: 0 });
    expect(listWindow(9_000, 400, 40, 3)).toEqual({ first: 3, end: 3 });
  });
});

describe('the place to scroll to', () => {
  it('moves no more than it has to', () => {
    expect(scrollToRow(5, 0, 400, 40)).toBe(0);
    expect(scrollToRow(10, 0, 400, 40)).toBe(40);
    expect(scrollToRow(2, 400, 400, 40)).toBe(80);
    expect(scrollToRow(12, 400, 400, 40)).toBe(400);
  });
});
