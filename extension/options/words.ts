/** Words of the settings page. */
export const OPTIONS = {
  title: '设置',
  seat: {
    title: '窗口或座位名',
    hint: '写在每条留存记录上，例如“综合窗口1”。不要写个人账号。',
    save: '保存',
    saved: '已保存',
  },
  large: { title: '大字', label: '面板和工作台用大字' },
  addresses: {
    title: '常开的地址',
    none: '没有常开的地址。只有点工具栏按钮时才读当前这一页。',
    remove: '收回',
    removeLabel: '收回 {address} 的许可',
    fixed: '由管理员设定，这里不能收回',
  },
  off: {
    title: '关闭的地址',
    none: '没有关闭的地址。面板下面的“这个地址”可以关。',
    removeLabel: '收回 {address} 的关闭',
  },
  guard: {
    title: '提交前不提醒的地址',
    none: '没有这样的地址。常开的地址上，提交时还有必须改的，就先问一句；面板下面的“这个地址”可以关掉。',
    remove: '重新提醒',
    removeLabel: '在 {address} 重新提醒',
  },
} as const;
