import { describe, expect, it } from 'vitest';
import type { LedgerEntry, LedgerRecord } from '../ledger/entry.ts';
import { fitsPlaces, hasWords, wordsOf } from '../ledger/search.ts';
import type { ServiceItem } from '../unit/profile.ts';
import { citingFilters, citingIn } from './citing.ts';

const DOCUMENT = { uri: '', sha256: '', key: '', kind: 'official', kindWord: '', stage: '', title: '', reader: '' };
const recordOf = (payload: object, subject = '关于值班的通知', change: Partial<LedgerEntry> = {}): LedgerRecord => ({
  entry: {
    ...{ chain: 'c', sequence: 3, kind: 'evidence', kindVersion: 7, subject, factOn: '2026-03-02', actor: '窗口' },
    ...{ registeredAt: '2026-03-02T17:00:00.000Z', indicators: [] },
    ...change,
  } as unknown as LedgerEntry,
  payload: { document: DOCUMENT, fields: [], trail: [], attachments: [], notRead: [], ...payload },
});
const field = (role: string, written: string) => ({ role, state: 'present', value: written, label: '', written });
const SERVICE: ServiceItem = { name: '临时救助申请', aliases: ['临时救助'], standards: [] };
const SERVICES = [SERVICE, { name: '临时救助申请复核', standards: [] }];
const NUMBER = 'Q/MMZ 101—2024';
const asked = { designations: [NUMBER], service: SERVICE, services: SERVICES };

describe('a document that names a standard', () => {
  it.each<[string, LedgerRecord, boolean]>([
    ['by what was written down', recordOf({ citations: ['GB/T 1.1—2020', NUMBER] }), true],
    ['without its year', recordOf({ citations: ['Q/MMZ 101'] }), true],
    ['another edition', recordOf({ citations: ['Q/MMZ 101—2020'] }), false],
    ['a number that begins alike', recordOf({ citations: ['Q/MMZ 1012—2024', 'Q/MMZ 10'] }), false],
    [
      'in a box of an older version',
      recordOf({ fields: [field('title', '依据Q/MMZ101-2024')] }, '', { kindVersion: 2 }),
      true,
    ],
    ['in its title', recordOf({}, '关于印发Q/MMZ 101—2024的通知'), true],
    [
      'in a line of a record',
      recordOf({ record: { type: 'issue-record', values: [], table: [['文件编号'], ['Q/MMZ 101-2024']], links: [] } }),
      true,
    ],
    ['in what the check said alone', recordOf({ notRead: [`${NUMBER}没读到`] }), false],
    ['as a sample', recordOf({ citations: [NUMBER], sample: true }), false],
    ['in contents that are gone', { entry: recordOf({}).entry }, false],
  ])('%s', (_name, record, found) => {
    expect(citingIn(record, { designations: [NUMBER] })?.cites ?? []).toEqual(found ? [NUMBER] : []);
  });

  it('is told apart from the text of the standard itself', () => {
    const text = {
      document: { ...DOCUMENT, kind: 'standard' },
      fields: [field('docNumber', NUMBER)],
      citations: [NUMBER],
    };
    expect(citingIn(recordOf(text), asked)).toEqual({
      ...{ place: { chain: 'c', sequence: 3 }, subject: '关于值班的通知', factOn: '2026-03-02' },
      ...{ registeredOn: '2026-03-03', kind: 'standard', cites: [], is: [NUMBER], about: false },
    });
  });
});

describe('a document about a service', () => {
  it.each<[string, LedgerRecord, boolean]>([
    ['as it was recognised', recordOf({ services: ['临时救助申请'] }), true],
    ['by its box', recordOf({ fields: [field('serviceName', '临时救助申请')] }), true],
    ['by its title', recordOf({ document: { ...DOCUMENT, title: '临时救助申请办事指南' } }), true],
    [
      'by a name that another one contains',
      recordOf({ document: { ...DOCUMENT, title: '临时救助申请复核指南' } }),
      false,
    ],
    [
      'by a row of a register',
      recordOf({
        register: {
          ...{ name: '办件', kind: 'case', table: [['事项名称'], ['临时救助']], rows: [{ page: 1, serial: '1' }] },
          ...{ findings: [], pages: [1], leftOut: 0 },
        },
      }),
      true,
    ],
    ['not at all', recordOf({ fields: [field('serviceName', '生育登记')] }), false],
  ])('%s', (_name, record, about) => {
    expect(citingIn(record, { ...asked, designations: [] })?.about ?? false).toBe(about);
    // Whatever is found fits one of the filters by which it is looked for.
    const fits = citingFilters(asked).some(
      (filter) => hasWords(record, wordsOf(filter)) && (filter.standard === undefined || fitsPlaces(record, filter)),
    );
    expect(fits || !about).toBe(true);
  });
});
