import { expect, it } from 'vitest';
import { type DocumentSketch, describeRule, findingsOf } from '../testing.ts';
import { recordComplete } from './record-complete.ts';

const PAIRS = {
  培训时间: '2026-03-26 09:00',
  培训地点: '镇政府三楼会议室',
  讲师: '李建国',
  培训内容: '窗口服务规范',
  参加人员: '孙丽、陈明',
  学时: '3',
};
const STUB = {
  办件编号: '202606110003',
  事项: '参保登记',
  申请人: '陈小红',
  受理人: '王芳',
  受理时间: '2026-06-11',
  承诺办结日期: '2026-06-20',
  办理人: '孙丽',
  办结时间: '2026-06-15',
  办理结果: '已办结',
};
const training = (pairs: DocumentSketch['pairs'] = {}, more: DocumentSketch = {}): DocumentSketch => ({
  kind: 'record',
  from: 'page',
  title: '培训记录',
  pairs: { ...PAIRS, ...pairs },
  ...more,
});
const without = (label: keyof typeof PAIRS): DocumentSketch => {
  const { [label]: _, ...pairs } = PAIRS;
  return { ...training(), pairs };
};
const handedOut = (...rows: string[]): DocumentSketch => ({
  kind: 'record',
  title: '文件发放记录',
  text: ['|序号|文件编号|文件名称|份数|接收部门|接收人签名|发放日期|'.replace('接收人签名', '接收人（签名）'), ...rows],
});

