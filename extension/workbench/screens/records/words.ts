/** Words of the list of records by their types, and of what is not closed. */
export const RECORDS = {
  count: '共 {count} 条',
  add: '添加台账记录',
  addOne: '添加{type}',
  table: '导出这一类的表格',
  loading: '正在算…',
  what: '看哪一种',
  open: '没闭环的（{count}）',
  typeOption: '{type}（{count}）',
  none: {
    title: '还没有台账记录',
    text: '发放、培训、检查、修订这些记录，可以一条一条填，也可以用表格一次导入。',
  },
  noneOfType: { title: '还没有这一种记录', text: '可以一条一条填，也可以用表格一次导入。' },
  loops: {
    lead: '按台账记录算出：该接着做而没有记录的、该回收而没有回收的、没有填全的。没有到期的不列。',
    others: '另有 {count} 条证据是从 OA 页面、文件或纸质材料留存的，不在内。',
    closed: { title: '没有没闭环的', text: '该接着做的都有记录，或者还没有到期。' },
    columns: { record: '记录', message: '缺什么', who: '有关的人', due: '到期日' },
    late: '已过期',
    ask: '要您看',
  },
  columns: { sequence: '序号', factOn: '事实日期', registeredOn: '登记日期', open: '闭环' },
  isOpen: '有 {count} 处没闭环',
  closed: '—',
} as const;
