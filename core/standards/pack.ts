import type { CataloguePack, CatalogueRow } from './catalogue.ts';

/** The day on which the rows were last compared with their sources. */
const CHECKED_ON = '2026-11-01';
/** Number, title and status stand on a public page. */
const PUBLIC_PAGE = '公开的标准信息页';
/** Known to the trade, not compared with a public page: such a row only ever informs. */
const UNCONFIRMED = '未与公开来源核对';

type Facts = Omit<CatalogueRow, 'designation' | 'title' | 'verified' | 'source' | 'checkedOn'>;

/** `published` and `effective` are ISO days; '' where only the year, or nothing, is known. */
function dates(published: string, effective: string): Facts {
  return { ...(published && { publishedOn: published }), ...(effective && { effectiveOn: effective }) };
}

/** Makes the rows of one standing: whether their facts were confirmed, and by what. */
const rowsFrom =
  (verified: boolean, source: string) =>
  (designation: string, title: string, published: string, effective: string, more: Facts = CURRENT): CatalogueRow => ({
    designation,
    title,
    ...dates(published, effective),
    ...more,
    verified,
    source,
    checkedOn: CHECKED_ON,
  });

const confirmed = rowsFrom(true, PUBLIC_PAGE);
const unconfirmed = rowsFrom(false, UNCONFIRMED);

const CURRENT: Facts = { status: 'current' };
const UNKNOWN: Facts = { status: 'unknown' };
const replaced = (by: string, on?: string): Facts => ({
  status: 'replaced',
  replacedBy: [by],
  ...(on === undefined ? {} : { withdrawnOn: on }),
});

const ORGANISATION = '服务业组织标准化工作指南　';
const DIRECTIVES = '标准化工作导则　';
const CENTRE_GUIDE = '政务服务中心标准化工作指南　';
const CENTRE_RUNNING = '政务服务中心运行规范　';

const DRAFTING: readonly CatalogueRow[] = [
  confirmed('GB/T 1.1—2020', `${DIRECTIVES}第1部分：标准化文件的结构和起草规则`, '2020-03-31', '2020-10-01'),
  confirmed(
    'GB/T 1.1—2009',
    `${DIRECTIVES}第1部分：标准的结构和编写`,
    '2009-06-17',
    '2010-01-01',
    replaced('GB/T 1.1—2020', '2020-10-01'),
  ),
  unconfirmed('GB/T 1.2—2020', `${DIRECTIVES}第2部分：以ISO/IEC标准化文件为基础的标准化文件起草规则`, '', ''),
  unconfirmed('GB/T 20000.1—2014', '标准化工作指南　第1部分：标准化和相关活动的通用术语', '2014-12-31', '2015-06-01'),
  confirmed('GB/T 20001.5—2017', '标准编写规则　第5部分：规范标准', '2017-12-29', '2018-04-01'),
  unconfirmed('GB/T 20001.6—2017', '标准编写规则　第6部分：规程标准', '2017-12-29', '2018-04-01'),
  unconfirmed('GB/T 20001.7—2017', '标准编写规则　第7部分：指南标准', '2017-12-29', '2018-04-01'),
  confirmed('GB/T 20001.8—2023', '标准起草规则　第8部分：评价标准', '2023-11-27', '2024-06-01'),
  unconfirmed('GB/T 20001.10—2014', '标准编写规则　第10部分：产品标准', '', ''),
  unconfirmed('GB/T 7714—2015', '信息与文献　参考文献著录规则', '', '', { ...CURRENT, note: '可能已有新版' }),
  unconfirmed('GB/T 15834—2011', '标点符号用法', '2011-12-30', '2012-06-01'),
  unconfirmed('GB/T 15835—2011', '出版物上数字用法', '2011-07-29', '2011-11-01'),
  unconfirmed('GB/T 7408—2005', '数据元和交换格式　信息交换　日期和时间表示法', '', '', replaced('GB/T 7408.1—2023')),
  unconfirmed('GB/T 7408.1—2023', '日期和时间　信息交换表示法　第1部分：基本原则', '', ''),
];

