/** What is done with the thing that a service is about, as names of services say it last; longer words before those they hold. */
export const ACTIONS: readonly string[] = (
  '审核确认 待遇申领 参保登记 注销登记 申请 申领 领取 申报 办理 代办 登记 备案 审批 审核 初审 核发 颁发 认定 认证 评估 鉴定 变更 停发 渐退 注销 终止 ' +
  '退出 新办 补办 补发 补领 换领 换发 迁移 转移 转接 咨询 开具 代缴 缴费 报销 启用 挂失 激活 采集 验收 报修 调解'
).split(' ');

const PLACE = '[\\p{Script=Han}]{2,4}(?:镇|乡|街道|县|区|市|村|社区)(?=.{4})';

/** What stands in front of the name of a service in a title: places, 关于办理, 如何. */
export const TITLE_STARTS = new RegExp(
  `^(?:关于|对|${PLACE}|规范|做好|调整|简化|如何|怎样|怎么|(?:开展|加强|推进)(?!.{0,3}$)|办理(?=.{4}))`,
  'u',
);

/** What stands behind it: what kind of paper it is, what is done with it. */
export const TITLE_ENDS =
  /(?:的|需要(?:什么|哪些)?(?:材料|条件|资料)?|什么材料|工作|办事|服务|操作)?(?:表|书|单|簿|指南|手册|规程|流程图?|须知|材料清单|材料|一次性告知|公示|通知|通告|公告|花名册|台账|情况)$|的$/u;
