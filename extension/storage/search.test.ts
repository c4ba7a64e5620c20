import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { chinaDay } from '../../core/base/dates.ts';
import { letterMasks } from '../../core/base/initials.ts';
import { fc } from '../../core/base/testing.ts';
import { halfWidth, squeeze } from '../../core/base/text.ts';
import type { EntryDraft, LedgerEntry, LedgerRecord } from '../../core/ledger/entry.ts';
import { KINDS } from '../../core/ledger/kinds/index.ts';
import type { EntryFilter } from '../../core/ledger/search.ts';
import { openDatabase } from './database.ts';
import { fillLedger } from './fill.ts';
import { createLedgerReader } from './ledger-reader.ts';
import type { Database } from './schema.ts';
import { emptyStorage } from './testing.ts';

/** Three segments and some. */
const COUNT = 900;
const PARTS = [
  '标准化',
  '标 准',
  'Ｑ/YTBM',
  'q/ytbm',
  '培训',
  '签到',
  '王芳',
  '李',
  '2026-03',
  '2026—03',
  '［',
  'C1',
  '通知。',
  '准化',
];

/** Numbers that look like chance and are the same each time. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state % below;
  };
}

function draftOf(sequence: number): EntryDraft {
  const next = chance(sequence * 7_919);
  const some = (most: number): string => Array.from({ length: next(most) }, () => PARTS[next(PARTS.length)]).join('');
  const base = {
    factOn: '2026-03-02',
    capturedAt: new Date(Date.parse('2026-03-01T20:00:00Z') + sequence * 3_600_000).toISOString(),
    actor: `窗口${next(3)}`,
    subject: some(4),
    indicators: [`C${next(12)}`],
  };
  const reason = { scorecard: 'ab'.repeat(32), indicator: some(3), score: 1, reason: some(3) };
  return next(4) === 0
    ? { ...base, kind: 'rating', payload: reason }
    : {
        ...base,
        kind: 'note',
        payload: {
          text: some(5),
          fields: [{ role: next(2) ? 'drafter' : 'serviceName', label: '王芳', value: some(3) }],
          trail: [{ step: '王芳', actors: [some(2)] }],
        },
      };
}

/** How a record was looked through before there was an index: everything read, one after another. */
function naive(records: readonly LedgerRecord[], filter: EntryFilter): LedgerEntry[] {
  const comparable = (text: string): string => halfWidth(squeeze(text)).toLowerCase();
  const together = (texts: readonly string[]): string => texts.map(comparable).join('\n');
  const textsIn = (value: unknown): string[] => {
    if (typeof value === 'string') return /^[0-9a-f]{64}$/.test(value) ? [] : [value];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
  };
  const words = (filter.words ?? '').split(/\s+/u).map(comparable).filter(Boolean);
  const masks = letterMasks();
  const asInitials = (word: string, subject: string): boolean =>
    /^[a-z]{2,12}$/.test(word) &&
    Array.from({ length: subject.length }, (_, start) => subject.slice(start, start + word.length)).some(
      (part) =>
        part.length === word.length &&
        [...word].every((letter, at) => (masks[part.charCodeAt(at)] ?? 0) & (1 << (letter.charCodeAt(0) - 97))),
    );
  const inPlaces = (payload: unknown, roles: string, name: string): boolean => {
    const { fields = [], trail = [] } = (payload ?? {}) as {
      fields?: { role: string; value: string }[];
      trail?: { actors: string[] }[];
    };
    const texts = fields.filter(({ role }) => role === roles).map(({ value }) => value);
    if (roles === 'drafter') texts.push(...trail.flatMap(({ actors }) => actors));
    return texts.some((text) => comparable(text).includes(comparable(name)));
  };
  return records
    .filter(({ entry, payload }) => {
      const { subject, actor, kind, indicators, factOn, sequence } = entry;
      const day = chinaDay(entry.registeredAt);
      const own = together([subject, actor, KINDS[kind].title, ...indicators, factOn, day, `#${sequence}`]);
      const content = together(textsIn(payload));
      return (
        (filter.kinds === undefined || filter.kinds.includes(kind)) &&
        (filter.indicator === undefined || indicators.includes(filter.indicator)) &&
        (filter.from === undefined || day >= filter.from) &&
        (filter.to === undefined || day <= filter.to) &&
        words.every((word) => own.includes(word) || content.includes(word) || asInitials(word, comparable(subject))) &&
        (filter.person === undefined ||
          comparable(actor).includes(comparable(filter.person)) ||
          inPlaces(payload, 'drafter', filter.person)) &&
        (filter.service === undefined || inPlaces(payload, 'serviceName', filter.service)) &&
        (filter.standard === undefined ||
          [own, content].some((text) => text.replaceAll('—', '-').includes(comparable(filter.standard ?? ''))))
      );
    })
    .map(({ entry }) => entry)
    .reverse();
}

let database: Database;
let records: LedgerRecord[];
const connect = async (): Promise<Database> => database;
beforeAll(async () => {
  emptyStorage();
  database = await openDatabase();
  await fillLedger(database, COUNT, draftOf);
  records = [];
  for await (const record of createLedgerReader(connect).records()) records.push(record);
});
afterAll(() => database.close());

