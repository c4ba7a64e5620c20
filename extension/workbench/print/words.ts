/** Words at the end of what is printed. */
export const SIGN = {
  unit: '单位：{unit}',
  noUnit: '单位：　　　　　　　　　　　　',
  day: '打印日期：{day}',
  head: '证据链到第 {sequence} 号为止，末条指纹：{hash}',
  signature: '签字：　　　　　　　　　　　　　日期：　　　　年　　月　　日',
} as const;
