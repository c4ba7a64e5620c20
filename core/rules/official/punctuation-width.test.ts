import { describeRule } from '../testing.ts';
import { punctuationWidth } from './punctuation-width.ts';

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
const right = (line: string) => ({ name: line, document: text(line), reasons: ['passed'] });
const wrong = (line: string) => ({ name: line, document: text(line), reasons: ['half'] });

describeRule(punctuationWidth, [
  right('时间为3月10日9:30，比例为1:3，经费1,000元。'),
  right('网址为http://www.example.gov.cn/index.html，邮箱为a@example.cn。'),
  right('依据GB/T 1.1—2020，采用A,B,C三类。'),
  right('联系人：王芳，电话：0551-1234567。'),
  right('参训人员（含窗口人员）约3.5小时。'),
  right('窗口(A1)负责受理。'),
  right('1.准时参加。'),
  wrong('各窗口要高度重视,认真组织。'),
  wrong('培训时间:3月10日。'.replace(':3', ':三')),
  wrong('请准时参加;不得缺席。'),
  wrong('参训人员(含窗口人员)要签到。'),
  wrong('具体安排如下:'),
  { name: 'three marks, one finding', document: text('甲乙,丙丁,戊己;庚辛。'), reasons: ['half'] },
  {
    name: 'the colon of 主送 is for another rule',
    document: { text: ['# 关于开展培训的通知', '各窗口:', '请准时参加。'] },
    reasons: ['passed'],
  },
  { name: 'the colon of 附件 is for another rule', document: text('附件:培训计划表'), reasons: ['passed'] },
  { name: 'in a table', document: text('|甲乙,丙丁|'), reasons: ['passed'] },
  { name: 'no text', document: {}, reasons: ['none'] },
  {
    name: 'a part was not read',
    document: { ...text('甲乙,丙丁。'), notes: [{ kind: 'unreadable' }] },
    reasons: ['unread'],
  },
  {
    name: 'a document from elsewhere',
    document: { ...text('甲乙,丙丁。'), fields: { receiptNumber: '2026-15' } },
    reasons: ['incoming'],
  },
]);
