import type { UnitProfile } from '../../unit/profile.ts';
import { type DocumentSketch, describeRule } from '../testing.ts';
import { issueCoversWindows } from './issue-covers-windows.ts';

const HEAD = '|序号|文件编号|文件名称|份数|接收部门|接收人|发放日期|';
const record = (...rows: string[]): DocumentSketch => ({
  kind: 'record',
  title: '标准发放登记表',
  text: [HEAD, ...rows],
});
const row = (window: string, on = '2022-09-25', number = 'Q/AB 101—2022'): string =>
  `|1|${number}|甲制度|1|${window}|孙丽|${on}|`;
const unit: UnitProfile = {
  schema: 'duibiao/unit@1',
  name: '甲镇便民服务中心',
  people: [],
  windows: [
    { name: '民政窗口', services: ['临时救助申请'] },
    { name: '人社窗口', services: [] },
    { name: '医保窗口', services: [] },
  ],
  services: [{ name: '临时救助申请', standards: ['Q/AB 102—2022'] }],
  standards: [{ designation: 'Q/AB 101—2022', title: '甲制度', publishedOn: '2022-09-20', effectiveOn: '2022-10-01' }],
};

describeRule(issueCoversWindows, [
  {
    name: 'each window',
    document: record(row('民政窗口'), row('人社窗口'), row('医保服务窗口')),
    unit,
    reasons: ['passed'],
  },
  { name: 'short names', document: record(row('民政'), row('人社、医保')), unit, reasons: ['passed'] },
  { name: 'all windows in one line', document: record(row('各窗口')), unit, reasons: ['passed'] },
  {
    name: 'the same as above',
    document: record(row('各窗口'), row('同上', '2022-09-26', 'Q/AB 103—2022')),
    unit,
    reasons: ['passed'],
  },
  {
    name: 'one window left out',
    document: record(row('民政窗口'), row('人社窗口')),
    unit,
    reasons: ['window-left-out'],
    told: [['发放记录里没有发给“医保窗口”的记录。', '', '1', '']],
  },
  {
    name: 'a window without what it needs',
    document: record(row('各窗口'), row('人社窗口', '2022-09-25', 'Q/AB 102—2022')),
    unit,
    reasons: ['window-without'],
  },
  { name: 'a record for one window', document: record(row('民政窗口')), unit, reasons: ['some-windows'] },
  {
    name: 'before it was published',
    document: record(row('各窗口', '2022-09-10')),
    unit,
    reasons: ['before-published'],
  },
  {
    name: 'after it came into force',
    document: record(row('各窗口', '2022-11-10')),
    unit,
    reasons: ['after-effective'],
    told: [['Q/AB 101—2022到2022-11-10才发放，晚于实施日期（2022-10-01）。', '', '1', '']],
  },
  {
    name: 'one more copy later',
    document: record(row('各窗口'), row('民政窗口', '2023-03-10')),
    unit,
    reasons: ['passed'],
  },
  {
    name: 'its days stand beside it',
    document: {
      kind: 'record',
      title: '文件发放记录',
      text: ['|文件编号|发布日期|份数|接收部门|接收人|发放日期|', '|Q/CD 1—2024|2024-05-01|1|办公室|孙丽|2024-04-01|'],
    },
    reasons: ['before-published', 'no-profile'],
  },
  { name: 'nobody knows the windows', document: record(row('民政窗口')), reasons: ['no-profile'] },
  {
    name: 'a part was not read',
    document: { ...record(row('民政窗口'), row('人社窗口')), notes: [{ kind: 'unreadable' }] },
    unit,
    reasons: ['unread'],
  },
  { name: 'another record', document: { kind: 'record', title: '培训记录' }, unit, reasons: ['other-type'] },
  {
    name: 'numbers of windows in brackets',
    document: record(row('民政(1号)服务窗口'), row('人社岗'), row('医保')),
    unit: {
      ...unit,
      windows: [
        { name: '民政综合服务窗口（1号）', services: [] },
        { name: '人社岗', services: [] },
        { name: '医保窗口', services: [] },
      ],
    },
    reasons: ['passed'],
  },
  {
    name: 'names that only hold the words',
    document: record(row('窗口协调室'), row('岗位办公室'), row('医保窗口')),
    unit: {
      ...unit,
      windows: [
        { name: '窗口协调室', services: [] },
        { name: '岗位办公室', services: [] },
        { name: '医保窗口', services: [] },
      ],
    },
    reasons: ['passed'],
  },
  {
    name: 'half of the windows',
    document: record(row('民政窗口')),
    unit: { ...unit, windows: (unit.windows ?? []).slice(0, 2) },
    reasons: ['some-windows'],
  },
  {
    name: 'rows without a receiver or a day',
    document: record(
      row('各窗口'),
      row('', '', ''),
      row('人社窗口', '', 'Q/AB 102—2022'),
      row('民政窗口', '', 'Q/AB 102—2022'),
    ),
    unit,
    reasons: ['passed'],
  },
  {
    name: 'a number of no standard, and none',
    document: record(row('各窗口', '2022-09-01', '甲字1号'), row('各窗口', '2022-09-01', '')),
    unit,
    reasons: ['passed'],
  },
  {
    name: 'the first of several days counts',
    document: record(row('民政窗口', '2022-11-10'), row('人社窗口', '2022-09-25'), row('医保窗口', '2022-12-10')),
    unit,
    reasons: ['passed'],
  },
  {
    name: 'on the day of publishing, and of coming into force',
    document: record(row('各窗口', '2022-09-20')),
    unit: {
      ...unit,
      standards: [
        { designation: 'Q/AB 109—2022', title: '乙', publishedOn: '2023-01-01' },
        { designation: 'Q/AB 101—2022', title: '甲制度', publishedOn: '2022-09-20', effectiveOn: '2022-09-20' },
      ],
    },
    reasons: ['passed'],
  },
  {
    name: 'a unit without windows, and a part was not read',
    document: { ...record(row('各窗口')), notes: [{ kind: 'unreadable' }] },
    unit: { ...unit, windows: [] },
    reasons: ['no-profile', 'unread'],
  },
  { name: 'a record of no known type', document: { kind: 'record', title: '' }, reasons: ['other-type'] },
]);
