/** Words that the screens of the workbench share. */
export const WORKBENCH = {
  navigation: '工作台内容',
  sampleUnit: '{name}（示例）',
  noUnitName: '还没有导入单位资料',
  loading: '正在读…',
  more: '看',
  fewer: '收起',
  firstOnes: '只列出前 {most} 条。',
  exported: '已导出“{name}”',
  verifying: '正在核对…',
  verifyProgress: '已核对 {done} 条，共 {total} 条',
  verified: '核对结果',
  showFault: '看这一条',
  closeResult: '收起核对结果',
  witness: '末条指纹 {hash}，第 {sequence} 号。可抄在打印签字的表上，以后用它作见证。',
} as const;
