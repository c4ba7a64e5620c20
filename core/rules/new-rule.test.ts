import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newRule } from './new-rule.ts';
import { readRulePage } from './page.ts';

let room = '';
beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'rules-'));
  for (const name of ['signoff', 'guide', 'questions']) mkdirSync(join(room, name));
  for (const name of ['index.ts', 'rules.md']) cpSync(join(import.meta.dirname, name), join(room, name));
});
afterEach(() => rmSync(room, { recursive: true }));
const read = (name: string): string => readFileSync(join(room, name), 'utf8');

describe('a new rule', () => {
  it('comes with its test, its page and its lines in the list and the table', () => {
    expect(newRule(room, 'guide/fee-stated')).toHaveLength(5);
    expect(read('guide/fee-stated.ts')).toContain("export const feeStated = defineRule({\n  id: 'fee-stated',");
    expect(read('guide/fee-stated.test.ts')).toContain('describeRule(feeStated, [');
    const list = read('index.ts');
    expect(list).toContain("import { feeStated } from './guide/fee-stated.ts';");
    expect(list).toMatch(/ {2}feeStated,\n\];/);
    expect(read('rules.md')).toMatch(/\n- [^\n]*\n- guide\/fee-stated\n$/);
    expect(list.split('\n')).toHaveLength(
      readFileSync(join(import.meta.dirname, 'index.ts'), 'utf8').split('\n').length + 2,
    );
  });

  it('fails until it is filled in: it has no words and its check throws', () => {
    newRule(room, 'guide/fee-stated');
    expect(read('guide/fee-stated.ts')).toMatch(/title: '',[\s\S]*message: ''[\s\S]*throw new Error/);
    const page = readRulePage(read('guide/fee-stated.md'));
    expect(page.title).toBe('');
    expect(page.sections.map((section) => section.text)).toEqual(['', '', '', '', '']);
    expect(page.examples).toEqual([]);
  });

  it.each([
    ['', 'no name of a rule'],
    ['fee-stated', 'no name of a rule'],
    ['guide/Fee', 'no name of a rule'],
    ['guide/../x-y', 'no name of a rule'],
    ['nowhere/fee-stated', 'there is no folder'],
    ['questions/fee-stated', 'there is no folder'],
  ])('%j is refused and nothing is written', (name, words) => {
    const before = read('index.ts') + read('rules.md');
    expect(() => newRule(room, name)).toThrow(words);
    expect(read('index.ts') + read('rules.md')).toBe(before);
  });

  it('never overwrites one that exists, in whatever folder', () => {
    newRule(room, 'guide/fee-stated');
    expect(() => newRule(room, 'signoff/fee-stated')).toThrow('guide/fee-stated exists');
  });
});
