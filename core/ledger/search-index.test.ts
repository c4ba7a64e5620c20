import { describe, expect, it } from 'vitest';
import { sha256Now } from '../base/hash.ts';
import { fc } from '../base/testing.ts';
import type { EntryKind, LedgerRecord } from './entry.ts';
import { hasWords, wordsOf } from './search.ts';
import { GROUPS, groupsWith, indexRecords } from './search-index.ts';
import { sampleLedger } from './testing.ts';

const [sample] = (await sampleLedger(1)).records();
if (sample === undefined) throw new Error('no record');

const recordOf = (subject: string, text: string): LedgerRecord => ({
  entry: { ...sample.entry, subject },
  payload: { text, more: [text, { again: text }], digest: 'ab'.repeat(32) },
});

/** Few characters, so that words are found often: wide and narrow, with spaces, and half a pair. */
const some = fc.string({
  unit: fc.constantFrom('标', '准', '化', 'a', 'Ａ', '1', ' ', '\u3000', '😀', '\ud83d'),
  maxLength: 6,
});

describe('the index of a segment', () => {
  it('leaves out no group that has the words', () => {
    const groups = fc.array(fc.array(fc.tuple(some, some), { maxLength: 3 }), { maxLength: GROUPS });
    fc.assert(
      fc.property(groups, some, (drawn, asked) => {
        const records = drawn.map((group) => group.map(([subject, text]) => recordOf(subject, text)));
        const index = indexRecords(records);
        const words = wordsOf({ words: asked });
        const found = groupsWith(index, words);
        for (const [group, some] of records.entries()) {
          const has = some.some((record) => hasWords(record, words));
          const named = (found & (1 << group)) !== 0;
          if (has) expect(named).toBe(true);
          // A single word of two characters is told exactly.
          if (words.length === 1 && words[0]?.length === 2) expect(named).toBe(has);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('names every group for no word, and none for what stands nowhere', () => {
    const index = indexRecords([[recordOf('标准', '化')], [recordOf('标', '准化')]]);
    expect(groupsWith(index, [])).toBe(0xffff);
    expect(groupsWith(index, ['标准'])).toBe(0b01);
    expect(groupsWith(index, ['准化'])).toBe(0b10);
    expect(groupsWith(index, ['准', '化'])).toBe(0b11);
    expect(groupsWith(index, ['没有'])).toBe(0);
    expect(groupsWith(index, ['标准', '准化'])).toBe(0);
    expect(groupsWith(index, ['abab'])).toBe(0);
    expect(groupsWith(indexRecords([]), ['标'])).toBe(0);
  });

  it('is the one that stands in the databases', () => {
    const kinds = ['check', 'waiver', 'evidence', 'note', 'rating', 'correction', 'redaction', 'export', 'checkpoint'];
    const records = kinds.map((kind) => {
      const { entry, payload } = recordOf('关于 标准化\u3000的Ａ通知', 'Ｂ\u200b类 C10');
      return { entry: { ...entry, kind: kind as EntryKind }, payload };
    });
    const { pairs, groups } = indexRecords(records.map((record) => [record]));
    // A change here is a change of what is looked through (titles of kinds too) or of how it is compared: segments that were
    // packed before would not be found by it. So their indexes have to be made again, in a new version of the database.
    expect(sha256Now(`${pairs.join()};${groups.join()}`)).toBe(
      'b82d9a05078e78fd78ba2fa9dc38f9064a3698590e5400d50a688c6bdc379f6a',
    );
  });
});
