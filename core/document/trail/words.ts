/** What was done, as records write it. */
export const ACTIONS = [
  '审批通过 审核通过 审批拒绝 审核拒绝 审批驳回 审核驳回 审批退回 审核退回 审批不通过 审核不通过 不同意 不通过 未通过 原则同意 拟同意 同意 通过 驳回 退回修改 退回拟稿人 退回 拒绝 重新提交 再次提交 提交 重新发起 发起 送审 呈报 报送 上报',
  '批准 签发 核稿 审核 审批 会签 已阅 圈阅 阅 转办 转交 移交 加签 拟稿 起草 办结 受理 归档 登记 校对 撤回 收回 抄送 传阅 知会 催办 沟通 办理 处理 签收 分发 已办',
]
  .join(' ')
  .split(' ')
  .sort((one, other) => other.length - one.length)
  .join('|');

/** What was acted on: 了此申请, 公文. */
export const OBJECT = '(?:了)?(?:此|本|该)?(?:申请|流程|审批|审核|复核|公文|文件|文稿|单据|任务)';

/** Of those what names the step as well: 孙二 签发. */
export const STEP_DEED = /^(?:拟稿|起草|核稿|审核|会签|签发|批准|校对|登记|归档|分发)$/u;

/** With these a flow begins, or begins again. */
export const BEGINS = /^(?:重新|再次)?(?:提交|发起|拟稿|起草|送审|呈报|报送|上报)/u;

const OF_FLOW = '(?:审批|审核|办理|处理|操作|经办|执行|签署|批示|流程|流转|提交|当前)?';

/** Of those what nobody but the drafter does, whatever is named beside it: 周三发起申请 发文审批. */
export const OPENS = /^(?:重新|再次)?(?:发起|拟稿|起草)/u;

/** Labels inside a record, by what stands behind them. */
const LABELS = {
  step: `${OF_FLOW}(?:环节|步骤|节点)(?:名称)?`,
  person: `${OF_FLOW}(?:人员?|者|人姓名)|姓名|签名|签字`,
  opinion: `${OF_FLOW}(?:意见|建议|批注|备注|附言|说明)(?:内容)?|批示|理由|原因`,
  action: `${OF_FLOW}(?:状态|结果|结论|操作|动作|情况)`,
  other: `${OF_FLOW}(?:时间|日期)|(?:所在|所属)?(?:部门|单位|科室)|岗位|职务|申请(?:理由|原因|事由)|事由|联系人|电话|耗时|用时|历时`,
} as const;
export type LabelOfItem = keyof typeof LABELS;

const NAMED = Object.entries(LABELS).map(([name, words]) => `(?<${name}>${words})`);
/** A label with its colon, apart from what stands in front of it. */
export const ITEM_LABEL = new RegExp(`(?<![\\p{Script=Han}])(?:${NAMED.join('|')})\\s*[:：]\\s*`, 'gu');
/** A line that is a label and nothing else. */
export const LABEL_LINE = new RegExp(`^(?:${NAMED.join('|')})\\s*[:：]?$`, 'u');
