import { SAMPLE_UNIT } from '../../unit/sample.ts';
import { type DocumentSketch, describeRule } from '../testing.ts';
import { peopleOnRoster } from './people-on-roster.ts';

const unit = {
  ...SAMPLE_UNIT,
  people: [
    { name: '王芳', posts: [{ name: '综合窗口' }] },
    { name: '孙丽', posts: [{ name: '民政窗口', from: '2020-02-17', to: '2025-12-31' }] },
    { name: '陈明', posts: [] },
  ],
};
const list = (rows: readonly string[], more: DocumentSketch = {}): DocumentSketch => ({
  kind: 'record',
  title: '文件发放记录',
  text: ['|文件编号|份数|接收部门|接收人|发放日期|', ...rows],
  ...more,
});
const inspection = (pairs: NonNullable<DocumentSketch['pairs']>): DocumentSketch => ({
  kind: 'record',
  title: '窗口检查记录',
  pairs,
});

describeRule(peopleOnRoster, [
  {
    name: 'all known',
    document: list([
      '|A1|1|综合窗口|王芳|2026-03-02|',
      '|A1|1|民政窗口|孙丽|2025-03-02|',
      '|A1|1|窗口|陈明|2026-03-02|',
    ]),
    unit,
    reasons: ['passed'],
  },
  {
    name: 'one not known',
    document: list(['|A1|1|综合窗口|王芳|2026-03-02|', '|A1|1|民政窗口|赵无名|2025-03-02|']),
    unit,
    reasons: ['not-on-roster'],
  },
  {
    name: 'gone by then',
    document: list(['|A1|1|综合窗口|王芳|2026-03-02|', '|A1|1|民政窗口|孙丽|2026-03-02|']),
    unit,
    reasons: ['not-in-post'],
    told: [['接收人“孙丽”在2026-03-02不在岗，请核对。', '', '1', '']],
  },
  {
    name: 'from another body',
    document: list(['|A1|1|综合窗口|王芳|2026-03-02|', '|A1|1|县民政局|赵无名|2025-03-02|']),
    unit,
    reasons: ['passed'],
  },
  {
    name: 'by their post',
    document: inspection({ 检查人: '王芳、徐主任', 检查日期: '2026-03-02' }),
    unit,
    reasons: ['passed'],
  },
  {
    name: 'a lecturer from elsewhere',
    document: { kind: 'record', title: '培训记录', pairs: { 讲师: '赵无名', 参加人员: '赵无名' } },
    unit,
    reasons: ['none'],
  },
  {
    name: 'an expert with where from',
    document: inspection({ 检查人: '王芳、赵无名（县市场监管局）' }),
    unit,
    reasons: ['none'],
  },
  {
    name: 'people of another unit',
    document: inspection({ 检查人: '赵无名、钱无名、孙无名' }),
    unit,
    reasons: ['other-people'],
  },
  { name: 'nobody knows the unit', document: inspection({ 检查人: '王芳' }), reasons: ['no-profile'] },
  {
    name: 'a part was not read',
    document: list(['|A1|1|综合窗口|王芳|2026-03-02|'], { notes: [{ kind: 'unreadable' }] }),
    unit,
    reasons: ['unread'],
  },
  { name: 'no record', document: { kind: 'official' }, unit, reasons: ['other-kind'] },
]);
