import { expect, it } from 'vitest';
import { type DocumentSketch, describeRule, findingsOf } from '../testing.ts';
import { caseTraceable } from './case-traceable.ts';

const FIELDS = { receiptNumber: 'YT20260302-0001', dueOn: '2026-03-31', completedOn: '2026-03-24T16:05:00' };
const PAIRS = {
  申请时间: '2026-03-02 09:12',
  受理人: '孙丽',
  受理时间: '2026-03-02 09:30',
  办理人: '陈明',
  办理结果: '准予给付',
};
const one = (
  fields: DocumentSketch['fields'] = {},
  pairs: DocumentSketch['pairs'] = {},
  more: DocumentSketch = {},
): DocumentSketch => ({
  kind: 'case',
  from: 'page',
  title: '办件登记表',
  fields: { ...FIELDS, ...fields },
  pairs: { ...PAIRS, ...pairs },
  ...more,
});
const register = (...rows: string[]): DocumentSketch => ({
  kind: 'case',
  title: '办件台账',
  text: ['|办件编号|事项名称|申请人|受理人|受理时间|办理人|办结时间|', ...rows],
});

describeRule(caseTraceable, [
  { name: 'whole', document: one(), reasons: ['passed'] },
  { name: 'no number', document: one({ receiptNumber: '' }), reasons: ['blank'] },
  { name: 'nobody accepted it', document: one({}, { 受理人: '' }), reasons: ['blank'] },
  { name: 'done by nobody', document: one({}, { 办理人: '/' }), reasons: ['blank'] },
  {
    name: 'a result and no day',
    document: one({ completedOn: '' }),
    reasons: ['blank'],
    told: [['办件的“办结时间”是空的，无法追溯。', 'completedOn', '办结时间', '']],
  },
  {
    name: 'still under way',
    document: one({ completedOn: '' }, { 办理人: '', 办理结果: '' }),
    reasons: ['waits', 'waits'],
  },
  {
    name: 'under way past its day',
    document: one({ completedOn: '' }, { 办理人: '', 办理结果: '' }, { stage: 'review' }),
    reasons: ['overdue', 'waits', 'waits'],
  },
  {
    name: 'under way on its last day',
    document: one({ completedOn: '', dueOn: '2026-11-23' }, { 办理人: '', 办理结果: '' }, { stage: 'review' }),
    reasons: ['waits', 'waits'],
  },
  {
    name: 'past its day while its clock stands still',
    document: one({ completedOn: '' }, { 办理人: '', 办理结果: '', 办件状态: '待补正' }, { stage: 'review' }),
    reasons: ['waits', 'waits'],
  },
  {
    name: 'past its day after it was sent back for more papers',
    document: one(
      { completedOn: '' },
      { 办理人: '', 办理结果: '' },
      { stage: 'review', trail: [{ step: '一次性告知补正' }] },
    ),
    reasons: ['waits', 'waits'],
  },
  {
    name: 'under way past its day in a file that was saved some time',
    document: one({ completedOn: '' }, { 办理人: '', 办理结果: '' }, { stage: 'review', from: 'file' }),
    reasons: ['waits', 'waits'],
  },
  {
    name: 'accepted before it was asked for',
    document: one({}, { 受理时间: '2026-03-01 09:30' }),
    reasons: ['reversed'],
  },
  {
    name: 'accepted some minutes before it was asked for',
    document: one({}, { 受理时间: '2026-03-02 09:00' }),
    reasons: ['reversed'],
  },
  {
    name: 'a day without an hour is not compared by the hour',
    document: one({}, { 受理时间: '2026-03-02' }),
    reasons: ['passed'],
  },
  { name: 'done before it was accepted', document: one({ completedOn: '2026-03-01' }), reasons: ['reversed'] },
  { name: 'collected before it was done', document: one({}, { 领取时间: '2026-03-20 10:00' }), reasons: ['reversed'] },
  {
    name: 'done before it was asked for, nobody knows when it was accepted',
    document: one({ completedOn: '2026-03-01' }, { 受理时间: { value: '', state: 'unreadable' } }),
    reasons: ['reversed', 'unreadable'],
  },
  {
    name: 'done too late',
    document: one({ completedOn: '2026-04-02' }),
    reasons: ['late'],
    told: [['办结时间（2026-04-02）晚于承诺办结时间（2026-03-31）。', 'completedOn dueOn', '办结时间', '']],
  },
  { name: 'done on the last day', document: one({ completedOn: '2026-03-31T17:00:00' }), reasons: ['passed'] },
  { name: 'the last day gives no text', document: one({ dueOn: { state: 'unreadable' } }), reasons: ['unreadable'] },
  {
    name: 'no box for the one who accepted it',
    document: { ...one(), pairs: { 受理时间: '2026-03-02', 办理人: '陈明', 办理结果: '准予' } },
    reasons: ['no-box'],
  },
  {
    name: 'no box for the one who accepted it, and a part was not read',
    document: { ...one(), pairs: { 受理时间: '2026-03-02', 办理人: '陈明' }, notes: [{ kind: 'unreadable' }] },
    reasons: ['unreadable'],
  },
  {
    name: 'a register, each number once',
    document: register(
      '|YT01|低保申请|张示例|孙丽|2026-03-02|陈明|2026-03-24|',
      '|YT02|低保申请|李样本|孙丽|2026-03-02|陈明|2026-03-24|',
    ),
    reasons: ['passed'],
  },
  {
    name: 'a register, one number twice',
    document: register(
      '|YT01|低保申请|张示例|孙丽|2026-03-02|陈明|2026-03-24|',
      '|YT01|低保申请|李样本|孙丽|2026-03-02|陈明|2026-03-24|',
    ),
    reasons: ['twice'],
    told: [['办件编号“YT01”在台账里出现了2次，应当一件一号。', '', '1', '']],
  },
  {
    name: 'a register, one row accepted after it was done',
    document: register(
      '|YT01|低保申请|张示例|孙丽|2026-03-02|陈明|2026-03-24|',
      '|YT02|低保申请|李样本|孙丽|2026-03-25|陈明|2026-03-24|',
    ),
    reasons: ['reversed'],
    told: [['YT02的办结时间（2026-03-24）早于受理时间（2026-03-25），请核对。', '', '1', '']],
  },
  {
    name: 'a register, one row still under way',
    document: register(
      '|YT01|低保申请|张示例|孙丽|2026-03-02|陈明|2026-03-24|',
      '|YT02|低保申请|李样本|孙丽|2026-03-25|||',
    ),
    reasons: ['passed'],
  },
  {
    name: 'a register, one row done too late',
    document: {
      kind: 'case',
      text: [
        '|办件编号|受理人|受理时间|承诺办结时间|办理人|办结时间|',
        '|YT01|孙丽|2026-03-02|2026-03-20|陈明|2026-03-24|',
        '|YT02|孙丽|2026-03-02|2026-03-20|陈明|2026-03-20|',
      ],
    },
    reasons: ['late'],
    told: [['办结时间（YT01：2026-03-24）晚于承诺办结时间（2026-03-20）。', '', '1', '']],
  },
  {
    name: 'a register, nobody accepted the first',
    document: register(
      '|YT01|低保申请|张示例||2026-03-02|陈明|2026-03-24|',
      '|YT02|低保申请|李样本|孙丽|2026-03-02|陈明|2026-03-24|',
    ),
    reasons: ['blank'],
    told: [['办件的“YT01 受理人”是空的，无法追溯。', '', '1', '']],
  },
  {
    name: 'the steps of one case carry its number',
    document: one({}, {}, { text: ['|办件编号|环节|处理人|', '|YT01|受理|孙丽|', '|YT01|审核|吴敏|'] }),
    reasons: ['passed'],
  },
  {
    name: 'a part was not read',
    document: one({}, {}, { notes: [{ kind: 'unreadable' }] }),
    reasons: ['unread'],
  },
  { name: 'no case', document: { kind: 'guide' }, reasons: ['other-kind'] },
]);

it('says both times', () => {
  const [finding] = findingsOf(caseTraceable, one({}, { 受理时间: '2026-03-01 09:30' }));
  expect(finding?.message).toBe('受理时间（2026-03-01 09:30）早于申请时间（2026-03-02 09:12），请核对。');
});
