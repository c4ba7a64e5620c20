import { blocksFrom, type DocumentSketch, describeRule } from '../testing.ts';
import { inspectionLoop } from './inspection-loop.ts';

const HEAD = '|序号|检查日期|受检窗口|发现问题|整改措施|整改期限|验证情况|验证日期|';
const record = (rows: readonly string[], plain = true): DocumentSketch => ({
  kind: 'record',
  title: '窗口服务日常检查表',
  blocks: blocksFrom([HEAD, ...rows]).map((block) => (plain ? { ...block, plain } : block)),
});
const GOOD = '|1|2026-03-02|民政窗口|未佩戴工作牌|当场提醒|2026-03-09|已改正|2026-03-08|';
const form = (pairs: DocumentSketch['pairs'], more: DocumentSketch = {}): DocumentSketch => ({
  kind: 'record',
  title: '窗口检查记录',
  pairs: { 检查日期: '2026-03-02', 受检部门: '民政窗口', ...pairs },
  ...more,
});

describeRule(inspectionLoop, [
  { name: 'closed', document: record([GOOD]), reasons: ['passed'] },
  {
    name: 'found and not corrected, in a form that says 检查发现',
    document: form({ 检查发现: '台账有一处没有填写办结日期', 整改措施: '', 完成期限: '2026-03-09' }),
    reasons: ['no-correction'],
  },
  { name: 'nothing was found', document: record(['|1|2026-03-02|民政窗口|未发现问题|||||']), reasons: ['none'] },
  {
    name: 'nothing was found, in other words',
    document: record([
      '|1|2026-03-02|民政窗口|正常|||||',
      '|2|2026-03-02|人社窗口|环境整洁，服务规范|||||',
      '|3|2026-03-02|医保窗口|98|||||',
    ]),
    reasons: ['none'],
  },
  {
    name: 'not corrected',
    document: record([GOOD, '|2|2026-03-02|人社窗口|物品摆放杂乱||2026-03-09|已改正|2026-03-08|']),
    reasons: ['no-correction'],
  },
  {
    name: 'until when',
    document: record([GOOD, '|2|2026-03-02|人社窗口|物品摆放杂乱|清理||已改正|2026-03-08|']),
    reasons: ['no-due'],
  },
  {
    name: 'nobody looked again',
    document: record([GOOD, '|2|2026-03-02|人社窗口|物品摆放杂乱|清理|2026-03-09|||']),
    reasons: ['no-verification'],
  },
  {
    name: 'there is still time',
    document: record([GOOD, '|2|2026-11-20|人社窗口|物品摆放杂乱|清理|2026-12-09|||']),
    reasons: ['waits'],
    told: [['整改期限还没有到，验证到时再填。', '', '1', '']],
  },
  {
    name: 'the cell above may reach down',
    document: record([GOOD, '|2|2026-03-02|民政窗口|工作台杂乱|||||'], false),
    reasons: ['passed'],
  },
  {
    name: 'looked again too late',
    document: record([GOOD.replace('2026-03-08', '2026-03-20')]),
    reasons: ['verified-late'],
    told: [['验证日期（2026-03-20）晚于整改期限（2026-03-09）。', '', '1', '']],
  },
  { name: 'looked again before', document: record([GOOD.replace('2026-03-08', '2026-03-01')]), reasons: ['reversed'] },
  {
    name: 'a form',
    document: form({ 发现问题: '未佩戴工作牌', 整改措施: '提醒', 整改期限: '2026-03-09', 验证情况: '已改正' }),
    reasons: ['passed'],
  },
  {
    name: 'a form without correction',
    document: form({ 发现问题: '未佩戴工作牌', 整改措施: '', 整改期限: '2026-03-09' }),
    reasons: ['no-correction'],
  },
  { name: 'a form that has no box for it', document: form({ 发现问题: '未佩戴工作牌' }), reasons: ['elsewhere'] },
  {
    name: 'a form, a part was not read',
    document: form({ 发现问题: '未佩戴工作牌', 整改措施: '' }, { notes: [{ kind: 'unreadable' }] }),
    reasons: ['unread'],
  },
  {
    name: 'a correction verified too late',
    document: {
      kind: 'record',
      title: '不合格项整改记录',
      pairs: { 不符合描述: '未登记', 完成期限: '2026-03-09', 验证日期: '2026-04-01' },
    },
    reasons: ['verified-late'],
    told: [['验证日期（2026-04-01）晚于整改期限（2026-03-09）。', '', '验证日期', '']],
  },
  { name: 'another record', document: { kind: 'record', title: '培训记录' }, reasons: ['other-type'] },
  {
    name: 'a form, nothing wrong',
    document: form({ 发现问题: '未发现问题', 整改措施: '', 整改期限: '' }),
    reasons: ['passed'],
  },
  {
    name: 'a form, when it has to be done is empty',
    document: form({ 发现问题: '未佩戴工作牌', 整改措施: '提醒', 整改期限: '', 验证情况: '' }),
    reasons: ['no-due'],
  },
  {
    name: 'a form, one box gives no text',
    document: form({ 发现问题: '未佩戴工作牌', 整改措施: '', 整改期限: { state: 'unreadable' }, 验证情况: '' }),
    reasons: ['unread'],
  },
  {
    name: 'a form, one box waits',
    document: form({ 发现问题: '未佩戴工作牌', 整改措施: '', 整改期限: { value: '', predicted: true }, 验证情况: '' }),
    reasons: ['passed'],
  },
  {
    name: 'a form, the time is today',
    document: form({ 发现问题: '未佩戴工作牌', 整改措施: '提醒', 整改期限: '2026-11-23', 验证情况: '' }),
    reasons: ['waits'],
    told: [['整改期限还没有到，验证到时再填。', '', '发现问题', '']],
  },
  {
    name: 'a form, verified',
    document: form({ 发现问题: '未佩戴工作牌', 整改措施: '提醒', 整改期限: '2026-03-09', 验证情况: '已改正' }),
    reasons: ['passed'],
  },
  {
    name: 'verified on the day of the inspection, and on the last day',
    document: form({
      发现问题: '未佩戴工作牌',
      整改措施: '提醒',
      整改期限: '2026-03-02',
      验证情况: '已改正',
      验证日期: '2026-03-02',
    }),
    reasons: ['passed'],
  },
  {
    name: 'a list, the time is today',
    document: record(['|1|2026-03-02|民政窗口|未佩戴工作牌|提醒|2026-11-23|||']),
    reasons: ['waits'],
  },
  { name: 'a record of no known type', document: { kind: 'record', title: '' }, reasons: ['other-type'] },
]);