const SYSTEMS: readonly CatalogueRow[] = [
  unconfirmed('GB/T 24421.1—2023', `${ORGANISATION}第1部分：总则`, '2023-03-17', '2023-03-17'),
  unconfirmed('GB/T 24421.2—2023', `${ORGANISATION}第2部分：标准体系构建`, '2023-03-17', '2023-03-17'),
  unconfirmed('GB/T 24421.3—2023', `${ORGANISATION}第3部分：标准编制`, '2023-03-17', '2023-03-17'),
  confirmed('GB/T 24421.4—2023', `${ORGANISATION}第4部分：标准实施及评价`, '2023-03-17', '2023-03-17'),
  unconfirmed(
    'GB/T 24421.1—2009',
    `${ORGANISATION}第1部分：基本要求`,
    '2009-09-30',
    '2009-11-01',
    replaced('GB/T 24421.1—2023', '2023-03-17'),
  ),
  confirmed(
    'GB/T 24421.2—2009',
    `${ORGANISATION}第2部分：标准体系`,
    '2009-09-30',
    '2009-11-01',
    replaced('GB/T 24421.2—2023', '2023-03-17'),
  ),
  unconfirmed(
    'GB/T 24421.3—2009',
    `${ORGANISATION}第3部分：标准编写`,
    '2009-09-30',
    '2009-11-01',
    replaced('GB/T 24421.3—2023', '2023-03-17'),
  ),
  unconfirmed(
    'GB/T 24421.4—2009',
    `${ORGANISATION}第4部分：标准实施及评价`,
    '2009-09-30',
    '2009-11-01',
    replaced('GB/T 24421.4—2023', '2023-03-17'),
  ),
  confirmed('GB/T 13016—2018', '标准体系构建原则和要求', '2018-02-06', '2018-09-01'),
  unconfirmed('GB/T 13016—2009', '标准体系表编制原则和要求', '', '', replaced('GB/T 13016—2018', '2018-09-01')),
  unconfirmed('GB/T 13017—2018', '企业标准体系表编制指南', '', ''),
  unconfirmed('GB/T 12366—2009', '综合标准化工作指南', '', ''),
  unconfirmed('GB/T 15496—2017', '企业标准体系　要求', '2017-12-29', '2018-07-01'),
  unconfirmed('GB/T 15497—2017', '企业标准体系　产品实现', '', ''),
  unconfirmed('GB/T 15498—2017', '企业标准体系　基础保障', '', ''),
  unconfirmed('GB/T 19273—2017', '企业标准化工作　评价与改进', '', ''),
  unconfirmed('GB/T 35778—2017', '企业标准化工作　指南', '', ''),
  confirmed('GB/T 15624—2011', '服务标准化工作指南', '2011-12-30', '2012-04-01'),
  confirmed('GB/T 28222—2011', '服务标准编写通则', '2011-12-30', '2012-04-01'),
  confirmed('GB/T 24620—2022', '服务标准制定导则　考虑消费者需求', '2022-10-12', '2022-10-12'),
  confirmed('GB/T 30226—2013', '服务业标准体系编写指南', '2013-12-31', '2014-12-01'),
  confirmed('GB/T 36733—2018', '服务质量评价通则', '2018-09-17', '2019-04-01'),
  confirmed('GB/T 19012—2019', '质量管理　顾客满意　组织投诉处理指南', '2019-06-04', '2020-01-01'),
  unconfirmed('GB/T 19001—2016', '质量管理体系　要求', '2016-12-30', '2017-07-01'),
  unconfirmed('GB/T 19000—2016', '质量管理体系　基础和术语', '', ''),
];

