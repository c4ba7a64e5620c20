/** Words of the part 标准. */
export const STANDARDS = {
  service: '这个事项执行的标准',
  near: '单位资料里没有“{name}”。是下面这个吗？',
  isThis: '是“{name}”',
  isNone: '都不是',
  nearHint: '说一次就记住，以后看到这个名称不再问。只存在这台电脑。',
  cited: '文件里引用的标准',
  none: '没有可列的标准',
  noneHint: '这一页没有认出事项，也没有读到引用的标准。',
  noUnit: '认不出事项',
  noUnitHint: '还没有导入单位资料。导入后，这里列出事项执行的标准。',
  importUnit: '去导入单位资料',
  noStandards: '单位资料里这个事项还没有列出标准。',
  dates: '{published} 发布 · {effective} 实施',
  catalogues: '看标准目录',
  notDated: '日期未收录',
  replacedBy: '{date} 起由 {designation} 代替',
  replacedByNoDate: '由 {designation} 代替',
  held: '我们用的是 {held}，现行版是 {current}（{date} 核对）',
  heldNoDate: '我们用的是 {held}，现行版是 {current}（没有写核对日期）',
  show: '看它在哪里',
  showAll: '看它在哪里（{count} 处）',
  markEnded: '标出已废止、被代替的 {count} 处',
  more: '展开其余 {count} 项',
  less: '收起',
} as const;

/** How sure it is that the page is about this service; one that comes near is asked about. */
export const MATCH_WORDS = {
  exact: '按事项编码或全名认出',
  alias: '按别名认出',
  part: '按名称里的一部分认出，请核对',
} as const;

/** Whose duties are listed. */
export const DUTIES = {
  here: '本窗口（{seat}）要做的',
  elsewhere: '办理窗口（{windows}）要做的',
  unknown: '办理岗位要做的',
  notHere: '单位资料里这个事项由{windows}办理，这里是{seat}。',
} as const;
