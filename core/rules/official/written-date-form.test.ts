import { expect, it } from 'vitest';
import type { DocumentSketch } from '../testing.ts';
import { describeRule, findingsOf } from '../testing.ts';
import { writtenDateForm } from './written-date-form.ts';

const signed = (...ending: string[]): DocumentSketch => ({
  text: ['# 关于开展标准化培训的通知', '各窗口：', '现将有关事项通知如下，请遵照执行。', ...ending],
});

describeRule(writtenDateForm, [
  { name: 'right', document: signed('青石镇人民政府', '2026年3月2日'), reasons: ['passed'] },
  {
    name: 'a month and a day of two digits',
    document: signed('青石镇人民政府', '2026年11月20日'),
    reasons: ['passed'],
  },
  { name: 'drawn apart', document: signed('青石镇人民政府', '2026 年 3 月 2 日'), reasons: ['passed'] },
  { name: 'behind the name', document: signed('青石镇人民政府　2026年3月2日'), reasons: ['passed'] },
  { name: 'padded', document: signed('青石镇人民政府', '2026年03月02日'), reasons: ['padded'] },
  { name: 'padded and drawn apart', document: signed('青石镇人民政府', '2026 年 3 月 02 日'), reasons: ['padded'] },
  { name: 'padded behind the name', document: signed('青石镇人民政府　2026年03月02日'), reasons: ['padded'] },
  { name: 'Chinese digits', document: signed('青石镇人民政府', '二〇二六年三月二日'), reasons: ['han-digits'] },
  {
    name: 'Chinese digits with another round sign',
    document: signed('青石镇人民政府', '二○二六年三月十二日'),
    reasons: ['han-digits'],
  },
  {
    name: 'Chinese digits when that was the rule',
    document: { ...signed('青石镇人民政府', '二〇一〇年三月二日'), fields: { writtenOn: '2010-03-02' } },
    reasons: ['not-in-force'],
  },
  {
    name: 'Chinese digits of that time, told by the text alone',
    document: signed('青石镇人民政府', '二〇一〇年三月二日'),
    reasons: ['none'],
  },
  {
    name: 'what is issued has a day of its own',
    document: signed(
      '青石镇人民政府',
      '2026年3月2日',
      '管理办法',
      '本办法自发布之日起施行。',
      '青石镇人民政府',
      '2026-03-02',
    ),
    reasons: ['passed'],
  },
  {
    name: 'an order, signed by a person',
    document: {
      kindWord: '令',
      text: [
        '源县人民政府令',
        '第12号',
        '现公布《源县政务服务管理规定》，自4月1日起施行。',
        '县长　周志强',
        '2026年03月02日',
        '源县政务服务管理规定',
        '第一条　目的。',
      ],
    },
    reasons: ['padded'],
  },
  { name: 'with strokes', document: signed('青石镇人民政府', '2026-03-02'), reasons: ['numeric'] },
  { name: 'with dots', document: signed('青石镇人民政府', '2026.3.2'), reasons: ['numeric'] },
  { name: '号', document: signed('青石镇人民政府', '2026年3月2号'), reasons: ['day-sign'] },
  {
    name: 'closing lines behind',
    document: signed('青石镇人民政府', '2026年03月02日', '（此件公开发布）', '抄送：县标准化办公室。'),
    reasons: ['padded'],
  },
  { name: 'nobody signs above, and nothing follows', document: signed('2026年03月02日'), reasons: ['padded'] },
  {
    name: 'a day in a list is no signature',
    document: signed('培训时间：', '2026-03-02', '地点在一楼会议室。', '青石镇人民政府', '2026年3月2日'),
    reasons: ['passed'],
  },
  {
    name: 'a day in a table',
    document: signed('|时间|', '|2026-03-02|', '青石镇人民政府', '2026年3月2日'),
    reasons: ['passed'],
  },
  { name: 'a day in a sentence', document: signed('请于2026年03月02日前报送。'), reasons: ['none'] },
  { name: 'a month alone', document: signed('青石镇人民政府', '2026年03月'), reasons: ['none'] },
  { name: 'no such day', document: signed('青石镇人民政府', '2026年02月30日'), reasons: ['none'] },
  { name: 'a form without text', document: { fields: { writtenOn: '2026-03-02' } }, reasons: ['none'] },
  {
    name: 'behind the annex',
    document: signed('青石镇人民政府', '2026年3月2日', '附件1', '表格', '2026-03-02'),
    reasons: ['passed'],
  },
  {
    name: 'a part was not read',
    document: { ...signed('青石镇人民政府', '2026年03月02日'), notes: [{ kind: 'unreadable' }] },
    reasons: ['unread'],
  },
  {
    name: 'a document from elsewhere',
    document: { ...signed('青石镇人民政府', '2026年03月02日'), fields: { receiptNumber: '2026-15' } },
    reasons: ['incoming'],
  },
]);

it('says the right form and gives no fix for a date', () => {
  const [finding] = findingsOf(writtenDateForm, signed('青石镇人民政府', '2026年03月02日'));
  expect(finding?.message).toContain('应写成2026年3月2日');
  expect(finding?.fix).toBeUndefined();
});