const CENTRES: readonly CatalogueRow[] = [
  unconfirmed('GB/T 32170.1—2015', `${CENTRE_GUIDE}第1部分：基本要求`, '2015-10-12', '2016-05-01'),
  unconfirmed('GB/T 32170.2—2015', `${CENTRE_GUIDE}第2部分：标准体系`, '2015-10-12', '2016-05-01'),
  unconfirmed('GB/T 32169.1—2015', `${CENTRE_RUNNING}第1部分：基本要求`, '2015-10-12', '2016-05-01'),
  unconfirmed('GB/T 32169.2—2015', `${CENTRE_RUNNING}第2部分：进驻要求`, '2015-10-12', '2016-05-01'),
  unconfirmed('GB/T 32169.3—2015', `${CENTRE_RUNNING}第3部分：窗口服务提供要求`, '2015-10-12', '2016-05-01'),
  confirmed('GB/T 32169.4—2015', `${CENTRE_RUNNING}第4部分：窗口服务评价要求`, '2015-10-12', '2016-05-01'),
  confirmed('GB/T 32168—2015', '政务服务中心网上服务规范', '2015-10-12', '2016-05-01'),
  confirmed('GB/T 36112—2018', '政务服务中心服务现场管理规范', '2018-03-15', '2018-07-01'),
  confirmed('GB/T 36113—2018', '政务服务中心服务投诉处置规范', '2018-03-15', '2018-07-01'),
  unconfirmed('GB/T 36114—2018', '政务服务中心进驻事项服务指南编制规范', '2018-03-15', '2018-07-01'),
  confirmed('GB/T 39046—2020', '政务服务平台基础数据规范', '2020-07-21', '2020-10-01'),
  confirmed('GB/T 39047—2020', '政务服务平台基本功能规范', '2020-07-21', '2020-10-01'),
  confirmed('GB/T 39048—2020', '行政许可事项分类与编码规则', '2020-07-21', '2020-11-01'),
  confirmed(
    'GB/T 39554.1—2020',
    '全国一体化政务服务平台　政务服务事项基本目录及实施清单　第1部分：编码要求',
    '2020-11-19',
    '2020-11-19',
  ),
  unconfirmed(
    'GB/T 39554.2—2020',
    '全国一体化政务服务平台　政务服务事项基本目录及实施清单　第2部分：要素要求',
    '2020-11-19',
    '',
  ),
  confirmed('GB/T 39666—2020', '政府热线服务分类与代码', '2020-12-14', ''),
  confirmed('GB/T 39734—2020', '政务服务“一次一评”“一事一评”工作规范', '2020-12-14', '2021-01-01'),
  confirmed('GB/T 39735—2020', '政务服务评价工作指南', '2020-12-14', '2021-01-01'),
  confirmed('GB/T 33358—2016', '政府热线服务规范', '2016-12-13', '2017-07-01'),
  unconfirmed('GB/T 33357—2016', '政府热线服务评价', '2016-12-13', '2017-07-01'),
  unconfirmed('GB/T 36902—2018', '电子证照　目录信息规范', '', ''),
  unconfirmed('GB/T 40756—2021', '全国一体化政务服务平台线上线下融合工作指南', '', ''),
];

const DOCUMENTS_AND_DATA: readonly CatalogueRow[] = [
  confirmed('GB/T 9704—2012', '党政机关公文格式', '2012-06-29', '2012-07-01'),
  confirmed('GB/T 9704—1999', '国家行政机关公文格式', '', '', replaced('GB/T 9704—2012', '2012-07-01')),
  unconfirmed('GB/T 33476.1—2016', '党政机关电子公文格式规范　第1部分：公文结构', '', ''),
  unconfirmed('GB/T 33476.2—2016', '党政机关电子公文格式规范　第2部分：显现', '', ''),
  unconfirmed('GB/T 33476.3—2016', '党政机关电子公文格式规范　第3部分：实施指南', '', ''),
  unconfirmed('GB/T 33190—2016', '电子文件存储与交换格式　版式文档', '', ''),
  unconfirmed('GB/T 18894—2016', '电子文件归档与电子档案管理规范', '', ''),
  unconfirmed('DA/T 22—2015', '归档文件整理规则', '2015-10-25', '2016-06-01'),
  unconfirmed('GB/T 9705—2008', '文书档案案卷格式', '', ''),
  confirmed('GB 32100—2015', '法人和其他组织统一社会信用代码编码规则', '', ''),
  unconfirmed('GB 11643—1999', '公民身份号码', '', ''),
  unconfirmed('GB/T 2260—2007', '中华人民共和国行政区划代码', '', ''),
  unconfirmed('GB/T 2261.1—2003', '个人基本信息分类与代码　第1部分：人的性别代码', '', ''),
  unconfirmed('GB/T 22239—2019', '信息安全技术　网络安全等级保护基本要求', '', ''),
  unconfirmed('GB/T 35273—2020', '信息安全技术　个人信息安全规范', '', ''),
];

