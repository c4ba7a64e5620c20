import { expect, it } from 'vitest';
import { fieldOf } from '../../document/model.ts';
import { RULES } from '../index.ts';
import { modelOfExample, runOf } from '../testing.ts';

/** Documents of every kind as offices write them, with invented names: no rule says anything aloud about any of them. */

interface Clean {
  /** What it is, and what makes it hard. */
  name: string;
  lines: readonly string[];
}

const HEAD = ['青石镇人民政府文件', '青政〔2026〕12号'];
const END = ['青石镇人民政府', '2026年3月2日'];

const DOCUMENTS: readonly Clean[] = [
  {
    name: '通知: four levels, annexes, copies',
    lines: [
      ...HEAD,
      '# 青石镇人民政府关于开展政务服务标准化培训的通知',
      '各村（社区），镇直各单位：',
      '为贯彻落实《关于加快推进政务服务标准化规范化便利化的指导意见》（国发〔2022〕5号）精神，经研究，决定开展标准化培训。现将有关事项通知如下：',
      '一、培训时间和地点',
      '（一）时间：2026年3月10日9:30。',
      '（二）地点：镇便民服务中心一楼会议室。',
      '二、培训内容',
      '（一）标准编写',
      '1.GB/T 1.1—2020的主要内容；',
      '2.标准的格式。',
      '（1）封面；',
      '（2）前言。',
      '（二）窗口服务',
      '三、有关要求',
      '请各单位于3月5日前将回执报镇党政办（联系人：王芳，电话：0551-1234567）。',
      '附件：1.培训计划表',
      '2.参训人员回执',
      ...END,
      '（此件公开发布）',
      '抄送：县政务服务管理局。',
      '青石镇党政办公室　2026年3月2日印发',
    ],
  },
  {
    name: '通知: passes on, title over two lines',
    lines: [
      '青政办〔2026〕3号',
      '青石镇人民政府办公室关于转发县政府办公室',
      '关于开展安全生产大检查的通知的通知',
      '各村民委员会，镇直各单位，驻镇各单位：',
      '现将县政府办公室《关于开展安全生产大检查的通知》（源政办〔2026〕8号）转发给你们，请认真贯彻执行。',
      '青石镇人民政府办公室',
      '2026年3月2日',
    ],
  },
  {
    name: '通知: with the regulation that it issues in the same file',
    lines: [
      ...HEAD,
      '# 关于印发《青石镇便民服务中心窗口管理办法（试行）》的通知',
      '各窗口、各科室：',
      '《青石镇便民服务中心窗口管理办法（试行）》已经镇长办公会议研究通过，现印发给你们，请遵照执行。',
      ...END,
      '青石镇便民服务中心窗口管理办法',
      '（试行）',
      '第一章　总则',
      '第一条　为规范窗口管理，制定本办法。',
      '第二条　窗口人员应当遵守下列规定：',
      '（一）按时到岗；',
      '（二）佩戴工作牌。',
      '第二章　考核',
      '第三条　考核分为：',
      '（一）月考核；',
      '（二）年考核。',
      '第四条　本办法自2026年4月1日起施行。',
    ],
  },
  {
    name: '通知: issues a plan that stands behind the mark 附件',
    lines: [
      ...HEAD,
      '# 关于印发青石镇2026年标准化工作方案的通知',
      '各村（社区）：',
      '现将《青石镇2026年标准化工作方案》印发给你们，请结合实际抓好落实。',
      ...END,
      '附件',
      '青石镇2026年标准化工作方案',
      '一、工作目标',
      '二、重点任务',
      '三、时间安排',
      '2026-03-01至2026-03-31为动员阶段。',
    ],
  },
  {
    name: '请示: signer beside the number, contact in brackets',
    lines: [
      '青石镇人民政府文件',
      '青政〔2026〕18号　签发人：周志强',
      '# 青石镇人民政府关于购置便民服务中心办公设备的请示',
      '县人民政府：',
      '我镇便民服务中心现有窗口8个，设备使用已超过8年。为改善办事环境，拟购置电脑6台、打印机2台，共需资金4.2万元。',
      '一、购置理由',
      '设备老化，运行缓慢。',
      '二、资金来源',
      '恳请县财政安排。',
      '妥否，请批示。',
      '附件：购置清单',
      ...END,
      '（联系人：王芳，联系电话：0551-1234567）',
    ],
  },
  {
    name: '请示: text alone, without head',
    lines: [
      '# 关于设立便民服务站的请示',
      '县人民政府：',
      '为方便群众办事，我镇拟在河东村设立便民服务站。以上请示，请予审批。',
      ...END,
    ],
  },
  {
    name: '报告: tells of approvals that were given',
    lines: [
      '青石镇人民政府文件',
      '青政〔2026〕20号　签发人：周志强',
      '# 青石镇人民政府关于2025年度政务服务工作情况的报告',
      '县人民政府：',
      '现将我镇2025年度政务服务工作情况报告如下：',
      '一、主要做法',
      '一是健全机制。二是优化流程。三是强化监督。',
      '二、存在问题',
      '设备购置项目已报请县政府批准，正在实施。',
      '三、下一步打算',
      '（一）加强培训。',
      '（二）完善制度。',
      '特此报告，请审阅。',
      ...END,
    ],
  },
  {
    name: '批复: what came is quoted in the usual way',
    lines: [
      '源政复〔2026〕5号',
      '# 源县人民政府关于同意设立河东村便民服务站的批复',
      '青石镇人民政府：',
      '你镇《关于设立便民服务站的请示》（青政〔2026〕18号）收悉。现批复如下：',
      '一、同意设立河东村便民服务站。',
      '二、所需经费由你镇统筹解决。',
      '此复。',
      '源县人民政府',
      '2026年3月12日',
    ],
  },
  {
    name: '函: letters ask too',
    lines: [
      '青石镇人民政府',
      '青政函〔2026〕7号',
      '# 青石镇人民政府关于商请协助开展窗口业务培训的函',
      '县政务服务管理局：',
      '为提高窗口人员业务能力，我镇拟于3月10日举办培训班，请贵局派员授课。',
      '可否，盼复。',
      ...END,
    ],
  },
  {
    name: '复函',
    lines: [
      '源政务函〔2026〕9号',
      '# 关于协助开展窗口业务培训的复函',
      '青石镇人民政府：',
      '贵镇《关于商请协助开展窗口业务培训的函》（青政函〔2026〕7号）收悉。经研究，同意派员授课。',
      '特此函复。',
      '源县政务服务管理局',
      '2026年3月5日',
    ],
  },
  {
    name: '公告: speaks to nobody in particular',
    lines: [
      '青政公告〔2026〕1号',
      '# 青石镇人民政府关于调整便民服务中心办公时间的公告',
      '为方便群众办事，自2026年4月1日起，镇便民服务中心办公时间调整为每周一至周六9:00—17:00。',
      '特此公告。',
      ...END,
    ],
  },
  {
    name: '公告: a title without 关于',
    lines: ['# 青石镇人民政府公告', '2026年第1号', '镇便民服务中心自2026年4月1日起迁至新址办公，特此公告。', ...END],
  },
  {
    name: '通告',
    lines: [
      '# 青石镇人民政府关于禁止燃放烟花爆竹的通告',
      '为保障公共安全，现通告如下：',
      '一、禁止在镇区燃放烟花爆竹。',
      '二、违反规定的，依法处理。',
      '三、本通告自发布之日起施行。',
      ...END,
    ],
  },
  {
    name: '决定: a remark under the title, a list of people',
    lines: [
      '青发〔2026〕6号',
      '# 中共青石镇委员会关于表彰2025年度先进集体和先进个人的决定',
      '（2026年3月1日中共青石镇委员会会议通过）',
      '各党支部：',
      '2025年，全镇涌现出一批先进集体和先进个人。镇党委决定予以表彰。',
      '一、先进集体（2个）',
      '便民服务中心　河东村',
      '二、先进个人（3名）',
      '王　芳　李　明　孙　丽',
      '中共青石镇委员会',
      '2026年3月2日',
    ],
  },
  {
    name: '意见: long, with （一） counted through',
    lines: [
      '青政〔2026〕30号',
      '# 青石镇人民政府关于进一步优化营商环境的实施意见',
      '各村（社区），镇直各单位：',
      '根据上级部署，结合我镇实际，提出如下意见。',
      '一、总体要求',
      '（一）指导思想。坚持以人民为中心。',
      '（二）工作目标。到2026年底，办件提速30%。',
      '二、重点任务',
      '（三）压减时限。',
      '（四）减少材料。',
      '三、保障措施',
      '（五）加强领导。',
      '（六）强化督查。',
      ...END,
    ],
  },
  {
    name: '通报',
    lines: [
      '青政办〔2026〕11号',
      '# 关于2026年第一季度窗口服务情况的通报',
      '各窗口：',
      '现将第一季度窗口服务情况通报如下。',
      '一、总体情况',
      '一季度受理办件1,020件，办结率99.5%，投诉与办件之比为1:510。',
      '二、存在问题',
      '（一）个别窗口脱岗',
      '（二）台账不全',
      '青石镇人民政府办公室',
      '2026年4月2日',
    ],
  },
  {
    name: '纪要: a number of the issue, no recipients, no signature',
    lines: [
      '青石镇人民政府镇长办公会议纪要',
      '第3期',
      '青石镇人民政府办公室　2026年3月2日',
      '# 关于研究便民服务中心标准化建设工作的会议纪要',
      '2026年3月1日，镇长周志强主持召开镇长办公会议。会议议定：',
      '一、同意设立标准化办公室。',
      '二、由李明负责日常工作。',
      '出席：周志强、李明。',
    ],
  },
  {
    name: '令: a number without year',
    lines: [
      '源县人民政府令',
      '第12号',
      '《源县政务服务管理规定》已经2026年3月1日县政府第5次常务会议通过，现予公布，自2026年4月1日起施行。',
      '县长　周志强',
      '2026年3月2日',
    ],
  },
  {
    name: '决议',
    lines: [
      '# 青石镇人民代表大会关于镇人民政府工作报告的决议',
      '（2026年1月10日青石镇第十届人民代表大会第五次会议通过）',
      '青石镇第十届人民代表大会第五次会议听取和审议了镇长周志强所作的政府工作报告，决定批准这个报告。',
    ],
  },
  {
    name: '议案',
    lines: [
      '青政〔2026〕40号',
      '# 青石镇人民政府关于提请审议镇区规划的议案',
      '镇人民代表大会：',
      '镇区规划已编制完成，现提请审议。',
      ...END,
    ],
  },
  {
    name: '任免: short, no levels',
    lines: [
      '青政任〔2026〕1号',
      '# 青石镇人民政府关于李明等同志任职的通知',
      '各村（社区），镇直各单位：',
      '经研究决定，任命：',
      '李明为青石镇便民服务中心主任；',
      '王芳为青石镇便民服务中心标准化管理员。',
      ...END,
    ],
  },
  {
    name: '领导小组: whole',
    lines: [
      '青政〔2026〕9号',
      '# 青石镇人民政府关于成立政务服务标准化建设工作领导小组的通知',
      '各村（社区），镇直各单位：',
      '为加强标准化工作，决定成立青石镇政务服务标准化建设工作领导小组。现将有关事项通知如下：',
      '一、组成人员',
      '组　长：周志强　镇长',
      '副组长：李　明　副镇长',
      '成　员：王　芳　孙　丽',
      '二、工作职责',
      '领导小组负责统筹协调。领导小组下设标准化办公室，办公室设在便民服务中心，主任由李明兼任，标准化兼职管理员为王芳。',
      ...END,
    ],
  },
  {
    name: '企业: a company and its own code',
    lines: [
      '青石水务有限公司文件',
      '青水司〔2026〕2号',
      '# 关于做好春节、元宵节期间供水保障工作的通知',
      '公司各部门，各营业所：',
      '春节将至，为保障供水，现就有关工作通知如下。',
      '1.加强巡查。',
      '（1）每日两次。',
      '（2）做好记录。',
      '2.值班电话：0551-7654321，网址：http://www.example.cn/。',
      '青石水务有限公司',
      '2026年1月20日',
    ],
  },
  {
    name: '学校: the day drawn apart',
    lines: [
      '青中字〔2026〕4号',
      '# 青石镇中心学校关于开展“安全教育月”活动的通知',
      '各年级、各班：',
      '为增强学生安全意识，学校决定开展“安全教育月”活动。',
      '一、活动主题',
      '“人人讲安全，个个会应急”。',
      '二、活动安排',
      '青石镇中心学校',
      '2026 年 3 月 2 日',
    ],
  },
  {
    name: '通知: text of a PDF, line by line',
    lines: [
      '青石镇人民政府文件',
      '青政〔2026〕15号',
      '青石镇人民政府关于进一步加强便民服务中心',
      '标准化建设工作的通知',
      '各村（社区），镇直各单位，县直驻镇各单位，镇便民服务中心',
      '各窗口：',
      '为深入贯彻县委、县政府关于优化营商环境的决策部署，',
      '根据《源县政务服务管理办法》第三条第二款第',
      '（三）项的规定，结合我镇实际，现将有关事项通知如下。',
      '一、提高认识。各单位要充分认识标准化建设的重要意义，按',
      '1.5倍的标准配备人员，确保工作落到实处。',
      '二、明确任务。各窗口要对照清单逐项落实，2026年6月底前完',
      '成全部任务。',
      '三、加强督查。',
      ...END,
    ],
  },
  {
    name: '旧: written when Chinese numerals were the rule',
    lines: [
      '青政〔2010〕12号',
      '# 关于开展行政效能建设的通知',
      '各村委会：',
      '现将有关事项通知如下，请遵照执行。',
      '青石镇人民政府',
      '二〇一〇年三月二日',
    ],
  },
  {
    name: '便函: no number, name of the office under it',
    lines: [
      '# 关于报送2026年培训需求的通知',
      '各窗口：',
      '请于3月10日前报送培训需求，报送要求如下：',
      '1.填写《培训需求表》；',
      '2.加盖公章；',
      '3.电子版发至邮箱qszbmfw@example.cn。',
      '青石镇便民服务中心',
      '2026年3月2日',
    ],
  },
];

