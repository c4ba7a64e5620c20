import { describe, expect, it } from 'vitest';
import { sha256Now } from '../base/hash.ts';
import { type Problem, ProblemError } from '../base/problems.ts';
import type { EvidencePayload } from '../ledger/kinds/index.ts';
import { appendDraft } from '../ledger/store.ts';
import { memoryStore, steadyClock } from '../ledger/testing.ts';
import { MASKED, maskDraft } from '../privacy/mask.ts';
import { type DocumentSketch, documentFrom, runOf } from '../rules/testing.ts';
import {
  fileDraft,
  isLink,
  isPhoto,
  linkDraft,
  noteDraft,
  paperDraft,
  type ReadFile,
  readFileEntry,
  refuseUnfinished,
  STORED_SIZE,
  unreadFileEntry,
} from './entered.ts';
import { asSample } from './sample.ts';
import { mayLapse, withValidity } from './validity.ts';

const BY = { actor: '综合窗口1', capturedAt: '2026-03-02T01:00:00.000Z' };
const paper = {
  title: ' 培训签到表 ',
  factOn: '2026-01-12',
  indicators: ['C10'],
  ...{ cabinet: '3号柜', box: '', stub: ' 0045 ', remark: '' },
};
const file = { name: '通知.docx', size: 20_000, sha256: 'a'.repeat(64) };

const read = (change: DocumentSketch = {}, size = file.size): ReadFile => {
  const document = documentFrom({ title: '关于轮岗的通知', fields: { writtenOn: '2026-03-01' }, ...change });
  return { file: { ...file, size }, document, run: runOf([], document, { today: '2026-03-02' }) };
};

