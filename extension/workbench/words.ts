/** Words that the screens of the workbench share. */
export const WORKBENCH = {
  navigation: '工作台内容',
  sampleUnit: '{name}（示例）',
  noUnitName: '还没有导入单位资料',
  loading: '正在读…',
  exported: '已导出“{name}”',
} as const;
