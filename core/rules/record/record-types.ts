import type { WantedBox } from '../boxes.ts';

/** A kind of record and the least that it has to say (domain: records of a standard system). */
export interface RecordType {
  name: string;
  /** Tells the type by the document's title. */
  title: RegExp;
  boxes: readonly WantedBox[];
}

const DATE: WantedBox = { name: '日期', words: '时间 记录日期 填写日期 登记日期' };

/** The first whose title fits is meant: the narrower stand before the wider. */
export const RECORD_TYPES: readonly RecordType[] = [
  {
    name: '修订申请',
    title: /修订.{0,4}申请|文件更改申请/u,
    boxes: [
      { name: '标准号', role: 'docNumber', words: '标准编号 文件编号 编号' },
      { name: '修订原因', words: '修订理由 更改原因 原因 理由' },
      { name: '修改内容', words: '修订内容 更改内容 内容' },
      { name: '申请人', words: '提出人 申请部门' },
      { name: '申请日期', words: '日期 申请时间 提出日期' },
    ],
  },
  {
    name: '评审记录',
    title: /评审/u,
    boxes: [
      { name: '评审日期', words: '会议日期 会议时间 评审时间 日期 时间' },
      { name: '参加人', words: '参加人员 评审人员 评审人 与会人员 出席人员 评审组成员', signed: true },
      { name: '评审意见', words: '意见' },
      { name: '评审结论', words: '结论 评审结果' },
    ],
  },
  {
    name: '发放记录',
    title: /(?:发放|分发|领用)/u,
    boxes: [
      { name: '文件编号', role: 'docNumber', words: '标准号 标准编号 编号' },
      { name: '文件名称', role: 'title', words: '标准名称 名称' },
      { name: '份数', words: '发放份数 数量' },
      { name: '接收部门', words: '领用部门 接收单位 部门 窗口 接收窗口' },
      { name: '接收人', words: '接收人签名 签收人 领用人 领取人 签收 签名', signed: true },
      { name: '发放日期', words: '日期 接收日期 签收日期 领用日期 时间' },
    ],
  },
  {
    name: '回收记录',
    title: /回收|作废|销毁/u,
    boxes: [
      { name: '文件编号', role: 'docNumber', words: '标准号 标准编号 编号' },
      { name: '版本', role: 'version', words: '旧版本 版次 版本号' },
      { name: '回收份数', words: '份数 数量' },
      { name: '回收人', words: '经手人', signed: true },
      { name: '处理方式', words: '处置方式 处理' },
      { name: '回收日期', words: '日期 时间' },
    ],
  },
  {
    name: '培训计划',
    title: /培训.{0,6}计划/u,
    boxes: [
      { name: '培训内容', words: '内容 培训课程 课程内容' },
      { name: '培训对象', words: '对象 参加人员 培训人员 参训人员' },
      { name: '讲师', words: '授课人 培训老师 主讲人 培训讲师' },
      { name: '培训时间', words: '时间 计划时间 培训日期 日期' },
      { name: '考核方式', words: '考核 考核方法 评价方式' },
    ],
  },
  {
    name: '培训效果评价',
    title: /培训.{0,6}(?:效果|评价|评估)/u,
    boxes: [
      { name: '评价方式', words: '考核方式 方式 评价方法 考核方法' },
      { name: '评价结论', words: '结论 效果评价 评价结果 总体评价 培训效果' },
      { name: '评价人', words: '评估人', signed: true },
      { name: '评价日期', words: '日期 评估日期 评价时间' },
    ],
  },
  {
    name: '培训记录',
    title: /培训|宣贯/u,
    boxes: [
      { name: '培训时间', words: '时间 培训日期 日期' },
      { name: '培训地点', words: '地点' },
      { name: '讲师', words: '授课人 培训老师 主讲人 主讲 培训讲师 授课教师' },
      { name: '培训内容', words: '内容 培训课程 主要内容' },
      { name: '参加人员', words: '参加人 参训人员 签到 姓名 签到表 参加人数 实到人数 培训对象', signed: true },
      { name: '学时', words: '课时 培训时长 培训学时 时长' },
    ],
  },
  {
    name: '自我评价记录',
    title: /自我评价|自评/u,
    boxes: [
      { name: '评价日期', words: '自评日期 自我评价日期 日期 时间 评价时间' },
      { name: '评价范围', words: '范围 自评范围' },
      { name: '评价依据', words: '依据 自评依据' },
      { name: '评价组成员', words: '自评组成员 组成员 评价人员 自评人员 成员 评价组 自评组' },
      { name: '评价结论', words: '结论 自评结论 自评结果 评价结果' },
    ],
  },
  {
    name: '纠正措施记录',
    title: /纠正|不合格|不符合|整改/u,
    boxes: [
      { name: '不符合描述', words: '不合格描述 不符合事实 问题描述 存在问题 发现问题 不合格事实 不符合项 问题' },
      { name: '原因分析', words: '原因' },
      { name: '纠正措施', words: '整改措施 措施' },
      { name: '责任人', words: '责任部门 整改责任人' },
      { name: '完成期限', words: '整改期限 期限 完成时间 完成日期 整改时限' },
      { name: '验证人', words: '验证 验证情况 验证结果 复查人', signed: true },
    ],
  },
  {
    name: '检查考核记录',
    title: /检查|巡查|考核/u,
    boxes: [
      { name: '检查日期', words: '考核日期 检查时间 日期 时间 巡查日期 考核时间' },
      { name: '受检部门', words: '被检部门 受检窗口 被检查部门 受检人 被考核人 考核对象 检查对象 窗口 姓名 部门' },
      { name: '检查情况', words: '检查内容 发现问题 检查结果 存在问题 考核内容 考核结果 检查项目 问题 得分' },
      { name: '检查人', words: '考核人 检查人员 巡查人 检查组', signed: true },
    ],
  },
  {
    name: '满意度调查记录',
    title: /满意度/u,
    boxes: [
      { name: '调查日期', words: '日期 时间 调查时间' },
      { name: '样本数', words: '发放份数 收回份数 调查人数 样本 份数 问卷' },
      { name: '调查结果', words: '结果 满意率 满意度 统计结果' },
    ],
  },
  {
    name: '奖惩记录',
    title: /奖惩|奖励|表彰/u,
    boxes: [
      { name: '奖惩对象', words: '对象 姓名 受奖人 奖励对象 部门' },
      { name: '奖惩事由', words: '事由 原因 奖励事由 理由' },
      { name: '批准人', role: 'approver', words: '审批人', signed: true },
      DATE,
    ],
  },
  {
    name: '归档目录',
    title: /归档|案卷/u,
    boxes: [
      { name: '题名', words: '案卷 案卷题名 文件题名 名称 文件名称 案卷名称' },
      { name: '归档日期', words: '日期 时间 形成日期 归档时间' },
      { name: '保存期限', role: 'retention', words: '保管期限 期限' },
    ],
  },
];
