import { describe, expect, it } from 'vitest';
import { checkRecord, recordDraft } from '../../evidence/record.ts';
import type { EntryDraft, LedgerEntry } from '../../ledger/entry.ts';
import { appendDraft } from '../../ledger/store.ts';
import { memoryStore } from '../../ledger/testing.ts';
import { maskDraft } from '../../privacy/mask.ts';
import { LEDGER_TYPES, recordTypeOfId } from '../../records/index.ts';
import { BUILT_IN_CATALOGUE } from '../../standards/pack.ts';
import type { UnitProfile } from '../../unit/profile.ts';
import { keptRecords } from './kept-records.ts';
import { type Judge, openLoops } from './open-loops.ts';

const CATALOGUE = { catalogue: BUILT_IN_CATALOGUE };
const TODAY = '2026-11-23';
const UNIT: UnitProfile = {
  schema: 'duibiao/unit@1',
  name: '青禾镇便民服务中心',
  people: [],
  windows: ['社保', '民政', '综合'].map((name) => ({ name: `${name}窗口`, services: [] })),
  services: [],
  standards: [],
};

/** A ledger into which records are put one by one. */
function book(today = TODAY) {
  const store = memoryStore();
  const append = (draft: EntryDraft): Promise<LedgerEntry> =>
    appendDraft(store, draft, { now: () => new Date(`${today}T03:00:00Z`), mask: maskDraft });
  return {
    /** Keeps the sample of a type with other texts in some boxes; `to` are the entries that it follows on. */
    async keep(
      id: string,
      but: Record<string, string> = {},
      to: LedgerEntry[] = [],
      how = 'follows',
      table?: string[][],
    ) {
      const values = Object.entries({ ...recordTypeOfId(id)?.sample, ...but }).map(([box, text]) => ({ box, text }));
      const links = to.map(({ chain, sequence, hash }) => ({ to: { chain, sequence, hash }, how }));
      const entered = { type: id, values, links, factOn: '', indicators: [], remark: '', ...(table && { table }) };
      return append(recordDraft(entered, CATALOGUE, { actor: '综合窗口1', capturedAt: `${today}T02:00:00.000Z` }));
    },
    withdraw: (sequence: number) =>
      append({
        kind: 'correction',
        factOn: '',
        capturedAt: `${today}T02:00:00.000Z`,
        actor: '综合窗口1',
        subject: '撤回',
        indicators: [],
        payload: { sequence, withdrawn: true, reason: '重复' },
      }),
    async open(unit?: UnitProfile) {
      const judge: Judge = (record) =>
        checkRecord(record, { ...CATALOGUE, today, kept: false, ...(unit && { unit }) }).run.findings.filter(
          ({ outcome, severity }) => outcome === 'failed' && severity !== 'info',
        );
      return openLoops(await keptRecords(store.records()), { today, judge });
    },
    async told(unit?: UnitProfile) {
      return (await this.open(unit)).map(({ message }) => message);
    },
  };
}

