import { describe, expect, it } from 'vitest';
import { fc } from '../base/testing.ts';
import { applyingIn, reasonText } from './applying.ts';
import type { AppliesRule, ServiceItem, UnitProfile } from './profile.ts';

const DAY = '2026-11-28';
const unitWith = (applies: AppliesRule[], change: Partial<UnitProfile> = {}): UnitProfile => ({
  ...{ schema: 'duibiao/unit@1', name: '青禾镇便民服务中心', people: [], services: [], standards: [], applies },
  ...change,
});
const service = (name: string, change: Partial<ServiceItem> = {}): ServiceItem => ({ name, standards: [], ...change });
const told = (unit: UnitProfile, one: ServiceItem, on = DAY): string[] =>
  applyingIn(unit, on)(one).map(({ designation, reason }) => `${designation} ${reasonText(reason)}`);

describe('the standards of a service', () => {
  it('are those that it names, and then those of rules, each once and with its reason', () => {
    const unit = unitWith([
      { standard: 'GB/T 36112—2018', serviceType: '行政给付', words: ['救助', '补贴'], note: '窗口办理' },
      { standard: 'Q/QH 101—2024', department: '民政办' },
      { standard: 'GB/T 36112—2018', words: ['救助'] },
    ]);
    const item = service('临时救助申请', {
      standards: ['Q/QH 101—2024'],
      ...{ serviceType: '行政给付', department: '民政办' },
    });
    expect(told(unit, item)).toEqual([
      'Q/QH 101—2024 事项清单列明',
      'GB/T 36112—2018 按规则：事项类型是“行政给付”，名称里有“救助”或“补贴”（窗口办理）',
    ]);
    expect(told(unit, service('别的'))).toEqual([]);
  });

  it.each<[string, Omit<AppliesRule, 'standard'>, ServiceItem, boolean]>([
    ['all that is asked has to hold', { serviceType: '行政给付', words: ['救助'] }, service('临时救助'), false],
    ['one of the words is enough', { words: ['补贴', '救助'] }, service('临时救助'), true],
    [
      'spaces and width count for nothing',
      { serviceType: '行政 给付' },
      service('甲', { serviceType: '行政给付' }),
      true,
    ],
    ['part of a type is another type', { serviceType: '行政' }, service('甲', { serviceType: '行政给付' }), false],
    ['one of several departments', { department: '残联' }, service('甲', { department: '民政办、残联' }), true],
    ['a word of the main item', { words: ['办学'] }, service('设立审批', { parent: '中外合作办学' }), true],
    ['no type is none', { serviceType: '行政给付' }, service('甲'), false],
    ['asking nothing applies to nothing', {}, service('甲'), false],
    ['no word is no condition', { words: [] }, service('甲'), false],
  ])('%s', (_name, asked, item, applies) => {
    expect(told(unitWith([{ standard: 'GB/T 36112—2018', ...asked }]), item).length > 0).toBe(applies);
  });

  it('are not by a rule what the register says is over on that day; what is named stays to be seen', () => {
    const rules = [{ standard: 'Q/QH 101—2022', words: ['救助'] }];
    const row = { designation: 'Q/QH 101—2022', title: '甲', effectiveOn: '2022-10-01' };
    const withdrawn = unitWith(rules, { standards: [{ ...row, withdrawnOn: '2026-01-01' }] });
    expect(told(withdrawn, service('临时救助'))).toEqual([]);
    expect(told(withdrawn, service('临时救助'), '2025-12-31')).toHaveLength(1);
    expect(told(withdrawn, service('临时救助', { standards: ['Q/QH 101—2022'] }))).toHaveLength(1);
    const newer = { designation: 'Q/QH 101—2025', title: '甲', effectiveOn: '2025-10-01' };
    expect(told(unitWith(rules, { standards: [row, newer] }), service('临时救助'))).toEqual([]);
  });

  it('never come twice, and never of a rule that does not hold', () => {
    const text = fc.constantFrom('甲', '乙', '丙丁');
    const rule = fc.record(
      { standard: fc.constantFrom('GB/T 1—2020', 'GB/T 2—2020'), serviceType: text, words: fc.array(text) },
      { requiredKeys: ['standard'] },
    );
    const named = fc.array(fc.constant<string>('GB/T 1—2020'), { maxLength: 1 });
    const item = fc.record({ name: text, standards: named, serviceType: text });
    fc.assert(
      fc.property(fc.array(rule), item, (rules, one) => {
        const all = applyingIn(unitWith(rules), DAY)(one);
        expect(new Set(all.map(({ designation }) => designation)).size).toBe(all.length);
        for (const { designation, reason } of all) {
          const holds = ({ standard, serviceType, words = [] }: AppliesRule): boolean =>
            standard === designation &&
            (serviceType !== undefined || words.length > 0) &&
            (serviceType === undefined || serviceType === one.serviceType) &&
            (words.length === 0 || words.some((word) => one.name.includes(word)));
          expect(reason.kind === 'named' ? one.standards.includes(designation) : rules.some(holds)).toBe(true);
        }
      }),
    );
  });
});
