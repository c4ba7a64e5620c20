/** Words of the part 证据. */
export const EVIDENCE = {
  latest: '最近留存',
  none: '还没有留存过证据',
  hint: '检查完一份文件，按“留存为证据”，就列在这里。',
  openAll: '在工作台里看全部',
  sequence: '第 {sequence} 号',
} as const;