describeRule(recordComplete, [
  { name: 'whole', document: training(), reasons: ['passed'] },
  { name: 'a case as a page shows it', document: { kind: 'case', title: '办件登记表' }, reasons: ['a-case'] },
  {
    name: 'a case that a person enters',
    document: {
      kind: 'case',
      from: 'page',
      recordType: 'case-stub',
      title: '办件存根',
      pairs: { ...STUB, 受理人: '' },
    },
    reasons: ['blank'],
  },
  { name: 'an empty box', document: training({ 讲师: '' }), reasons: ['blank'] },
  {
    name: 'a form for others to fill in',
    document: training({ 讲师: '' }, { title: '培训记录（范本）' }),
    reasons: ['blank-form'],
  },
  {
    name: 'the frame of a date and nothing in it',
    document: training({ 培训时间: '　年　月　日' }),
    reasons: ['blank'],
  },
  { name: 'a placeholder', document: training({ 培训地点: '待定' }), reasons: ['blank'] },
  { name: 'a signature picture', document: training({ 参加人员: { value: '', picture: true } }), reasons: ['passed'] },
  { name: 'not a word of it', document: without('学时'), reasons: ['missing'] },
  {
    name: 'by another label',
    document: { ...without('讲师'), pairs: { ...without('讲师').pairs, 授课人: '李建国' } },
    reasons: ['passed'],
  },
  {
    name: 'a list of people in a table',
    document: { ...without('参加人员'), text: ['|序号|姓名|签到时间|', '|1|孙丽|08:46|'] },
    reasons: ['passed'],
  },
  {
    name: 'in the document’s own lines',
    document: {
      kind: 'record',
      title: '培训记录',
      text: [
        '培训时间：2026年3月26日　培训地点：三楼会议室',
        '讲师：李建国　学时：3',
        '培训内容：窗口服务规范',
        '参加人员：孙丽',
      ],
    },
    reasons: ['passed'],
  },
  {
    name: 'a step before the end of the flow',
    document: training({ 讲师: '' }, { stage: 'review' }),
    reasons: ['waits'],
  },
  {
    name: 'the person at the page can write it now',
    document: training({ 讲师: { value: '', box: 'control' } }, { stage: 'drafting' }),
    reasons: ['blank'],
  },
  {
    name: 'an empty place for a hand on paper',
    document: training({ 参加人员: '' }, { from: 'file' }),
    reasons: ['by-hand'],
  },
  {
    name: 'a part was not read',
    document: { ...without('学时'), notes: [{ kind: 'unreadable' }] },
    reasons: ['unreadable'],
  },
  {
    name: 'a form that nobody filled',
    document: training({ 培训时间: '', 培训地点: '', 讲师: '', 培训内容: '', 参加人员: '', 学时: '' }),
    reasons: ['blank-form'],
  },
  {
    name: 'prose with the title of a record',
    document: { kind: 'record', title: '培训工作总结报告', text: ['今年以来，我中心认真开展各项工作。'] },
    reasons: ['other-type'],
  },
  {
    name: 'one empty box of a record in a form of another kind',
    document: { kind: 'record', title: '培训记录', pairs: { 培训时间: '' }, text: ['详见培训工作总结。'] },
    reasons: ['other-type'],
  },
  {
    name: 'a form of another kind that has half of the boxes',
    document: {
      kind: 'record',
      title: '配电箱检查记录表',
      text: ['|检查时间|检查项目|设备状况|', '|2026-03-26|漏电保护|正常|'],
    },
    reasons: ['other-type'],
  },
  {
    name: 'the body that was inspected',
    document: {
      kind: 'record',
      title: '安全检查记录',
      pairs: { 检查日期: '2026-03-26', 被查单位: '便民服务中心', 检查内容: '消防通道', 检查人: '孙丽' },
    },
    reasons: ['passed'],
  },
  { name: 'a title that tells no type', document: { kind: 'record', title: '值班登记表' }, reasons: ['other-type'] },
  {
    name: 'a list of copies, filled',
    document: handedOut('|1|Q/YTBM 101—2022|一次性告知制度|2|民政窗口|孙丽|2022-09-21|'),
    reasons: ['passed'],
  },
  {
    name: 'a column that nobody filled',
    document: handedOut(
      '|1|Q/YTBM 101—2022|一次性告知制度|2||孙丽|2022-09-21|',
      '|2|Q/YTBM 102—2022|首问负责制度|2||孙丽|2022-09-21|',
    ),
    reasons: ['column'],
  },
  {
    name: 'a column that is filled where the list goes on',
    document: handedOut(
      '|1|Q/YTBM 101—2022|一次性告知制度|2||孙丽|2022-09-21|',
      '（续）',
      '|序号|文件编号|文件名称|份数|接收部门|接收人（签名）|发放日期|',
      '|2|Q/YTBM 102—2022|首问负责制度|2|民政窗口|孙丽|2022-09-21|',
    ),
    reasons: ['passed'],
  },
  {
    name: 'a cell below a filled one may be covered by it',
    document: handedOut(
      '|1|Q/YTBM 101—2022|一次性告知制度|2|民政窗口|孙丽|2022-09-21|',
      '|2|Q/YTBM 102—2022|首问负责制度|2||孙丽||',
    ),
    reasons: ['passed'],
  },
  {
    name: 'names to be signed on paper',
    document: handedOut('|1|Q/YTBM 101—2022|一次性告知制度|2|民政窗口||2022-09-21|'),
    reasons: ['by-hand'],
  },
  {
    name: 'a report with its day at the foot',
    document: {
      kind: 'record',
      title: '标准化工作自我评价报告',
      text: [
        '一、评价范围',
        '全部窗口。',
        '二、评价依据',
        'GB/T 24421.4—2023',
        '三、评价组成员：周志强、王芳',
        '四、评价结论',
        '体系运行有效。',
        '2026年10月12日',
      ],
    },
    reasons: ['passed'],
  },
  {
    name: 'a list of what is in force, one column not filled',
    document: {
      kind: 'record',
      title: '受控文件清单',
      text: [
        '|序号|文件编号|文件名称|版本|受控状态|发布日期|实施日期|',
        '|1|Q/YTBM 101—2022|一次性告知制度||受控|2022-09-20|2022-10-01|',
        '|2|Q/YTBM 102—2022|首问负责制度||受控|2022-09-20|2022-10-01|',
      ],
    },
    reasons: ['column'],
    told: [['受控文件清单的表格里“版本”一列没有填。', 'version', '', '']],
  },
  { name: 'no record', document: { kind: 'official', title: '关于开展培训的通知' }, reasons: ['other-kind'] },
]);

it('names the record and the box', () => {
  const [finding] = findingsOf(recordComplete, training({ 讲师: '' }));
  expect(finding?.message).toBe('培训记录的“讲师”是空的。');
  expect(finding?.sources).toHaveLength(1);
});
