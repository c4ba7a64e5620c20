import type { RecordBox } from '../records/record-type.ts';

/** What a guide to a service (办事指南) tells, by the word by which the product speaks of it (domain.md 6). */
export const GUIDE_BOXES = {
  item: { name: '事项名称', role: 'serviceName', words: '服务事项名称 办理事项名称' },
  conditions: {
    name: '受理条件',
    words:
      '办理条件 申请条件 申办条件 办理对象 服务对象 申请对象 适用对象 救助对象 保障对象 申领条件 享受条件 补贴对象',
  },
  materials: {
    name: '申请材料',
    words:
      '所需材料 办理材料 申报材料 提交材料 材料清单 材料名称 提供材料 申请材料清单 所需材料清单 应提交材料 申办材料 办理所需材料',
  },
  steps: { name: '办理流程', words: '办理程序 申请流程 服务流程 办事流程 办事程序 流程 申请程序 申办流程 办理步骤' },
  promised: {
    name: '承诺时限',
    role: 'promisedLimit',
    words: '办理时限 办结时限 承诺办结时限 办理期限 法定时限 时限',
  },
  place: {
    name: '办理地点',
    role: 'address',
    words: '办公地点 办理地址 受理地点 办公地址 办理窗口 受理窗口 地点 地址 办理地点及时间 办理时间和地点 办理时间地点',
  },
  hours: {
    name: '办理时间',
    role: 'openingHours',
    words: '办公时间 服务时间 工作时间 受理时间 上班时间 办理时间和地点 办理时间地点 办理地点及时间',
  },
  phone: { name: '咨询电话', role: 'phone', words: '联系电话 咨询方式 联系方式 咨询热线 服务电话 电话' },
  basis: { name: '设定依据', words: '法律依据 办理依据 政策依据 实施依据 事项依据 法定依据' },
  body: { name: '实施主体', role: 'issuer', words: '实施机关 承办机构 办理机构 实施单位 受理机构 办理单位 主管部门' },
  statutory: { name: '法定时限', role: 'statutoryLimit' },
  complaint: { name: '监督投诉电话', role: 'complaintPhone' },
  fee: { name: '是否收费', role: 'fee', words: '收费标准 收费情况' },
  result: { name: '结果名称', words: '办理结果 结果类型 审批结果 办理结果名称' },
  code: { name: '实施编码', role: 'serviceCode' },
  basicCode: { name: '基本编码', role: 'basicCode' },
  serviceType: { name: '事项类型', role: 'serviceType' },
  caseType: { name: '办件类型', role: 'caseType' },
} as const satisfies Readonly<Record<string, Pick<RecordBox, 'name' | 'words' | 'role'>>>;

export const GUIDE_BOX_LIST: readonly Pick<RecordBox, 'name' | 'words' | 'role'>[] = Object.values(GUIDE_BOXES);

/** Labels that stand beside them in guides and mean none of them. */
export const MORE_GUIDE_LABELS =
  '收费依据 收费依据及标准 行使层级 办理形式 是否网办 通办范围 到办事现场次数 网上办理 乘车路线 常见问题 办理方式 受理方式 网办地址';
