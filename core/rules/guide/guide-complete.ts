import { findBox, mentionOf, type WantedBox } from '../questions/boxes.ts';
import { orUnread, partUnread } from '../questions/sight.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

const REASONS = {
  blank: { outcome: 'failed', message: '办事指南的“{name}”是空的。' },
  missing: { outcome: 'failed', message: '办事指南里没有写“{name}”。' },
  waits: { outcome: 'pending', message: '“{name}”由后面的环节填，现在不用管。' },
  unreadable: { outcome: 'cannot-tell', message: '“{name}”没读到，请目视核对。' },
  unread: { outcome: 'cannot-tell', quiet: true, message: '有没读到的地方，是否齐全没有查完。' },
} as const satisfies Rule['reasons'];

/** What every guide tells the people who come: without it they come twice. */
const NEEDED: readonly WantedBox[] = [
  { name: '受理条件', words: '办理条件 申请条件 申办条件 办理对象 服务对象 申请对象 适用对象 救助对象' },
  { name: '申请材料', words: '所需材料 办理材料 申报材料 提交材料 材料清单 材料名称 提供材料' },
  { name: '办理流程', words: '办理程序 申请流程 服务流程 办事流程 办事程序 流程' },
  { name: '承诺时限', role: 'promisedLimit', words: '办理时限 办结时限 承诺办结时限 办理期限 法定时限 时限' },
  { name: '办理地点', role: 'address', words: '办公地点 办理地址 受理地点 办公地址 办理窗口 受理窗口 地点 地址' },
  { name: '办理时间', role: 'openingHours', words: '办公时间 服务时间 工作时间 受理时间 上班时间' },
  { name: '咨询电话', role: 'phone', words: '联系电话 咨询方式 联系方式 咨询热线 服务电话 电话' },
];

/** What a guide may leave out; where it has the box, the box is filled. */
const FILLED_IF_THERE: readonly WantedBox[] = [
  { name: '事项名称', role: 'serviceName' },
  { name: '设定依据', words: '法律依据 办理依据 政策依据 实施依据' },
  { name: '实施主体', role: 'issuer', words: '实施机关 承办机构 办理机构 实施单位' },
  { name: '法定时限', role: 'statutoryLimit' },
  { name: '监督投诉电话', role: 'complaintPhone' },
  { name: '是否收费', role: 'fee', words: '收费标准 收费情况' },
  { name: '结果名称', words: '办理结果 结果类型 审批结果' },
];

export const guideComplete = defineRule({
  id: 'guide-complete',
  title: '办事指南内容齐全',
  severity: 'error',
  actor: 'author',
  kinds: ['guide'],
  basis: ['handout-1-c7', 'handout-1-c12'],
  indicators: ['C7', 'C12'],
  reasons: REASONS,
  check(context) {
    const verdicts = [
      ...NEEDED.flatMap((wanted) => judge(context, wanted, true)),
      ...FILLED_IF_THERE.flatMap((wanted) => judge(context, wanted, false)),
    ];
    return orUnread(context.document, verdicts, { reason: 'unread' }, 'unreadable');
  },
});

function judge(context: RuleContext, wanted: WantedBox, needed: boolean): Verdict<keyof typeof REASONS>[] {
  const box = findBox(context, wanted);
  const { name } = wanted;
  const said = {
    slots: { name },
    subject: name,
    sources: box.sources,
    ...(wanted.role ? { fields: [wanted.role] } : {}),
  };
  if (box.state === 'blank') return [{ reason: box.pending ? 'waits' : 'blank', ...said }];
  const seen = box.state === 'unreadable' && box.sources.length > 0;
  if (seen) return [{ reason: 'unreadable', ...said }];
  const mention = mentionOf(context.document, wanted);
  if (!needed || box.state === 'present' || mention === 'shown') return [];
  return [{ reason: mention || partUnread(context.document) ? 'unreadable' : 'missing', ...said }];
}
