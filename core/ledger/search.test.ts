import { describe, expect, it } from 'vitest';
import { letterMasks } from '../base/initials.ts';
import { PEOPLE_ROLES, ROLES } from '../document/vocabulary.ts';
import type { LedgerRecord } from './entry.ts';
import { fitsPlaces, hasWords, PERSON_FIELDS, SERVICE_FIELDS, wordsOf } from './search.ts';
import { sampleLedger } from './testing.ts';

const [sample] = (await sampleLedger(1)).records();
if (sample === undefined) throw new Error('no record');
const recordOf = (subject: string, payload: unknown): LedgerRecord => ({
  entry: { ...sample.entry, subject },
  payload,
});

describe('a word of letters', () => {
  const record = recordOf('关于政务 服务OA平台的通知', { text: '标准化' });
  const has = (words: string): boolean => hasWords(record, wordsOf({ words }), letterMasks());

  it.each(['zwfw', 'ZWFW', 'gyzwfw', 'fwoapt', 'oa', 'tz', 'zwfw 标准化'])('finds the subject: %s', (words) => {
    expect(has(words)).toBe(true);
  });

  it.each([
    ['in another order', 'wfwz'],
    ['of the contents', 'bzh'],
    ['with one that is not there', 'zwfw bzh'],
    ['a single letter', 'z'],
    ['longer than any', 'gyzwfwoaptdtz'],
    ['with a figure in it', 'zwfw1'],
  ])('finds nothing %s', (_name, words) => {
    expect(has(words)).toBe(false);
  });

  it('is a word as it stands where nobody gives the table', () => {
    expect(hasWords(record, ['zwfw'])).toBe(false);
    expect(hasWords(record, ['oa'])).toBe(true);
  });
});

describe('what is asked for in its place', () => {
  const record = recordOf('关于孙丽同志的通知', {
    fields: [
      { role: 'drafter', state: 'present', label: '拟稿人', value: ['王芳'], written: '王 芳' },
      { role: 'title', state: 'present', label: '标题', value: '表彰赵强', written: '表彰赵强' },
      { role: 'serviceName', state: 'present', label: '事项名称', value: '居住证办理', written: '居住证办理' },
    ],
    trail: [{ step: '核稿', actors: ['李明'], action: '同意', time: '', state: 'done' }],
    check: { findings: [{ message: '引用的 GB/T 1.1—2020 已被代替' }] },
  });

  it.each([
    [{ person: '王芳' }, true],
    [{ person: '李明' }, true],
    [{ person: '综合窗口1' }, true],
    [{ person: '孙丽' }, false],
    [{ person: '赵强' }, false],
    [{ person: '核稿' }, false],
    [{ person: '拟稿' }, false],
    [{ service: '居住证' }, true],
    [{ service: '表彰' }, false],
    [{ standard: 'GB/T 1.1-2020' }, true],
    [{ standard: 'gb/t1.1' }, true],
    [{ standard: 'GB/T 1.1—2009' }, false],
    [{ person: '王芳', standard: 'GB/T 1.1' }, true],
    [{ person: '王芳', service: '表彰' }, false],
  ])('%j: %j', (filter, fits) => {
    expect(fitsPlaces(record, filter)).toBe(fits);
  });

  it('is not found in a payload that is not there or of another shape', () => {
    for (const payload of [
      undefined,
      null,
      5,
      [],
      { fields: 'x', trail: [null, 3] },
      { fields: [null, { role: 5 }] },
    ]) {
      expect(fitsPlaces(recordOf('', payload), { person: '王芳' })).toBe(false);
      expect(fitsPlaces(recordOf('', payload), { service: '王芳' })).toBe(false);
    }
  });

  it('goes by fields that the vocabulary has', () => {
    expect([...PERSON_FIELDS].sort()).toEqual([...PEOPLE_ROLES].sort());
    for (const field of SERVICE_FIELDS) expect(ROLES).toContain(field);
  });
});
