import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../../../core/ledger/entry.ts';
import { type Found, none } from '../../../../core/standards/finder.ts';
import { BUILT_IN_CATALOGUE } from '../../../../core/standards/pack.ts';
import { SAMPLE_UNIT } from '../../../../core/unit/sample.ts';
import { findInUnit } from '../../../../core/unit/search.ts';
import type { StandardRow } from '../../../../core/unit/standards-list.ts';
import type { FoundEntry, FoundEverywhere } from '../../../worker/search.ts';
import { hashOf, readRoute } from '../../route.ts';
import type { Screen } from '../../screen.ts';
import { groupsOf } from './groups.ts';

const ON = '2026-11-28';
const entry = { sequence: 12, subject: '通知 关于救助（有 2 处必须改）', factOn: '2026-03-02', actor: '窗口1' };
const kept: FoundEntry = { entry: entry as LedgerEntry };
const evidence = (items: FoundEntry[], count = items.length, near = false): Found<FoundEntry> => ({
  ...{ items, count, near },
});
const answerTo = (words: string, more: Partial<FoundEverywhere> = {}): FoundEverywhere => ({
  ...findInUnit({ catalogue: BUILT_IN_CATALOGUE, unit: SAMPLE_UNIT }, words, ON, 5),
  ...{ evidence: none(), more: false },
  ...more,
});
const backup: Screen = { id: 'backup', title: '备份与恢复', component: () => null };
const groups = (words: string, more?: Partial<FoundEverywhere>, screens: Found<Screen> = none()) =>
  groupsOf(answerTo(words, more), screens, { words, unit: SAMPLE_UNIT });

describe('what was found, as it is shown', () => {
  it('has a group for each kind, and none for what was not found', () => {
    const { groups: all, count, near } = groups('救助', { evidence: evidence([kept]) });
    expect(all.map(({ id, count: said }) => [id, said])).toEqual([
      ['services', '1 项'],
      ['register', '1 项'],
      ['evidence', '1 项'],
      ['windows', '1 项'],
    ]);
    expect([count, near]).toEqual([4, false]);
    expect(groups('量子引力')).toEqual({ groups: [], count: 0, near: false });
  });

  it('tells each from others of its kind, and leads to it', () => {
    const items = groups('救助', { evidence: evidence([kept, { ...kept, chain: 'other' }]) }).groups.flatMap(
      (group) => group.items,
    );
    expect(items.map(({ name, notes }) => [name, notes])).toEqual([
      ['临时救助申请', ['社会事务办公室', '编码 000511002000', '又叫 临时救助']],
      ['Q/MMZ 101—2024 临时救助办理规范', ['存放：1号柜第1盒']],
      ['通知 关于救助', ['2026-03-02', '有 2 处必须改', '窗口1']],
      ['通知 关于救助', ['2026-03-02', '有 2 处必须改', '窗口1']],
      ['民政窗口', ['临时救助申请']],
    ]);
    expect(items[1]).toMatchObject({ answer: { status: 'current' } });
    expect(items.slice(0, 2).map(({ href }) => readRoute(href).parameter)).toEqual([
      'service/临时救助申请',
      'standard/Q/MMZ 101—2024',
    ]);
    const [own, beside] = items.filter(({ found }) => found !== undefined).map(({ href }) => href);
    expect(own).toBe('#/ledger/12');
    expect(beside).toMatch(/^#\/ledger\/12\.[\da-f]{12}$/);
    expect(groups('李四').groups[0]?.items[0]?.notes).toEqual(['兼职标准化管理员（2024-01-01 至 2026-12-31）']);
    expect(groups('张三').groups[0]?.items[0]?.notes).toEqual(['便民服务中心主任（2024-01-01 起）']);
  });

  it('names the first services of a window', () => {
    const unit = { ...SAMPLE_UNIT, windows: [{ name: '综合窗口', services: ['甲', '乙', '丙', '丁'] }] };
    const found = findInUnit({ catalogue: BUILT_IN_CATALOGUE, unit }, '综合窗口', ON, 5);
    const answer = { ...found, standards: none<StandardRow>(), evidence: none<FoundEntry>(), more: false };
    const { groups: all } = groupsOf(answer, none(), { words: '综合窗口', unit });
    expect(all[0]?.items[0]?.notes).toEqual(['甲、乙、丙 等 4 个事项']);
  });

  it('leads to the others where there are more than it shows', () => {
    const [standards] = groups('政务服务').groups;
    expect(standards).toMatchObject({ id: 'standards', all: hashOf('standards', '政务服务') });
    // Without a unit there is no page of a standard.
    const { groups: bare } = groupsOf(answerTo('政务服务'), none(), { words: '政务服务', unit: undefined });
    expect(bare[0]?.items[0]?.href).toBe(hashOf('standards', 'GB/T 32170.1—2015'));
    const many = groups('通知', { evidence: evidence([kept], 200), more: true }).groups;
    expect(many).toMatchObject([{ id: 'evidence', count: '200 项以上', all: '#/ledger' }]);
  });

  it('has the screens by their names, and what comes near only where nothing has the words', () => {
    const screens: Found<Screen> = { items: [backup], count: 1, near: false };
    const nearly = { evidence: evidence([kept], 1, true) };
    expect(groups('备份', nearly, screens)).toMatchObject({ groups: [{ id: 'screens' }], count: 1, near: false });
    expect(groups('通之', nearly)).toMatchObject({ groups: [{ id: 'evidence' }], count: 1, near: true });
  });
});