describe('the loop of a training', () => {
  it('is silent while its time has not come, opens behind the plan, behind the training, and closes', async () => {
    const ledger = book();
    await ledger.keep('training-plan', { 培训时间: '2026年12月' });
    expect(await ledger.told()).toEqual([]);
    const plan = await ledger.keep('training-plan', { 培训内容: '投诉处理规范' });
    expect(await ledger.open()).toEqual([
      {
        place: { chain: 'chain-1', sequence: 2 },
        type: '培训计划',
        message: '培训计划“投诉处理规范”还没有培训记录。',
        who: '李明',
        due: '2026-03-31',
        maybe: [],
      },
    ]);
    const held = await ledger.keep('training-record', { 培训内容: '第二期', 培训主题: '' }, [plan]);
    expect(await ledger.told()).toEqual(['培训记录“第二期”还没有培训效果评价。']);
    await ledger.keep('training-evaluation', { 培训名称: '' }, [held]);
    expect(await ledger.told()).toEqual([]);
  });

  it('is closed by what names the same training, in the year that it was planned for', async () => {
    const ledger = book();
    await ledger.keep('training-record', { 培训时间: '2025-03-12', 培训主题: '' });
    await ledger.keep('training-evaluation', { 评价日期: '2025-03-20' });
    await ledger.keep('training-plan');
    expect(await ledger.told()).toEqual(['培训计划“窗口服务规范宣贯”还没有培训记录。']);
    await ledger.keep('training-record', { 培训内容: '一、窗口服务规范宣贯；二、提问', 培训主题: '' });
    await ledger.keep('training-evaluation', { 评价日期: '2026-03-20' });
    expect(await ledger.told()).toEqual([]);
  });

  it('asks where something may be what is missing', async () => {
    const ledger = book();
    await ledger.keep('training-record');
    await ledger.keep('training-evaluation', { 培训名称: '' });
    const [loop, ...more] = await ledger.open();
    expect(more).toEqual([]);
    expect(loop).toMatchObject({ place: { chain: 'chain-1', sequence: 1 }, maybe: [2] });
    expect(loop?.message).toContain('第2号可能就是');
  });

  it('says nothing of a plan whose time cannot be told', async () => {
    const ledger = book();
    await ledger.keep('training-plan', { 培训时间: '适时', 年度: '' });
    expect(await ledger.told()).toEqual([]);
  });
});

describe('what was found wrong', () => {
  it('needs a correction for each finding, and a verification when that is due', async () => {
    const ledger = book();
    const inspected = await ledger.keep('inspection-record', {}, [], 'follows', [
      ['受检部门', '检查情况'],
      ['社保窗口', '未发现问题'],
      ['民政窗口', '3号窗口无人值守，没有放置AB岗牌'],
      ['综合窗口', '作息时间牌与公布的不一致'],
    ]);
    expect(await ledger.told()).toHaveLength(2);
    await ledger.keep('correction-record', { 不符合描述: '3号窗口无人值守，没有放置AB岗牌' });
    expect(await ledger.told()).toEqual([expect.stringContaining('作息时间牌与公布的不一致')]);
    await ledger.keep('correction-record', { 验证人: '', 验证日期: '', 完成期限: '2026-12-20' }, [inspected]);
    await ledger.keep('correction-record', {}, [inspected]);
    expect(await ledger.told()).toEqual([]);
    const late = await ledger.keep('correction-record', { 不符合描述: '地面湿滑', 验证人: '', 完成期限: '2026-06-20' });
    expect(await ledger.told()).toEqual(['纠正措施记录“地面湿滑”：纠正措施记录的“验证人”是空的。']);
    // A newer version that names the earlier one takes its place.
    await ledger.keep('correction-record', { 不符合描述: '地面湿滑' }, [late], 'replaces');
    expect(await ledger.told()).toEqual([]);
  });

  it('is nothing where nothing was found', async () => {
    const ledger = book();
    await ledger.keep('inspection-record');
    await ledger.keep('self-evaluation');
    expect(await ledger.told()).toEqual([]);
  });

  it('in a self-evaluation needs a correction and an approval', async () => {
    const ledger = book();
    await ledger.keep('self-evaluation', { 批准人: '' });
    expect(await ledger.told()).toEqual([expect.stringContaining('“批准人”是空的')]);
  });
});

