import { describe, expect, it } from 'vitest';
import { sha256Now } from '../base/hash.ts';
import { letterMasks } from '../base/initials.ts';
import { fc } from '../base/testing.ts';
import type { EntryKind, LedgerRecord } from './entry.ts';
import { hasWords, wordsOf } from './search.ts';
import { INDEXED, indexRecords, isAnswered, mayHave, recordsWith, type SearchIndex } from './search-index.ts';
import { sampleLedger } from './testing.ts';

const [sample] = (await sampleLedger(1)).records();
if (sample === undefined) throw new Error('no record');

const recordOf = (subject: string, text: string): LedgerRecord => ({
  entry: { ...sample.entry, subject },
  payload: { text, more: [text, { again: text }], digest: 'ab'.repeat(32) },
});

/** As the first version made it, without codes of three characters and of four digits. */
function ofFirstVersion({ version: _, codes, ends, places, count }: SearchIndex): SearchIndex {
  const parts = [...codes].map((code, at) => ({ code, part: places.slice(at === 0 ? 0 : ends[at - 1], ends[at]) }));
  const left = parts.filter(({ code }) => code >>> 21 !== 0xe000 >>> 5 && code >>> 16 !== 0xe020);
  let end = 0;
  const leftEnds = left.map(({ part }) => {
    end += part.length;
    return end;
  });
  const bytes = left.flatMap(({ part }) => [...part]);
  const leftCodes = Uint32Array.from(left, ({ code }) => code);
  return { codes: leftCodes, ends: Uint32Array.from(leftEnds), places: Uint8Array.from(bytes), count };
}

/** Few characters, so that words are found often: wide and narrow, with spaces, and half a pair. */
const some = fc.string({
  unit: fc.constantFrom('标', '准', '化', 'a', 'Ａ', '1', '2', ' ', '\u3000', '😀', '\ud83d', '\ue001'),
  maxLength: 6,
});

describe('the index of a segment', () => {
  it('leaves out no record that has the words, and answers alone for short ones', () => {
    const drawn = fc.array(fc.option(fc.tuple(some, some), { nil: undefined }), { maxLength: 40 });
    fc.assert(
      fc.property(drawn, some, (parts, asked) => {
        const records = parts.map((part) => part && recordOf(...part));
        const words = wordsOf({ words: asked });
        const index = indexRecords(records);
        const found = recordsWith(index, words);
        // Pairs that begin with a private character have codes of threes, and went with them.
        if (!asked.includes('\ue001'))
          expect(recordsWith(ofFirstVersion(index), words)).toEqual(expect.arrayContaining(found));
        expect(found).toEqual([...new Set(found)].sort((left, right) => left - right));
        for (const [number, record] of records.entries()) {
          const has = record !== undefined && hasWords(record, words);
          if (has) expect(found).toContain(number);
          if (isAnswered(words) && words.length > 0) expect(found.includes(number)).toBe(has);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('leaves out no record whose subject has the initials, and tells what is not written there', () => {
    const masks = letterMasks();
    const drawn = fc.array(fc.option(fc.tuple(some, some), { nil: undefined }), { maxLength: 40 });
    const letters = fc.string({ unit: fc.constantFrom('b', 'z', 'h', 'a'), minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(drawn, letters, some, (parts, word, other) => {
        const records = parts.map((part) => part && recordOf(...part));
        const words = [word, ...wordsOf({ words: other })];
        const index = indexRecords(records);
        const found = recordsWith(index, words, masks);
        for (const [number, record] of records.entries()) {
          if (record !== undefined && hasWords(record, words, masks)) expect(found).toContain(number);
          if (record !== undefined && hasWords(record, words)) expect(mayHave(index, number, words)).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
    const index = indexRecords([
      recordOf('标准化', ''),
      recordOf('', '标准化'),
      recordOf('', 'bzh'),
      recordOf('会', ''),
    ]);
    expect(recordsWith(index, ['bzh'], masks)).toEqual([0, 1, 2]);
    expect([0, 1, 2, 3].filter((record) => mayHave(index, record, ['bzh']))).toEqual([2]);
    expect(isAnswered(['bz'])).toBe(false);
  });

  it('tells few, many and all of 256 records apart', () => {
    const numbers = Array.from({ length: INDEXED }, (_, number) => number);
    const records = numbers.map((number) => recordOf(`标准${number % 2 ? '化' : ''}${number % 100 ? '' : '整'}`, ''));
    const index = indexRecords(records);
    expect(recordsWith(index, ['标准'])).toEqual(numbers);
    expect(recordsWith(index, ['准化'])).toEqual(numbers.filter((number) => number % 2));
    expect(recordsWith(index, ['整'])).toEqual([0, 100, 200]);
    expect(recordsWith(index, ['标准', '整'])).toEqual([0, 100, 200]);
    expect(recordsWith(index, ['化', '整'])).toEqual([]);
    expect(recordsWith(index, [])).toEqual(numbers);
    expect(recordsWith(index, ['没有'])).toEqual([]);
    expect(recordsWith(index, ['abab'])).toEqual([]);
    expect(recordsWith(indexRecords([]), ['标'])).toEqual([]);
  });

  it('finds no word across two texts, and tells numbers with the same pairs apart', () => {
    const record = (...texts: string[]): LedgerRecord => ({ entry: sample.entry, payload: { texts } });
    const index = indexRecords([record('核稿', '长期'), record('核稿长期'), record('71217', '12'), record('7121712')]);
    expect(recordsWith(index, ['稿长'])).toEqual([1]);
    expect(recordsWith(index, ['核稿长期'])).toEqual([1]);
    expect(recordsWith(index, ['1712'])).toEqual([3]);
    expect(recordsWith(ofFirstVersion(index), ['1712'])).toEqual([2, 3]);
    expect(mayHave(index, 2, ['1712'])).toBe(false);
    expect(recordsWith(indexRecords([record('3450 1234'), record('12345')]), ['2345'])).toEqual([1]);
    expect(recordsWith(indexRecords([record('2000 0001'), record('00012')]), ['20000001'])).toEqual([0]);
    expect(hasWords(record('核稿', '长期'), ['稿长'])).toBe(false);
    expect(isAnswered(['\ue001a'])).toBe(false);
  });

  it('is the one that stands in the databases', () => {
    const kinds = ['check', 'waiver', 'evidence', 'note', 'rating', 'correction', 'redaction', 'export', 'checkpoint'];
    const records = Array.from({ length: 90 }, (_, number) => {
      const { entry, payload } = recordOf(`关于 标准化\u3000的Ａ通知${number}`, 'Ｂ\u200b类 C10');
      return { entry: { ...entry, kind: kinds[number % kinds.length] as EntryKind }, payload };
    });
    const { codes, ends, places, count } = indexRecords(records);
    // A change here is a change of what is looked through (titles of kinds too) or of how it is compared: segments that were
    // packed before would not be found by it. So the index gets a new version, and those made before it are read as they are.
    // A waiver got the title that it has before the first one was ever written.
    expect(sha256Now([codes, ends, places, count].join(';'))).toBe(
      'c91c772ba8e89dec7f02f4d091ecfe0c50bbae64f2be3936aff03c9a4ce0e426',
    );
  });
});
