import type { UnitProfile } from '../../unit/profile.ts';
import { describeRule } from '../testing.ts';
import { unitNameCurrent } from './unit-name-current.ts';

const unit: UnitProfile = {
  schema: 'duibiao/unit@1',
  name: '青石镇便民服务中心',
  retiredNames: ['青石镇为民服务中心', '为民服务中心'],
  people: [],
  services: [],
  standards: [],
  systemPublishedOn: '2022-01-01',
};
const text = (...lines: string[]) => ({
  text: [
    '# 关于开展标准化培训的通知',
    '各窗口：',
    '现将有关事项通知如下，请遵照执行。',
    ...lines,
    '青石镇人民政府',
    '2026年3月2日',
  ],
});
const right = (line: string) => ({ name: line, document: text(line), unit, reasons: ['passed'] });

describeRule(unitNameCurrent, [
  right('培训地点为青石镇便民服务中心一楼会议室。'),
  right('原青石镇为民服务中心工作人员一并参加。'),
  right('青石镇为民服务中心更名为青石镇便民服务中心。'),
  right('撤下“青石镇为民服务中心”牌子。'),
  right('依据《青石镇为民服务中心管理办法》执行。'),
  right('赴白河镇为民服务中心学习。'),
  right('县为民服务中心派员授课。'),
  {
    name: 'the old name in the text',
    document: text('培训地点为青石镇为民服务中心一楼会议室。'),
    unit,
    reasons: ['retired'],
  },
  { name: 'the short old name', document: text('培训地点在为民服务中心一楼会议室。'), unit, reasons: ['retired'] },
  {
    name: 'the place in front of the short old name',
    document: text('各单位到青石镇为民服务中心领取材料。'),
    unit: { ...unit, retiredNames: ['为民服务中心'] },
    reasons: ['retired'],
    told: [['文件里还在用旧名称“为民服务中心”，请改成“青石镇便民服务中心”。', '', '4', '']],
  },
  {
    name: 'the county in front of our own name',
    document: text('各单位到青石镇为民服务中心领取材料。'),
    unit: { ...unit, name: '源县青石镇便民服务中心', retiredNames: ['为民服务中心'] },
    reasons: ['retired'],
  },
  {
    name: 'the old name as signature',
    document: { text: ['# 关于培训的通知', '各窗口：', '请准时参加。', '青石镇为民服务中心', '2026年3月2日'] },
    unit,
    reasons: ['retired'],
  },
  {
    name: 'the old name in the box',
    document: { fields: { issuer: '青石镇为民服务中心' } },
    unit,
    reasons: ['retired'],
  },
  { name: 'drawn apart', document: text('地点：青石镇 为民服务中心'), unit, reasons: ['retired'] },
  {
    name: 'when that was its name',
    document: { ...text('地点在为民服务中心。'), fields: { writtenOn: '2020-03-02' } },
    unit,
    reasons: ['earlier'],
  },
  {
    name: 'no old names',
    document: text('地点在为民服务中心。'),
    unit: { ...unit, retiredNames: [] },
    reasons: ['none'],
  },
  {
    name: 'no profile, old name of the issuer',
    document: { fields: { issuer: '青石镇为民服务中心' } },
    reasons: ['old-name'],
  },
  { name: 'no profile, right name', document: { fields: { issuer: '青石镇便民服务中心' } }, reasons: ['none'] },
  { name: 'no profile, old name in the text', document: text('赴为民服务中心学习。'), reasons: ['none'] },
  { name: 'gives no text', document: { fields: { issuer: { state: 'unreadable' } } }, unit, reasons: ['unread'] },
  {
    name: 'a part was not read',
    document: { ...text('在为民服务中心。'), notes: [{ kind: 'unreadable' }] },
    unit,
    reasons: ['unread'],
  },
  {
    name: 'a document from elsewhere',
    document: { ...text('在为民服务中心。'), fields: { receiptNumber: '2026-15' } },
    unit,
    reasons: ['incoming'],
  },
]);
