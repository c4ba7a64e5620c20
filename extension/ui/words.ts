import type { DocumentModel } from '../../core/document/model.ts';
import type { RegisterKind } from '../../core/document/register.ts';
import type { DocumentKind, Stage } from '../../core/document/vocabulary.ts';
import type { Actor, Outcome } from '../../core/rules/rule.ts';

/* Words that every screen shares. Plain Chinese, no jargon, no percentages. */

type WhoWords = Partial<Record<Stage, string>> & { otherwise: string };

/** Who can act, said to the person in front of the screen, by how far the document is. */
const ACTOR_WORDS: Record<Actor, WhoWords> = {
  author: {
    drafting: '还没送出，拟稿人现在就能改',
    review: '已经送出，请退回拟稿人改',
    countersign: '已经送出，请退回拟稿人改',
    approval: '已经送出，请退回拟稿人改',
    issued: '已经签发，请找党政办（综合办）更正',
    archived: '已经归档，请找党政办（综合办）更正',
    otherwise: '拟稿人能改；已经送出的，请退回拟稿人',
  },
  reviewer: {
    review: '审核人在这一步就能填',
    countersign: '请退回，由审核人处理',
    approval: '请退回，由审核人处理',
    issued: '已经签发，请找党政办（综合办）核实',
    archived: '已经归档，请找党政办（综合办）核实',
    otherwise: '请找审核人处理',
  },
  approver: {
    approval: '签发领导在这一步就能填',
    issued: '已经签发，请找党政办（综合办）核实',
    archived: '已经归档，请找党政办（综合办）核实',
    otherwise: '请找签发领导处理',
  },
  office: { otherwise: '请找党政办（综合办）处理' },
  administrator: { otherwise: '请找标准化管理员处理' },
};

/** Who has the author's part in what nobody drafts. */
const AUTHOR_WORDS: Partial<Record<DocumentKind, string>> = {
  guide: '请找维护这份指南的人改',
  case: '请找经办人核实',
  record: '请找做记录的人核实',
  table: '请找编这张表的人改',
};

/** Who can act on a finding in a document of this kind and stage. */
export function whoCanAct(actor: Actor, { kind, stage }: Pick<DocumentModel, 'kind' | 'stage'>): string {
  const words = ACTOR_WORDS[actor];
  return (actor === 'author' && AUTHOR_WORDS[kind]) || (words[stage] ?? words.otherwise);
}

/** What a list page is, read row by row. */
export const REGISTER_WORDS: Record<RegisterKind, string> = {
  outgoing: '发文登记',
  incoming: '收文登记',
  case: '办件列表',
};

export const OUTCOME_WORDS: Record<Outcome, string> = {
  passed: '没问题',
  failed: '有问题',
  pending: '待流转',
  'cannot-tell': '没读到',
  'not-applicable': '不适用',
  errored: '没查成',
};

/** What the sign of a calm statement says, to a screen reader and on the screen as a drawing. */
export const SIGN_WORDS = {
  fine: '查过了，没有问题',
  stopped: '停下了，没有检查',
  none: '没有要检查的',
  failed: '没有读成，没有检查',
  unread: '还没有读，没有检查',
  off: '已经关掉，没有检查',
} as const;

export const COMMON = {
  product: '对标',
  close: '关闭',
  cancel: '取消',
  renewed: { title: '这一部分没有打开', text: '“对标”可能刚刚更新过。请关掉这个页面，再打开一次。' },
  published: '发布',
  effective: '实施',
  unverified: '未核实',
  unverifiedHint: '目录里这一条还没有找到公开来源核对，仅供参考。',
  catalogueAsOf: '目录截至 {date}',
} as const;

/** What is read and stored: said in the settings and in the help. */
export const PRIVACY = {
  title: '读什么，存什么',
  lines: [
    '只在您点按钮时读当前这一页；常开的地址上，看着像文件的页面自动读。',
    '不改 OA 里的任何内容，不替您填写，不替您提交。',
    '您不按“留存”“处理”“仍要提交”这些按钮，就什么也不存。存的内容先把身份证号、手机号、银行卡号遮住，只在这台电脑。',
    '看到绝密、机密、秘密标志就停下，内容不显示也不存；写着“内部”的，存之前先问您。',
    '不向外发送任何内容：扩展没有访问外部网络的权限。',
  ],
} as const;
