import { blocksFrom, type DocumentSketch, describeRule } from '../testing.ts';
import { trainingLoop } from './training-loop.ts';

const HEAD = '|序号|培训内容|培训对象|讲师|计划时间|考核方式|完成情况|效果评价|';
const plan = (rows: readonly string[], plain = true): DocumentSketch => ({
  kind: 'record',
  title: '2026年度培训计划表',
  blocks: blocksFrom([HEAD, ...rows]).map((block) => (plain ? { ...block, plain } : block)),
});
const GOOD = '|1|窗口服务规范|全体|李建国|2026-03-26|笔试|2026-03-26完成|合格|';
const form = (pairs: DocumentSketch['pairs'], more: DocumentSketch = {}): DocumentSketch => ({
  kind: 'record',
  title: '培训记录',
  pairs: { 培训时间: '2026-03-26 09:00', 培训内容: '窗口服务规范', ...pairs },
  ...more,
});

describeRule(trainingLoop, [
  { name: 'closed', document: plan([GOOD]), reasons: ['passed'] },
  {
    name: 'the day is over',
    document: plan([GOOD, '|2|一次性告知|全体|王芳|2026-06-10|问卷|||']),
    reasons: ['not-delivered'],
  },
  {
    name: 'the month is over',
    document: plan([GOOD, '|2|一次性告知|全体|王芳|2026年6月|问卷|||']),
    reasons: ['not-delivered'],
  },
  {
    name: 'the month is not over',
    document: plan([GOOD, '|2|一次性告知|全体|王芳|2026年11月|问卷|||']),
    reasons: ['passed'],
  },
  { name: 'a quarter', document: plan([GOOD, '|2|一次性告知|全体|王芳|第二季度|问卷|||']), reasons: ['passed'] },
  {
    name: 'held and not evaluated',
    document: plan([GOOD, '|2|一次性告知|全体|王芳|2026-06-10|问卷|已完成||']),
    reasons: ['not-evaluated'],
    told: [['已经实施的培训“一次性告知”没有写效果评价。', '', '1', '']],
  },
  {
    name: 'put off',
    document: plan([GOOD, '|2|一次性告知|全体|王芳|2026-06-10|问卷|推迟到12月||']),
    reasons: ['passed'],
  },
  {
    name: 'a cell that may be covered',
    document: plan([GOOD, '|2|一次性告知|全体|王芳|2026-06-10|问卷|||'], false),
    reasons: ['passed'],
  },
  {
    name: 'a plan that tells only what is planned',
    document: {
      kind: 'record',
      title: '2026年度培训计划表',
      text: ['|序号|培训内容|培训对象|讲师|培训时间|考核方式|', '|1|甲|全体|王芳|2026-03-26|笔试|'],
    },
    reasons: ['elsewhere'],
  },
  { name: 'a record alone', document: form({}), reasons: ['elsewhere'] },
  { name: 'evaluated on the same day', document: form({ 评价日期: '2026-03-26' }), reasons: ['passed'] },
  {
    name: 'evaluated before',
    document: form({ 评价日期: '2026-03-20' }),
    reasons: ['evaluated-before'],
    told: [['效果评价的日期（2026-03-20）早于培训的日期（2026-03-26），请核对。', '', '评价日期 培训时间', '']],
  },
  {
    name: 'more people than were to come',
    document: form({ 应到人数: '10人', 实到人数: '12人' }),
    reasons: ['more-than-due'],
    told: [['实到人数（12）多于应到人数（10），请核对。', '', '实到人数 应到人数', '']],
  },
  { name: 'fewer people', document: form({ 应到人数: '10', 实到人数: '8' }), reasons: ['elsewhere'] },
  {
    name: 'a list of trainings, one evaluated before',
    document: {
      kind: 'record',
      title: '培训台账',
      text: ['|序号|培训内容|培训日期|评价日期|效果评价|', '|1|甲|2026-03-26|2026-03-20|合格|'],
    },
    reasons: ['evaluated-before'],
    told: [['效果评价的日期（2026-03-20）早于培训的日期（2026-03-26），请核对。', '', '1', '']],
  },
  {
    name: 'a part was not read',
    document: { ...plan([GOOD]), notes: [{ kind: 'unreadable' }] },
    reasons: ['unread'],
  },
  { name: 'another record', document: { kind: 'record', title: '文件回收记录' }, reasons: ['other-type'] },
  { name: 'the day is today', document: plan([GOOD, '|2|甲|全体|王芳|2026-11-23|问卷|||']), reasons: ['passed'] },
  {
    name: 'from a day to a day',
    document: plan([
      GOOD,
      '|2|甲|全体|王芳|2026-11-20至2026-11-25|问卷|||',
      '|3|乙|全体|王芳|2026-11-20至2026-11-22|问卷|||',
    ]),
    reasons: ['not-delivered'],
    told: [['计划的培训“乙”已经过期，没有写实施情况。', '', '1', '']],
  },
  {
    name: 'the first month of the year',
    document: plan([GOOD, '|2|甲|全体|王芳|2026.1|问卷|||']),
    reasons: ['not-delivered'],
  },
  {
    name: 'the last month of the year before',
    document: plan([GOOD, '|2|甲|全体|王芳|2025/12|问卷|||']),
    reasons: ['not-delivered'],
  },
  {
    name: 'months that are none',
    document: plan([GOOD, '|2|甲|全体|王芳|2026年13月|问卷|||', '|3|乙|全体|王芳|2026年0月|问卷|||']),
    reasons: ['passed'],
  },
  {
    name: 'a month and more',
    document: plan([GOOD, '|2|甲|全体|王芳|2026年3月或者4季度|问卷|||', '|3|乙|全体|王芳|2025年11|问卷|||']),
    reasons: ['not-delivered'],
  },
  {
    name: 'the month ends today',
    document: plan([GOOD, '|2|甲|全体|王芳|2026年10月|问卷|||']),
    today: '2026-11-01',
    reasons: ['not-delivered'],
  },
  {
    name: 'the month ends tomorrow',
    document: plan([GOOD, '|2|甲|全体|王芳|2026年10月|问卷|||']),
    today: '2026-10-31',
    reasons: ['passed'],
  },
  {
    name: 'no time planned',
    document: {
      kind: 'record',
      title: '培训计划表',
      blocks: blocksFrom(['|完成情况|培训内容|效果评价|', '|已完成|甲||', '||乙||']).map((block) => ({
        ...block,
        plain: true as const,
      })),
    },
    reasons: ['not-evaluated'],
    told: [['已经实施的培训“甲”没有写效果评价。', '', '1', '']],
  },
  {
    name: 'held on a day, or not yet',
    document: {
      kind: 'record',
      title: '培训台账',
      blocks: blocksFrom([
        '|培训内容|培训日期|效果评价|',
        '|甲|2026-03-26||',
        '|乙|2026-11-23||',
        '|丙|||',
        '||2026-03-26||',
      ]).map((block) => ({ ...block, plain: true as const })),
    },
    reasons: ['not-evaluated'],
    told: [['已经实施的培训“甲”没有写效果评价。', '', '1', '']],
  },
  {
    name: 'evaluated on the day and after it',
    document: {
      kind: 'record',
      title: '培训台账',
      text: [
        '|培训内容|培训日期|评价日期|效果评价|',
        '|甲|2026-03-26|2026-03-26|合格|',
        '|乙|2026-03-26|2026-03-27|合格|',
        '|丙||2026-03-27|合格|',
      ],
    },
    reasons: ['passed'],
  },
  {
    name: 'as many as were to come',
    document: form({ 应到人数: '10', 实到人数: '10', 评价日期: '2026-03-27' }),
    reasons: ['passed'],
  },
  {
    name: 'only those who came are counted',
    document: form({ 实到人数: '10', 评价日期: '2026-03-27' }),
    reasons: ['passed'],
  },
  { name: 'a record of no known type', document: { kind: 'record', title: '' }, reasons: ['other-type'] },
]);
