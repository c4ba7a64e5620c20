import { describe, expect, it } from 'vitest';
import type { CheckRun, Finding } from '../check/run.ts';
import type { DocumentModel } from '../document/model.ts';
import type { EvidencePayload } from '../ledger/kinds/index.ts';
import { appendDraft } from '../ledger/store.ts';
import { memoryStore, steadyClock } from '../ledger/testing.ts';
import { MASKED, maskDraft, maskPayload } from '../privacy/mask.ts';
import { blocksFrom, type DocumentSketch, documentFrom, runOf } from '../rules/testing.ts';
import { BUILT_IN_CATALOGUE } from '../standards/pack.ts';
import { evidenceDraft, plainAddress, proposedIndicators } from './evidence.ts';

const ABOUT = { actor: '综合窗口1', capturedAt: '2026-03-02T01:00:00.000Z' };
const digest = 'a'.repeat(64);

const documentWith = (change: DocumentSketch = {}): DocumentModel =>
  documentFrom({
    uri: 'http://oa.example/doc?id=7&token=abc',
    sha256: digest,
    stage: 'drafting',
    title: '关于印发标准化工作计划的通知',
    fields: {
      drafter: ['王芳'],
      reviewer: '',
      docNumber: { state: 'present', value: '青政发〔2026〕3号', written: '青政发〔2026〕3号' },
      draftedOn: '2026-02-27',
      writtenOn: { state: 'present', value: '2026-03-01T09:00:00', written: '2026年3月1日' },
    },
    trail: [{ step: '拟稿', actors: ['王芳'] }],
    attachments: [{ name: '计划.docx' }],
    notes: [
      { kind: 'reader', text: '通用' },
      { kind: 'unreadable', text: '正文', problem: { code: 'embed-unreadable', message: '正文没读到' } },
    ],
    ...change,
  });

const finding = (rule: string, outcome: Finding['outcome'], indicators: string[]): Finding => ({
  id: rule,
  rule,
  reason: 'x',
  outcome,
  severity: 'error',
  title: rule,
  message: rule,
  fields: [],
  sources: [],
  basis: [],
  indicators,
  actor: 'author',
});
const run: CheckRun = {
  ...runOf([], documentWith(), { today: '2026-03-02' }),
  findings: [
    finding('a', 'failed', ['C10']),
    finding('b', 'passed', ['C2', 'C10']),
    finding('c', 'not-applicable', ['C7']),
    finding('d', 'errored', ['C8']),
  ],
};

