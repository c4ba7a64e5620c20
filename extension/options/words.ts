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
  privacy: {
    title: '读什么，存什么',
    lines: [
      '只在您点按钮时，或在常开的地址上面板开着时，读当前这一页。',
      '不改 OA 里的任何内容，不替您填写，不替您提交。',
      '不按“留存为证据”，就什么也不存。存的内容先把身份证号、手机号、银行卡号遮住，只在这台电脑。',
      '看到密级或内部标志就停下，内容不显示也不存。',
      '不向外发送任何内容：扩展没有访问外部网络的权限。',
    ],
  },
} as const;
