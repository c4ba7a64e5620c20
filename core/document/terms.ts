/** The tables of words behind the glossary (domain.md 2.4, oa-pages.md 3.8). */

import { RECORD_TYPES } from '../records/index.ts';
import { GUIDE_BOX_LIST, MORE_GUIDE_LABELS } from './guide-boxes.ts';
import type { Confidence, DateRole, PeopleRole, Role } from './vocabulary.ts';

/** What kind of form a label stands on: 经办人 is a drafter on an outgoing form and a handler on the others. */
export type FormKind = 'sending' | 'receiving' | 'service';

export interface LabelMeaning {
  role: Role;
  confidence: Exclude<Confidence, 'taught'>;
}

interface Term {
  role: Role;
  /** The word by which the product speaks of it. */
  label: string;
  exact: string;
  synonym?: string;
  /** Words that mean it on most forms only. */
  guessed?: string;
  /** Names of controls. */
  keys?: string;
}

interface PersonTerm extends Term {
  role: PeopleRole;
  /** Date of this person's act. */
  dateRole?: DateRole;
  /** Stems that take 人, 人员, 者, 日期, 时间, and that stand alone as a label too. */
  stems: string;
  /** Stems that need 人, 人员 or 者: alone they mean an office or an act. */
  personStems?: string;
}

/**
 * The one table of words (domain.md 2.4, oa-pages.md 3.8). Words are separated by a space. `exact` words follow the
 * regulation, `stems` too where they come first; the other stems count as synonyms.
 */
export const PEOPLE: readonly PersonTerm[] = [
  {
    role: 'drafter',
    label: '拟稿人',
    dateRole: 'draftedOn',
    exact: '拟稿人 拟稿 起草人 编制人 编制',
    stems: '拟稿 起草 撰稿 拟制 编制 编写 草拟 撰写 制表 填表 填报',
    personStems: '拟办 填写 主办 拟文 制单 主要起草',
    keys: 'drafter draftuser drafter_name draftusername writer ngr nigaoren',
  },
  {
    role: 'reviewer',
    label: '审核人',
    dateRole: 'reviewedOn',
    exact: '审核人 审核 核稿人 核稿',
    synonym:
      '部门负责人意见 部门领导意见 科室负责人意见 科室负责人审核 科室审核 部门审核 办公室审核 办公室意见 办公室核稿 党政办审核 上级复稿 上级复搞 核签 审核领导 核稿领导 部门领导审核 科室领导审核 处室领导审核 拟稿部门领导审核 拟稿部门负责人审核 拟稿处室领导审核 拟稿科室领导审核',
    guessed:
      '负责人意见 领导审核 部门意见 科室意见 主管意见 单位负责人意见 裁决 合法性审核 合法性审查 法制审核 司法所意见',
    stems: '审核 核稿 审稿 审签 初审 复核 校核 复稿 复搞',
    keys: 'hgr reviewer checkusername checker checkedman shr shenheren hegaoren',
  },
  {
    role: 'approver',
    label: '签发人',
    dateRole: 'approvedOn',
    exact: '签发人 签发 批准人 批准',
    synonym:
      '领导签发 签发领导 批准领导 审批领导 审定领导 领导签批 领导签署 主要领导签发 主要领导意见 主要负责人意见 审批意见 批准意见 签发意见 审定意见',
    guessed: '分管领导意见 分管负责人意见 领导意见 领导批示 领导审批 厅领导批示 镇领导批示 签发人批示 批示 阅批',
    stems: '签发 批准 审批 审定 签批 核准 核发',
    keys: 'approver qf qfr qianfaren signer',
  },
  {
    role: 'countersigner',
    label: '会签人',
    exact: '会签人 会签',
    synonym: '会签意见 会签部门意见 主要领导会签 领导会签 会签领导 部门会签 会审 会审意见 协办意见',
    stems: '会签 会审',
    keys: 'hq huiqian countersigner',
  },
  {
    role: 'handler',
    label: '承办人',
    exact: '承办人 办理人 受理人 经办人',
    synonym:
      '承办人员 受理人员 办理人员 经办人员 窗口人员 首席代表 处理人员 具体经办人 受理人签名 办文人 办文人员 办文责任人 承办责任人 办理责任人',
    stems: '',
    personStems: '承办 办理 受理 经办',
    keys: 'handler cbr chengbanren',
  },
  {
    role: 'registrar',
    label: '登记人',
    exact: '登记人',
    synonym: '收文登记人 发文登记人 登记员 录入人',
    guessed: '签收人 收文人 收件人员',
    stems: '',
    personStems: '登记 录入 编号',
    keys: 'registrar djr',
  },
  {
    role: 'proofreader',
    label: '校对人',
    exact: '校对人 校对',
    stems: '校对',
    keys: 'proofreader jdr',
  },
];

