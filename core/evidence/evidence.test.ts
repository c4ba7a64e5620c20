import { describe, expect, it } from 'vitest';
import { appendDraft } from '../ledger/store.ts';
import { memoryStore, steadyClock } from '../ledger/testing.ts';
import { MASKED, maskDraft } from '../privacy/mask.ts';
import {
  type EvidenceDocument,
  type EvidenceRun,
  evidenceDraft,
  plainAddress,
  proposedIndicators,
} from './evidence.ts';

const ABOUT = { actor: '综合窗口1', capturedAt: '2026-03-02T01:00:00.000Z' };
const digest = 'a'.repeat(64);

function documentWith(change: Partial<EvidenceDocument> = {}): EvidenceDocument {
  return {
    uri: 'http://oa.example/doc?id=7&token=abc',
    sha256: digest,
    key: 'key',
    kind: 'official',
    kindWord: '通知',
    stage: 'drafting',
    title: '关于印发标准化工作计划的通知',
    reader: { name: '通用' },
    fields: [
      { role: 'drafter', state: 'present', value: ['王芳'], label: '拟稿人', written: '王芳' },
      { role: 'reviewer', state: 'blank', label: '审核人', written: '' },
      { role: 'approver', state: 'absent', label: '', written: '' },
      { role: 'docNumber', state: 'present', value: '青政发〔2026〕3号', label: '', written: '青政发〔2026〕3号' },
      { role: 'draftedOn', state: 'present', value: '2026-02-27', label: '', written: '2026年2月27日' },
      { role: 'writtenOn', state: 'present', value: '2026-03-01T09:00:00', label: '', written: '2026年3月1日' },
    ],
    trail: [{ step: '拟稿', actors: ['王芳'], state: 'done' }],
    blocks: [],
    attachments: [{ name: '计划.docx' }],
    notes: [
      { kind: 'reader', text: '通用' },
      { kind: 'unreadable', text: '正文', problem: { message: '正文没读到' } },
    ],
    ...change,
  };
}

const finding = (rule: string, outcome: string, indicators: string[]): EvidenceRun['findings'][number] => ({
  id: rule,
  rule,
  reason: 'x',
  outcome,
  severity: 'error',
  message: rule,
  indicators,
});
const run: EvidenceRun = {
  runId: 'run',
  at: '2026-03-02T01:00:00.000Z',
  today: '2026-03-02',
  rulePack: '1',
  catalogue: { version: '1', issuedOn: '2026-01-01' },
  fingerprints: { document: digest, unit: '', catalogue: digest },
  summary: { error: 1 },
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
      subject: '关于印发标准化工作计划的通知 青政发〔2026〕3号',
      indicators: ['C2', 'C10'],
      payload: { document: { uri: 'http://oa.example/doc?id=7' }, notRead: ['正文没读到'], attachments: ['计划.docx'] },
    });
    const payload = draft.payload as { fields: { role: string }[]; check: { findings: { rule: string }[] } };
    expect(payload.fields.map((field) => field.role)).not.toContain('approver');
    expect(payload.check.findings.map((told) => told.rule)).toEqual(['a', 'd']);
  });

  it('can be appended as it is', async () => {
    const entry = await appendDraft(memoryStore(), evidenceDraft(documentWith(), run, { ...ABOUT, place: '1柜3盒' }), {
      now: steadyClock(),
      mask: maskDraft,
    });
    expect(entry.kind).toBe('evidence');
  });

  it.each([
    ['赵小红', [{ text: '申请人：赵小红' }]],
    [
      '赵小红',
      [
        {
          text: '',
          rows: [
            ['事项', '申请人'],
            ['老年证', '赵小红'],
          ],
        },
      ],
    ],
    ['赵红', [{ text: '', rows: [['申请人', '赵红', '受理人', '王芳']] }]],
  ])('hides a name of the public (%s) that only the text of the document shows to be one', async (name, blocks) => {
    const store = memoryStore();
    await appendDraft(store, evidenceDraft(documentWith({ title: `关于${name}的老年证办理`, blocks }), run, ABOUT), {
      now: steadyClock(),
      mask: maskDraft,
    });
    const kept = JSON.stringify(store.records());
    expect(kept).not.toContain(name);
    expect(kept).toContain('的老年证办理');
    expect(kept).toContain('王芳');
  });

  it('keeps the name of one who acted on the document, whatever the label of the box', async () => {
    const fields = [{ role: 'drafter', state: 'present', value: ['王芳'], label: '申请人', written: '王芳' }];
    const store = memoryStore();
    await appendDraft(store, evidenceDraft(documentWith({ fields, blocks: [{ text: '申请人：王芳' }] }), run, ABOUT), {
      now: steadyClock(),
      mask: maskDraft,
    });
    expect(store.records()[0]?.payload).toMatchObject({ fields: [{ value: ['王芳'], raw: '王芳' }] });
  });

  it('tells no day when the document tells none, and takes the indicators that a person chose', () => {
    const draft = evidenceDraft(documentWith({ fields: [] }), run, { ...ABOUT, indicators: ['C5'] });
    expect(draft).toMatchObject({ factOn: '', indicators: ['C5'] });
  });

  it('keeps nothing of a classified document but that it stopped', async () => {
    const draft = evidenceDraft(documentWith({ classified: { mark: '机密★王芳1年' } }), run, ABOUT);
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
    { step: '提交申请', actors: ['赵小红'], state: 'done' },
    { step: '受理', actors: ['王芳'], state: 'done' },
  ];
  const fields = [
    { role: 'drafter', state: 'present', value: ['赵小红'], label: '申请人', written: '赵小红' },
    { role: 'handler', state: 'present', value: ['王芳'], label: '受理人', written: '王芳' },
  ];
  const uri = 'http://oa.example/case?who=%E8%B5%B5%E5%B0%8F%E7%BA%A2';
  const blocks = [{ text: '', rows: [['申请人', '赵小红', '受理人', '王芳']] }];
  const kept = JSON.stringify(evidenceDraft(documentWith({ kind: 'case', uri, trail, fields, blocks }), run, ABOUT));
  expect(kept).not.toMatch(/赵小红|%E8%B5%B5/);
  expect(kept).toContain('王芳');
  // In a form of the office the one who applies is of the staff.
  const office = JSON.stringify(evidenceDraft(documentWith({ trail, fields, blocks }), run, ABOUT));
  expect(office).toContain('赵小红');
});

