import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { sha256Now } from '../base/hash.ts';
import type { DocumentModel } from '../document/model.ts';
import { readDocument } from '../files/read.ts';
import { BUILT_IN_CATALOGUE } from '../standards/pack.ts';
import { parseUnit } from '../unit/parse.ts';
import { RULES } from './index.ts';
import { modelOfExample, runOf } from './testing.ts';

// Pages are read as the product reads them, and the first of them starts the reader.
vi.setConfig({ testTimeout: 60_000 });

/** Whole guides, records and tables as offices write them, invented: none of them has a fault, and what changes one of them is told. */

const unit = parseUnit(
  readFileSync(new URL('../../fixtures/packs/unit-yuantan.json', import.meta.url), 'utf8'),
  'unit-yuantan.json',
);

type Format = 'html' | 'text' | 'csv';

interface Whole {
  name: string;
  format: Format;
  kind: DocumentModel['kind'];
  lines: readonly string[];
  /** Changes that make a fault: what stands there, what takes its place, the rule and its reason. */
  faults?: readonly (readonly [from: string, to: string, told: string])[];
}

const rows = (head: boolean, ...all: readonly string[][]): string =>
  `<table>${all
    .map((cells, at) => {
      const tag = head && at === 0 ? 'th' : 'td';
      return `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
    })
    .join('\n')}</table>`;
const form = (...all: readonly string[][]): string => rows(false, ...all);
const list = (...all: readonly string[][]): string => rows(true, ...all);

const WHOLE: readonly Whole[] = [
  {
    name: 'a guide in a table of two columns',
    format: 'html',
    kind: 'guide',
    lines: [
      '<h1>临时救助申请办事指南</h1>',
      form(
        ['事项名称', '临时救助申请'],
        ['事项类型', '行政给付'],
        ['基本编码', '000511002000'],
        ['设定依据', '《社会救助暂行办法》（国务院令第649号）第四十七条'],
        ['实施主体', '源潭镇人民政府'],
        ['受理条件', '因火灾、疾病等导致基本生活暂时出现严重困难的家庭'],
        ['申请材料', '1.申请书1份；2.居民身份证、户口簿（原件核验）；3.家庭困难的相关证明材料（诊断证明、事故认定书）'],
        ['办理流程', '申请、受理、审核、公示、发放'],
        ['办件类型', '承诺件'],
        ['法定办结时限', '20个工作日'],
        ['承诺办结时限', '15个工作日'],
        ['是否收费', '不收费'],
        ['办理地点', '源潭镇便民服务中心一楼民政窗口'],
        ['办理时间', '周一至周五 8:30—12:00，14:30—17:30（法定节假日除外）'],
        ['咨询电话', '0550-1234567转801'],
        ['监督投诉电话', '12345'],
      ),
    ],
    faults: [
      ['15个工作日', '25个工作日', 'time-limits over'],
      ['<td>不收费</td>', '<td>是</td>', 'fee-stated no-standard'],
      ['0550-1234567转801', '0550-123456', 'contact-and-hours phone'],
      ['8:30—12:00', '9:00—12:00', 'contact-and-hours hours-differ'],
      ['《社会救助暂行办法》（国务院令第649号）第四十七条', '国家有关法律法规', 'legal-basis no-document'],
      ['1.申请书1份；', '1.申请书1份；4.其他相关材料；', 'materials-specific vague'],
      ['000511002000', '000511009000', 'service-code profile-differs'],
      ['<td>12345</td>', '<td></td>', 'guide-complete blank'],
    ],
  },
  {
    name: 'a guide under headings',
    format: 'text',
    kind: 'guide',
    lines: [
      '# 高龄津贴申请服务指南',
      '一、事项名称',
      '高龄津贴申请',
      '二、设定依据',
      '1.《中华人民共和国老年人权益保障法》第三十三条；',
      '2.皖民福字〔2011〕99号。',
      '三、受理条件',
      '具有本镇户籍、年满80周岁的老年人。',
      '四、申请材料',
      '1.申请表一式两份；',
      '2.居民身份证复印件1份（原件核验）。',
      '除上述材料外，窗口不得要求提供其他材料。',
      '五、办理流程',
      '申请、受理、审核、发放。',
      '六、承诺时限：即时办理',
      '七、收费标准：无',
      '八、办理地点：便民服务中心综合窗口',
      '九、办理时间：夏令时8:00-12:00、15:00-18:00，冬令时8:00-12:00、14:00-17:30',
      '十、咨询电话：0550-1234567、13800000000',
    ],
    faults: [
      ['2.居民身份证复印件1份（原件核验）。', '2.法律、法规规定的其他材料。', 'materials-specific vague'],
      ['、13800000000', '、1380000000', 'contact-and-hours phone'],
      ['高龄津贴申请服务指南', '生育登记服务指南', 'item-name-agrees title-differs'],
      ['五、办理流程', '五、', 'guide-complete missing'],
    ],
  },
  {
    name: 'a guide without a telling title, in lines',
    format: 'text',
    kind: 'guide',
    lines: [
      '# 残疾人两项补贴',
      '事项名称：残疾人两项补贴申请',
      '受理条件：持有残疾人证的困难残疾人',
      '申请材料：残疾人证、身份证',
      '办理流程：申请、审核、发放',
      '法定时限：30个工作日',
      '承诺时限：20个工作日',
      '收费标准：免费',
      '办理地点：一楼民政窗口',
      '办理时间：工作日',
      '联系方式：0550-1234567',
    ],
    faults: [['承诺时限：20个工作日', '承诺时限：40个工作日', 'time-limits over']],
  },
  {
    name: 'a guide as a list of terms',
    format: 'html',
    kind: 'guide',
    lines: [
      '<h1>生育登记办事指南</h1><dl>',
      ...[
        ['事项名称', '生育登记'],
        ['办件类型', '即办件'],
        ['受理条件', '夫妻一方为本镇户籍'],
        ['申请材料', '双方身份证、结婚证'],
        ['办理流程', '当场登记'],
        ['法定办结时限', '7个工作日'],
        ['承诺办结时限', '1个工作日'],
        ['是否收费', '否'],
        ['办理地点', '综合窗口'],
        ['办理时间', '周一至周五'],
        ['咨询电话', '（0550）1234567'],
      ].map(([term, text]) => `<dt>${term}</dt><dd>${text}</dd>`),
      '</dl>',
    ],
    faults: [
      ['<dd>1个工作日</dd>', '<dd>5个工作日</dd>', 'time-limits immediate-case'],
      ['<dd>否</dd>', '<dd>否</dd><dt>收费标准</dt><dd>10元/证</dd>', 'fee-stated amount-though-free'],
    ],
  },
  {
    name: 'a guide with a table of materials and a table of fees',
    format: 'html',
    kind: 'guide',
    lines: [
      '<h1>老年人优待证办理办事指南</h1>',
      form(
        ['事项名称', '老年人优待证办理', '办件类型', '承诺件'],
        ['受理条件', '年满65周岁', '办理流程', '申请、受理、制证、领取'],
        ['法定办结时限', '20个工作日', '承诺办结时限', '当场'],
        ['办理地点', '综合窗口', '办理时间', '工作日'],
        ['咨询电话', '12345', '是否收费', '是'],
        ['收费标准', '首次免费，遗失补办10元/证', '收费依据', '《县物价局关于证照工本费的批复》'],
      ),
      list(
        ['序号', '材料名称', '材料形式', '份数', '必要性'],
        ['1', '居民身份证', '原件核验', '1', '必要'],
        ['2', '近期免冠照片', '纸质', '2', '必要'],
        ['3', '授权委托书（委托他人办理的）', '原件', '1', '非必要'],
      ),
    ],
    faults: [
      ['<td>近期免冠照片</td>', '<td>其他有关材料</td>', 'materials-specific vague'],
      ['<td>纸质</td><td>2</td>', '<td>纸质</td><td></td>', 'materials-specific no-copies'],
    ],
  },
  {
    name: 'two services in one guide',
    format: 'text',
    kind: 'guide',
    lines: [
      '# 人社窗口办事指南',
      ...['城乡居民基本养老保险参保登记', '城乡居民基本养老保险待遇申领'].flatMap((name, index) => [
        `事项名称：${name}`,
        '受理条件：本镇居民',
        '申请材料：身份证',
        '办理流程：申请、受理、办结',
        '法定时限：15个工作日',
        `承诺时限：${index + 1}个工作日`,
        index === 0 ? '收费标准：不收费' : '收费标准：免费',
        '办理地点：人社窗口',
        '办理时间：工作日',
        '咨询电话：0550-1234567',
      ]),
    ],
    faults: [['承诺时限：2个工作日', '承诺时限：20个工作日', 'time-limits over']],
  },
  {
    name: 'a register of copies handed out',
    format: 'html',
    kind: 'record',
    lines: [
      '<h1>标准发放登记表</h1>',
      list(
        ['序号', '文件编号', '文件名称', '版本', '份数', '接收部门', '接收人', '发放日期'],
        ['1', 'Q/YTBM 101—2022', '一次性告知制度', 'A/0', '1', '民政窗口', '孙丽', '2022-09-25'],
        ['2', 'Q/YTBM 101—2022', '一次性告知制度', 'A/0', '1', '人社窗口', '吴敏', '2022-09-25'],
        ['3', 'Q/YTBM 101—2022', '一次性告知制度', 'A/0', '1', '医保窗口', '赵晓燕', '2022-09-25'],
        ['4', 'Q/YTBM 101—2022', '一次性告知制度', 'A/0', '1', '综合窗口', '王芳', '2022-09-25'],
      ),
    ],
    faults: [
      ['<td>医保窗口</td><td>赵晓燕</td>', '<td>人社窗口</td><td>吴敏</td>', 'issue-covers-windows window-left-out'],
      ['<td>孙丽</td>', '<td>钱无名</td>', 'people-on-roster not-on-roster'],
      ['<td>孙丽</td><td>2022-09-25</td>', '<td>孙丽</td><td>2022-09-01</td>', 'issue-covers-windows before-published'],
    ],
  },
  {
    name: 'a register without a title, saved as csv, with captions and a sum',
    format: 'csv',
    kind: 'record',
    lines: [
      '源潭镇便民服务中心,,,,,,',
      '序号,文件编号,文件名称,发放份数,回收份数,回收人,处理方式,回收日期',
      '1,Q/YTBM 101—2022,一次性告知制度,4,4,王芳,销毁,2026-03-31',
      '2,Q/YTBM 102—2022,首问负责制度,4,4,〃,〃,〃',
      '合计,,,8,8,,,',
    ],
    faults: [['首问负责制度,4,4', '首问负责制度,4,3', 'recall-complete fewer']],
  },
  {
    name: 'a plan of trainings with how it went',
    format: 'html',
    kind: 'record',
    lines: [
      '<h1>2026年度标准化培训计划表</h1>',
      list(
        ['序号', '培训内容', '培训对象', '讲师', '计划时间', '考核方式', '完成情况', '效果评价'],
        ['1', '标准化基础知识', '全体窗口人员', '李建国（县市场监管局）', '2026年3月', '笔试', '3月26日已完成', '合格'],
        ['2', '窗口服务规范', '全体窗口人员', '王芳', '2026年6月', '问卷', '已完成', '优秀'],
        ['3', '应急处置', '全体窗口人员', '待定讲师', '2026年12月', '演练', '', ''],
      ),
    ],
    faults: [
      ['<td>已完成</td><td>优秀</td>', '<td>已完成</td><td></td>', 'training-loop not-evaluated'],
      ['<td>已完成</td><td>优秀</td>', '<td></td><td></td>', 'training-loop not-delivered'],
    ],
  },
  {
    name: 'a training with a list to sign',
    format: 'html',
    kind: 'record',
    lines: [
      '<h1>标准化培训签到表</h1>',
      form(
        ['培训时间', '2026-03-26 09:00', '培训地点', '三楼会议室'],
        ['讲师', '钱专家', '培训内容', '窗口服务规范'],
        ['应到人数', '8', '实到人数', '8'],
        ['学时', '3', '参加人员', '孙丽、陈明、村级代办员张某某等'],
      ),
    ],
    faults: [['<td>实到人数</td><td>8</td>', '<td>实到人数</td><td>9</td>', 'training-loop more-than-due']],
  },
  {
    name: 'inspections, most without a fault',
    format: 'html',
    kind: 'record',
    lines: [
      '<h1>窗口服务日常检查表</h1>',
      list(
        ['序号', '检查日期', '受检窗口', '检查情况', '整改措施', '整改期限', '验证情况', '检查人'],
        ['1', '2026-03-02', '民政窗口', '仪容整洁，用语规范', '', '', '', '徐文静'],
        ['2', '2026-03-02', '人社窗口', '一名工作人员未佩戴工作牌', '当场提醒并改正', '2026-03-02', '已改正', '徐文静'],
        ['3', '2026-03-02', '综合窗口', '未发现问题', '/', '/', '/', '徐文静'],
      ),
    ],
    faults: [
      ['<td>当场提醒并改正</td>', '<td></td>', 'inspection-loop no-correction'],
      ['<td>已改正</td>', '<td></td>', 'inspection-loop no-verification'],
    ],
  },
  {
    name: 'a self-evaluation by points',
    format: 'html',
    kind: 'record',
    lines: [
      '<h1>标准化自我评价得分表</h1>',
      '<p>评价日期：2026年10月12日　评价范围：全部窗口　评价依据：GB/T 24421.4—2023</p>',
      '<p>评价组成员：徐文静、王芳　评价结论：有效</p>',
      list(
        ['三级指标', '分值', '得分', '存在问题', '纠正措施'],
        ...Array.from({ length: 12 }, (_, index) => [
          `C${index + 1}`,
          '3',
          index === 4 ? '2' : '3',
          index === 4 ? '奖励证据不足' : '无',
          index === 4 ? '11月底前补办表彰' : '',
        ]),
        ['合计', '36', '35', '', ''],
      ),
    ],
    faults: [
      ['<td>11月底前补办表彰</td>', '<td></td>', 'self-evaluation-complete no-correction'],
      ['<td>36</td><td>35</td>', '<td>36</td><td>36</td>', 'self-evaluation-complete sum'],
      ['<tr><td>C7</td><td>3</td><td>3</td><td>无</td><td></td></tr>', '', 'self-evaluation-complete items-left-out'],
    ],
  },
  {
    name: 'rewards',
    format: 'html',
    kind: 'record',
    lines: [
      '<h1>2026年奖惩记录表</h1>',
      list(
        ['序号', '姓名', '奖惩事由', '依据条款', '批准人', '日期'],
        ['1', '孙丽', '第二季度服务标兵', '奖惩办法第五条', '周志强', '2026-07-01'],
        ['2', '吴敏', '第三季度服务标兵', '同上', '周志强', '2026-10-08'],
      ),
    ],
    faults: [['<td>奖惩办法第五条</td>', '<td></td>', 'rewards-recorded no-basis']],
  },
  {
    name: 'a catalogue of the archive',
    format: 'html',
    kind: 'record',
    lines: [
      '<h1>归档文件目录</h1>',
      list(
        ['序号', '题名', '归档日期', '保存期限'],
        ['1', '2025年培训记录', '2026-01-10', '10年'],
        ['2', '2025年办件存根', '2026-01-10', '永久'],
      ),
    ],
    faults: [['<td>永久</td>', '<td></td>', 'retention-stated blank']],
  },
  {
    name: 'a register of cases without a title, all of one day',
    format: 'csv',
    kind: 'case',
    lines: [
      '办件编号,事项名称,申请人,受理人,受理时间,办理人,办结时间',
      ...Array.from({ length: 9 }, (_, index) => `YT2026030${index},低保申请,张某,孙丽,2026-03-02,陈明,2026-03-20`),
    ],
    faults: [['YT20260301,', 'YT20260300,', 'case-traceable twice']],
  },
  {
    name: 'a register of standards',
    format: 'html',
    kind: 'table',
    lines: [
      '<h1>标准体系明细表</h1>',
      list(
        ['序号', '标准体系编号', '标准号', '标准名称', '发布日期', '实施日期', '备注'],
        ['1', 'JC101.1', 'GB/T 36112—2018', '政务服务中心服务现场管理规范', '2018-03-15', '2018-07-01', ''],
        ['2', 'TG201.1', 'Q/XXBM 101—2022', '一次性告知制度', '2022-09-20', '2022-10-01', ''],
        ['3', 'TG201.2', 'Q/XXBM 102—2022', '首问负责制度', '2022-09-20', '2022-10-01', ''],
        ['4', 'BZ401.1', 'Q/XXBM 103—2022', '人员管理制度', '2022-09-20', '2022-10-01', ''],
        ['5', 'GL301.1', '皖政〔2014〕96号', '甲意见', '2014-12-01', '2014-12-01', '上级文件'],
      ),
    ],
    faults: [
      [
        'GB/T 36112—2018</td><td>政务服务中心服务现场管理规范',
        'GB/T 24421.2—2009</td><td>服务业组织标准化工作指南',
        'external-status replaced',
      ],
      ['Q/XXBM 102—2022', 'Q/XXBM 101—2022', 'register-complete twice'],
      ['<td>Q/XXBM 102—2022</td>', '<td></td>', 'register-complete no-number'],
      ['TG201.2', 'TG201.1', 'structure-codes twice'],
      [
        '<td>首问负责制度</td><td>2022-09-20</td><td>2022-10-01</td>',
        '<td>首问负责制度</td><td>2022-10-20</td><td>2022-10-01</td>',
        'register-complete reversed',
      ],
    ],
  },
  {
    name: 'services and their standards',
    format: 'html',
    kind: 'table',
    lines: [
      '<h1>政务服务事项与标准对照表</h1>',
      list(
        ['序号', '事项名称', '标准号', '标准名称', '办事指南'],
        ['1', '临时救助申请', 'Q/XXBM 501—2022', '临时救助办理规程', '有'],
        ['2', '高龄津贴申请', 'Q/XXBM 502—2022', '高龄津贴办理规程', '有'],
      ),
    ],
    faults: [
      ['<td>Q/XXBM 502—2022</td><td>高龄津贴办理规程</td>', '<td></td><td></td>', 'service-coverage no-standard'],
    ],
  },
  {
    name: 'a form to print',
    format: 'html',
    kind: 'record',
    lines: [
      '<h1>窗口服务日常检查表</h1>',
      list(
        ['序号', '检查日期', '受检窗口', '发现问题', '整改措施', '检查人'],
        ['1', '', '', '', '', ''],
        ['2', '', '', '', '', ''],
      ),
    ],
  },
];

async function modelOf(format: Format, content: string): Promise<DocumentModel> {
  if (format !== 'csv') return modelOfExample({ language: format, content });
  return readDocument('example.csv', new TextEncoder().encode(content), {
    uri: 'example.csv',
    sha256: sha256Now(content),
  });
}

const toldOf = (model: DocumentModel, known: boolean): string[] => {
  const { findings } = runOf(RULES, model, { catalogue: BUILT_IN_CATALOGUE, ...(known && { unit }) });
  const loud = findings.filter(
    ({ outcome, severity }) => (outcome === 'failed' && severity !== 'info') || outcome === 'errored',
  );
  return loud.map(({ rule, reason, message }) => `${rule} ${reason} ${message}`);
};

describe.each(WHOLE.map((one) => [one.name, one] as const))('%s', (_, { format, kind, lines, faults = [] }) => {
  const content = lines.join('\n');

  it('is known, and nothing is said against it', async () => {
    const model = await modelOf(format, content);
    expect([model.kind, model.isDocument]).toEqual([kind, true]);
    expect(toldOf(model, false)).toEqual([]);
    expect(toldOf(model, true)).toEqual([]);
  });

  it.each(faults)('%s → %s: %s', async (from, to, told) => {
    expect(content).toContain(from);
    const model = await modelOf(format, content.replace(from, to));
    const { findings } = runOf(RULES, model, { catalogue: BUILT_IN_CATALOGUE, unit });
    const failed = findings
      .filter(({ outcome }) => outcome === 'failed')
      .map(({ rule, reason }) => `${rule} ${reason}`);
    expect(failed).toContain(told);
  });
});