describe('evidenceDraft', () => {
  it('keeps values and judgement, not what was absent, passed or secret', () => {
    const draft = evidenceDraft(documentWith(), run, ABOUT);
    expect(draft).toMatchObject({
      kind: 'evidence',
      factOn: '2026-03-01',
      subject: '关于印发标准化工作计划的通知 青政发〔2026〕3号（有 1 处必须改，2 处没读到）',
      indicators: ['C2', 'C10'],
      payload: { document: { uri: 'http://oa.example/doc?id=7' }, notRead: ['正文没读到'], attachments: ['计划.docx'] },
    });
    const payload = draft.payload as { fields: { role: string }[]; check: { findings: { rule: string }[] } };
    expect(payload.fields.map((field) => field.role)).not.toContain('approver');
    expect(payload.check.findings.map((told) => told.rule)).toEqual(['a', 'd']);
  });

  it('keeps which standards it names, each once and unmasked, and which services it is about', async () => {
    const cited = documentWith({ blocks: blocksFrom(['依据GB/T36112-2018和GB/T 24421（所有部分）、GB/T 36112—2018']) });
    const draft = evidenceDraft(cited, run, { ...ABOUT, services: ['临时救助申请', '临时救助申请'] });
    const store = memoryStore();
    await appendDraft(store, draft, { now: steadyClock(), mask: maskDraft });
    const named = { citations: ['GB/T 36112—2018', 'GB/T 24421'], services: ['临时救助申请'] };
    expect(store.records()[0]).toMatchObject({ entry: { kindVersion: 7 }, payload: named });
    const { payload } = evidenceDraft(documentWith({ blocks: [] }), run, ABOUT);
    expect(Object.keys(payload as object)).not.toEqual(expect.arrayContaining(['citations']));
    const many = Array.from({ length: 300 }, (_, number) => `GB/T ${20_000 + number}—2020`);
    const long = evidenceDraft(documentWith({ blocks: blocksFrom(many) }), run, ABOUT);
    expect((long.payload as EvidencePayload).citations).toHaveLength(200);
  });

  it('masks no designation that the catalogue has', () => {
    const citations = BUILT_IN_CATALOGUE.rows.map(({ designation }) => designation);
    expect(maskPayload({ citations })).toEqual({ citations });
  });

  it('keeps the fingerprint of what a page says, which is taken only now', () => {
    const kept = (title: string) => {
      const page = documentWith({ sha256: '', title });
      return evidenceDraft(page, runOf([], page, { today: '2026-03-02' }), ABOUT).payload as EvidencePayload;
    };
    const { document, check } = kept('关于开展检查的通知');
    expect(document.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(check?.fingerprints.document).toBe(document.sha256);
    expect(kept('关于开展检查的通知').document.sha256).toBe(document.sha256);
    expect(evidenceDraft(documentWith(), run, ABOUT).payload).toMatchObject({ document: { sha256: digest } });
  });

  it('can be appended as it is', async () => {
    const entry = await appendDraft(memoryStore(), evidenceDraft(documentWith(), run, { ...ABOUT, place: '1柜3盒' }), {
      now: steadyClock(),
      mask: maskDraft,
    });
    expect(entry.kind).toBe('evidence');
  });

  it.each([
    ['赵小红', ['申请人：赵小红']],
    ['赵小红', ['|事项|申请人|', '|老年证|赵小红|']],
    ['赵红', ['|申请人|赵红|受理人|王芳|']],
  ])('hides a name of the public (%s) that only the text of the document shows to be one', async (name, text) => {
    const store = memoryStore();
    await appendDraft(store, evidenceDraft(documentWith({ title: `关于${name}的老年证办理`, text }), run, ABOUT), {
      now: steadyClock(),
      mask: maskDraft,
    });
    const kept = JSON.stringify(store.records());
    expect(kept).not.toContain(name);
    expect(kept).toContain('的老年证办理');
    expect(kept).toContain('王芳');
  });

  it('keeps the name of one who acted on the document, whatever the label of the box', async () => {
    const fields: DocumentSketch['fields'] = {
      drafter: { state: 'present', value: ['王芳'], label: '申请人', written: '王芳' },
    };
    const document = documentWith({ fields, text: ['申请人：王芳'] });
    const store = memoryStore();
    await appendDraft(store, evidenceDraft(document, run, ABOUT), { now: steadyClock(), mask: maskDraft });
    expect(store.records()[0]?.payload).toMatchObject({ fields: [{ label: '', value: ['王芳'], written: '王芳' }] });
  });

  it('keeps label and written value apart, and masks the value by its label', async () => {
    const contact = { state: 'present', value: '赵小红', label: '申请人', written: '赵小红' } as const;
    const phone = { state: 'present', value: '3456789', label: '联系电话', written: '345-6789' } as const;
    const limit = { state: 'present', value: { amount: 15, unit: 'working-day' }, written: '15个工作日' } as const;
    const document = documentWith({
      kind: 'record',
      fields: { drafter: ['王芳'], contact, phone, promisedLimit: limit },
    });
    const store = memoryStore();
    await appendDraft(store, evidenceDraft(document, run, ABOUT), { now: steadyClock(), mask: maskDraft });
    expect(store.records()[0]?.payload).toMatchObject({
      fields: [
        { role: 'drafter', value: ['王芳'], label: '拟稿人', written: '王芳' },
        { role: 'contact', value: MASKED.name, label: '申请人', written: MASKED.name },
        { role: 'promisedLimit', value: { amount: 15, unit: 'working-day' }, label: '承诺时限', written: '15个工作日' },
        { role: 'phone', value: MASKED.phone, label: '联系电话', written: MASKED.phone },
      ],
    });
  });

  it('tells no day when the document tells none, and takes the indicators that a person chose', () => {
    const draft = evidenceDraft(documentWith({ fields: {} }), run, { ...ABOUT, indicators: ['C5'] });
    expect(draft).toMatchObject({ factOn: '', indicators: ['C5'] });
  });

  it('keeps nothing of a classified document but that it stopped', async () => {
    const source = { from: 'page', frame: '', label: '密级', path: '#secrecy' } as const;
    const draft = evidenceDraft(documentWith({ classified: { mark: '机密★王芳1年', source } }), run, ABOUT);
    const store = memoryStore();
    await appendDraft(store, draft, { now: steadyClock(), mask: maskDraft });
    const kept = JSON.stringify(store.records());
    for (const content of ['标准化工作计划', '王芳', '青政发', 'oa.example', digest])
      expect(kept).not.toContain(content);
    expect(draft).toMatchObject({
      kind: 'note',
      payload: { stopped: 'classified', text: expect.stringContaining('机密') },
    });
  });
});

it('hides an applicant who took steps of the case, in the address too, and no member of the staff', () => {
  const trail = [
    { step: '提交申请', actors: ['赵小红'] },
    { step: '受理', actors: ['王芳'] },
  ];
  const fields: DocumentSketch['fields'] = {
    drafter: { state: 'present', value: ['赵小红'], label: '申请人', written: '赵小红' },
    handler: { state: 'present', value: ['王芳'], label: '受理人', written: '王芳' },
  };
  const uri = 'http://oa.example/case?who=%E8%B5%B5%E5%B0%8F%E7%BA%A2';
  const text = ['|申请人|赵小红|受理人|王芳|'];
  const kept = JSON.stringify(evidenceDraft(documentWith({ kind: 'case', uri, trail, fields, text }), run, ABOUT));
  expect(kept).not.toMatch(/赵小红|%E8%B5%B5/);
  expect(kept).toContain('王芳');
  // In a form of the office the one who applies is of the staff.
  const office = JSON.stringify(evidenceDraft(documentWith({ trail, fields, text }), run, ABOUT));
  expect(office).toContain('赵小红');
});

it('keeps of a case only what its evidence needs', async () => {
  const at = (value: string, label: string) => ({ state: 'present', value, label, written: value }) as const;
  const document = documentWith({
    kind: 'case',
    title: '张小红老年证',
    fields: {
      drafter: { state: 'present', value: ['张小红'], label: '申请人', written: '张小红' },
      phone: at('13800000000', '联系电话'),
      address: at('源潭村3组12号', '地址'),
      receiptNumber: at('YT20260302-0001', '办件编号'),
      serviceName: at('老年优待证办理', '事项名称'),
      handler: { state: 'present', value: ['王芳'], label: '受理人', written: '王芳' },
    },
    attachments: [{ name: '张小红身份证.JPG' }, { name: '户口簿' }],
    trail: [{ step: '领取结果', actors: ['张晓红'] }],
  });
  const draft = evidenceDraft(document, run, { ...ABOUT, actor: '窗口 13911112222' });
  expect(draft.subject).toBe('老年优待证办理 YT20260302-0001（有 1 处必须改，2 处没读到）');
  const store = memoryStore();
  const entry = await appendDraft(store, draft, { now: steadyClock(), mask: maskDraft });
  const [record] = store.records();
  expect(JSON.stringify(record)).not.toMatch(/张小红|张晓红|13800000000|源潭村|13911112222/);
  expect(entry.actor).toBe(`窗口 ${MASKED.phone}`);
  const kept = record?.payload as EvidencePayload;
  expect(kept).toMatchObject({ document: { title: '老年优待证办理' }, attachments: ['附件1.JPG', '附件2'] });
  expect(Object.fromEntries(kept.fields.map(({ role, value, written }) => [role, value ?? written]))).toMatchObject({
    drafter: '',
    phone: '',
    address: '',
    receiptNumber: 'YT20260302-0001',
    serviceName: '老年优待证办理',
    handler: ['王芳'],
  });
});

it('keeps the public numbers of a guide', async () => {
  const at = (value: string, label: string) => ({ state: 'present', value, label, written: value }) as const;
  const fields = {
    phone: at('0551-62000000', '咨询电话'),
    complaintPhone: at('13800000000', '投诉电话'),
    address: at('源潭镇人民路1号', '办理地点'),
  };
  const store = memoryStore();
  const draft = evidenceDraft(documentWith({ kind: 'guide', fields }), run, ABOUT);
  await appendDraft(store, draft, { now: steadyClock(), mask: maskDraft });
  const kept = store.records()[0]?.payload as EvidencePayload;
  for (const [role, { value, label }] of Object.entries(fields))
    expect(kept.fields).toContainEqual({ role, state: 'present', value, label, written: value });
});

describe('plainAddress', () => {
  it.each([
    ['http://user:pw@oa.example/a;jsessionid=1?id=7&access_token=2&SESSION=3#/x', 'http://oa.example/a?id=7'],
    ['通知 1.docx', '通知 1.docx'],
    ['http://oa.example/c?who=%E8%B5%B5%E5%B0%8F%E7%BA%A2&x=%2F%0A', 'http://oa.example/c?who=赵小红&x=%2F%0A'],
    ['http://oa.example/c?who=%D5%D4', 'http://oa.example/c?who=%D5%D4'],
    ['http://', 'http://'],
  ])('%s', (uri, plain) => {
    expect(plainAddress(uri)).toBe(plain);
  });
});

it('proposedIndicators come in the order of their numbers', () => {
  expect(proposedIndicators({ ...run, findings: [finding('a', 'passed', ['C12', 'C9', 'C10'])] })).toEqual([
    'C9',
    'C10',
    'C12',
  ]);
});

it('does not keep what the check itself did not show', () => {
  const quiet = { ...finding('no-such-box', 'cannot-tell', []), quiet: true as const };
  const shown = finding('not-read', 'cannot-tell', []);
  const { payload } = evidenceDraft(documentWith(), { ...run, findings: [quiet, shown] }, ABOUT);
  expect(payload).toMatchObject({ check: { findings: [{ rule: 'not-read' }] } });
});
