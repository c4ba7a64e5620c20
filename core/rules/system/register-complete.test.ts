import { blocksFrom, type DocumentSketch, describeRule } from '../testing.ts';
import { registerComplete } from './register-complete.ts';

const table = (rows: readonly string[], head = '|序号|标准号|标准名称|发布日期|实施日期|'): DocumentSketch => ({
  kind: 'table',
  title: '标准明细表',
  blocks: blocksFrom(['标准明细表', head, ...rows]).map((block) =>
    block.rows ? { ...block, plain: true as const } : block,
  ),
});
const GOOD = [
  '|1|GB/T 36112—2018|政务服务中心服务现场管理规范|2018-03-15|2018-07-01|',
  '|2|Q/YTBM 101—2022|一次性告知制度|2022-09-20|2022-10-01|',
];

describeRule(registerComplete, [
  { name: 'whole', document: table(GOOD), reasons: ['passed'] },
  {
    name: 'a caption of a sub-system',
    document: table([GOOD[0] ?? '', '|服务保障标准|||||', GOOD[1] ?? '']),
    reasons: ['passed'],
  },
  {
    name: 'one standard in two sub-systems',
    document: table([...GOOD, '|3|GB/T 36112—2018|政务服务中心服务现场管理规范|2018-03-15|2018-07-01|']),
    reasons: ['repeated'],
  },
  {
    name: 'one number for two texts',
    document: table([...GOOD, '|3|Q/YTBM 101—2022|首问负责制度|2022-09-20|2022-10-01|']),
    reasons: ['twice'],
    told: [['标准号Q/YTBM 101—2022用了2次，名称不一样，请核对。', '', '2', '']],
  },
  { name: 'no number', document: table([...GOOD, '|3||首问负责制度|2022-09-20|2022-10-01|']), reasons: ['no-number'] },
  { name: 'no name', document: table([...GOOD, '|3|Q/YTBM 102—2022||2022-09-20|2022-10-01|']), reasons: ['no-title'] },
  {
    name: 'no such day',
    document: table([...GOOD, '|3|Q/YTBM 102—2022|首问负责制度|2022-09-31|2022-10-01|']),
    reasons: ['bad-date'],
    told: [['Q/YTBM 102—2022的发布日期“2022-09-31”不是真实的日期。', '', '2', '']],
  },
  {
    name: 'a month',
    document: table([...GOOD, '|3|Q/YTBM 102—2022|首问负责制度|2022年9月|2022年10月|']),
    reasons: ['passed'],
  },
  {
    name: 'in force before it was published',
    document: table([...GOOD, '|3|Q/YTBM 102—2022|首问负责制度|2022-09-20|2022-09-01|']),
    reasons: ['reversed'],
  },
  {
    name: 'the year of its number',
    document: table([...GOOD, '|3|Q/YTBM 102—2021|首问负责制度|2022-09-20|2022-10-01|']),
    reasons: ['year-differs'],
  },
  {
    name: 'the number of another body',
    document: table(['|1|GB/T 36112—2017|甲|2018-03-15|2018-07-01|']),
    reasons: ['passed'],
  },
  {
    name: 'documents without a standard’s number',
    document: table([...GOOD, '|3|皖政〔2014〕96号|甲意见|2014-12-01|2014-12-01|']),
    reasons: ['passed'],
  },
  {
    name: 'no dates',
    document: table(['|1|Q/YTBM 101—2022|一次性告知制度|综合科|'], '|序号|标准号|标准名称|责任部门|'),
    reasons: ['no-dates'],
  },
  { name: 'a part was not read', document: { ...table(GOOD), notes: [{ kind: 'unreadable' }] }, reasons: ['unread'] },
  { name: 'a summary', document: { kind: 'table', text: ['|标准类别|数量|', '|国家标准|2|'] }, reasons: ['none'] },
  { name: 'no table of standards', document: { kind: 'record' }, reasons: ['other-kind'] },
]);
