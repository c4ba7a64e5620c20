import { expect, it, vi } from 'vitest';
import { fc } from '../base/testing.ts';
import { DATE_ROLES, DOCUMENT_KINDS, PEOPLE_ROLES, ROLES, type Role } from '../document/vocabulary.ts';
import { RULES } from './index.ts';
import {
  behindFrame,
  brokenBySight,
  type DocumentSketch,
  documentFrom,
  type FieldSketch,
  pieceByPiece,
  runOf,
  withoutSight,
} from './testing.ts';

// Every rule on many documents in one test: slow on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

/** Promises of design.md that hold for all rules together, on documents that chance makes. */

/** The same documents on every run, unless another seed is asked for. */
const SEEDED = { seed: Number(process.env.FC_SEED ?? 20261123), numRuns: 150 } as const;

const people = fc.constantFrom<FieldSketch>(
  ['王芳'],
  ['李明'],
  ['王芳', '李明'],
  ['党政办'],
  '',
  { state: 'blank', label: '', written: '×××' },
  { state: 'present', value: [], unverified: true },
);
const days = fc.constantFrom<FieldSketch>(
  '2026-11-16',
  '2026-11-18',
  '2026-11-20T09:00:00',
  '2027-01-01',
  '9月14日',
  '2026年2月30日',
  '',
  { state: 'blank', pending: true },
);
const texts = fc.constantFrom<FieldSketch>('关于开展培训的通知', '源政〔2026〕×号', 'Q/YTBM 012—2022', '无', '', {
  state: 'blank',
  label: '',
  written: '×××',
});
const fieldOf = (role: Role) =>
  (PEOPLE_ROLES as readonly Role[]).includes(role)
    ? people
    : (DATE_ROLES as readonly Role[]).includes(role)
      ? days
      : texts;

const steps = fc.record({
  step: fc.constantFrom('拟稿', '核稿', '领导签发'),
  role: fc.constantFrom(...(['drafter', 'reviewer', 'approver'] as const)),
  actors: fc.constantFrom<string[]>(['王芳'], ['李明'], ['wangfang'], []),
  action: fc.constantFrom('提交', '同意', '退回'),
  state: fc.constantFrom(...(['done', 'current', 'predicted'] as const)),
});

const LABELS = [
  '培训时间',
  '培训地点',
  '讲师',
  '授课人',
  '参加人员',
  '申请时间',
  '受理时间',
  '受理人',
  '办理人',
  '办理结果',
];
const GUIDE_LABELS = ['受理条件', '申请材料', '办理流程', '设定依据'];
const boxes = fc.dictionary(
  fc.constantFrom(...LABELS, ...GUIDE_LABELS),
  fc.constantFrom('孙丽', '2026-03-02', '2026-03-09 10:00', '', '×××', '　年　月　日'),
  { maxKeys: 9, noNullPrototype: true },
);

/** Any of these in their order: headings and their text, tables, a line of annexes, what stands behind it. */
const LINES = [
  '青石镇人民政府文件',
  '青政[2025]012号',
  '# 关于购置设备的请示',
  '县人民政府、县财政局:',
  '一、理由',
  '根据关于培训的通知（县政办〔2026〕3号）和县政办[2026]4号执行,不得有误。',
  '三、资金',
  '1、清单',
  '特此请示。',
  '请予批准。',
  '青石镇人民政府',
  '2026年03月02日',
  '# 关于××的通知',
  '附件:值班表',
  '# 前言',
  '依据GB/T 901—2000编写。',
  '# 1 范围',
  '窗口人员应佩戴工作牌。',
  '# 2 规范性引用文件',
  '应符合 GB/T 24421.2—2009 的规定。',
  '# 3 术语和定义',
  '# 4 要求',
  '4.1 窗口人员必须登记。',
  '严禁离岗。',
  '请于×月×日前报送。',
  '编制：王芳　审核：李明',
  '办理条件：年满60周岁',
  '|办件编号|受理人|学时|',
  '|YT01|孙丽||',
  '|YT01|陈明|3|',
  '标准汇总表',
  '|标准类别|数量|',
  '|国家标准|2|',
  '|地方标准|1|',
  '|合计|5|',
  '标准明细表',
  '|标准号|标准名称|',
  '|GB/T 1.1—2020|标准化工作导则|',
  '2026年11月20日',
  '附件1',
  '（此页无正文）',
];

const documents: fc.Arbitrary<DocumentSketch> = fc.record({
  kind: fc.constantFrom(...DOCUMENT_KINDS),
  stage: fc.constantFrom(...(['drafting', 'review', 'approval', 'issued', 'unknown'] as const)),
  fields: fc.record(Object.fromEntries(ROLES.map((role) => [role, fieldOf(role)])), {
    requiredKeys: [],
  }) as fc.Arbitrary<NonNullable<DocumentSketch['fields']>>,
  trail: fc.array(steps, { maxLength: 4 }),
  from: fc.constantFrom(...(['page', 'file'] as const)),
  kindWord: fc.constantFrom('通知', '请示', '报告', '公告'),
  title: fc.constantFrom('关于成立标准化工作领导小组的通知', '', '培训记录', '办件登记表', '办事指南', '标准汇总表'),
  pairs: boxes,
  text: fc.subarray(LINES),
  attachments: fc.subarray([
    { name: '值班表', how: 'listed' as const },
    { name: '值班表.docx' },
    { name: '回执.docx' },
  ]),
});

it('an unreadable box or frame never makes a fault, and never makes a rule content', () => {
  fc.assert(
    fc.property(documents, fc.subarray([...ROLES], { minLength: 1 }), (sketch, roles) => {
      const whole = documentFrom(sketch);
      const parts = [withoutSight(whole, roles), behindFrame(whole, roles), behindFrame(whole), ...pieceByPiece(whole)];
      expect(brokenBySight(RULES, whole, parts)).toEqual([]);
    }),
    SEEDED,
  );
});

it('no document makes a rule break', () => {
  fc.assert(
    fc.property(documents, (sketch) => {
      const { findings } = runOf(RULES, documentFrom(sketch));
      expect(findings.filter((finding) => finding.outcome === 'errored')).toEqual([]);
      expect(new Set(findings.map((finding) => finding.id)).size).toBe(findings.length);
      expect(new Set(findings.map((finding) => finding.rule)).size).toBe(RULES.length);
    }),
    SEEDED,
  );
});
