/** Words of the panel that are no part's own. */
export const PANEL = {
  tabsLabel: '面板内容',
  workbench: '工作台',
  noPage: '当前页面',
  readingNow: '正在读这一页…',
  notRead: {
    title: '还没有读这一页',
    text: '点一下浏览器工具栏上的“对标”按钮才读；换了网址、或“对标”刚更新过，要再点一次。读过一次的 OA 地址可以设为常开。',
    hint: '快捷键 Alt+Shift+D',
  },
  off: {
    title: '这个地址已关',
    text: '按了按钮也不读。要再用，请在下面选“点一下才读”。',
  },
  notADocument: {
    title: '这一页不是文件',
    text: '没有认出要检查的文件或表单，所以什么也没查。打开具体的文件后会自动再读。',
  },
  notAllRead: {
    title: '没有认出文件，也没有读全',
    text: '没读到的地方可能就是文件，所以什么也没查。',
  },
  stopped: '已停止',
  address: '网址 {host}',
  problem: { title: '没有读成' },
  live: { reading: '正在检查', done: '检查完毕。{summary}', stopped: '已停止。{reasons}' },
} as const;

/** What can be done by keys, in the order in which it is needed. */
export const SHORTCUTS = {
  title: '快捷键',
  open: '快捷键（按 ?）',
  rows: [
    ['Alt+Shift+D', '检查这一页（在浏览器里可以改）'],
    ['↑ ↓', '在清单里一条一条地走'],
    ['Enter', '在页面上看这一条'],
    ['← →', '在检查、附件、标准、证据之间换'],
    ['Esc', '取消页面上的标记，关掉小窗'],
    ['?', '打开这张表'],
  ],
} as const;
