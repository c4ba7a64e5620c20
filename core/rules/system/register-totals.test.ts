import { expect, it } from 'vitest';
import { type DocumentSketch, describeRule, findingsOf } from '../testing.ts';
import { registerTotals } from './register-totals.ts';

const REGISTER = [
  '|序号|标准号|标准名称|实施日期|',
  '|1|GB/T 36112—2018|政务服务中心服务现场管理规范|2018-07-01|',
  '|2|GB/T 1.1—2020|标准化工作导则|2020-10-01|',
  '|3|DB34/T 3067—2017|村级综合服务中心建设与服务规范|2018-01-30|',
  '|4|Q/YTBM 101—2022|一次性告知制度|2022-10-01|',
  '|5|Q/YTBM 102—2022|首问负责制度|2022-10-01|',
];
const tables = (
  summary: readonly string[],
  register: readonly string[] = REGISTER,
  more: DocumentSketch = {},
): DocumentSketch => ({
  kind: 'table',
  title: '标准汇总表',
  text: [...summary, '标准明细表', ...register],
  ...more,
});
const GOOD = ['|标准类别|数量|', '|国家标准|2|', '|行业标准|0|', '|地方标准|1|', '|内部标准|2|', '|合计|5|'];

describeRule(registerTotals, [
  { name: 'all agree', document: tables(GOOD), reasons: ['passed'] },
  {
    name: 'a total that is no sum',
    document: tables(GOOD.with(5, '|合计|6|')),
    reasons: ['sum'],
    told: [['汇总表“数量”一列合计写6而各行相加是5，请核对。', '', '1', '']],
  },
  {
    name: 'a class with another number',
    document: tables(GOOD.with(4, '|内部标准|3|').with(5, '|合计|6|')),
    reasons: ['count'],
  },
  {
    name: 'units behind the numbers, dashes for none',
    document: tables(['|类别|现有数|', '|国标|2项|', '|行标|—|', '|地标|1项|', '|企业标准|2项|', '|总计|5项|']),
    reasons: ['passed'],
  },
  {
    name: 'columns of sub-systems',
    document: tables([
      '|标准类别|通用基础|服务提供|合计|',
      '|国家标准|1|1|2|',
      '|地方标准|0|1|1|',
      '|内部标准|1|1|2|',
      '|合计|2|3|5|',
    ]),
    reasons: ['passed'],
  },
  {
    name: 'a row that does not add up',
    document: tables([
      '|标准类别|通用基础|服务提供|合计|',
      '|国家标准|1|2|2|',
      '|地方标准|0|1|1|',
      '|内部标准|1|1|2|',
      '|合计|2|4|5|',
    ]),
    reasons: ['row-sum', 'row-sum'],
  },
  {
    name: 'what ought to be there and the share are no part of a sum',
    document: tables([
      '|序号|标准类别|应有数|现有数|现有/应有%|',
      '|1|国家标准|3|2|67%|',
      '|2|地方标准|2|1|50%|',
      '|3|内部标准|2|2|100%|',
      '||合计|7|5|71%|',
    ]),
    reasons: ['passed'],
  },
  {
    name: 'classes and their parts are not added twice',
    document: tables([
      '|标准类别|数量|',
      '|国家标准|2|',
      '|GB|0|',
      '|GB/T|2|',
      '|地方标准|1|',
      '|内部标准|2|',
      '|合计|5|',
    ]),
    reasons: ['passed'],
  },
  {
    name: 'names of groups between the rows of the register',
    document: tables(GOOD, REGISTER.toSpliced(4, 0, '|二、服务提供标准||||')),
    reasons: ['passed'],
  },
  { name: 'a summary alone adds up', document: { kind: 'table', text: GOOD }, reasons: ['passed'] },
  {
    name: 'the register goes on in a second table',
    document: {
      kind: 'table',
      text: [...GOOD, '表1', ...REGISTER.slice(0, 4), '表1（续）', REGISTER[0] ?? '', ...REGISTER.slice(4)],
    },
    reasons: ['passed'],
  },
  {
    name: 'a number that was not understood',
    document: tables(GOOD, [...REGISTER, '|6|源政办〔2022〕3号|窗口管理办法|2022-10-01|']),
    reasons: ['unreadable'],
  },
  {
    name: 'a part was not read',
    document: tables(GOOD, REGISTER.slice(0, 4), { notes: [{ kind: 'unreadable' }] }),
    reasons: ['unread'],
  },
  { name: 'no summary', document: { kind: 'table', text: REGISTER }, reasons: ['none'] },
  {
    name: 'another table',
    document: { kind: 'table', text: ['|窗口|人数|', '|民政窗口|2|', '|人社窗口|1|', '|合计|9|'] },
    reasons: ['none'],
  },
  { name: 'no table of standards', document: { kind: 'record' }, reasons: ['other-kind'] },
]);

it('says both numbers', () => {
  const [finding] = findingsOf(registerTotals, tables(GOOD.with(3, '|地方标准|3|').with(5, '|合计|7|')));
  expect(finding?.message).toBe('汇总表“地方标准”写3项而明细表里有1项，请核对。');
});
