import { describeRule } from '../testing.ts';
import { headingSequence } from './heading-sequence.ts';

const LEAD = ['# 关于开展标准化培训的通知', '各窗口：', '现将有关事项通知如下，请遵照执行。'];
const END = ['青石镇人民政府', '2026年3月2日'];
const text = (...lines: string[]) => ({ text: [...LEAD, ...lines, ...END] });
const right = (name: string, ...lines: string[]) => ({ name, document: text(...lines), reasons: ['passed'] });

describeRule(headingSequence, [
  right('one level', '一、时间', '3月10日。', '二、地点', '一楼会议室。', '三、要求', '准时参加。'),
  right(
    'four levels',
    '一、要求',
    '（一）准时',
    '1.提前到场。',
    '（1）签到。',
    '（2）入座。',
    '2.关闭手机。',
    '（二）认真',
    '1.做好记录。',
    '二、其他',
    '（一）联系人',
  ),
  right('1. right under 一、', '一、要求', '1.提前到场。', '2.关闭手机。', '二、其他', '1.联系人。', '2.电话。'),
  right('the inner level anew in each part', '一、甲', '（一）子', '（二）丑', '二、乙', '（一）寅', '（二）卯'),
  right('the inner level counted through', '一、甲', '（一）子', '（二）丑', '二、乙', '（三）寅', '（四）卯'),
  right('1. outside, （一） inside', '1.甲', '（一）子', '（二）丑', '2.乙', '（一）寅'),
  right('a second row in the same text', '一、甲', '二、乙', '三、丙', '工作安排另行通知。', '一、子', '二、丑'),
  right(
    'up to twelve',
    ...'一二三四五六七八九'.split('').map((sign) => `${sign}、事项。`),
    '十、事项。',
    '十一、事项。',
    '十二、事项。',
  ),
  right('firstly, secondly', '一、要求', '一是提前到场。', '二是关闭手机。', '四是做好记录。'),
  right('prizes', '一、评选办法', '一、二等奖各一名。', '二、结果公布'),
  right(
    'numbers at the start of lines',
    '一、经费',
    '3.5万元用于培训。',
    '10.2万元用于购置。',
    '二、时间',
    '2026.3.10上午。',
  ),
  right('two windows', '一、甲', '1、3号窗口正常受理。'),
  right('a full-width dot', '一、甲', '1．子。', '2．丑。'),
  right('spaces behind', '一、 甲', '（一） 子', '1. 寅', '2. 卯'),
  right('half-width brackets', '一、甲', '(一)子', '(二)丑', '二、乙'),
  right(
    'a sentence that goes on upon a line that begins like a mark',
    '一、甲',
    '（一）严格执行《青石镇便民服务中心窗口服务规范》第三条第',
    '（三）项的规定，不得推诿。',
    '（二）做好记录。',
    '二、乙',
  ),
  right('far from what was counted', '一、甲', '1.子。', '15.5℃以上。', '二、乙', '九、另一份文件的序号'),
  right('articles behind the notice', '一、甲', '第一条　目的。', '（一）子', '（三）丑', '第二条　范围。', '三、丙'),
  { name: 'one is left out', document: text('一、甲', '二、乙', '四、丁'), reasons: ['gap'] },
  { name: 'one is left out inside', document: text('一、甲', '（一）子', '（三）寅', '二、乙'), reasons: ['gap'] },
  { name: 'one is left out in a list', document: text('一、甲', '1.子。', '2.丑。', '4.卯。'), reasons: ['gap'] },
  { name: 'one stands twice', document: text('一、甲', '二、乙', '二、丙', '三、丁'), reasons: ['repeated'] },
  {
    name: 'one stands twice inside',
    document: text('一、甲', '（一）子', '（二）丑', '（二）寅'),
    reasons: ['repeated'],
  },
  { name: 'backwards', document: text('一、甲', '二、乙', '三、丙', '二、丁'), reasons: ['backwards'] },
  { name: 'two slips of one sort', document: text('一、甲', '三、丙', '五、戊'), reasons: ['gap'] },
  { name: 'a dot behind 一', document: text('一.甲', '二.乙'), reasons: ['mark'] },
  { name: 'a comma behind 一', document: text('一，甲', '二，乙'), reasons: ['mark'] },
  { name: '、 behind 1', document: text('一、甲', '1、子。', '2、丑。'), reasons: ['mark'] },
  { name: '、 behind brackets', document: text('一、甲', '（一）、子', '（二）、丑'), reasons: ['mark'] },
  { name: 'a slip and a mark', document: text('一、甲', '三.丙'), reasons: ['gap', 'mark'] },
  { name: 'none', document: text('请准时参加。'), reasons: ['none'] },
  { name: 'no text', document: {}, reasons: ['none'] },
  {
    name: 'what stands behind the signature',
    document: { text: [...LEAD, '一、甲', '二、乙', ...END, '附件1', '一、子', '三、寅'] },
    reasons: ['passed'],
  },
  { name: 'a table', document: text('一、甲', '|1、子|', '|3、寅|', '二、乙'), reasons: ['passed'] },
  {
    name: 'a part was not read',
    document: { ...text('一、甲', '三、丙'), notes: [{ kind: 'unreadable' }] },
    reasons: ['unread'],
  },
  {
    name: 'a document from elsewhere',
    document: { ...text('一、甲', '三、丙'), fields: { receiptNumber: '2026-15' } },
    reasons: ['incoming'],
  },
  {
    name: 'a standard counts otherwise',
    document: { ...text('一、甲', '三、丙'), kind: 'standard' },
    reasons: ['other-kind'],
  },
]);
