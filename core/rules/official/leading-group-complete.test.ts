import type { DocumentSketch } from '../testing.ts';
import { describeRule } from '../testing.ts';
import { leadingGroupComplete } from './leading-group-complete.ts';

const TITLE = '关于成立青石镇政务服务标准化建设工作领导小组的通知';
const GROUP = [
  '组　长：周志强（镇长）',
  '副组长：李明（副镇长）',
  '成　员：王芳、孙丽、陈明',
  '领导小组主要职责是统筹协调标准化工作。',
  '领导小组下设标准化办公室，李明兼任办公室主任。',
  '王芳任标准化兼职管理员。',
];
const text = (group: readonly string[], more: DocumentSketch = {}): DocumentSketch => ({
  title: TITLE,
  text: [
    `# ${TITLE}`,
    '各村（社区），镇直各单位：',
    '为做好标准化工作，决定成立领导小组。',
    ...group,
    '青石镇人民政府',
    '2026年3月2日',
  ],
  ...more,
});
const without = (index: number): DocumentSketch => text(GROUP.toSpliced(index, 1));

describeRule(leadingGroupComplete, [
  { name: 'whole', document: text(GROUP), reasons: ['passed'] },
  {
    name: 'members in a table',
    document: text(['|职务|姓名|', '|组长|周志强|', '|副组长|李明|', ...GROUP.slice(3)]),
    reasons: ['passed'],
  },
  { name: 'no head', document: without(0), reasons: ['missing'] },
  { name: 'no deputy', document: without(1), reasons: ['missing'] },
  { name: 'no duties', document: without(3), reasons: ['missing'] },
  { name: 'no head of the office', document: without(4), reasons: ['missing'] },
  { name: 'nobody who keeps the standards', document: without(5), reasons: ['missing'] },
  { name: 'only the head', document: text(GROUP.slice(0, 1)), reasons: ['missing', 'missing', 'missing', 'missing'] },
  { name: 'a head without a name', document: text(['组长：', ...GROUP.slice(1)]), reasons: ['unnamed'] },
  { name: 'a place in the place of a name', document: text(['组长：×××', ...GROUP.slice(1)]), reasons: ['unnamed'] },
  { name: 'the name on the next line', document: text(['组长：', '周志强', ...GROUP.slice(1)]), reasons: ['passed'] },
  {
    name: 'members in the annex of the same file',
    document: {
      ...text([]),
      text: [
        `# ${TITLE}`,
        '各村：',
        '为做好标准化工作，决定成立领导小组。',
        '青石镇人民政府',
        '2026年3月2日',
        '附件',
        ...GROUP,
      ],
    },
    reasons: ['passed'],
  },
  {
    name: 'members in a file of their own',
    document: text([], { attachments: [{ name: '领导小组成员名单' }] }),
    reasons: ['attached'],
  },
  {
    name: 'adjusted',
    document: text(GROUP.slice(0, 4), { title: '关于调整政务服务标准化工作领导小组成员的通知' }),
    reasons: ['missing', 'missing'],
  },
  { name: 'another group', document: text([], { title: '关于成立防汛抗旱领导小组的通知' }), reasons: ['none'] },
  {
    name: 'with its office',
    document: text(GROUP.slice(0, 5), { title: '关于成立标准化工作领导小组及其办公室的通知' }),
    reasons: ['missing'],
  },
  {
    name: 'what units of the group have to do',
    document: text([], { title: '关于明确标准化工作领导小组成员单位职责分工的通知' }),
    reasons: ['none'],
  },
  {
    name: 'how the group meets',
    document: text([], { title: '关于建立标准化工作领导小组会议制度的通知' }),
    reasons: ['none'],
  },
  {
    name: 'the group issues something',
    document: text([], { title: '标准化工作领导小组关于开展培训的通知' }),
    reasons: ['none'],
  },
  { name: 'a form about it', document: { title: TITLE }, reasons: ['none'] },
  { name: 'a part was not read', document: text([], { notes: [{ kind: 'unreadable' }] }), reasons: ['unread'] },
  {
    name: 'a document from elsewhere',
    document: text([], { fields: { receiptNumber: '2026-15' } }),
    reasons: ['incoming'],
  },
]);
