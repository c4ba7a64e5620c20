/** Every Chinese word that reports of a check write themselves. Sentences of rules and problems come from their own tables. */
export const REPORT_WORDS = {
  kindUnread: '没能读',
  notDocument: '不是文件（登录页、列表或查询页），没有查',
  stopped: '有密级标志，已停止，不显示任何内容',
  actor: '由{actor}改',
  basis: '依据：{basis}',
  where: '位置：{where}',
  known: '已知',
  accepted: '已认可',
  skipped: '跳过 {count} 个不认识的文件：',
  total: '共 {documents} 份：必须改 {error} 处，建议看 {look} 处，待流转 {pending} 处，没读到 {cannotTell} 处。',
  standing: '另有已知 {known} 处，已认可 {accepted} 处，已改好 {fixed} 处。',
  gone: '以前记下、这次没有了的 {count} 处：',
  goneLine: '{uri}：{rule}（{standing}）',
  unread: '有 {count} 份没能读，原因见上。',
  noneFound: '没有找到能查的文件。目前能查 {formats}。',
} as const;

export const SEVERITY_WORDS = { error: '必须改', warning: '建议看', info: '供参考' } as const;

export const ACTOR_WORDS = {
  author: '拟稿人',
  reviewer: '审核人',
  approver: '签发人',
  office: '办公室',
  administrator: '标准化管理员',
} as const;

export const OUTCOME_WORDS = {
  passed: '通过',
  'not-applicable': '不适用',
} as const;

export const STANDING_WORDS = { open: '待改', known: '已知', accepted: '已认可', fixed: '已改' } as const;

/** What the page and the workbook say around the findings. */
export const SHEET_WORDS = {
  title: '文件检查报告',
  sub: '{unit}{today} 检查',
  summary: '总的情况',
  byDocument: '按文件',
  byRule: '按规则',
  byActor: '按谁能改',
  notRead: '没读到',
  notReadLead: '下面这些没有读到，不等于没有问题，请打开原件看。',
  skipped: '不认识、没有查的文件',
  fine: '没有发现问题的文件',
  settled: '已知或已认可的',
  gone: '以前记下、这次没有了的',
  none: '没有。',
  all: '共 {count} 份',
  open: '待改',
  documents: '文件',
  document: '文件',
  rule: '规则',
  count: '处数',
  files: '份数',
  who: '谁能改',
  level: '程度',
  finding: '问题',
  place: '位置',
  quote: '原文',
  basis: '依据',
  indicators: '评估指标',
  id: '编号',
  state: '情况',
  note: '说明',
  why: '原因',
  kind: '类别',
  name: '题名',
  blank: '（空）',
  more: '等 {count} 份',
  versions: '对标 {version}，规则 {rulePack}，标准目录 {catalogue}，检查日期 {today}。',
  honest: '机器只查能由规则判定的内容；没有列出的不等于没有问题。申请人等的个人信息已经遮住。',
  columns: {
    total: ['文件', '必须改', '建议看', '没读到', '待流转', '没能读'],
    document: ['文件', '类别', '题名', '必须改', '建议看', '没读到', '待流转', '情况'],
    rule: ['规则', '编号', '程度', '处数', '份数', '文件'],
    actor: ['谁能改', '程度', '文件', '位置', '问题', '原文', '依据', '规则', '评估指标', '情况', '编号'],
    actorCount: ['谁能改', '必须改', '建议看', '份数', '文件'],
    unread: ['文件', '位置', '原因'],
  },
} as const;

/** Words of the format for test servers. */
export const JUNIT_WORDS = {
  suite: '对标检查',
  read: '读文件',
  cannotTell: '没读到：{message}',
  pending: '待流转：{message}',
} as const;

/** Words around the rows of a register. */
export const REGISTER_REPORT_WORDS = {
  row: '第{page}页第{serial}行 {number}',
  read: '{name}：读了{pages}页{rows}行',
  readOf: '{name}：读了{pages}页{rows}行，共{total}行',
  leftOut: '另有{leftOut}行带密级标志，没有读',
} as const;