function codeOf(run: () => unknown): Problem['code'] | undefined {
  try {
    run();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
  return undefined;
}

describe('refuseUnfinished', () => {
  const today = '2026-03-02';
  it.each([
    [{ title: '签到表', factOn: '' }, undefined],
    [{ title: '签到表', factOn: today }, undefined],
    [{ title: ' ', factOn: '' }, 'entered-no-title'],
    [{ title: '签到表', factOn: '2026-03-03' }, 'entered-day'],
    [{ title: '签到表', factOn: '2026-02-30' }, 'entered-day'],
    [{ title: '签到表', factOn: '3月2日' }, 'entered-day'],
    [{ title: '证书', factOn: '2026-03-01', validTo: '2026-02-28' }, 'entered-valid-to'],
    [{ title: '证书', factOn: '', validTo: '长期' }, 'entered-valid-to'],
  ] as const)('%j', (entered, code) => {
    expect(codeOf(() => refuseUnfinished(entered, today))).toBe(code);
  });
});

describe('paperDraft', () => {
  it('keeps what it is and where it stands, and nothing that nobody wrote', () => {
    expect(paperDraft(paper, BY)).toMatchObject({
      ...BY,
      ...{ kind: 'evidence', factOn: '2026-01-12', subject: '培训签到表', indicators: ['C10'] },
      payload: { paper: { cabinet: '3号柜', box: '', stub: '0045' }, document: { title: '培训签到表', sha256: '' } },
    });
    expect(paperDraft({ ...paper, factOn: '' }, BY).factOn).toBe('');
    expect(paperDraft(paper, BY).payload).not.toHaveProperty('remark');
  });

  it('is refused where nobody could find it again', () => {
    expect(codeOf(() => paperDraft({ ...paper, cabinet: ' ', stub: '' }, BY))).toBe('entered-no-place');
  });
});

describe('a photograph, and a last day', () => {
  it('stands beside the paper under its own digest, and the day in the subject', () => {
    const photo = new Uint8Array([0xff, 0xd8, 0xff, 0xe0]);
    const { subject, payload, blobs } = paperDraft({ ...paper, photo, validTo: '2027-03-01' }, BY);
    expect(subject).toBe('培训签到表（有效期至2027-03-01）');
    expect(payload).toMatchObject({ photo: { sha256: sha256Now(photo), size: 4 }, validTo: '2027-03-01' });
    expect(blobs).toEqual([photo]);
    expect(paperDraft(paper, BY).payload).not.toHaveProperty('validTo');
    expect(paperDraft(paper, BY)).not.toHaveProperty('blobs');
  });

  it('is a JPEG and nothing else', () => {
    expect(isPhoto(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe(true);
    for (const bytes of [[], [0xff, 0xd8], [0x89, 0x50, 0x4e, 0x47], [0x3c, 0x73, 0x76, 0x67]])
      expect(isPhoto(new Uint8Array(bytes)), String(bytes)).toBe(false);
  });

  it('keeps a long title, a state and a day in one subject', () => {
    const long = '长'.repeat(200);
    const read = withValidity(`${long.slice(0, 150)}（有 4 处必须改，2 处没读到）`, { validTo: '2027-03-01' });
    expect(read).toMatch(/长（有效期至2027-03-01）（有 4 处必须改，2 处没读到）$/);
    expect(withValidity(long, { validTo: '2027-03-01' }).length).toBeLessThanOrEqual(200);
    expect(mayLapse({ kind: 'evidence', subject: withValidity('证书', { renews: {} }) })).toBe(true);
    expect(mayLapse({ kind: 'evidence', subject: withValidity('证书', {}) })).toBe(false);
  });
});

describe('linkDraft', () => {
  const link = { title: '公示页', factOn: '', indicators: ['C1'], address: ' https://oa.example/a?b=1 ', remark: '' };
  it('keeps an address that a browser opens, and refuses any other', () => {
    const { payload } = linkDraft(link, BY);
    expect(payload).toMatchObject({ document: { uri: 'https://oa.example/a?b=1', title: '公示页' } });
    expect(isLink(payload as EvidencePayload)).toBe(true);
    for (const address of [
      '',
      '共享盘',
      'javascript:alert(1)',
      'file:///etc/passwd',
      'http://a:b@oa.example/',
      `http://a/${'x'.repeat(3_000)}`,
    ])
      expect(
        codeOf(() => linkDraft({ ...link, address }, BY)),
        address,
      ).toBe('entered-no-address');
  });
});

describe('readFileEntry', () => {
  it('keeps what was read with the file it was read from', () => {
    const { only, ...entry } = readFileEntry(read());
    expect(only).toBeUndefined();
    expect(entry).toMatchObject({ factOn: '2026-03-01', subject: '关于轮岗的通知' });
    expect(entry.payload.file).toEqual({ name: '通知.docx', size: 20_000, stored: false });
  });

  it.each<[string, DocumentSketch, number, string]>([
    ['too large', {}, STORED_SIZE + 1, 'too-large'],
    ['read in part', { notes: [{ kind: 'unreadable', text: '正文' }] }, 1, 'not-read'],
    [
      'about somebody',
      {
        blocks: [
          {
            kind: 'paragraph',
            region: 'body',
            text: '申请人：张示例，电话13800000000',
            source: { from: 'entered', who: '', when: '' },
          },
        ],
      },
      1,
      'personal',
    ],
  ])('says why the bytes of a file that is %s cannot be kept', (_name, change, size, only) => {
    expect(readFileEntry(read(change, size)).only).toBe(only);
  });

  it('leaves it to the person to call a file that has no title', () => {
    expect(readFileEntry(read({ title: '' })).subject).toBe('');
  });
});

describe('fileDraft', () => {
  const decided = { title: '合影', factOn: '2026-02-01', indicators: ['C1'], remark: '' };

  it('takes the day and the name from the file, and what it does not tell from the person', () => {
    const told = fileDraft(readFileEntry(read()), decided, BY);
    expect(told).toMatchObject({ factOn: '2026-03-01', subject: '关于轮岗的通知', indicators: ['C1'] });
    const untold = fileDraft(unreadFileEntry(file, '认不出'), decided, BY);
    expect(untold).toMatchObject({
      ...{ factOn: '2026-02-01', subject: '合影' },
      payload: { document: { title: '合影', sha256: file.sha256 }, notRead: ['认不出'], file: { stored: false } },
    });
    expect(untold.blobs).toBeUndefined();
  });

  it('stores the bytes beside the entry, under the fingerprint, when the person says so', () => {
    const content = new Uint8Array([1, 2]);
    const draft = fileDraft(readFileEntry(read()), { ...decided, content }, BY);
    expect(draft.blobs).toEqual([content]);
    expect((draft.payload as EvidencePayload).file?.stored).toBe(true);
  });
});

describe('what a person entered', () => {
  it('is appended in the form of today, masked', async () => {
    const store = memoryStore();
    const ports = { now: steadyClock(), mask: maskDraft };
    await appendDraft(store, paperDraft({ ...paper, remark: '电话13800000000' }, BY), ports);
    await appendDraft(store, noteDraft({ ...paper, text: '申请人：张示例' }, BY), ports);
    await appendDraft(store, asSample(fileDraft(unreadFileEntry(file, ''), { ...paper }, BY)), ports);
    const [first, second, third] = store.records();
    expect(first).toMatchObject({ payload: { remark: `电话${MASKED.phone}` } });
    expect(second).toMatchObject({ entry: { kind: 'note' }, payload: { text: `申请人：${MASKED.name}` } });
    expect(third).toMatchObject({ entry: { subject: '示例 · 培训签到表', indicators: [] }, payload: { sample: true } });
  });
});
