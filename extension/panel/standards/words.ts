/** Words of the part 标准. */
export const STANDARDS = {
  service: '这个事项执行的标准',
  cited: '文件里引用的标准',
  duties: '本岗位要做的',
  none: '没有可列的标准',
  noneHint: '这一页没有认出事项，也没有读到引用的标准。',
  noUnit: '认不出事项',
  noUnitHint: '还没有导入单位资料。导入后，这里列出事项执行的标准。',
  importUnit: '去导入单位资料',
  noStandards: '单位资料里这个事项还没有列出标准。',
  matchPart: '按标题里的字认出，请核对',
  dates: '{published} 发布 · {effective} 实施',
  notDated: '日期未收录',
  replacedBy: '{date} 起由 {designation} 代替',
  replacedByNoDate: '由 {designation} 代替',
} as const;
