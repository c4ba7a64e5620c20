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
    name: 'columns of sub-systems of which some are called 体系',
    document: tables([
      '|标准类别|通用基础|服务提供标准体系|岗位工作|合计|',
      '|国家标准|1|1|0|2|',
      '|地方标准|0|1|0|1|',
      '|内部标准|1|0|1|2|',
      '|合计|2|2|1|5|',
    ]),
    reasons: ['passed'],
  },
  {
    name: 'a row that does not add up beside columns called 体系',
    document: tables([
      '|标准类别|通用基础体系|服务提供体系|合计|',
      '|国家标准|1|2|2|',
      '|地方标准|0|1|1|',
      '|内部标准|1|1|2|',
      '|合计|2|4|5|',
    ]),
    reasons: ['row-sum', 'row-sum'],
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
  {
    name: 'numbers of the unit without Q, and a local one of works',
    document: tables(
      ['|标准类别|数量|', '|国家标准|1|', '|地方标准|2|', '|内部标准|2|', '|合计|5|'],
      [
        '|标准号|标准名称|',
        '|GB/T 1.1—2020|甲|',
        '|DB34/T 3067—2017|乙|',
        '|DBJ41/T 070—2014|丙|',
        '|YTBM/JC 01—2022|丁|',
        '|Q/YTBM 102—2022|戊|',
      ],
    ),
    reasons: ['passed'],
  },
  {
    name: 'a row of several standards',
    document: tables(
      ['|标准类别|数量|', '|国家标准|4|', '|地方标准|1|', '|合计|5|'],
      ['|标准号|标准名称|', '|GB/T 24421.1～4—2023|甲|', '|DB34/T 3067—2017|乙|'],
    ),
    reasons: ['unreadable'],
  },
  { name: 'no summary', document: { kind: 'table', text: REGISTER }, reasons: ['none'] },
  {
    name: 'another table',
    document: { kind: 'table', text: ['|窗口|人数|', '|民政窗口|2|', '|人社窗口|1|', '|合计|9|'] },
    reasons: ['none'],
  },
  { name: 'no table of standards', document: { kind: 'record' }, reasons: ['other-kind'] },
  {
    name: 'no number in the register',
    document: tables(GOOD, ['|序号|标准编号|名称|', '|1|GB/T 1.1—2020|甲|']),
    reasons: ['count', 'count', 'count'],
    told: [
      ['汇总表“国家标准”写2项而明细表里有1项，请核对。', '', '1', ''],
      ['汇总表“地方标准”写1项而明细表里有0项，请核对。', '', '1', ''],
      ['汇总表“内部标准”写2项而明细表里有0项，请核对。', '', '1', ''],
    ],
  },
  {
    name: 'a summary and a part not read, no register',
    document: { kind: 'table', text: ['|窗口|人数|', '|甲|2|'], notes: [{ kind: 'unreadable' }] },
    reasons: ['unread'],
  },
  {
    name: 'a row that does not add up, told once',
    document: tables(['|标准类别|通用|提供|合计|', '|国家标准|1|1|2|', '|地方标准|0|1|3|', '|合计|1|2|5|']),
    reasons: ['row-sum', 'row-sum', 'count'],
  },
  {
    name: 'one class is no summary',
    document: { kind: 'table', text: ['|标准类别|数量|', '|国家标准|2|', '|其他|1|', '|合计|9|'] },
    reasons: ['none'],
  },
  {
    name: 'one row is no summary',
    document: { kind: 'table', text: ['|标准类别|数量|', '|国家标准|2|'] },
    reasons: ['none'],
  },
  {
    name: 'two rows are one',
    document: { kind: 'table', text: ['|标准类别|数量|', '|国家标准|2|', '|地方标准|2|'] },
    reasons: ['passed'],
  },
  {
    name: 'classes without counts',
    document: { kind: 'table', text: ['|标准类别|说明|', '|国家标准|甲|', '|地方标准|乙|'] },
    reasons: ['none'],
  },
  {
    name: 'a total, no column of counts',
    document: { kind: 'table', text: ['|序号|标准类别|通用|', '|1|国家标准|2|', '|2|地方标准|2|', '||总计|5|'] },
    reasons: ['sum'],
    told: [['汇总表“通用”一列合计写5而各行相加是4，请核对。', '', '1', '']],
  },
  {
    name: 'a register with classes',
    document: {
      kind: 'table',
      text: [
        '|标准类别|标准号|标准名称|数量|',
        '|国家标准|GB/T 1.1—2020|甲|1|',
        '|地方标准|DB34/T 1—2017|乙|1|',
        '|合计|||3|',
      ],
    },
    reasons: ['none'],
  },
  {
    name: 'numbers with a unit, dashes, words',
    document: {
      kind: 'table',
      text: [
        '|标准类别|数量|',
        '|国家标准|12个|',
        '|行业标准|——|',
        '|地方标准|/|',
        '|团体标准||',
        '|内部标准|1件|',
        '|合计|14项|',
      ],
    },
    reasons: ['sum'],
    told: [['汇总表“数量”一列合计写14而各行相加是13，请核对。', '', '1', '']],
  },
  {
    name: 'a number in words is let be',
    document: { kind: 'table', text: ['|标准类别|数量|', '|国家标准|约2|', '|地方标准|2份|', '|合计|9|'] },
    reasons: ['passed'],
  },
  {
    name: 'no total written',
    document: { kind: 'table', text: ['|标准类别|数量|', '|国家标准|2|', '|地方标准|2|', '|合计||'] },
    reasons: ['passed'],
  },
  {
    name: 'a column without a title, a class that is a number',
    document: {
      kind: 'table',
      text: ['|标准类别||数量|级别|', '|国家标准|1|2|1|', '|地方标准|1|2|1|', '|合计|9|4|9|'],
    },
    reasons: ['passed'],
  },
  {
    name: 'numbers in front of the classes',
    document: { kind: 'table', text: ['|编码|标准类别|数量|', '|11|国家标准|2|', '|12|地方标准|2|', '|99|合计|4|'] },
    reasons: ['passed'],
  },
  {
    name: 'two sums behind a row',
    document: { kind: 'table', text: ['|标准类别|通用|提供|小计|合计|', '|国家标准|1|1|5|7|', '|地方标准|1|1|5|7|'] },
    reasons: ['passed'],
  },
  {
    name: 'one part and its sum',
    document: { kind: 'table', text: ['|标准类别|通用|合计|', '|国家标准|1|3|', '|地方标准|1|3|'] },
    reasons: ['passed'],
  },
  {
    name: 'a sum in front, and one not written',
    document: { kind: 'table', text: ['|合计|标准类别|通用|提供|', '|9|国家标准|1|1|', '|9|地方标准|1|1|'] },
    reasons: ['passed'],
  },
  {
    name: 'sums in words or not written',
    document: {
      kind: 'table',
      text: ['|标准类别|通用|提供|合计|', '|国家标准|1|1||', '|地方标准|1|1|两项|', '|行业标准|1|1|3|'],
    },
    reasons: ['row-sum'],
    told: [['汇总表“行业标准”一行合计写3而各列相加是2，请核对。', '', '1', '']],
  },
  {
    name: 'classes of the trade and of groups',
    document: tables(
      ['|标准类别|数量|', '|行业标准（含推荐）|2|', '|团体标准|1|', '|合计|3|'],
      ['|标准号|标准名称|', '|WH/T 1—2020|甲|', '|WH/T 2—2020|乙|', '|T/AB 1—2020|丙|'],
    ),
    reasons: ['passed'],
  },
  {
    name: 'parts of the national ones',
    document: tables(
      ['|标准类别|数量|', '|GB|1|', '|GB/T|1|', '|GB/Z|0|', '|合计|3|'],
      ['|标准号|标准名称|', '|GB 1—2020|甲|', '|GB/T 2—2020|乙|'],
    ),
    reasons: ['sum'],
  },
  {
    name: 'a class that is not known beside others',
    document: tables(
      ['|标准类别|数量|', '|国家标准|1|', '|企业标准|1|', '|其他文件|7|', '|合计|9|'],
      ['|标准号|标准名称|', '|GB 1—2020|甲|', '|Q/YTBM 2—2020|乙|'],
    ),
    reasons: ['count'],
    told: [['汇总表“合计”写9项而明细表里有2项，请核对。', '', '1', '']],
  },
]);

it('says both numbers', () => {
  const [finding] = findingsOf(registerTotals, tables(GOOD.with(3, '|地方标准|3|').with(5, '|合计|7|')));
  expect(finding?.message).toBe('汇总表“地方标准”写3项而明细表里有1项，请核对。');
});
