import type { DocumentSketch } from '../testing.ts';
import { describeRule } from '../testing.ts';
import { titleForm } from './title-form.ts';

const under = (...title: string[]): DocumentSketch => ({
  text: [
    ...title,
    '各村（社区），镇直各单位：',
    '现将有关事项通知如下，请遵照执行。',
    '青石镇人民政府',
    '2026年3月2日',
  ],
});
const boxed = (title: string, more: DocumentSketch = {}): DocumentSketch => ({ fields: { title }, ...more });
const right = (name: string, ...title: string[]) => ({ name, document: under(...title), reasons: ['passed'] });

describeRule(titleForm, [
  right('one line', '# 关于开展标准化培训的通知'),
  right('the name of the issuer in front', '# 青石镇人民政府关于开展标准化培训的通知'),
  right('the name of the issuer above', '青石镇人民政府', '关于开展标准化培训的通知'),
  right('two lines', '青石镇人民政府关于进一步加强便民服务中心', '标准化建设工作的通知'),
  right('two lines, the kind alone on the second', '关于印发《青石镇便民服务中心管理办法》', '的通知'),
  right('three lines', '青石镇人民政府办公室关于成立', '青石镇政务服务标准化建设工作', '领导小组的通知'),
  right('passes on what passes on', '关于转发县政府办公室关于印发培训方案的通知的通知'),
  right('passes on over two lines', '关于转发县政府办公室关于印发培训方案的通知', '的通知'),
  right('on trial', '# 关于印发《窗口服务规范（试行）》的通知'),
  right('a draft', '# 关于优化营商环境的意见（征求意见稿）'),
  right('a reply letter', '# 关于协助核实有关情况的复函'),
  right('a remark of the meeting under it', '关于表彰先进窗口的决定', '（2026年3月1日镇党委会议通过）'),
  right('a work report', '# 关于2025年度政务服务工作情况的报告'),
  right('a mark within', '# 关于认真做好春节、元宵节期间值班工作的通知'),
  right('what other papers end with', '# 关于政务公开工作情况的说明'),
  right('a plan', '# 关于开展“最佳窗口”评选活动的实施方案'),
  right('a public notice', '# 关于拟表彰先进个人的公示'),
  right('a request about a report', '# 关于审批《可行性研究报告》的请示'),
  right('an end that is not shown', '# 关于开展政务服务标准化建设培训……'),
  { name: 'without 关于', document: under('青石镇人民政府公告'), reasons: ['none'] },
  { name: 'minutes', document: { ...under('镇长办公会议纪要'), kindWord: '纪要' }, reasons: ['none'] },
  { name: 'no kind', document: under('# 关于开展标准化培训'), reasons: ['no-kind'] },
  {
    name: 'no kind over two lines',
    document: under('青石镇人民政府关于进一步加强便民服务中心', '标准化建设'),
    reasons: ['no-kind'],
  },
  { name: 'passes on without a kind', document: under('# 关于印发《窗口服务规范》'), reasons: ['no-kind'] },
  { name: 'no kind in the box', document: boxed('关于开展标准化培训'), reasons: ['no-kind'] },
  {
    name: 'no kind, and nobody knows where the title ends',
    document: { text: ['# 关于开展标准化培训', '现将有关事项公布如下，请遵照执行。'] },
    reasons: ['passed'],
  },
  { name: 'a request and report', document: under('# 关于购置设备的请示报告'), reasons: ['no-such-kind'] },
  { name: 'an application', document: under('# 关于购置设备的申请'), reasons: ['no-such-kind'] },
  { name: 'a summary', document: boxed('关于2025年标准化工作的总结'), reasons: ['no-such-kind'] },
  { name: 'a full stop', document: under('# 关于开展标准化培训的通知。'), reasons: ['end-mark'] },
  {
    name: 'a colon is no end of a title in a box',
    document: boxed('关于开展标准化培训的通知：'),
    reasons: ['end-mark'],
  },
  {
    name: 'a full stop on the second line',
    document: under('青石镇人民政府关于进一步加强便民服务中心', '标准化建设的通知。', '青政〔2026〕12号'),
    reasons: ['end-mark'],
  },
  { name: 'the kind twice', document: under('# 关于开展标准化培训的通知的通知'), reasons: ['doubled'] },
  { name: 'a file in the box', document: boxed('关于开展标准化培训的通知.docx'), reasons: ['passed'] },
  { name: 'a version in the box', document: boxed('关于开展标准化培训的通知（定稿2）'), reasons: ['passed'] },
  {
    name: 'a box that was guessed',
    document: boxed('', { fields: { title: { state: 'present', value: '关于培训', confidence: 'guessed' } } }),
    reasons: ['none'],
  },
  {
    name: 'a box of a form that is empty',
    document: { fields: { title: { state: 'blank', label: '标题', written: '关于培训' } } },
    reasons: ['none'],
  },
  { name: 'a label in front', document: boxed('主题1：关于培训'), reasons: ['none'] },
  { name: 'on trial, without a kind', document: boxed('关于窗口培训（试行）'), reasons: ['no-kind'] },
  { name: 'on trial, in the middle', document: boxed('关于（试行）规定的通知'), reasons: ['passed'] },
  { name: 'no title', document: {}, reasons: ['none'] },
  { name: 'gives no text', document: { fields: { title: { state: 'unreadable' } } }, reasons: ['unread'] },
  {
    name: 'a part was not read',
    document: { ...under('# 关于开展标准化培训'), notes: [{ kind: 'unreadable' }] },
    reasons: ['unread'],
  },
  {
    name: 'a document from elsewhere',
    document: { ...under('# 关于开展标准化培训'), fields: { receiptNumber: '2026-15' } },
    reasons: ['incoming'],
  },
  { name: 'a standard', document: { ...under('# 关于培训'), kind: 'standard' }, reasons: ['other-kind'] },
  {
    name: 'a sentence that begins alike',
    document: {
      text: [
        '青石镇人民政府公告',
        '关于停水的时间以公告为准。',
        '请各单位做好准备，特此公告。',
        '青石镇人民政府',
        '2026年3月2日',
      ],
    },
    reasons: ['passed'],
  },
]);