export const OTHERS: readonly Term[] = [
  {
    role: 'draftedOn',
    label: '拟稿日期',
    exact: '拟稿日期 拟稿时间 起草日期 编制日期',
    guessed: '填写日期 申请日期',
    keys: 'draftdate ngrq',
  },
  { role: 'reviewedOn', label: '审核日期', exact: '审核日期 审核时间 核稿日期 核稿时间', keys: 'reviewdate shrq' },
  {
    role: 'approvedOn',
    label: '签发日期',
    exact: '签发日期 签发时间 批准日期 批准时间',
    synonym: '领导签发日期 领导签发时间',
    keys: 'approvedate qfrq',
  },
  {
    role: 'writtenOn',
    label: '成文日期',
    exact: '成文日期',
    synonym: '成文时间 落款日期 行文日期',
    guessed: '发文日期 发文时间',
    keys: 'cwrq',
  },
  {
    role: 'publishedOn',
    label: '发布日期',
    exact: '发布日期',
    synonym: '发布时间 颁布日期 公布日期',
    keys: 'publishdate fbrq',
  },
  {
    role: 'effectiveOn',
    label: '实施日期',
    exact: '实施日期 施行日期',
    synonym: '实施时间 施行时间 生效日期 生效时间',
    keys: 'effectivedate ssrq',
  },
  {
    role: 'printedOn',
    label: '印发日期',
    exact: '印发日期',
    synonym: '印发时间 印制日期 印刷日期',
    keys: 'printdate yfrq',
  },
  {
    role: 'receivedOn',
    label: '收文日期',
    exact: '收文日期 收文时间 受理时间 受理日期',
    synonym: '签收时间 签收日期 收件时间 收件日期 接收日期 来件日期 登记日期 登记时间',
    guessed: '来文日期 来文时间',
    keys: 'receivedate swrq',
  },
  {
    role: 'dueOn',
    label: '承诺办结时间',
    exact: '承诺办结时间 承诺办结日期 办理期限',
    synonym: '办结期限 限办日期 限办时间 办理时限 办结时限 要求办结时间 要求完成时间 应办结时间 办结截止日期 处理期限',
    guessed: '截止日期 截止时间',
    keys: 'duedate',
  },
  {
    role: 'completedOn',
    label: '办结时间',
    exact: '办结时间 办结日期',
    synonym: '实际办结时间 实际办结日期 办毕时间 办毕日期 办理完成时间',
    guessed: '完成时间 完成日期',
  },
  {
    role: 'title',
    label: '标题',
    exact: '标题 文件标题 公文标题 标准名称',
    synonym:
      '发文标题 来文标题 收文标题 题名 事由 请示事项 呈报事项 签报标题 呈批事项 文件名称 文件题名 公文名称 来文名称 办件标题 流程标题 请求标题',
    guessed: '主题 名称 记录名称 表单名称 申请主题 审批主题 申请标题 审批标题',
    keys: 'title subject requestname',
  },
  {
    role: 'docNumber',
    label: '发文字号',
    exact: '发文字号 文号 来文字号 标准编号 标准号',
    synonym:
      '来文编号 发文号 发文文号 文件编号 文件字号 公文字号 文件文号 来文文号 来文号 原文号 公文编号 文件号 标准代号 发文编号 文件代字',
    keys: 'docnumber wenhao docno wh fwzh',
  },
  {
    role: 'receiptNumber',
    label: '收文编号',
    exact: '收文编号 收文号 办件编号',
    synonym: '收文登记号 登记号 登记编号 受理编号 受理号 办件号 办件流水号 业务流水号 收件编号',
    keys: 'receiptnumber swbh',
  },
  {
    role: 'kindWord',
    label: '文种',
    exact: '文种',
    synonym: '公文种类 公文文种 文件种类',
    guessed: '公文类型 文件类型',
  },
  {
    role: 'issuer',
    label: '发文机关',
    exact: '发文机关 发布机构 发文单位',
    synonym:
      '发文机关标志 发文机关名称 制发机关 制发单位 发布单位 发布机关 签发机关 来文单位 来文机关 发文部门 实施主体 实施机关',
    keys: 'issuer fwjg',
  },
  {
    role: 'mainRecipients',
    label: '主送机关',
    exact: '主送机关 主送 主送单位',
    synonym: '主送部门 主送机关单位 主送人员 主送人 主送对象 主报送 主报 主送范围 发送单位 发送对象',
    keys: 'mainsend zhusong',
  },
  {
    role: 'copyRecipients',
    label: '抄送机关',
    exact: '抄送机关 抄送 抄送单位',
    synonym: '抄报 抄报单位 抄送部门 抄报机关 抄送人员 抄送人 抄送对象 抄报送 抄送范围',
    keys: 'copysend chaosong',
  },
  {
    role: 'secrecy',
    label: '密级',
    exact: '密级',
    synonym:
      '秘密等级 秘密级别 秘密程度 保密级别 保密等级 保密程度 机密程度 机密等级 机密级别 涉密等级 涉密级别 涉密程度 密级程度 密级等级 密级标志 密级标识 密级类别 密别 密等 文件密级 密级和保密期限 密级及保密期限 密级期限 密级与期限',
    keys: 'secrecy secretlevel miji',
  },
  {
    role: 'urgency',
    label: '紧急程度',
    exact: '紧急程度',
    synonym: '缓急 缓急程度 急缓程度 急缓 紧急级别 缓急时限 等级缓急',
    keys: 'urgency jjcd',
  },
  {
    role: 'attachmentsNote',
    label: '附件',
    exact: '附件 附件说明',
    synonym: '附件名称 附件列表 附件材料 相关附件 文件附件 正文附件',
  },
  {
    role: 'contact',
    label: '联系人',
    exact: '联系人',
    synonym: '联系人及电话 联系人及联系电话 联系人和电话 联系方式 联系人员',
  },
  { role: 'version', label: '版本', exact: '版本 版次', synonym: '版本号 文件版本 标准版本 当前版本' },
  { role: 'controlState', label: '受控状态', exact: '受控状态', synonym: '受控情况 受控标识 文件状态' },
  {
    role: 'retention',
    label: '保管期限',
    exact: '保管期限 保存期限',
    synonym: '归档期限 保存年限 保管年限 归档保管期限',
  },
  {
    role: 'serviceName',
    label: '事项名称',
    exact: '事项名称',
    synonym: '服务事项 办理事项 服务事项名称 办事事项 事项 政务服务事项 政务服务事项名称 主项名称 申请事项 申办事项',
  },
  {
    role: 'serviceCode',
    label: '实施编码',
    exact: '实施编码 事项编码',
    synonym: '事项实施编码 事项编号 实施清单编码 业务办理项编码 事项代码',
  },
  { role: 'basicCode', label: '基本编码', exact: '基本编码', synonym: '事项基本编码 基本目录编码' },
  { role: 'serviceType', label: '事项类型', exact: '事项类型', synonym: '事项类别 服务类型 权力类型' },
  { role: 'caseType', label: '办件类型', exact: '办件类型', synonym: '办件类别' },
  {
    role: 'statutoryLimit',
    label: '法定时限',
    exact: '法定时限 法定办结时限',
    synonym: '法定期限 法定办理时限 法定办结期限 法定办理期限 法定时间',
  },
  {
    role: 'promisedLimit',
    label: '承诺时限',
    exact: '承诺时限 承诺办结时限',
    synonym: '承诺期限 承诺办理时限 承诺办结期限 承诺办理期限',
  },
  {
    role: 'fee',
    label: '收费',
    exact: '收费 收费标准 是否收费',
    synonym: '收费情况 收费信息 收费项目 办理费用 收费依据及标准 收费标准及依据 收费及依据',
  },
  {
    role: 'phone',
    label: '咨询电话',
    exact: '咨询电话',
    synonym: '咨询方式 联系电话 咨询热线 服务电话 办公电话 咨询服务电话 咨询渠道',
    guessed: '电话',
  },
  {
    role: 'complaintPhone',
    label: '监督投诉电话',
    exact: '监督投诉电话 投诉电话',
    synonym: '监督电话 监督投诉方式 投诉方式 投诉监督电话 监督举报电话 投诉渠道 监督投诉渠道',
  },
  {
    role: 'address',
    label: '办理地点',
    exact: '办理地点',
    synonym: '办公地点 办公地址 办理地址 受理地点 服务地点',
    guessed: '地址',
  },
  {
    role: 'openingHours',
    label: '办理时间',
    exact: '办理时间 办公时间',
    synonym: '服务时间 工作时间 对外服务时间 开放时间 上班时间 办公作息时间 受理时段',
  },
  { role: 'pageRemark', label: '附注', exact: '附注', synonym: '备注' },
];