it('keeps of a case only what its evidence needs', async () => {
  const fields = [
    { role: 'title', state: 'present', value: '张小红老年证', label: '', written: '张小红老年证' },
    { role: 'drafter', state: 'present', value: ['张小红'], label: '申请人', written: '张小红' },
    { role: 'phone', state: 'present', value: '13800000000', label: '联系电话', written: '13800000000' },
    { role: 'address', state: 'present', value: '源潭村3组12号', label: '地址', written: '源潭村3组12号' },
    { role: 'receiptNumber', state: 'present', value: '13920260001', label: '办件编号', written: '13920260001' },
    { role: 'serviceName', state: 'present', value: '老年优待证办理', label: '事项名称', written: '老年优待证办理' },
    { role: 'handler', state: 'present', value: ['王芳'], label: '受理人', written: '王芳' },
  ];
  const attachments = [{ name: '张小红身份证.JPG' }, { name: '户口簿' }];
  const trail = [{ step: '领取结果', actors: ['张晓红'], state: 'done' }];
  const document = documentWith({ kind: 'case', title: '张小红老年证', fields, attachments, trail });
  const draft = evidenceDraft(document, run, { ...ABOUT, actor: '窗口 13911112222' });
  expect(draft.subject).toBe('老年优待证办理');
  const store = memoryStore();
  const entry = await appendDraft(store, draft, { now: steadyClock(), mask: maskDraft });
  const [record] = store.records();
  expect(JSON.stringify(record)).not.toMatch(/张|13800000000|源潭村|13911112222/);
  expect(entry.actor).toBe(`窗口 ${MASKED.phone}`);
  expect(record?.payload).toMatchObject({
    document: { title: '老年优待证办理' },
    attachments: ['附件1.JPG', '附件2'],
    fields: [
      { role: 'title', state: 'present', raw: '' },
      { role: 'drafter', state: 'present', raw: '' },
      { role: 'phone', state: 'present', raw: '' },
      { role: 'address', state: 'present', raw: '' },
      { role: 'receiptNumber', value: '13920260001' },
      { role: 'serviceName' },
      { role: 'handler', value: ['王芳'] },
    ],
  });
});

it('keeps the public numbers of a guide', async () => {
  const fields = [
    { role: 'phone', state: 'present', value: '0551-62000000', label: '咨询电话', written: '0551-62000000' },
    { role: 'complaintPhone', state: 'present', value: '13800000000', label: '投诉电话', written: '13800000000' },
    { role: 'address', state: 'present', value: '源潭镇人民路1号', label: '办理地点', written: '源潭镇人民路1号' },
  ];
  const store = memoryStore();
  const draft = evidenceDraft(documentWith({ kind: 'guide', fields }), run, ABOUT);
  await appendDraft(store, draft, { now: steadyClock(), mask: maskDraft });
  expect(store.records()[0]?.payload).toMatchObject({
    fields: fields.map(({ value, label }) => ({ value, raw: `${label}：${value}` })),
  });
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
