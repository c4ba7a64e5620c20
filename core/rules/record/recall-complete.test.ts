import { type DocumentSketch, describeRule } from '../testing.ts';
import { recallComplete } from './recall-complete.ts';

const record = (...rows: string[]): DocumentSketch => ({
  kind: 'record',
  title: '文件回收记录',
  text: ['|序号|文件编号|版本|发放份数|回收份数|回收人|处理方式|回收日期|备注|', ...rows],
});

describeRule(recallComplete, [
  { name: 'all came back', document: record('|1|Q/A 1—2022|A/0|5|5|王芳|销毁|2026-03-02||'), reasons: ['passed'] },
  {
    name: 'fewer, and not a word',
    document: record('|1|Q/A 1—2022|A/0|5|4份|王芳|销毁|2026-03-02||'),
    reasons: ['fewer'],
  },
  {
    name: 'fewer, and where the rest is',
    document: record('|1|Q/A 1—2022|A/0|5|4|王芳|销毁4份，1份加盖作废章留存|2026-03-02||'),
    reasons: ['passed'],
  },
  {
    name: 'fewer, and why',
    document: record('|1|Q/A 1—2022|A/0|5|4|王芳|销毁|2026-03-02|遗失1份|'),
    reasons: ['passed'],
  },
  {
    name: 'more',
    document: record('|1|Q/A 1—2022|A/0|5|6|王芳|销毁|2026-03-02||'),
    reasons: ['more'],
    told: [['序号1（Q/A 1—2022）回收6份，多于发放的5份，请核对。', '', '1', '']],
  },
  {
    name: 'a sum is no document',
    document: record('|1|Q/A 1—2022|A/0|5|5|王芳|销毁|2026-03-02||', '|合计|||6|5|||||'),
    reasons: ['passed'],
  },
  {
    name: 'not back yet',
    document: {
      kind: 'record',
      title: '文件发放回收记录',
      text: ['|序号|文件编号|发放份数|回收份数|回收日期|', '|1|Q/A 1—2022|5|||'],
    },
    reasons: ['no-box'],
  },
  {
    name: 'titles in two rows',
    document: {
      kind: 'record',
      title: '文件发放回收记录',
      text: ['|文件编号|发放||回收||', '||份数|日期|份数|日期|', '|Q/A 1—2022|5|2022-09-21|4|2026-03-02|'],
    },
    reasons: ['fewer'],
  },
  {
    name: 'a part was not read',
    document: { ...record('|1|Q/A 1—2022|A/0|5|5|王芳|销毁|2026-03-02||'), notes: [{ kind: 'unreadable' }] },
    reasons: ['unread'],
  },
  { name: 'another record', document: { kind: 'record', title: '培训记录' }, reasons: ['other-type'] },
]);