/** Labels of forms that mean no role. */
const OF_FORMS = `拟稿部门 拟稿单位 拟稿人部门 拟稿科室 拟办人部门 拟办部门 主办部门 主办单位 起草部门 起草单位 承办部门 承办单位 承办科室 经办部门 申请部门
  会签单位 会签部门 协办部门 协办单位 审核部门 审批部门 归口部门 编制部门 编制单位 所属部门 部门 单位 科室 岗位 职务
  拟办意见 拟办 批办意见 办理意见 处理意见 办理结果 处理结果 结果 意见 传阅 阅办 阅知 催办 督办 答复 反馈 领取签字 领取人
  审核状态 审批状态 流程状态 状态 当前状态 办理状态 办件状态 审批流程 办理流程 流程 流程名称 流程记录 审批记录 审批历史 审核记录 流转记录 流转过程 流转情况 办理记录 办理过程 办理情况 处理记录 处理过程 处理情况 审批过程 审批情况 会签情况 签批记录 当前审批人 当前处理人 当前环节 流水号 单号 流程编号 申请编号 当前节点 当前步骤 当前办理人
  下一步处理人 下一处理人 下一环节 下一步 下一步骤 审批人列表 审批中心 审批方式 审批权限 审批结果 待审批人 所在环节 目前环节 所处环节 发起人 发起时间 提交人 提交时间 创建人 创建时间 更新时间 修改人 修改时间 最后修改
  申请人 申请时间 申请人姓名 申请材料 受理条件 申请条件 办理条件 设定依据 法律依据 办理依据 服务对象 办理形式 行使层级 收费依据 结果类型 结果名称 结果样本 到办事现场次数 是否网办 通办范围 办理环节
  姓名 性别 身份证号 身份证号码 证件号码 手机号码 手机 电子邮箱 户籍地址 家庭住址 正文 内容 文件内容 主题词 关键词 份数 印数 印刷份数 打印份数 印份 邮箱 身份证 年级 班级 学历 民族 籍贯 职称 页数 份号 打字 缮印 用印 盖章 封发 分发 存档 归档 档号
  公开属性 公开方式 公开范围 信息公开 是否公开 是否公示 规范性文件 保密期限 签收 序号 操作 代替标准 代替标准号 标准类别 标准层次 标准体系编号 归口单位 责任部门 适用范围
  申办条件 办理对象 申请对象 适用对象 救助对象 所需材料 办理材料 申报材料 提交材料 材料清单 办理程序 申请流程 服务流程 办事流程 办事程序 政策依据 实施依据 承办机构 办理机构 收件人 办结结果 领取时间
  领取日期 结果领取人 受理单位`;