const word = fc.oneof(
  fc.constantFrom(
    ...PARTS,
    '标准',
    '准化培',
    '训签',
    '窗口1',
    '自报',
    '证据',
    '#77',
    '2026-03-1',
    'Ｃ1',
    '没有的词',
    '芳',
    '王',
    'q',
    '［',
    'abab',
    'bzh',
    'px',
    'pxqd',
    'zhpx',
    'ytbm',
    'zz',
  ),
  fc.array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 2 }).map((parts) => parts.join('')),
);
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined, freq: 3 });
const filters = fc
  .record({
    words: maybe(fc.array(word, { maxLength: 3 }).map((words) => words.join(' '))),
    kinds: maybe(fc.constantFrom(['note'] as const, ['rating'] as const, ['note', 'rating'] as const)),
    indicator: maybe(fc.constantFrom('C1', 'C11', 'C0', 'c1')),
    person: fc.option(fc.constantFrom('王芳', '窗口1', '李', '没有'), { nil: undefined, freq: 1 }),
    service: fc.option(fc.constantFrom('培训', '签到李', '没有'), { nil: undefined, freq: 1 }),
    standard: fc.option(fc.constantFrom('q/YTBM', 'Ytbm', '2026-03'), { nil: undefined, freq: 1 }),
    from: maybe(fc.constantFrom('2026-03-05', '2026-03-20', '2027-01-01')),
    to: maybe(fc.constantFrom('2026-03-05', '2026-03-20')),
  })
  .map((filter) => Object.fromEntries(Object.entries(filter).filter(([, part]) => part !== undefined)) as EntryFilter);

describe('the search', () => {
  it('finds what reading everything finds, in pages newest first, whatever is asked', async () => {
    expect(records).toHaveLength(COUNT);
    expect(await database.count('indexes')).toBe(3);
    const reader = createLedgerReader(connect);
    let hits = 0;
    await fc.assert(
      fc.asyncProperty(filters, fc.integer({ min: 1, max: 300 }), async (filter, limit) => {
        const expected = naive(records, filter);
        const found: LedgerEntry[] = [];
        let before: number | undefined;
        // Small pages of much that is found are many, and each is a search: the first of them will do.
        let pages = 0;
        do {
          pages += 1;
          const page = await reader.find(filter, limit, before);
          expect(page.entries.length).toBeLessThanOrEqual(limit);
          found.push(...page.entries);
          before = page.before;
        } while (before !== undefined && pages < 25);
        expect(found).toEqual(before === undefined ? expected : expected.slice(0, found.length));
        hits += found.length;
      }),
      { numRuns: 150 },
    );
    expect(hits).toBeGreaterThan(1_000);
  }, 120_000);

  it('keeps within two sequences', async () => {
    const reader = createLedgerReader(connect);
    await fc.assert(
      fc.asyncProperty(filters, fc.nat(COUNT), fc.nat(COUNT + 5), async (filter, after, before) => {
        const found: LedgerEntry[] = [];
        for await (const page of reader.search(filter, after, before)) found.push(...page);
        const between = records.filter(({ entry }) => entry.sequence > after && entry.sequence < before);
        expect(found).toEqual(naive(between, filter));
      }),
      { numRuns: 50 },
    );
  }, 120_000);

  it('leaves out none that may fit one of several filters, newest first, each once', async () => {
    const reader = createLedgerReader(connect);
    const some = fc.record({
      words: fc.constantFrom('标准化', '准化培', '签到', '没有的词'),
      ...{ standard: maybe(fc.constantFrom('q/YTBM', '2026-03')), service: maybe(fc.constantFrom('培训', '没有')) },
    });
    const plain = (filter: object) =>
      Object.fromEntries(Object.entries(filter).filter(([, part]) => part !== undefined)) as EntryFilter;
    await fc.assert(
      fc.asyncProperty(fc.array(some.map(plain), { maxLength: 3 }), async (asked) => {
        const found: number[] = [];
        for await (const page of reader.maybe(asked)) found.push(...page.map(({ entry }) => entry.sequence));
        expect(found).toEqual([...new Set(found)].sort((left, right) => right - left));
        for (const filter of asked)
          expect(found).toEqual(expect.arrayContaining(naive(records, filter).map(({ sequence }) => sequence)));
        if (asked.length === 0) expect(found).toEqual([]);
      }),
      { numRuns: 30 },
    );
  }, 120_000);

  it('reads no payload for a word that stands nowhere, and each index once', async () => {
    const reader = createLedgerReader(connect);
    const get = vi.spyOn(IDBObjectStore.prototype, 'get');
    const asked = (name: string): number =>
      get.mock.contexts.filter((store) => (store as IDBObjectStore).name === name).length;
    for (const words of ['没有的词', '没有的词 标准', '压根没有'])
      expect((await reader.find({ words }, 50)).entries).toEqual([]);
    // What is not packed yet has no index, and is looked through as it is: its payloads come with the entries.
    expect(asked('indexes')).toBe(3 + 3);
    expect(asked('payloadRows')).toBe(0);
    vi.restoreAllMocks();
  });

  it('offers what comes near to words that are nowhere, packed or not', async () => {
    const reader = createLedgerReader(connect);
    const long = records.filter(({ entry }) => halfWidth(squeeze(entry.subject)).length >= 8);
    for (const own of [long[0], long.at(-1)]) {
      if (own === undefined) throw new Error('no long subject');
      const subject = halfWidth(squeeze(own.entry.subject));
      // One character is wrong.
      const words = `${subject.slice(0, 4)}囧${subject.slice(5)}`;
      expect((await reader.find({ words }, 5)).entries).toEqual([]);
      const near = await reader.near({ words }, 50);
      expect(near.map((entry) => halfWidth(squeeze(entry.subject)))).toContain(subject);
      const notes = await reader.near({ words, kinds: ['note'] }, 5);
      expect(notes.every(({ kind }) => kind === 'note')).toBe(true);
    }
    expect(await reader.near({ words: '完全没有的事情' }, 5)).toEqual([]);
    expect(await reader.near({ words: '一' }, 5)).toEqual([]);
  });
});