describe('a revision', () => {
  const [number, other] = ['Q/QH 101—2026', 'Q/QH 101-2026'];

  it('needs review, order, issue and recall, one behind the other', async () => {
    const ledger = book();
    const request = await ledger.keep('revision-request');
    expect(await ledger.told()).toEqual([`修订申请“${number}”还没有评审记录。`]);
    const review = await ledger.keep('review-record', {}, [request]);
    expect(await ledger.told()).toEqual(['评审记录“窗口服务规范修订评审”还没有修订审批发布令。']);
    await ledger.keep('issue-order', {}, [review]);
    expect(await ledger.told()).toEqual([
      `修订审批发布令“${number}”还没有发放记录。`,
      `修订审批发布令“${number}”还没有回收记录。`,
    ]);
    await ledger.keep('issue-record', { 文件编号: other });
    expect(await ledger.told()).toEqual([`修订审批发布令“${number}”还没有回收记录。`]);
    await ledger.keep('recall-record');
    expect(await ledger.told()).toEqual([]);
  });

  it('asks for no issue before it comes into force', async () => {
    const ledger = book();
    await ledger.keep('issue-order', { 实施日期: '2027-01-01' });
    expect(await ledger.told()).toEqual([]);
  });

  it('of a document that was handed out before needs the old copies back, all of them', async () => {
    const ledger = book();
    await ledger.keep('issue-record', { 版本: 'A/0', 份数: '6', 发放日期: '2025-03-10' });
    expect(await ledger.told()).toEqual([]);
    await ledger.keep('issue-record');
    expect(await ledger.told()).toEqual(['发放记录“窗口服务规范”换了版本，还没有旧版的回收记录。']);
    const recall = await ledger.keep('recall-record', { 回收份数: '4' });
    expect(await ledger.told()).toEqual([`“${number}”A/0版发放6份、回收4份，没有写其余的去向。`]);
    await ledger.keep('recall-record', { 回收份数: '4', 处理方式: '销毁4份，2份遗失' }, [recall], 'replaces');
    expect(await ledger.told()).toEqual([]);
  });

  it('has to reach every window, over all its issues', async () => {
    const ledger = book();
    await ledger.keep('issue-record', { 接收部门: '社保窗口' });
    // One window of three: a record of few.
    expect(await ledger.told(UNIT)).toEqual([]);
    await ledger.keep('issue-record', { 接收部门: '民政窗口' });
    expect(await ledger.told(UNIT)).toEqual([`${number}：发放记录里没有发给“综合窗口”的记录。`]);
    await ledger.keep('issue-record', { 接收部门: '综合窗口' });
    expect(await ledger.told(UNIT)).toEqual([]);
  });
});

describe('what a year asks for', () => {
  it('is a summary behind the plan, and a reward behind the rule', async () => {
    const ledger = book();
    await ledger.keep('annual-plan');
    await ledger.keep('reward-rule');
    expect(await ledger.told()).toEqual([]);
    await ledger.keep('annual-plan', { 年度: '2025', 成文日期: '2025-01-10' });
    await ledger.keep('reward-rule', { 文件标题: '旧的规定', 成文日期: '2025-01-10' });
    expect(await ledger.told()).toEqual(
      ['年度工作计划“2025”还没有年度工作总结。', '奖惩规定“旧的规定”满12个月了，还没有奖惩记录。'].sort((left) =>
        left.startsWith('年度') ? -1 : 1,
      ),
    );
    await ledger.keep('annual-summary');
    await ledger.keep('reward-record');
    expect(await ledger.told()).toEqual([]);
  });
});

it('leaves out what was taken back; what it replaced stands again', async () => {
  const ledger = book();
  const held = await ledger.keep('training-record');
  const better = await ledger.keep('training-record', { 培训内容: '窗口礼仪', 培训主题: '' }, [held], 'replaces');
  expect(await ledger.told()).toEqual(['培训记录“窗口礼仪”还没有培训效果评价。']);
  await ledger.withdraw(better.sequence);
  expect(await ledger.told()).toEqual(['培训记录“标准宣贯”还没有培训效果评价。']);
  await ledger.withdraw(held.sequence);
  expect(await ledger.told()).toEqual([]);
});

it('is silent over a ledger with a whole sample of every type', async () => {
  const ledger = book();
  for (const { id } of LEDGER_TYPES) await ledger.keep(id);
  const open = await ledger.open();
  expect(open.filter(({ maybe }) => maybe.length === 0).map(({ message }) => message)).toEqual([]);
});