const HALLS: readonly CatalogueRow[] = [
  unconfirmed('GB/T 10001.1—2012', '公共信息图形符号　第1部分：通用符号', '', '', replaced('GB/T 10001.1—2023')),
  unconfirmed('GB/T 10001.1—2023', '公共信息图形符号　第1部分：通用符号', '', '', UNKNOWN),
  unconfirmed('GB/T 10001.9—2021', '公共信息图形符号　第9部分：无障碍设施符号', '', ''),
  unconfirmed('GB/T 15566.1—2020', '公共信息导向系统　设置原则与要求　第1部分：总则', '', ''),
  unconfirmed('GB 2894—2008', '安全标志及其使用导则', '', '', { ...UNKNOWN, note: '其后有修订' }),
  unconfirmed('GB 13495.1—2015', '消防安全标志　第1部分：标志', '', ''),
  unconfirmed('GB 15630—1995', '消防安全标志设置要求', '', '', UNKNOWN),
  unconfirmed('GB 50763—2012', '无障碍设计规范', '', '2012-09-01', { ...UNKNOWN, note: '部分条文由GB 55019—2021代替' }),
  unconfirmed('GB 55019—2021', '建筑与市政工程无障碍通用规范', '', '2022-04-01'),
  unconfirmed('GB 50140—2005', '建筑灭火器配置设计规范', '', '', { ...UNKNOWN, note: '部分条文可能已被代替' }),
  unconfirmed('GB/T 19095—2019', '生活垃圾分类标志', '', ''),
];

const LOCAL: readonly CatalogueRow[] = [
  unconfirmed('DB34/T 1162.1—2010', '行政服务中心标准体系建设指南　第1部分：基本要求', '', '', {
    ...UNKNOWN,
    note: '分标题未核对',
  }),
  confirmed('DB34/T 1162.3—2010', '行政服务中心标准体系建设指南　第3部分：标准编写', '', '', UNKNOWN),
  unconfirmed('DB34/T 3229—2018', '市县（区）、乡镇、村（社区）政务服务体系建设指南', '', '', UNKNOWN),
  confirmed('DB34/T 3067—2017', '政务服务　村级综合服务中心建设与服务规范', '2017-12-30', '2018-01-30', UNKNOWN),
  confirmed('DB11/T 1902—2021', '政务服务中心服务与管理规范', '2021-12-28', '2022-04-01'),
  confirmed('DB36/T 2016—2024', '政务服务中心建设和运行规范', '2024-10-12', '2025-04-01'),
  confirmed('DB42/T 2327—2024', '政务服务综合窗口服务和人员能力规范', '2024-11-04', '2025-01-04'),
  confirmed('DB32/T 2981—2016', '政务服务　大厅建设规范', '2016-09-20', '2016-11-20', UNKNOWN),
  confirmed('DB13/T 2091—2014', '市县乡村四级政务服务体系建设规范', '2014-12-24', '2015-01-15', UNKNOWN),
  confirmed('DB3206/T 1012—2021', '政务服务大厅窗口服务规范', '2021-06-01', '2021-06-16', UNKNOWN),
  confirmed('DB12/T 1052—2021', '市级服务业标准化试点建设工作指南', '2021-04-30', '2021-06-01', UNKNOWN),
  confirmed('DB3206/T 1088—2024', '服务业标准化试点建设规范', '2024-08-20', ''),
  confirmed('DB22/T 2848—2017', '政务服务事项编码规则', '2017-12-11', '2018-04-01', UNKNOWN),
];

/** The catalogue that comes with the tool. Facts about standards only; none of their text. */
export const BUILT_IN_CATALOGUE: CataloguePack = {
  schema: 'duibiao/catalogue@1',
  id: 'built-in',
  version: '2026-11-01',
  issuedOn: '2026-11-01',
  lapsesOn: '2027-11-01',
  rows: [...DRAFTING, ...SYSTEMS, ...CENTRES, ...DOCUMENTS_AND_DATA, ...HALLS, ...LOCAL],
};
