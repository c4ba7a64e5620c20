import { describe, expect, it } from 'vitest';
import { rulesOfSight } from './style.ts';

const kept = (sheet: string): string => rulesOfSight(sheet, 100).text.replaceAll(/\s+/g, ' ').trim();

describe('rulesOfSight', () => {
  it.each([
    ['.a{color:red;display:none}.b{margin:0}', '.a{display:none;}'],
    ['.a { visibility : hidden }', '.a { visibility : hidden ;}'],
    ['@media print { .a{color:red} .b{display:none} }', '@media print { .b{display:none;}}'],
    ['@media print { .a{color:red} }', ''],
    ['@keyframes x { from { display:none } } .b{display:block}', '.b{display:block;}'],
    ['@import "a{display:none}"; .b{color:red}', ''],
    [':root{--x:none;color:red} .a{display:var(--x)}', ':root{--x:none;} .a{display:var(--x);}'],
    ['.a[title="}{"]{display:none}', '.a[title="}{"]{display:none;}'],
    ['.a\\{b{display:none}', '.a\\{b{display:none;}'],
    ['.a{display:none', ''],
    ['}}.a{display:none}', '.a{display:none;}'],
  ])('keeps of %s what tells what is seen', (sheet, wanted) => {
    expect(kept(sheet)).toBe(wanted);
  });

  it('says when there are more than it may keep', () => {
    expect(rulesOfSight('.a{display:none}'.repeat(5), 3)).toMatchObject({ rules: 3, cut: true });
    expect(rulesOfSight('.a{display:none}'.repeat(3), 3)).toMatchObject({ rules: 3, cut: false });
    expect(rulesOfSight('.a{color:red}'.repeat(5), 3)).toMatchObject({ text: '', rules: 0, cut: false });
  });
});
