import { describe, expect, test } from 'vitest';
import { fc } from '../base/testing.ts';
import type { CataloguePack } from './catalogue.ts';
import { packChanges } from './changes.ts';
import { impactOf, type StandardUse } from './impact.ts';
import { cataloguePack as pack, catalogueRow as row } from './testing.ts';

const DAY = '2026-11-23';

const BEFORE = pack([
  row('GB/T 900—2010'),
  row('GB/T 901—2010'),
  row('GB/T 902—2010'),
  row('GB/T 903—2010'),
  row('GB/T 904—2010', { withdrawnOn: '2020-01-01' }),
  row('GB/T 905—2010'),
]);
const AFTER = pack([
  row('GB/T 900—2010', { withdrawnOn: '2026-10-01', replacedBy: ['GB/T 900—2026'] }),
  row('GB/T 900—2026', { effectiveOn: '2026-10-01' }),
  row('GB/T 901—2010', { withdrawnOn: '2026-10-01' }),
  row('GB/T 902—2010', { title: '某规范　新名称' }),
  row('GB/T 903—2010', { publishedOn: '2009-12-01' }),
  row('GB/T 904—2010', { withdrawnOn: '2020-01-01' }),
]);

const told = (before: CataloguePack, after: CataloguePack) =>
  packChanges(before, after, DAY).map(
    ({ kind, designation, before: then, after: now }) =>
      `${kind} ${designation} ${then?.status ?? '-'} ${now?.status ?? '-'}`,
  );

describe('what a later pack says otherwise', () => {
  test('each standard once, with its status in both', () => {
    expect(told(BEFORE, AFTER)).toEqual([
      'status GB/T 900—2010 current replaced',
      'new GB/T 900—2026 - current',
      'status GB/T 901—2010 current withdrawn',
      'title GB/T 902—2010 current current',
      'dates GB/T 903—2010 current current',
      'gone GB/T 905—2010 current -',
    ]);
  });

  test('a pack that has lapsed is compared by what it said', () => {
    expect(told(pack(BEFORE.rows, { lapsesOn: '2026-01-02' }), pack(BEFORE.rows))).toEqual([]);
  });

  test('another successor', () => {
    const by = (designation: string) =>
      pack([row('GB/T 900—2010', { withdrawnOn: '2020-01-01', replacedBy: [designation] })]);
    expect(told(by('GB/T 901—2020'), by('GB/T 902—2020'))).toEqual(['replaced-by GB/T 900—2010 replaced replaced']);
  });

  const packs = fc
    .uniqueArray(
      fc.record({
        number: fc.integer({ min: 900, max: 905 }),
        end: fc.constantFrom(undefined, '2020-01-01'),
        title: fc.constantFrom('甲', '乙'),
      }),
      { selector: ({ number }) => number, maxLength: 6 },
    )
    .map((rows) =>
      pack(
        rows.map(({ number, end, title }) => row(`GB/T ${number}—2010`, { title, ...(end && { withdrawnOn: end }) })),
      ),
    );
  test('property: none between a pack and itself; the way back names the same standards, new for gone', () => {
    fc.assert(
      fc.property(packs, packs, (one, other) => {
        expect(packChanges(one, one, DAY)).toEqual([]);
        const turned = { new: 'gone', gone: 'new' } as const;
        const there = packChanges(one, other, DAY).map(({ kind, designation }) => `${kind} ${designation}`);
        const back = packChanges(other, one, DAY).map(
          ({ kind, designation }) => `${kind === 'new' || kind === 'gone' ? turned[kind] : kind} ${designation}`,
        );
        expect(there.toSorted()).toEqual(back.toSorted());
      }),
    );
  });
});

describe('what it touches', () => {
  const use = (designation: string, more: Partial<StandardUse> = {}): StandardUse => ({
    in: 'document',
    name: '甲.docx',
    designation,
    title: '',
    ...more,
  });
  const work = (...uses: StandardUse[]) =>
    impactOf(BEFORE, AFTER, uses, DAY).map(
      ({ use: { in: place, name, designation }, before, after, advice }) =>
        `${place} ${name} ${designation} ${before.status} ${after.status} ${advice.reason}`,
    );

  test('each use of a standard of which something else is said, with what to do', () => {
    expect(
      work(
        use('GB/T 900—2010'),
        use('GB/T 900—2010'),
        use('GB/T 900—2010', { clause: true, name: '乙.docx' }),
        use('GB/T 901—2010', { in: 'service', name: '临时救助' }),
        use('GB/T 904—2010'),
        use('GB/T 902—2010', { in: 'register', name: '某规范' }),
        use('GB/T 999—2010'),
        use('GB/T 905—2010'),
      ),
    ).toEqual([
      'document 甲.docx GB/T 900—2010 current replaced new-edition',
      'document 乙.docx GB/T 900—2010 current replaced clause',
      'service 临时救助 GB/T 901—2010 current withdrawn withdrawn',
      'document 甲.docx GB/T 905—2010 current not-in-catalogue not-in-catalogue',
    ]);
  });

  test('an undated reference means another edition now', () => {
    expect(work(use('GB/T 900'))).toEqual(['document 甲.docx GB/T 900 current current current']);
  });

  test('the same pack makes no work', () => {
    expect(impactOf(AFTER, pack(AFTER.rows), [use('GB/T 900—2010'), use('GB/T 901—2010')], DAY)).toEqual([]);
  });
});
