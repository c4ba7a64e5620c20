import { describe, expect, it } from 'vitest';
import { parseVerdicts, verdictsText } from './verdict-file.ts';
import type { PersonVerdict } from './verdicts.ts';

const ID = '0123456789abcdef01234567';
const verdict = (id: string, word: PersonVerdict['verdict'], rest: Partial<PersonVerdict> = {}): PersonVerdict => ({
  ...{ finding: id, verdict: word, reason: '', who: '', until: '', message: '', uri: '' },
  ...rest,
});

describe('a file of verdicts', () => {
  it('comes back as it was written', () => {
    const verdicts = [verdict(ID, 'to-do', { who: '周文', until: '2026-12-01', message: '拟稿人是空的。' })];
    expect(parseVerdicts(verdictsText(verdicts), '意见.json')).toEqual(verdicts);
  });

  it('needs no more than an id and a word, and the last word counts', () => {
    const verdicts = [
      { finding: ID, verdict: 'fixed' },
      { finding: ID, verdict: 'false-alarm' },
    ];
    expect(parseVerdicts({ schema: 'duibiao/verdicts@1', verdicts }, '意见.json')).toEqual([
      verdict(ID, 'false-alarm'),
    ]);
  });

  it.each<[unknown, string]>([
    [{ finding: 'x', verdict: 'fixed' }, '第 1 条“finding”：不是结果里的编号（24 位）'],
    [{ finding: ID, verdict: 'not-applicable' }, '第 1 条：“不适用”要写原因'],
    [{ finding: ID, verdict: '已改' }, '第 1 条“verdict”：只能是"fixed"、'],
    [{ finding: ID, verdict: 'to-do', until: '2026-02-30' }, '第 1 条“until”'],
  ])('is refused with a sentence: %j', (row, said) => {
    expect(() => parseVerdicts({ schema: 'duibiao/verdicts@1', verdicts: [row] }, '意见.json')).toThrow(said);
  });
});