/** The same texts as they come from files without styles, and from those with spaces for indents. */
const VARIATIONS: readonly (readonly [string, (line: string) => string])[] = [
  ['as written', (line) => line],
  ['without styles', (line) => line.replace(/^# /, '')],
  ['indented', (line) => line.replace(/^(?!# )/, '\u3000\u3000')],
  ['with full-width digits of levels', (line) => line.replace(/^(\d)\.(?!\d)/, '$1．')],
];

it.each(
  DOCUMENTS.flatMap(({ name, lines }) =>
    VARIATIONS.map(([how, change]) => [`${name}, ${how}`, lines.map(change)] as const),
  ),
)('%s', async (_, lines) => {
  const model = await modelOfExample({ language: 'text', content: lines.join('\n') });
  const { findings } = runOf(RULES, model);
  const loud = findings.filter(({ outcome }) => outcome === 'failed' || outcome === 'errored');
  expect(loud.map(({ rule, reason, message }) => `${rule} ${reason}: ${message}`)).toEqual([]);
  expect(model.kind).toBe('official');
});

it.each([
  ['令: a number without year', '源县人民政府令', '令', '第12号'],
  [
    '纪要: a number of the issue, no recipients, no signature',
    '关于研究便民服务中心标准化建设工作的会议纪要',
    '纪要',
    '第3期',
  ],
  ['公告: a title without 关于', '青石镇人民政府公告', '公告', '2026年第1号'],
])('%s: title, kind and number are read, and the form of the number is let be', async (wanted, title, word, number) => {
  const { lines = [] } = DOCUMENTS.find(({ name }) => name === wanted) ?? {};
  for (const [, change] of VARIATIONS) {
    const model = await modelOfExample({ language: 'text', content: lines.map(change).join('\n') });
    expect([model.title, model.kindWord, fieldOf(model, 'docNumber').value]).toEqual([title, word, number]);
    const form = runOf(RULES, model).findings.find(({ rule }) => rule === 'doc-number-form');
    expect(form?.reason).toBe('exempt');
  }
});

/** Faults that stand in one line each, put into the clean notice: the rule that is meant speaks, and no other. */
it.each([
  ['doc-number-year', '青政〔2026〕12号', '青政〔2025〕12号'],
  ['doc-number-form', '青政〔2026〕12号', '青政[2026]12号'],
  ['written-date-form', '2026年3月2日', '2026年03月02日'],
  ['written-date-form', '2026年3月2日', '二〇二六年三月二日'],
  ['title-form', '开展政务服务标准化培训的通知', '开展政务服务标准化培训'],
  ['recipients-form', '镇直各单位：', '镇直各单位:'],
  ['heading-sequence', '二、培训内容', '四、培训内容'],
  ['heading-sequence', '（二）窗口服务', '（一）、窗口服务'],
  ['cited-documents-form', '（国发〔2022〕5号）', '（国发[2022]5号）'],
  ['punctuation-width', '经研究，', '经研究,'],
])('%s speaks alone where %s is written %s', async (rule, right, wrong) => {
  const [notice] = DOCUMENTS;
  const lines = (notice?.lines ?? []).map((line) => (line.endsWith('印发') ? line : line.replace(right, wrong)));
  expect(lines).not.toEqual(notice?.lines);
  const { findings } = runOf(RULES, await modelOfExample({ language: 'text', content: lines.join('\n') }));
  const loud = findings.filter(({ outcome }) => outcome === 'failed');
  expect([...new Set(loud.map((finding) => finding.rule))]).toEqual([rule]);
});