/** Labels that are met beside the others and mean no role, those of records among them: no value is taken from a label. */
export const LABELS_WITHOUT_ROLE: ReadonlySet<string> = new Set([
  ...OF_FORMS.split(/\s+/).filter(Boolean),
  ...RECORD_TYPES.flatMap(({ boxes }) => boxes.flatMap(({ name, words = '' }) => [name, ...words.split(' ')])).filter(
    Boolean,
  ),
  ...[MORE_GUIDE_LABELS, ...GUIDE_BOX_LIST.map(({ words = '' }) => words)]
    .flatMap((words) => words.split(' '))
    .filter((word) => word.length > 2),
]);

/** A label with one of these behind a known word is about something else: 拟稿部门, 审核状态, 审批中心. */
export const OTHER_THING =
  /(?:部门|单位|科室|机构|处室|状态|流程|环节|节点|中心|列表|记录|历史|结果|方式|类型|权限|要求|说明|次数|人数|数量|配置|管理|设置|步骤|进度|台账|统计|通知|办法|制度|事项|材料|条件|依据|程序|文件|规定)$/u;
/** A label with one of these in front is about the flow or a choice. */
export const OTHER_CASE =
  /^(?:当前|下一|上一|待|已|我的|我|发起|选择|请|查看|设置|添加|新增|指定|默认|全部|最近|是否|转|后续|允许)/u;

