import { FAMILIES } from './families/index.ts';

/**
 * What the action is called by which a document leaves the person's hands, as it stands on the control, without spaces.
 * The whole caption is one of these: a longer one that merely begins so (提交记录, 办理进度) is another thing. What keeps,
 * takes back, shows or hands out (保存, 暂存, 退回, 撤回, 打印, 转发, 导出 …) is never here.
 */
const SUBMITS: readonly string[] = [
  ...[
    '提交',
    '立即提交',
    '确认提交',
    '确定提交',
    '直接提交',
    '提交审批',
    '提交审核',
    '提交处理',
    '提交流程',
    '提交办理',
  ],
  ...[
    '提交申请',
    '提交下一步',
    '提交并流转',
    '保存并提交',
    '保存提交',
    '同意并提交',
    '签署并提交',
    '批示并提交',
    '继续提交',
  ],
  ...[
    '送审',
    '提交送审',
    '送审核',
    '送审批',
    '送签',
    '送签发',
    '送核稿',
    '送会签',
    '送办',
    '送领导审批',
    '送下一步',
    '报送',
  ],
  ...[
    '发送',
    '确认发送',
    '发送下一步',
    '发送审批',
    '保存并发送',
    '发起',
    '发起审批',
    '发起流程',
    '确认发起',
    '启动流程',
  ],
  ...[
    '办理',
    '处理',
    '办理完毕',
    '办结',
    '处理完毕',
    '完成办理',
    '继续流转',
    '流转',
    '转下一步',
    '下一环节',
    '提交下一环节',
  ],
  ...['同意', '通过', '审批通过', '审核通过', '批准', '同意签发', '签发', '核准', '呈报', '呈批', '呈送', '上报'],
  ...['归档', '处理后归档', '提交归档', '办结归档', '发文', '正式发文', '发布', '分发', '下发', '印发'],
];

/**
 * The captions that submit in the pages which a reader reads: everybody's, with its family's own and without those that
 * mean something else there.
 * @param reader id of the reader, as a model names it
 */
export function submitsOf(reader: string): string[] {
  const family = FAMILIES.find(({ id }) => id === reader);
  const keeps = new Set(family?.keeps);
  return [...SUBMITS, ...(family?.submits ?? [])].filter((caption) => !keeps.has(caption));
}
