/** A box of the demonstration form: its label, and what stands in it with faults and without. */
interface DemoBox {
  id: string;
  label: string;
  faulty: string;
  clean: string;
  wide?: true;
}

/** Words of the demonstration document. Every name in it is made up. */
export const DEMO = {
  note: '演示文件 · 不是真的。点浏览器工具栏上的“对标”按钮，或按 Alt+Shift+D，检查它。栏目可以改，改动不会保存。',
  faulty: '看有错的样子',
  clean: '看改好的样子',
  form: '发文稿纸',
  unit: '示例镇便民服务中心',
  boxes: [
    {
      id: 'title',
      label: '标题',
      wide: true,
      faulty: '关于开展窗口服务培训的通知',
      clean: '关于开展窗口服务培训的通知',
    },
    { id: 'number', label: '发文字号', faulty: '示政办[2026]008号', clean: '示政办〔2026〕8号' },
    { id: 'recipients', label: '主送', faulty: '各窗口', clean: '各窗口' },
    { id: 'drafter', label: '拟稿人', faulty: '李四', clean: '李四' },
    { id: 'draftedOn', label: '拟稿日期', faulty: '2026-03-02', clean: '2026-03-02' },
    { id: 'reviewer', label: '审核人', faulty: '', clean: '王五' },
    { id: 'reviewedOn', label: '审核日期', faulty: '', clean: '2026-03-03' },
    { id: 'approver', label: '签发人', faulty: '张三', clean: '张三' },
    { id: 'approvedOn', label: '签发日期', faulty: '2026-03-01', clean: '2026-03-04' },
  ] satisfies DemoBox[] as readonly DemoBox[],
  body: '正文',
  paragraphs: [
    '各窗口：',
    '为做好窗口服务，定于2026年3月10日上午在二楼会议室开展培训，请安排人员参加。',
    '示例镇便民服务中心',
  ],
  writtenOn: '2026年3月4日',
} as const;
