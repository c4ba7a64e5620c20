import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fc } from '../../base/testing.ts';
import { ENTRY_KINDS, type EvidencePayload, KINDS, readPayload, versionNow } from './index.ts';

describe('KINDS', () => {
  it('is the files of this folder, each a kind of its name', () => {
    const files = readdirSync(import.meta.dirname).filter((file) => !/^index\.ts$|\.test\.ts$/.test(file));
    expect(files.sort()).toEqual(ENTRY_KINDS.map((kind) => `${kind}.ts`).sort());
  });

  it('has a Chinese name for each', () => {
    for (const kind of ENTRY_KINDS) expect(KINDS[kind].title).toMatch(/^\p{Script=Han}+$/u);
  });

  it('knows of every version but the last how it is read as the next', () => {
    for (const kind of ENTRY_KINDS) {
      const upgrades = KINDS[kind].versions.map(({ upgrade }) => upgrade !== undefined);
      expect(upgrades, kind).toEqual(upgrades.map((_, index) => index < upgrades.length - 1));
    }
  });
});

const note = { text: '内容' };

/** Evidence of a record that follows on another entry, by the hash of that. */
const recordLinkedTo = (hash: string) => ({
  document: { uri: '', sha256: '', key: '', kind: 'record', kindWord: '', stage: '', title: '培训记录', reader: '' },
  fields: [],
  trail: [],
  attachments: [],
  notRead: [],
  record: {
    type: 'training-record',
    values: [{ box: '培训内容', text: '标准宣贯' }],
    links: [{ to: { chain: 'c', sequence: 1, hash }, how: 'follows' }],
  },
});

describe('readPayload', () => {
  it('tells the kind with the payload', () => {
    expect(readPayload({ kind: 'note', kindVersion: 1 }, note)).toEqual({ kind: 'note', payload: note });
  });

  it('takes a record with a link to an entry', () => {
    const payload = recordLinkedTo('a'.repeat(64));
    expect(readPayload({ kind: 'evidence', kindVersion: 5 }, payload)).toEqual({ kind: 'evidence', payload });
  });

  it.each([
    ['a payload that is not there', 'note', 1, undefined],
    ['another shape', 'note', 1, { text: 5 }],
    ['a newer version', 'note', versionNow('note') + 1, note],
    ['a version that never was', 'note', 0, note],
    ['half a version', 'note', 0.5, note],
    ['a kind that is not written', 'capture', 1, {}],
    ['a record with a link to nothing', 'evidence', 5, recordLinkedTo('abc')],
    ['a first version under the number of the second', 'export', 2, { name: 'a', sha256: 'a'.repeat(64) }],
  ] as const)('is undefined for %s', (_name, kind, kindVersion, payload) => {
    expect(readPayload({ kind, kindVersion }, payload)).toBeUndefined();
  });
});

describe('an export of the first version', () => {
  const sha256 = 'a'.repeat(64);
  const read = (name: string) => readPayload({ kind: 'export', kindVersion: 1 }, { name, sha256 })?.payload;

  it.each([
    ['证据包-2026-03-02.json', 'bundle'],
    ['证据目录-2026-03-02.xlsx', 'ledger-xlsx'],
    ['计分表-2026-03-02.xlsx', 'score-xlsx'],
    ['计分表-2026-03-02.html', 'score-html'],
  ])('is told by its name: %s', (name, form) => {
    expect(read(name)).toEqual({ name, form, fingerprint: sha256 });
  });

  it('is left as it stands under another name', () => {
    expect(read('证据目录.json')).toBeUndefined();
  });
});

describe('a waiver of the first version', () => {
  it('is told with the finding that it names and its day', () => {
    const payload = { finding: 'f', rule: 'drafter-required', reason: '不适用', until: '2026-04-01' };
    expect(readPayload({ kind: 'waiver', kindVersion: 1 }, payload)?.payload).toEqual({
      findings: [{ id: 'f', rule: 'drafter-required', message: '' }],
      reason: '不适用',
      once: '',
      until: '2026-04-01',
    });
  });
});

describe('evidence of the first version', () => {
  const rest: Omit<EvidencePayload, 'fields'> = {
    document: { uri: '', sha256: '', key: '', kind: '', kindWord: '', stage: '', title: '', reader: '' },
    trail: [],
    attachments: [],
    notRead: [],
  };
  const read = (field: object) => {
    const told = readPayload(
      { kind: 'evidence', kindVersion: 1 },
      { ...rest, fields: [{ role: 'a', state: 'present', ...field }] },
    );
    if (told?.kind !== 'evidence') throw new Error('not read');
    return told.payload.fields[0];
  };

  it.each([
    ['label and value', { raw: '承诺时限：15个工作日' }, '承诺时限', '15个工作日'],
    ['a value with a colon of its own', { raw: '附件：附件1：名单' }, '附件', '附件1：名单'],
    ['a value alone', { raw: '青政发〔2026〕3号', value: '青政发〔2026〕3号' }, '', '青政发〔2026〕3号'],
    ['a title with a colon', { raw: '补充：通知', value: '补充：通知' }, '', '补充：通知'],
    ['names', { raw: '王芳、孙丽', value: ['王芳', '孙丽'] }, '', '王芳、孙丽'],
    ['an empty box', { raw: '审核人：' }, '审核人', ''],
    ['nothing', { raw: '' }, '', ''],
    ['a colon first', { raw: '：甲' }, '', '：甲'],
  ])('parts %s', (_name, field, label, written) => {
    expect(read(field)).toMatchObject({ label, written });
  });

  it('loses nothing of what was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('：', '甲', '乙', 'a', ' ', '、') }), (raw) => {
        const { label = '', written = '' } = read({ raw }) ?? {};
        expect(label === '' ? written : `${label}：${written}`).toBe(raw);
      }),
    );
  });
});