/** In front of a known word, without a change of meaning. */
export const PREFIXES = /^(?:发文|收文|公文|文件|标准|流程|本文|呈报|原|内部|发文单|稿件|表单|记录|办件|文字)/u;
/** An office or a chief in front of a known word: 办公室核签, 拟稿部门负责人意见, 中心领导审批意见, 总经理批示. */
export const OFFICES =
  /^(?:[\p{Script=Han}]{0,6}?(?:部门|科室|处室|股室|办公室|业务科|科|处|股|中心|单位|机关|党政办|党委|政府|窗口|厅|局|镇|乡|街道|室|委)的?)/u;
/** The office that wrote a document, in front of 校核人: who read its text over once more, and no reviewer of another office. */
export const OWN_PROOFREADER =
  /^(?:主办|拟稿|起草|拟文|承办)(?:部门|单位|科室|处室|股室|处|科|股|室|委)+的?校核(?:人|人员)?$/u;
export const CHIEFS =
  /^(?:(?:主要|主管|分管|带班|值班|相关|有关|局|厅|镇|乡|中心|单位)?(?:领导|负责人|副?(?:主任|局长|部长|镇长|乡长|书记|总经理|经理|院长|校长|站长|所长|股长|科长|处长))(?:的)?)/u;

/** What a chief thinks is what they decide: 分管副镇长意见. */
export const CHIEF_SAYS =
  /^(?:(?:主要|主管|分管)副?(?:镇长|乡长|县长|区长|局长|书记|主任)|副?(?:镇长|乡长|县长|区长))(?:意见|批示|签字|签署意见)$/u;

/** Behind a known word, without a change of meaning: 拟稿人及联系电话, 审核人（签字）, 签发意见, 拟稿人签名. */
export const SUFFIXES =
  /(?:[/／]?[及和与、]?(?:联系)?电话|[（(][^（()）]{0,12}[)）]|[（(][^（()）]{0,12}$|签名|签字|签章|盖章|签字盖章|姓名|名称|意见|及意见|并签名|及日期|[/／]日期|[/／]时间|及时间|栏)$/u;

/** Numbers that a flow gives: on an incoming document and in a case they are the number of the register, elsewhere none. */
const SERIALS = ['流水号', '单号', '流程编号', '申请编号'].map((word): [string, LabelMeaning] => [
  word,
  { role: 'receiptNumber', confidence: 'guessed' },
]);

/** Words that change their role with the form they stand on. */
export const BY_FORM: Readonly<Record<FormKind, ReadonlyMap<string, LabelMeaning>>> = {
  sending: new Map(
    ['经办人', '承办人', '主办人', '经办人员', '承办人员'].map((word) => [
      word,
      { role: 'drafter', confidence: 'guessed' },
    ]),
  ),
  receiving: new Map([
    ...SERIALS,
    ['主办人', { role: 'handler', confidence: 'synonym' }],
    ['主办人员', { role: 'handler', confidence: 'synonym' }],
    ['拟办人', { role: 'handler', confidence: 'guessed' }],
    ['拟办人员', { role: 'handler', confidence: 'guessed' }],
  ]),
  service: new Map([
    ...SERIALS,
    ['主办人', { role: 'handler', confidence: 'synonym' }],
    ['审批时间', { role: 'approvedOn', confidence: 'guessed' }],
  ]),
};

/** Steps in which people are only told: 审核抄送. */
export const ONLY_TOLD = /(?:抄送|传阅|知会|阅知|催办|通知)(?:人员?|环节|节点)?$/u;

/** Names of workflow steps, in the order in which they are tried: 主要领导会签 is a countersignature. */
export const STEP_WORDS: readonly (readonly [RegExp, PeopleRole])[] = [
  [/会签|会审|协办/u, 'countersigner'],
  [/拟稿|起草|拟文|撰稿|编制|发起|提交申请|填写|^(?:开始|提交|申请|拟办发文)$|^待(?:提交|申请)人/u, 'drafter'],
  [/签发|批准|审定|签批|核准|批示|主要领导|镇长|书记|总经理/u, 'approver'],
  [
    /核稿|审核|复核|复稿|复搞|初审|审稿|审签|校核|核签|合法性|(?:部门|科室|股室|办公室|主管|负责人).{0,20}(?:审批|意见)|(?<=[\p{Script=Han}]{2})(?<!总)(?:部|处|科|股)(?:审批|意见)$/u,
    'reviewer',
  ],
  [/审批|领导(?:意见|批阅|阅批|阅示)/u, 'approver'],
  [/校对/u, 'proofreader'],
  [/登记|编号|套红/u, 'registrar'],
  [/承办|办理|受理/u, 'handler'],
];
