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
  runOf,
  withoutSight,
} from './testing.ts';

// Every rule on many documents in one test: slow on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

/** Promises of design.md that hold for all rules together, on documents that chance makes. */

/** The same documents on every run. */
const SEEDED = { seed: 20261123, numRuns: 150 } as const;

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

const documents: fc.Arbitrary<DocumentSketch> = fc.record({
  kind: fc.constantFrom(...DOCUMENT_KINDS),
  stage: fc.constantFrom(...(['drafting', 'review', 'approval', 'issued', 'unknown'] as const)),
  fields: fc.record(Object.fromEntries(ROLES.map((role) => [role, fieldOf(role)])), {
    requiredKeys: [],
  }) as fc.Arbitrary<NonNullable<DocumentSketch['fields']>>,
  trail: fc.array(steps, { maxLength: 4 }),
  text: fc.subarray(
    ['# 关于××的通知', '# 1 范围', '请于×月×日前报送。', '编制：王芳　审核：李明', '应符合 GB/T 24421.2—2009 的规定。'],
    { minLength: 0 },
  ),
});

it('an unreadable box or frame never makes a fault, and never makes a rule content', () => {
  fc.assert(
    fc.property(documents, fc.subarray([...ROLES], { minLength: 1 }), (sketch, roles) => {
      const whole = documentFrom(sketch);
      for (const hidden of [withoutSight(whole, roles), behindFrame(whole, roles), behindFrame(whole)])
        expect(brokenBySight(RULES, whole, hidden)).toEqual([]);
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
